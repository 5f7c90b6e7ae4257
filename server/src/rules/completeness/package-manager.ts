import type { Graph } from '../../model/graph.ts';
import { listed, nameOf } from '../../model/names.ts';
import type { Entry } from '../../model/record.ts';
import type { Rule } from '../rule.ts';

/**
 * DMTN-104 §1.5: "All packages shall have a manager. In case of multiple managers in the underlying products, no manager is
 * specified". The products below decide, at any depth; packages and obsolete products aside.
 *
 *     package WARDS "Wards" { product BED "Beds" { manager ARossi } }
 */
export const packageManager: Rule = {
  id: 'package-manager',
  category: 'completeness',
  severity: 'warning',
  title: 'A package whose manager does not follow from the products below it',
  explanation:
    'Every package names a manager, unless the products below it have several: then it names none. Products at any depth count; ' +
    'packages and obsolete products do not. A package’s manager need not be the one whom the products below name.',
  example: {
    wrong:
      'person ARossi "Anna Rossi"\npackage SITE "Site" {\n' +
      '  product BEDS "Beds" {\n    manager ARossi\n    owner ARossi\n  }\n}',
    right:
      'person ARossi "Anna Rossi"\npackage SITE "Site" {\n  manager ARossi\n' +
      '  product BEDS "Beds" {\n    manager ARossi\n    owner ARossi\n  }\n}',
  },
  on: ['product'],
  check(subject, { graph }, report) {
    if (!graph.isOfKind(subject, 'package') || isUnsettled(subject, graph)) return;
    const named = graph.to(subject, 'manager');
    const below = graph.managersBelow(subject);
    const managers = below.managers.map(key => party(graph, key));
    if (named.length > 0) {
      if (managers.length < 2) return;
      // A second declaration of the key may be the one that says so.
      const at = graph.linksOf(subject).find(({ relation }) => relation === 'manager')?.range ?? subject.range;
      report({
        message:
          `${nameOf(subject)} names ${listed(named.map(nameOf))} as its manager, but the products below it have several, ` +
          `${managers[0]} and ${managers[1]} among them. Take the manager out.`,
        at,
      });
    } else if (managers.length === 1) {
      const all = below.complete ? 'all products below it' : 'the products below it that have a manager';
      report({
        message: `${nameOf(subject)} names no manager. ${managers[0]} manages ${all}: name its manager.`,
        at: subject.range,
        ...(below.complete ? { data: { manager: below.managers[0] } } : {}),
      });
    } else if (managers.length === 0) {
      const why = below.products
        ? 'No product below it names one either'
        : 'It contains no product that could name one';
      report({ message: `${nameOf(subject)} names no manager. ${why}: name its manager.`, at: subject.range });
    }
  },
};

/** Its own manager is half typed or not declared: that is a finding already. */
function isUnsettled(subject: Entry, graph: Graph): boolean {
  const stated = subject.attributes.filter(({ property }) => property === 'manager');
  if (stated.some(({ values, none }) => values.length === 0 && !none)) return true;
  return graph.linksOf(subject).some(link => link.relation === 'manager' && graph.resolve(link) === undefined);
}

function party(graph: Graph, key: string): string {
  const entry = graph.entry('party', key);
  return entry ? nameOf(entry) : key;
}
