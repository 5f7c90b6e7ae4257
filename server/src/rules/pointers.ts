import type { Entry, Range } from '../model/record.ts';
import type { Related } from './rule.ts';

/** Which findings point to places in other entries: when such an entry goes, they are worked out again; when it moves, shown again. */
export class Pointers {
  private readonly byRange = new Map<Range, Map<Entry, number>>();
  /** By address: the documents whose findings point into it, and how often. */
  private readonly byDocument = new Map<string, Map<string, number>>();

  /** The entries whose findings point to this place. */
  to(range: Range): Iterable<Entry> {
    return this.byRange.get(range)?.keys() ?? [];
  }

  /** The addresses of the documents whose findings point into this one. */
  documentsTo(document: string): Set<string> {
    return new Set(this.byDocument.get(document)?.keys());
  }

  add(entry: Entry, related: readonly Related[]): void {
    this.count(entry, related, 1);
  }

  delete(entry: Entry, related: readonly Related[]): void {
    this.count(entry, related, -1);
  }

  private count(entry: Entry, related: readonly Related[], by: 1 | -1): void {
    for (const { document, at } of related) {
      count(this.byRange, at, entry, by);
      count(this.byDocument, document, entry.document, by);
    }
  }
}

function count<K, V>(counts: Map<K, Map<V, number>>, key: K, value: V, by: 1 | -1): void {
  let inner = counts.get(key);
  if (inner === undefined) {
    inner = new Map();
    counts.set(key, inner);
  }
  const after = (inner.get(value) ?? 0) + by;
  if (after > 0) inner.set(value, after);
  else inner.delete(value);
  if (inner.size === 0) counts.delete(key);
}
