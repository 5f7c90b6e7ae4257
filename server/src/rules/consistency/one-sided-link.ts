import { nameOf } from '../../model/names.ts';
import { propertyOf } from '../../model/properties.ts';
import type { Rule } from '../rule.ts';
import { namesOf } from '../wording.ts';

/**
 * An entry that lists the derived end of a link itself, without one who claims the link. Off unless a project keeps such lists by hand.
 *
 *     software CHART "Chart Viewer" { used in RECORDS }
 *     service LAB "Laboratory" { uses CHART }
 */
export const oneSidedLink: Rule = {
  id: 'one-sided-link',
  category: 'consistency',
  severity: 'off',
  title: 'A link that only one end states, though the other lists them',
  explanation:
    'Either end of a link is enough. But who writes used in, hosted on or satisfied by lists the other end on purpose: somebody claims a ' +
    'link that the list lacks, so either the claim is wrong or the list is old.',
  example: {
    wrong: 'package A "First" { uses C }\npackage B "Second"\npackage C "Third" { used in B }',
    right: 'package A "First" { uses C }\npackage B "Second"\npackage C "Third" { used in A, B }',
  },
  on: ['product', 'requirement'],
  check(subject, { graph }, report) {
    for (const attribute of subject.attributes) {
      const { relation, reversed, word } = propertyOf(attribute.property) ?? {};
      if (!relation || !reversed) continue;
      const listed = new Set(attribute.values.map(({ text }) => text));
      const missing = graph.from(subject, relation).filter(({ key }) => !listed.has(key));
      if (missing.length === 0) continue;
      report({
        message: `${nameOf(subject)} lists \`${word}\` itself, and the list lacks ${namesOf(missing)}. Add what is missing, or take the link away at its other end.`,
        at: attribute.range,
        related: missing.map(other => ({
          ...(graph.place(other, relation, subject) ?? { document: other.document, at: other.range }),
          message: `${nameOf(other)} claims the link here.`,
        })),
        data: { add: missing.map(({ key }) => key).join(',') },
      });
    }
  },
};
