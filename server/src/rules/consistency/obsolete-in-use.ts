import type { Graph } from '../../model/graph.ts';
import { listed, nameOf } from '../../model/names.ts';
import type { Entry } from '../../model/record.ts';
import { placeOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/** The links by which a product depends on another, seen from the one that depends. */
const DEPENDENCIES = [
  { relation: 'uses', direction: 'to', says: 'uses' },
  { relation: 'hosts', direction: 'to', says: 'hosts' },
  { relation: 'hosts', direction: 'from', says: 'runs in' },
] as const;

/**
 * A product that is in use, but uses, hosts or runs in one that is kept for the record only. Reported at the one in use, since that is where
 * something must change; if it is obsolete itself, all is well.
 *
 *     product CHART "Chart Viewer" { uses FILM }
 *     product FILM "Film Viewer" { obsolete "no film since 2019" }
 */
export const obsoleteInUse: Rule = {
  id: 'obsolete-in-use',
  category: 'consistency',
  severity: 'warning',
  title: 'An obsolete product that is still in use',
  explanation:
    'A product that is not obsolete uses, hosts or runs in one that is. Go over to what replaces it, take the link out, or mark the ' +
    'product as obsolete too. What an obsolete package contains is obsolete.',
  example: {
    wrong:
      'person ARossi "Anna Rossi"\nproduct CHART "Chart Viewer" {\n  owner ARossi\n  uses FILM\n}\n' +
      'product FILM "Film Viewer" {\n  owner ARossi\n  obsolete\n}',
    right:
      'person ARossi "Anna Rossi"\nproduct CHART "Chart Viewer" {\n  owner ARossi\n  obsolete\n  uses FILM\n}\n' +
      'product FILM "Film Viewer" {\n  owner ARossi\n  obsolete\n}',
  },
  on: ['product'],
  check(subject, { graph }, report) {
    if (graph.isObsolete(subject)) return;
    for (const { relation, direction, says } of DEPENDENCIES) {
      const others = direction === 'to' ? graph.eachTo(subject, relation) : graph.eachFrom(subject, relation);
      for (const other of others) {
        if (other === subject || !graph.isObsolete(other)) continue;
        const own = graph
          .linksOf(subject)
          .find(
            link => link.relation === relation && link.reversed === (direction === 'from') && link.key === other.key,
          );
        report({
          message: `${nameOf(subject)} ${says} ${nameOf(other)}, which is obsolete. ${mend(other, graph)}`,
          at: own?.range ?? subject.range,
          related: [placeOf(other, `${nameOf(other)} is declared here.`)],
          tags: ['deprecated'],
          data: {
            relation,
            direction,
            obsolete: other.key,
            near: replacementsOf(other, graph)
              .map(({ key }) => key)
              .join(','),
          },
        });
      }
    }
  },
};

function replacementsOf(obsolete: Entry, graph: Graph): Entry[] {
  return graph.to(obsolete, 'replaced by').filter(other => !graph.isObsolete(other));
}

function mend(obsolete: Entry, graph: Graph): string {
  const replacements = replacementsOf(obsolete, graph);
  return replacements.length > 0
    ? `It is replaced by ${listed(replacements.map(nameOf))}: change the link.`
    : 'Take the link out, or mark the user as obsolete too.';
}
