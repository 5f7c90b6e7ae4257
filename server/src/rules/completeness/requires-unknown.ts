import { nameOf } from '../../model/names.ts';
import { placeOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/**
 * A software product's repository that does not say what it requires. Nobody can then tell what else must be released with it. `requires
 * none` says that there is nothing.
 *
 *     software CHART "Chart Viewer" { repository hospital/chart }
 *     repository hospital/chart
 */
export const requiresUnknown: Rule = {
  id: 'requires-unknown',
  category: 'completeness',
  severity: 'info',
  title: 'A repository that does not say what it requires',
  explanation:
    'The repository of a software product lists the repositories that it requires, or says `requires none`. Without either, nobody ' +
    'knows what else a release of the product depends on.',
  example: {
    wrong:
      'person ARossi "Anna Rossi"\nsoftware CHART "Chart Viewer" {\n  owner ARossi\n  repository hospital/chart\n}\n' +
      'repository hospital/chart "Source of the chart viewer"',
    right:
      'person ARossi "Anna Rossi"\nsoftware CHART "Chart Viewer" {\n  owner ARossi\n  repository hospital/chart\n}\n' +
      'repository hospital/chart "Source of the chart viewer" { requires none }',
  },
  on: ['product'],
  check(subject, { graph }, report) {
    if (!graph.isOfKind(subject, 'software')) return;
    for (const link of graph.linksOf(subject)) {
      if (link.relation !== 'repository') continue;
      const repository = graph.resolve(link);
      if (repository === undefined || graph.states(repository, 'requires')) continue;
      report({
        message:
          `${nameOf(subject)} has the repository ${repository.key}, which does not say what it requires. ` +
          `List it there after \`requires\`, or say \`requires none\`.`,
        at: link.range,
        related: [placeOf(repository, `${repository.key} is declared here.`)],
        data: { repository: repository.key },
      });
    }
  },
};
