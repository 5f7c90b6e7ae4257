import { listed, nameOf } from '../../model/names.ts';
import { placeOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/** How many of the others a finding names. */
const NAMED = 5;

/**
 * One repository that several software products name as theirs. None of them can then be released without the others. Obsolete
 * products do not count.
 *
 *     software CHART "Chart Viewer" { repository hospital/apps }
 *     software FILM "Film Viewer" { repository hospital/apps }
 */
export const repositoryShared: Rule = {
  id: 'repository-shared',
  category: 'consistency',
  severity: 'warning',
  title: 'A repository of several software products',
  explanation:
    'A repository belongs to one software product, obsolete ones aside: what shares a repository cannot be released apart. Give ' +
    'each product its own, or make one product of them.',
  example: {
    wrong:
      'person ARossi "Anna Rossi"\nrepository hospital/apps { requires none }\n' +
      'software CHART "Chart Viewer" {\n  owner ARossi\n  repository hospital/apps\n}\n' +
      'software FILM "Film Viewer" {\n  owner ARossi\n  repository hospital/apps\n}',
    right:
      'person ARossi "Anna Rossi"\nrepository hospital/chart { requires none }\nrepository hospital/film { requires none }\n' +
      'software CHART "Chart Viewer" {\n  owner ARossi\n  repository hospital/chart\n}\n' +
      'software FILM "Film Viewer" {\n  owner ARossi\n  repository hospital/film\n}',
  },
  on: ['product'],
  check(subject, { graph }, report) {
    if (!graph.isOfKind(subject, 'software') || graph.isObsolete(subject)) return;
    const seen = new Set<string>();
    for (const link of graph.linksOf(subject)) {
      if (link.relation !== 'repository' || seen.has(link.key)) continue;
      seen.add(link.key);
      const others = graph.repositories.softwareIn(link.key).filter(key => key !== subject.key);
      const named = others.slice(0, NAMED).map(key => graph.entry('product', key)!);
      if (named.length === 0) continue;
      const names = [...named.map(nameOf), ...(others.length > NAMED ? ['others'] : [])];
      report({
        message:
          `${nameOf(subject)} shares the repository ${link.key} with ${listed(names)}. ` +
          `Give each its own repository, or make one product of them.`,
        at: link.range,
        related: named.map(other => placeOf(other, `${nameOf(other)} has the repository ${link.key} too.`)),
      });
    }
  },
};
