/** What the fields of kinds take. */
import type { Graph } from '../model/graph.ts';
import { isPlainFieldType } from '../model/links.ts';
import { listed, nameOf } from '../model/names.ts';
import { nearestOf } from '../model/near.ts';
import type { Field, Value } from '../model/record.ts';
import { isDate, isUrl } from '../model/shapes.ts';
import { counted, didYouMean, withArticle } from './wording.ts';

/** What is wrong with a value of a field, as a sentence; undefined when it fits, or when it is a name that nothing declares. */
export function objectionTo({ text, form }: Value, field: Field, graph: Graph): string | undefined {
  const { name, choices } = field;
  const type = field.type.text;
  const takes = (what: string): string => `\`${text}\` is not what the field \`${name}\` takes: write ${what}.`;
  switch (type) {
    case 'choice': {
      const words = choices.map(choice => choice.text);
      if (words.length === 0 || words.includes(text)) return undefined;
      const near = nearestOf(text, words);
      return takes(listed(words, 'or')) + didYouMean(near);
    }
    case 'text':
      return undefined;
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(text) ? undefined : takes('a number');
    case 'date':
      return isDate(text) ? undefined : takes('a date such as 2020, 2020-04 or 2020-04-17');
    case 'url':
      return isUrl(text) ? undefined : takes('a web address such as https://example.org');
  }
  // A type that nothing declares is reported where it is named.
  if (!isPlainFieldType(type) && graph.entry('kind', type) === undefined) return undefined;
  const noun = isPlainFieldType(type) ? type : `product of kind ${type}`;
  const wanted = `the key of ${withArticle(noun)}`;
  if (form !== 'word') return takes(wanted);
  if (type === 'document') return undefined;
  if (isPlainFieldType(type)) {
    const entry = graph.entry('party', text);
    return entry && entry.type !== type
      ? `${nameOf(entry)} is a ${entry.type}: the field \`${name}\` takes ${withArticle(type)}.`
      : undefined;
  }
  const entry = graph.entry('product', text);
  if (entry === undefined || graph.isOfKind(entry, type)) return undefined;
  return `${nameOf(entry)} is ${withArticle(entry.kind?.text ?? 'product')}: the field \`${name}\` takes ${withArticle(noun)}.`;
}

/** `one value`, `two to four values`, `at least one value` … */
export function boundsOf(least: number, most: number | null): string {
  const values = (number: number): string => `${counted(number)} ${number === 1 ? 'value' : 'values'}`;
  if (most === null) return `at least ${values(least)}`;
  if (least === most) return most === 0 ? 'no values' : `exactly ${values(most)}`;
  return least === 0 ? `at most ${values(most)}` : `${counted(least)} to ${values(most)}`;
}
