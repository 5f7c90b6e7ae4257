import { nameOf } from '../../model/names.ts';
import { placeOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/**
 * A product that stands in another product's braces and names a third as its parent.
 *
 *     package HOSP "City Hospital" { facility NORTH "North Campus" in REGION }
 */
export const twoParents: Rule = {
  id: 'two-parents',
  category: 'consistency',
  severity: 'error',
  title: 'A product with two parents',
  explanation:
    'A product is part of one product at most: of the one in whose braces it stands, or of the one that it names after in. Until ' +
    'this is mended, the braces count.',
  example: {
    wrong: 'package REGION "Region"\npackage HOSP "City Hospital" {\n  package NORTH "North Campus" in REGION\n}',
    right: 'package REGION "Region"\npackage HOSP "City Hospital"\npackage NORTH "North Campus" in REGION',
  },
  fixed: true,
  on: ['product'],
  check(subject, { graph }, report) {
    const { nestedIn, parent } = subject;
    if (!nestedIn || !parent || parent.text === nestedIn || parent.text === subject.key) return;
    const around = graph.entry('product', nestedIn);
    const named = graph.entry('product', parent.text);
    if (!around || !named) return;
    report({
      message: `${nameOf(subject)} stands in ${nameOf(around)} and says that it is in ${nameOf(named)}. Take \`in ${named.key}\` away, or move it out of the braces.`,
      at: parent.range,
      related: [
        placeOf(around, `It stands in the braces of ${around.key}.`),
        placeOf(named, `It says that it is in ${named.key}.`),
      ],
    });
  },
};
