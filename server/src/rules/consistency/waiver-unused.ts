import { nameOf } from '../../model/names.ts';
import type { Rule } from '../rule.ts';
import { isValid } from '../waivers.ts';

/**
 * A waiver that silences nothing: what it excused is mended, is waived nearer by, or cannot be waived at all. Waivers that are malformed, expired
 * or name no rule are other findings.
 *
 *     product NORTH "North Campus" { owner ARossi waive product.owner "planned" }
 */
export const waiverUnused: Rule = {
  id: 'waiver-unused',
  category: 'consistency',
  severity: 'warning',
  title: 'A waiver that silences nothing',
  explanation:
    'No finding of this rule remains here or below that this waiver would silence; a nearer waiver goes first. Take it out, so ' +
    'that it does not silence a finding that nobody thought of. Rules that cannot be waived are left as they are by any waiver.',
  example: {
    wrong:
      'person ARossi "Anna Rossi"\nproduct NORTH "North Campus" {\n  owner ARossi\n  waive product.owner "to be named"\n}',
    right: 'product NORTH "North Campus" { waive product.owner "to be named" }',
  },
  fixed: true,
  on: ['product', 'person', 'team', 'document', 'requirement', 'repository', 'term', 'kind'],
  check(subject, { today, isRule, canWaive, isWaiverUsed }, report) {
    for (const waiver of subject.attributes) {
      if (waiver.property !== 'waive' || !isValid(waiver, today)) continue;
      const rule = waiver.values[0].text;
      if (!isRule(rule) || isWaiverUsed(subject, waiver)) continue;
      const why = canWaive(rule) ? 'no finding of this rule is left to it' : 'this rule cannot be waived';
      report({
        message: `The waiver of ${rule} at ${nameOf(subject)} silences nothing: ${why}. Take it out.`,
        at: waiver.extent,
        tags: ['unnecessary'],
      });
    }
  },
};
