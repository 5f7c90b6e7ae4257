/** The proof that a refactoring changes what was asked and nothing else: the changed texts are read again and compared. */
import { parseText, recordOf } from '../../language/index.ts';
import type { Attribute, DocumentRecord, Entry, Value } from '../../model/record.ts';

/** What is to differ afterwards. */
export interface Asked {
  /** The product that gets another parent, and its key; undefined: none. */
  moved?: { key: string; to: string | undefined };
  /** Two declarations become one: values may stand in another order. */
  merged?: true;
}

/**
 * Whether the texts state the same after a refactoring as before, but for what was asked, and have the same comments.
 * @param before all texts that it touches, as they are read already
 * @param after the same, changed; a new one may be among them
 */
export function saysTheSame(before: readonly Read[], after: readonly string[], asked: Asked): boolean {
  const old = stated(before, asked);
  const now = stated(after.map(read), { merged: asked.merged });
  return (
    old.entries - (asked.merged ? 1 : 0) === now.entries &&
    !now.mended &&
    sameTexts(old.facts, now.facts) &&
    sameTexts(old.comments, now.comments) &&
    now.problems.every(problem => old.problems.includes(problem))
  );
}

/** What some texts state, in any order. */
interface Stated {
  entries: number;
  facts: string[];
  problems: string[];
  comments: string[];
  mended: boolean;
}

/** A text that is read: what it states, and its comments. */
export interface Read {
  record: DocumentRecord;
  comments: readonly { image: string }[];
}

function read(text: string): Read {
  const parsed = parseText(text);
  return { record: recordOf('file:///a.ptree', parsed), comments: parsed.comments };
}

function stated(texts: readonly Read[], { moved, merged }: Asked): Stated {
  const all: Stated = { entries: 0, facts: [], problems: [], comments: [], mended: false };
  for (const { record, comments } of texts) {
    all.entries += record.entries.length;
    all.mended ||= record.mended;
    all.problems.push(...record.problems.map(({ rule, message }) => `${rule} ${message}`));
    all.comments.push(...comments.map(({ image }) => image.replace(/\s+/g, ' ')));
    for (const entry of record.entries) {
      const isMoved = moved && entry.type === 'product' && entry.key === moved.key;
      all.facts.push(...factsOf(entry, isMoved ? moved.to : parentOf(entry), merged === true));
    }
  }
  // What two declarations both say, one says once.
  if (merged) all.facts = [...new Set(all.facts)];
  return all;
}

function parentOf({ nestedIn, parent }: Entry): string | undefined {
  return nestedIn !== undefined && parent ? `${nestedIn} and ${parent.text}` : (nestedIn ?? parent?.text);
}

/** All that an entry states, its place aside. */
function factsOf(entry: Entry, parent: string | undefined, merged: boolean): string[] {
  const { type, key, kind, name, description, attributes, demands, fields, extension, unfinished } = entry;
  const rest = { demands, fields, extension, unfinished };
  const facts: unknown[] = [
    ['kind', kind],
    ['name', name],
    ['description', description],
    ['rest', rest],
  ];
  // A declaration without a parent says nothing that contradicts one with a parent.
  if (!merged || parent !== undefined) facts.push(['parent', parent]);
  for (const attribute of attributes) facts.push(...(merged ? valuesOf(attribute) : [attribute]));
  return facts
    .filter(fact => !(merged && Array.isArray(fact) && fact[1] === undefined))
    .map(fact => `${type} ${key} ${plain(fact)}`);
}

function valuesOf({ property, values, none, clause }: Attribute): unknown[] {
  if (values.length === 0 || clause) return [[property, values, none, clause]];
  return values.map((value: Value) => [property, value]);
}

/** As JSON, without places. */
function plain(value: unknown): string {
  return JSON.stringify(value, (name, inner) => (name === 'range' || name === 'extent' ? undefined : inner));
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
}
