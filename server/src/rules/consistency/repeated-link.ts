import { nameOf } from '../../model/names.ts';
import type { Range } from '../../model/record.ts';
import type { Rule } from '../rule.ts';

/**
 * One target twice in one list.
 *
 *     enclave WARDS "Ward Network" { hosts RECORDS, CHART, RECORDS }
 */
export const repeatedLink: Rule = {
  id: 'repeated-link',
  category: 'consistency',
  severity: 'warning',
  title: 'A link that is stated twice at one end',
  explanation:
    'A list names the same entry twice; it counts once. Stating a link at both of its ends is allowed, for instance uses at one product ' +
    'and used in at the other.',
  example: {
    wrong: 'package A "First" { uses B, B }\npackage B "Second"',
    right: 'package A "First" { uses B }\npackage B "Second" { used in A }',
  },
  on: ['product', 'person', 'team', 'document', 'requirement', 'repository', 'kind'],
  everyDeclaration: true,
  keyless: true,
  check(subject, { graph }, report) {
    const first = new Map<string, Range>();
    for (const { relation, via, key, quoted, range } of graph.linksOf(subject)) {
      // Texts mention as often as they like, and demands name kinds once each.
      if (relation === 'mentions' || relation === 'demands' || key === '') continue;
      const id = `${via} ${quoted ? '"' : ''}${key}`;
      const before = first.get(id);
      if (before === undefined) {
        first.set(id, range);
        continue;
      }
      const whose = subject.key === '' ? 'This list' : nameOf(subject);
      report({
        message: `${whose} names ${key} twice after \`${via}\`: take one out.`,
        at: range,
        related: [{ document: subject.document, at: before, message: `${key} is named here first.` }],
        tags: ['unnecessary'],
        data: { remove: key },
      });
    }
  },
};
