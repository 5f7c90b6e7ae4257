import { nameOf } from '../../model/names.ts';
import { whyNotPublic } from '../public-address.ts';
import type { Rule } from '../rule.ts';

/**
 * A link that only some can open: DMTN-104 §1.5 asks for documentation "available in the global internet". The address alone is judged, no
 * network is asked. Internal projects switch the rule off.
 *
 *     product CHART "Chart Viewer" { link http://wiki/chart }
 */
export const publicLink: Rule = {
  id: 'public-link',
  category: 'consistency',
  severity: 'warning',
  title: 'A link that not everyone can open',
  explanation:
    'A link begins with `https://` or `http://` and leads to a public host: not to a private or local address, and not to a host ' +
    'without a dot. The address alone is judged, no network is asked. A project that is internal anyway switches this rule off.',
  example: {
    wrong:
      'person ARossi "Anna Rossi"\nproduct CHART "Chart Viewer" {\n  owner ARossi\n  link http://192.168.1.20/chart\n}',
    right:
      'person ARossi "Anna Rossi"\nproduct CHART "Chart Viewer" {\n  owner ARossi\n  link https://example.org/chart\n}',
  },
  on: ['product', 'person', 'team', 'document', 'requirement', 'repository', 'term'],
  check(subject, _context, report) {
    for (const { property, values } of subject.attributes) {
      if (property !== 'link') continue;
      for (const { text, range } of values) {
        const why = whyNotPublic(text);
        if (why === undefined) continue;
        report({
          message: `The link ${text} of ${nameOf(subject)} ${why}. Give an address that anyone can open.`,
          at: range,
        });
      }
    }
  },
};
