import { compareText } from './buckets.ts';
import { type Entry, type Namespace, namespaceOf } from './record.ts';

/** More changes than this at once, and sorting everything again costs less than putting each in its place. */
const FEW = 200;

/** Entries found by the beginning of a word, in the order of these words. */
export interface Matches extends Iterable<Entry> {
  /** How many there are; reading fewer costs nothing for the others. */
  readonly size: number;
}

/** A word under which an entry is found. */
interface Item {
  text: string;
  entry: Entry;
}

/**
 * Declarations by the first letters of their keys and of the words of their names, ignoring case. Kept sorted: to find those that
 * begin with some letters takes a few steps, however large the project is.
 */
export class KeyIndex {
  private readonly lists = new Map<string, Item[]>();
  private readonly added = new Set<Entry>();
  private readonly deleted = new Set<Entry>();

  constructor(entries: Iterable<Entry>) {
    for (const entry of entries) this.add(entry);
  }

  add(entry: Entry): void {
    if (!this.deleted.delete(entry)) this.added.add(entry);
  }

  delete(entry: Entry): void {
    if (!this.added.delete(entry)) this.deleted.add(entry);
  }

  /** Declarations of a namespace whose keys begin with `prefix`; `sort`: only of this kind of product, or this type of entry. */
  byKey(namespace: Namespace, prefix: string, sort?: string): Matches {
    return this.matches(sort === undefined ? `key ${namespace}` : `key ${namespace} ${sort}`, prefix);
  }

  /** Declarations of a namespace in whose names or short names a word begins with `prefix`; some more than once. */
  byWord(namespace: Namespace, prefix: string): Matches {
    return this.matches(`word ${namespace}`, prefix);
  }

  private matches(name: string, prefix: string): Matches {
    this.flush();
    const list = this.lists.get(name) ?? [];
    const text = prefix.toLowerCase();
    const from = firstIndex(list, item => item.text >= text);
    const to =
      text === '' ? list.length : firstIndex(list, item => item.text > text && !item.text.startsWith(text), from);
    return {
      size: to - from,
      *[Symbol.iterator]() {
        for (let at = from; at < to; at++) yield list[at].entry;
      },
    };
  }

  /** Takes over what has changed since the last question. */
  private flush(): void {
    if (this.added.size + this.deleted.size === 0) return;
    const few = this.added.size + this.deleted.size <= FEW;
    for (const entry of few ? this.deleted : []) for (const [name, item] of itemsOf(entry)) this.take(name, item);
    if (!few)
      for (const [name, list] of this.lists)
        this.lists.set(
          name,
          list.filter(item => !this.deleted.has(item.entry)),
        );
    for (const entry of this.added) {
      for (const [name, item] of itemsOf(entry)) {
        const list = this.lists.get(name) ?? [];
        this.lists.set(name, list);
        if (few)
          list.splice(
            firstIndex(list, other => order(other, item) >= 0),
            0,
            item,
          );
        else list.push(item);
      }
    }
    if (!few) for (const list of this.lists.values()) list.sort(order);
    this.added.clear();
    this.deleted.clear();
  }

  private take(name: string, item: Item): void {
    const list = this.lists.get(name) ?? [];
    // Declarations of one key in one file stand side by side in no order of their own.
    for (let at = firstIndex(list, other => order(other, item) >= 0); at < list.length; at++) {
      if (list[at].entry !== item.entry) continue;
      list.splice(at, 1);
      return;
    }
  }
}

/** The lists in which an entry stands, and under which word in each. */
function* itemsOf(entry: Entry): Iterable<[string, Item]> {
  const namespace = namespaceOf(entry.type);
  const text = entry.key.toLowerCase();
  yield [`key ${namespace}`, { text, entry }];
  yield [`key ${namespace} ${entry.kind?.text ?? entry.type}`, { text, entry }];
  const short = entry.attributes.find(({ property }) => property === 'short')?.values[0]?.text ?? '';
  const words = `${entry.name?.text ?? ''} ${short}`.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  for (const word of new Set(words)) yield [`word ${namespace}`, { text: word, entry }];
}

function order(a: Item, b: Item): number {
  return (
    compareText(a.text, b.text) ||
    compareText(a.entry.key, b.entry.key) ||
    compareText(a.entry.document, b.entry.document)
  );
}

/** The first index of a list, sorted so that `holds` is false and then true, at which it is true. */
function firstIndex(list: readonly Item[], holds: (item: Item) => boolean, from = 0): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
