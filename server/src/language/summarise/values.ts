/** Lists: values with commas between them, each perhaps with a note. */
import type { Entry, Value } from '../../model/record.ts';
import { isKey } from '../../model/shapes.ts';
import type { Problems } from './problems.ts';
import type { Item } from './source.ts';
import { dedent, unquote } from './text.ts';

/** What a list may look like. */
export interface ListShape {
  /** A text right after a word is its note. */
  notes: boolean;
  /** One value at most: a second one lacks no comma, it is too much. */
  single: boolean;
}

/** The value of an item that is no sign. */
export function toValue({ form, image, range }: Item): Value {
  if (form === 'text') return { form, text: unquote(image), range };
  if (form === 'block') return { form: 'text', text: dedent(image), range };
  return { form: form as Value['form'], text: image, range };
}

/**
 * Reads a list. A value without a comma before it is reported and counts nevertheless, so that one forgotten comma does not
 * make its target look unused.
 */
export function readList(
  items: readonly Item[],
  shape: ListShape,
  entry: Entry | undefined,
  problems: Problems,
): Value[] {
  const values: Value[] = [];
  let separated = true;
  for (const item of items) {
    const last = values.at(-1);
    if (item.image === ',' && item.form === 'sign') {
      if (separated)
        problems.add('syntax', 'A comma too many: remove it.', item.range, entry, { data: { remove: ',' } });
      separated = true;
    } else if (item.form === 'sign') {
      problems.add('syntax', superfluous(item, last === undefined), item.range, entry, {
        data: { remove: item.image },
      });
    } else if (!separated && shape.notes && item.form === 'text' && last && last.form !== 'text' && !last.note) {
      last.note = { text: unquote(item.image), range: item.range };
    } else if (!separated) {
      // Above a line of the list, someone is typing a key: that it is not finished is enough.
      const typing = last?.form === 'word' && !isKey(last.text) && last.range.line !== item.range.line;
      const details = shape.single ? {} : { data: { before: ',' } };
      if (!typing) problems.add('syntax', unseparated(item, shape), item.range, entry, details);
      if (!shape.single && item.form !== 'text') values.push(toValue(item));
    } else {
      values.push(toValue(item));
      separated = false;
    }
  }
  return values;
}

/** Quotes that word processors and other languages write. */
const FOREIGN_QUOTES = /^[\u2018-\u201f\u00ab\u00bb'`]/;

function superfluous({ image }: Item, first: boolean): string {
  if (FOREIGN_QUOTES.test(image)) return straightQuotes(image);
  const advice = first
    ? 'remove it, for values follow their word directly'
    : 'remove it, for a statement ends with its line, and commas separate values';
  return `\`${image}\` does not belong here: ${advice}.`;
}

function straightQuotes(image: string): string {
  return `Write straight double quotes, ", instead of ${image}.`;
}

function unseparated({ image }: Item, { single }: ListShape): string {
  return `\`${image}\` does not belong here. ${single ? 'Does it belong into a line of its own?' : 'Is a comma missing before it?'}`;
}

/** Reports each of these words or texts as one that does not belong where it stands. */
export function reportStrays(items: readonly Item[], entry: Entry | undefined, problems: Problems): void {
  for (const { image, range } of items) {
    const message = FOREIGN_QUOTES.test(image)
      ? straightQuotes(image)
      : `\`${image}\` does not belong here: remove it, or begin a new line before it.`;
    problems.add('syntax', message, range, entry);
  }
}
