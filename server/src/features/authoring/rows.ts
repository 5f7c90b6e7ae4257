/** Rows of a spreadsheet as declarations of products. */
import { nearestOf } from '../../model/near.ts';
import { PROPERTIES, propertyOf, type ValueType } from '../../model/properties.ts';
import { isCode, isKey, isUrl } from '../../model/shapes.ts';
import { nameInQuotes } from '../code-actions/keys-from-names.ts';
import { cellsOf } from './cells.ts';
import { type Column, columnsOf, usualColumns } from './columns.ts';

/** What must be known of the project. */
export interface Surroundings {
  /** The keys of its kinds. */
  kinds: readonly string[];
  /** The kind of a product whose row names none. */
  kind: string;
  /** A key for something of which only the name is known. */
  keyFrom(name: string): string;
  /** The key of the person, team, product … with this name, where one is declared. */
  keyOf(type: ValueType, name: string): string | undefined;
}

/** Declarations, not indented. */
export interface Rows {
  text: string;
  products: number;
}

/**
 * The products in the rows of a spreadsheet.
 * @param text cells with tabs between them, as a spreadsheet copies them; the first row may name the columns
 * @param asked whether the author says that these are rows: otherwise only what can hardly be anything else is taken
 * @returns undefined where there are none. Nothing in the cells is lost: what has no place in a product becomes a comment.
 */
export function productsFrom(text: string, around: Surroundings, asked: boolean): Rows | undefined {
  const rows = cellsOf(text);
  const [first] = rows;
  if (!first || !text.includes('\t')) return undefined;
  const titled = columnsOf(first);
  const isKind = (word: string): boolean => kindOf(word, around.kinds) !== undefined;
  const columns =
    titled ??
    usualColumns(
      Math.max(...rows.map(({ length }) => length)),
      rows.every(([cell]) => isKind(cell)),
    );
  const products = titled ? rows.slice(1) : rows;
  if (products.length === 0 || !(titled || asked || products.every(row => isPlain(row, columns)))) return undefined;
  const declarations = products.map(row => declaration(row, columns, around));
  return {
    text: declarations.reduce((all, one, i) => {
      const apart = one.includes('\n') || declarations[i - 1]?.includes('\n') ? '\n\n' : '\n';
      return i === 0 ? one : all + apart + one;
    }, ''),
    products: products.length,
  };
}

/** Whether a row without titles can hardly be anything but a product: a key of its own, and a name. */
function isPlain(row: readonly string[], columns: readonly Column[]): boolean {
  const cell = (is: Column['is']): string => row[columns.findIndex(column => column.is === is)] ?? '';
  return isKey(cell('key')) && /[\p{L}\p{N}]/u.test(cell('name')) && !/[{}"]/.test(row.join(''));
}

function declaration(row: readonly string[], columns: readonly Column[], around: Surroundings): string {
  const cell = (is: Column['is']): string => row[columns.findIndex(column => column.is === is)] ?? '';
  const [key, name, parent] = [cell('key'), cell('name'), cell('parent')];
  const lines: string[] = [];
  const kind = kindOf(cell('kind'), around.kinds);
  if (cell('kind') && !kind) lines.push(comment('Kind', cell('kind')));
  const heading = [
    kind ?? around.kind,
    keyFor(key, name, around),
    nameInQuotes(oneLine(name || key)),
    ...(parent ? [`in ${around.keyOf('product', parent) ?? keyFor(parent, parent, around)}`] : []),
  ];
  const description = cell('description');
  if (description) lines.push(`"""${description.replaceAll('"""', "'''").replace(/"$/, '" ')}"""`);
  const attributes = columns.flatMap((column, i) =>
    column.is === 'attribute' && row[i] ? [{ word: column.word, line: attribute(column.word, row[i], around) }] : [],
  );
  const rank = (word: string): number => PROPERTIES.findIndex(property => property.word === word);
  for (const { line } of attributes.sort((a, b) => rank(a.word) - rank(b.word))) lines.push(line);
  for (const [i, text] of row.entries()) {
    const column = columns[i] ?? { is: 'other', title: `Column ${i + 1}` };
    if (column.is === 'other' && text) lines.push(comment(column.title, text));
  }
  if (lines.length === 0) return heading.join(' ');
  const body = lines.flatMap(line => line.split(/\r?\n/)).map(line => (line ? `  ${line}` : ''));
  return `${heading.join(' ')} {\n${body.join('\n')}\n}`;
}

/** The kind that a word means: itself, or a slip away from it. */
function kindOf(word: string, kinds: readonly string[]): string | undefined {
  if (word === '') return undefined;
  const small = word.toLowerCase().replace(/\s+/g, '-');
  return kinds.find(kind => kind.toLowerCase() === small) ?? nearestOf(small, kinds)[0];
}

/** A cell as a key: what is no key is mended; what is missing is made from the name. */
function keyFor(key: string, name: string, { keyFrom }: Surroundings): string {
  if (isKey(key)) return key;
  const mended = key
    .replace(/[^\p{L}\p{M}\p{N}_./-]+/gu, '-')
    .replace(/([-./])[-./]+/g, '$1')
    .replace(/^[-./]+|[-./]+$/g, '');
  if (isKey(mended)) return mended;
  return isKey(`_${mended}`) && mended ? `_${mended}` : keyFrom(name);
}

function attribute(word: string, cell: string, around: Surroundings): string {
  const { value, single, none } = propertyOf(word)!;
  if (none && /^(none|-|–|n\/a)$/i.test(cell)) return `${word} none`;
  const values = single ? [cell] : cell.split(/[,;\n]/);
  return `${word} ${values
    .map(oneLine)
    .filter(Boolean)
    .map(text => written(value, text, around))
    .join(', ')}`;
}

/** A value as its type is written: a key, a code or an address bare, else in quotes. A name is taken for the key that it belongs to. */
function written(type: ValueType, text: string, { keyOf }: Surroundings): string {
  if (type === 'text') return nameInQuotes(text);
  if (type === 'url') return isUrl(text) && !/[\s",{}]/.test(text) ? text : nameInQuotes(text);
  if (type === 'code') return isCode(text) && /^[\p{L}\p{N}_.-]+$/u.test(text) ? text : nameInQuotes(text);
  return keyOf(type, text) ?? (isKey(text) && text !== 'none' ? text : nameInQuotes(text));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const comment = (title: string, text: string): string => `// ${oneLine(title)}: ${oneLine(text)}`;
