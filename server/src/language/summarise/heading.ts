/** The head of a declaration: `KEY "Name" in PARENT`. */
import { STATEMENT_WORDS } from '../../model/properties.ts';
import type { Entry, Text } from '../../model/record.ts';
import { isKey, isPlainKey } from '../../model/shapes.ts';
import type { Headed } from '../generated/ast.ts';
import type { Problems } from './problems.ts';
import { type Item, itemsOf, span, wordRange } from './source.ts';
import { unquote } from './text.ts';
import { reportStrays } from './values.ts';

const isKeyItem = (item: Item | undefined): boolean => item?.form === 'word' || item?.form === 'number';

/**
 * Reads key, name and parent into the entry, and reports what it lacks. Answers whether it declares anything: a word or two that
 * someone has begun with, or a sentence, do not.
 */
export function readHeading(statement: Headed, entry: Entry, problems: Problems): boolean {
  const items = itemsOf(statement);
  const key = isKeyItem(items[0]) ? items.shift() : undefined;
  if (key) {
    entry.key = key.image;
    entry.range = key.range;
  }
  if (items[0]?.form === 'text') {
    const { image, range } = items.shift()!;
    const text = unquote(image);
    if (text.trim() !== '') entry.name = { text, range };
  }
  if (items.length === 0) reportLacks(entry, problems);
  else if (!entry.name && items.every(({ form }) => form !== 'text' && form !== 'sign'))
    reportUnquoted(items, entry, problems);
  else reportStrays(items, entry, problems);
  if (key && (entry.name || entry.type !== 'product')) checkKey(key, entry, problems);
  readParent(statement, entry, problems);
  const declared = items.length > 0 && entry.type === 'product' ? entry.name : entry.key || entry.name;
  return statement.body !== undefined || Boolean(declared);
}

function reportLacks(entry: Entry, problems: Problems): void {
  const what = entry.type === 'product' ? (entry.kind?.text ?? 'product') : entry.type;
  if (!entry.key && entry.name) {
    const message = `The ${what} "${entry.name.text}" lacks its key: write a short word before its name.`;
    problems.add('incomplete', message, entry.range, entry);
  } else if (!entry.key) {
    const lacking = entry.type === 'product' ? 'a key and a name in quotes' : 'a key';
    problems.add('incomplete', `\`${what}\` alone declares nothing: write ${lacking} after it.`, entry.range, entry);
  } else if (!entry.name && entry.type === 'product') {
    problems.add(
      'incomplete',
      `The ${what} ${entry.key} lacks its name: write it in quotes after the key.`,
      entry.range,
      entry,
    );
  }
}

function reportUnquoted(items: Item[], entry: Entry, problems: Problems): void {
  const range = span(items[0].range, items.at(-1)!.range);
  const text = items.map(({ image }) => image).join(' ');
  problems.add('syntax', `Write the name in quotes: "${text}".`, range, entry, { data: { replace: `"${text}"` } });
}

function checkKey({ image, range }: Item, entry: Entry, problems: Problems): void {
  if (entry.type !== 'kind') {
    if (isKey(image)) return;
    const message = `\`${image}\` is no key: write a letter or _, then letters, digits and _, with single - . or / between them.`;
    problems.add('key-shape', message, range, entry);
  } else checkPlainKey('kind', { text: image, range }, entry, problems);
}

/** Kinds and fields: no dots or slashes, and no word of the language. */
export function checkPlainKey(what: 'kind' | 'field', { text, range }: Text, entry: Entry, problems: Problems): void {
  if (!isPlainKey(text)) {
    const message = `\`${text}\` cannot name a ${what}: write a letter or _, then letters, digits and _, with single - between them.`;
    problems.add('key-shape', message, range, entry);
  } else if (STATEMENT_WORDS.has(text) || RESERVED.has(text)) {
    const message = `\`${text}\` is a word of the language and cannot name a ${what}: choose another.`;
    problems.add('reserved-name', message, range, entry);
  }
}

/** Beside the words that begin statements: first halves of those, what a demand may be about, and the types of fields. */
const RESERVED: ReadonlySet<string> = new Set([
  'used',
  'hosted',
  'satisfied',
  'extend',
  'contains',
  'none',
  'one',
  'choice',
  'text',
  'number',
  'url',
]);

function readParent({ clause }: Headed, entry: Entry, problems: Problems): void {
  if (!clause) return;
  const [parent, ...strays] = itemsOf(clause);
  const { word } = clause;
  if (entry.extension) {
    const message = 'An extension adds to a kind and cannot change what the kind extends: take `extends` away.';
    problems.add('misplaced', message, wordRange(clause), entry);
  } else if (parent && isKeyItem(parent)) {
    entry.parent = { text: parent.image, range: parent.range };
    reportStrays(strays, entry, problems);
  } else if (parent) {
    problems.add(
      'field-value',
      `\`${parent.image}\` is no key: write the key of ${PARENTS[entry.type]} after \`${word}\`.`,
      parent.range,
      entry,
    );
  } else {
    problems.add(
      'incomplete',
      `\`${word}\` stands alone: write the key of ${PARENTS[entry.type]} after it.`,
      wordRange(clause),
      entry,
    );
  }
}

const PARENTS: Readonly<Partial<Record<Entry['type'], string>>> = {
  product: 'the product that contains this one',
  requirement: 'the document that states it',
  kind: 'the kind that it extends',
};
