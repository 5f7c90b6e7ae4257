import { nameOf } from '../../model/names.ts';
import type { Rule } from '../rule.ts';
import { lastDayOf } from '../waivers.ts';

/**
 * A product that nobody has reviewed within the project's limit, `"review": { "maxAge": "18 months" }`, or ever. Off unless a
 * project asks for it.
 *
 *     product NORTH "North Campus" { reviewed 2020-04 by ARossi }
 */
export const staleReview: Rule = {
  id: 'stale-review',
  category: 'completeness',
  severity: 'off',
  title: 'A product that was never reviewed, or too long ago',
  explanation:
    'Every product has been reviewed within the time that `review` in `product-tree.json` allows; without such a limit, it has been ' +
    'reviewed at all. A project’s limit is, for example, `"review": { "maxAge": "18 months" }`.',
  example: {
    wrong: 'person ARossi "Anna Rossi"\nproduct NORTH "North Campus" { owner ARossi }',
    right:
      'person ARossi "Anna Rossi"\nproduct NORTH "North Campus" {\n  owner ARossi\n  reviewed 2026-10-01 by ARossi\n}',
  },
  on: ['product'],
  check(subject, { today, reviewMonths }, report) {
    const reviewed = subject.attributes.find(({ property }) => property === 'reviewed');
    if (reviewed === undefined) {
      report({
        message: `${nameOf(subject)} has never been reviewed. Review it, and state the date after \`reviewed\`.`,
        at: subject.range,
      });
      return;
    }
    const value = reviewed.values[0];
    // A date that is missing or malformed is a finding already.
    if (reviewMonths === undefined || value === undefined || !/^\d{4}(-\d\d){0,2}$/.test(value.text)) return;
    if (monthsLater(lastDayOf(value.text), reviewMonths) >= today) return;
    report({
      message:
        `${nameOf(subject)} was last reviewed ${value.text}, more than ${reviewMonths} months ago. ` +
        `Review it again, and state the new date.`,
      at: value.range,
    });
  },
};

/** The same day so many months later. A day that this month lacks compares rightly all the same: before the next month. */
function monthsLater(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number);
  const total = year * 12 + (month - 1) + months;
  const pad = (part: number, width: number): string => String(part).padStart(width, '0');
  return [pad(Math.floor(total / 12), 4), pad((total % 12) + 1, 2), pad(day, 2)].join('-');
}
