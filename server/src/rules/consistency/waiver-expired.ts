import { nameOf } from '../../model/names.ts';
import type { Rule } from '../rule.ts';
import { isExpired } from '../waivers.ts';

/**
 * A waiver whose last day has passed. It silences nothing any more; the date is inclusive, and `2027-06` ends with June.
 *
 *     product NORTH "North Campus" { waive product.owner "to be named" until 2020-06 }
 */
export const waiverExpired: Rule = {
  id: 'waiver-expired',
  category: 'consistency',
  severity: 'warning',
  title: 'A waiver whose last day has passed',
  explanation:
    'A waiver holds until the end of the day, month or year that it names, and silences nothing from then on. Mend what it excused ' +
    'and take it out, or agree on a later date.',
  example: {
    wrong: 'product NORTH "North Campus" { waive product.owner "to be named" until 2020-06 }',
    right: 'product NORTH "North Campus" { waive product.owner "to be named" until 2099 }',
  },
  fixed: true,
  on: ['product', 'person', 'team', 'document', 'requirement', 'repository', 'term', 'kind'],
  everyDeclaration: true,
  keyless: true,
  check(subject, { today }, report) {
    for (const waiver of subject.attributes) {
      if (waiver.property !== 'waive' || !waiver.clause || !isExpired(waiver, today)) continue;
      // A date that is half typed is a finding already.
      if (!/^\d{4}(-\d\d){0,2}$/.test(waiver.clause.text)) continue;
      const rule = waiver.values[0]?.text || 'a rule';
      const whose = subject.key === '' ? `this ${subject.type}` : nameOf(subject);
      report({
        message:
          `The waiver of ${rule} at ${whose} ended with ${waiver.clause.text} and silences nothing. ` +
          `Mend what it excused and take it out, or give a later date.`,
        at: waiver.clause.range,
      });
    }
  },
};
