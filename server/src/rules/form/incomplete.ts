import { propertyOf } from '../../model/properties.ts';
import type { Rule } from '../rule.ts';
import { withArticle } from '../wording.ts';

/**
 * A statement that lacks something: a key, a product's name, a value, a waiver's reason. The parser finds it, so that a half-typed line is
 * one finding and costs its neighbours nothing; but only the graph knows that the first word of `service RECORDS` is a kind, no field.
 *
 *     product NORTH { owner }
 */
export const incomplete: Rule = {
  id: 'incomplete',
  category: 'form',
  severity: 'error',
  title: 'A statement that lacks something',
  explanation:
    'A statement ends before it is whole: a key, a name, a value or a reason is missing. Type what is missing, or take the ' +
    'statement out. Products must have a name, registry entries may go without.',
  example: {
    wrong: 'person ARossi "Anna Rossi"\nproduct NORTH { owner ARossi }',
    right: 'person ARossi "Anna Rossi"\nproduct NORTH "North Campus" { owner ARossi }',
  },
  fixed: true,
  on: ['product'],
  everyDeclaration: true,
  keyless: true,
  check(subject, { graph }, report) {
    for (const { property: word, values, none, extent } of subject.attributes) {
      if (propertyOf(word) || (values.length === 0 && !none)) continue;
      if (graph.kind(subject.kind?.text ?? '')?.fields.has(word) || !graph.entry('kind', word)) continue;
      const key = values[0]?.form === 'word' ? values[0].text : 'KEY';
      report({
        message: `${withArticle(word).replace('a', 'A')} needs a key and a name in quotes: \`${word} ${key} "Name"\`.`,
        at: extent,
        data: { key },
      });
    }
  },
};
