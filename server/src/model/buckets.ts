import type { Entry } from './record.ts';
import { Cell, type Tracker } from './tracking.ts';

/** Entries that share something (a name, a look), found by it; whoever reads a bucket hears when it changes. */
export class Buckets {
  private readonly buckets = new Map<string, { entries: Entry[]; cell: Cell }>();

  /** The entries that share `id`, ordered by key, then by place. */
  read(id: string, tracker: Tracker): readonly Entry[] {
    const bucket = this.bucket(id);
    tracker.read(bucket.cell);
    return bucket.entries;
  }

  add(id: string, entry: Entry): void {
    const bucket = this.bucket(id);
    bucket.entries = [...bucket.entries, entry].sort(byKey);
    bucket.cell.notify();
  }

  delete(id: string, entry: Entry): void {
    const bucket = this.bucket(id);
    bucket.entries = bucket.entries.filter(other => other !== entry);
    bucket.cell.notify();
    if (bucket.entries.length === 0 && bucket.cell.readers.size === 0) this.buckets.delete(id);
  }

  private bucket(id: string): { entries: Entry[]; cell: Cell } {
    let bucket = this.buckets.get(id);
    if (bucket === undefined) {
      bucket = { entries: [], cell: new Cell() };
      this.buckets.set(id, bucket);
    }
    return bucket;
  }
}

/** The order in which entries are listed wherever no other order matters. */
export function byKey(a: Entry, b: Entry): number {
  return compareText(a.key, b.key) || byPlace(a, b);
}

/** Document order: by address, then by place. */
export function byPlace(a: Entry, b: Entry): number {
  return compareText(a.document, b.document) || a.range.line - b.range.line || a.range.character - b.range.character;
}

/** Plain code-unit order: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
