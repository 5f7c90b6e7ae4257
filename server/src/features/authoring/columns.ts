/** What the columns of a spreadsheet mean. */
import { PROPERTIES } from '../../model/properties.ts';

/** What a column holds: a part of the heading, the description, the word of an attribute; or its title, which means nothing here. */
export type Column =
  | { is: 'key' | 'name' | 'kind' | 'parent' | 'description' }
  | { is: 'attribute'; word: string }
  | { is: 'other'; title: string };

const HEADINGS: Readonly<Record<string, 'key' | 'name' | 'kind' | 'parent' | 'description'>> = {
  key: 'key',
  id: 'key',
  identifier: 'key',
  acronym: 'key',
  name: 'name',
  title: 'name',
  product: 'name',
  'product name': 'name',
  kind: 'kind',
  type: 'kind',
  category: 'kind',
  in: 'parent',
  parent: 'parent',
  package: 'parent',
  'part of': 'parent',
  description: 'description',
};

/** Titles of columns that are not simply the attribute's word. */
const TITLES: Readonly<Record<string, string>> = {
  'short name': 'short',
  abbreviation: 'short',
  'product owner': 'owner',
  'product manager': 'manager',
  'wbs code': 'wbs',
  'used by': 'used in',
  url: 'link',
  website: 'link',
  repo: 'repository',
  repositories: 'repository',
  'source code': 'repository',
  requirement: 'satisfies',
};

const ATTRIBUTES = new Set(PROPERTIES.filter(({ on }) => on.includes('product')).map(({ word }) => word));
/** What a row of cells cannot say: more than a value belongs to them. */
for (const word of ['waive', 'obsolete', 'reviewed']) ATTRIBUTES.delete(word);

/** The columns that a first row names; undefined where it is no row of titles. */
export function columnsOf(titles: readonly string[]): Column[] | undefined {
  const columns = titles.map(columnOf);
  const known = columns.filter(({ is }) => is !== 'other').length;
  const named = columns.some(({ is }) => is === 'key' || is === 'name');
  return named && known >= 2 ? columns : undefined;
}

function columnOf(title: string): Column {
  const word = title
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[:*]+$/, '')
    .trim();
  for (const one of [word, word.replace(/\(s\)$/, ''), word.replace(/s$/, '')]) {
    const is = Object.hasOwn(HEADINGS, one) ? HEADINGS[one] : undefined;
    if (is) return { is };
    const attribute = Object.hasOwn(TITLES, one) ? TITLES[one] : one;
    if (ATTRIBUTES.has(attribute)) return { is: 'attribute', word: attribute };
  }
  return { is: 'other', title };
}

/** What columns without titles mean: a key, a name, an owner, a manager, a team; where the first one holds kinds, these before them. */
export function usualColumns(number: number, kindFirst: boolean): Column[] {
  const usual: Column[] = [
    ...(kindFirst ? [{ is: 'kind' } as const] : []),
    { is: 'key' },
    { is: 'name' },
    ...['owner', 'manager', 'team'].map(word => ({ is: 'attribute', word }) as const),
  ];
  return Array.from({ length: number }, (_, i) => usual[i] ?? { is: 'other', title: `Column ${i + 1}` });
}
