import type { Entry } from './record.ts';
import { Cell, type Tracker } from './tracking.ts';

/**
 * Entries that share something (a name, a look), found by it. Changes are gathered until `flush`; then whoever reads a bucket hears
 * if what can be seen of its entries differs, so that an entry that comes back as it was disturbs nobody.
 */
export class Buckets<Id extends string | number> {
  /** Most buckets hold one entry: it stands without a list. */
  private readonly held = new Map<Id, Entry | readonly Entry[]>();
  private readonly cells = new Map<Id, Cell>();
  /** What could be seen of a bucket before the first change since the last `flush`; kept for buckets that somebody reads. */
  private readonly before = new Map<Id, string>();

  /** The entries that share `id`, ordered by key, then by place. */
  read(id: Id, tracker: Tracker): readonly Entry[] {
    let cell = this.cells.get(id);
    if (cell === undefined) {
      cell = new Cell();
      this.cells.set(id, cell);
    }
    tracker.read(cell);
    return this.entries(id);
  }

  add(id: Id, entry: Entry): void {
    this.note(id);
    const entries = this.entries(id);
    this.held.set(id, entries.length === 0 ? entry : withEntry(entries, entry, byKey));
  }

  delete(id: Id, entry: Entry): void {
    this.note(id);
    const rest = this.entries(id).filter(other => other !== entry);
    if (rest.length === 0) this.held.delete(id);
    else this.held.set(id, rest.length === 1 ? rest[0] : rest);
  }

  /** Tells the readers of buckets that look different now. */
  flush(): void {
    for (const [id, before] of this.before) {
      const cell = this.cells.get(id);
      if (cell && before !== this.sight(id)) cell.notify();
      if (cell && !cell.isRead) this.cells.delete(id);
    }
    this.before.clear();
  }

  private entries(id: Id): readonly Entry[] {
    const held = this.held.get(id);
    return held === undefined ? [] : isList(held) ? held : [held];
  }

  private note(id: Id): void {
    if (this.cells.has(id) && !this.before.has(id)) this.before.set(id, this.sight(id));
  }

  private sight(id: Id): string {
    return JSON.stringify(
      this.entries(id).map(({ type, key, document, kind, name }) => [type, key, document, kind?.text, name?.text]),
    );
  }
}

function isList(held: Entry | readonly Entry[]): held is readonly Entry[] {
  return Array.isArray(held);
}

/** A sorted list with one entry more. Entries mostly come in order, so its place is looked for from the end. */
export function withEntry(list: readonly Entry[], entry: Entry, order: (a: Entry, b: Entry) => number): Entry[] {
  let at = list.length;
  while (at > 0 && order(list[at - 1], entry) > 0) at--;
  return list.toSpliced(at, 0, entry);
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
