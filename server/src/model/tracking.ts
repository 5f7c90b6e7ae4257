/**
 * Who has read what. The graph is read through cells; whoever reads a cell while tracked (a rule judging a subject, a
 * derived value) is told when that cell changes. So an edit makes exactly those subjects be judged again that looked at what it
 * changed, and no rule has to say what it depends on.
 */

/** Somebody who reads cells and must hear when one of them changes. */
export interface Reader {
  /** The cells read since the last `track`. */
  reads: Cell[];
  /** A cell that was read has changed. May be called more than once. */
  changed(): void;
}

/** A piece of the graph that can be read and can change. */
export class Cell {
  // Most cells have one reader: a set of its own for each would take more memory than the model.
  private readers: Reader | Set<Reader> | undefined;

  /** Somebody will hear of a change. */
  get isRead(): boolean {
    return this.readers !== undefined;
  }

  /** Adds a reader. False if it was there already. */
  add(reader: Reader): boolean {
    const { readers } = this;
    if (readers === undefined) this.readers = reader;
    else if (readers instanceof Set) {
      if (readers.has(reader)) return false;
      readers.add(reader);
    } else {
      if (readers === reader) return false;
      this.readers = new Set([readers, reader]);
    }
    return true;
  }

  delete(reader: Reader): void {
    const { readers } = this;
    if (readers === reader) this.readers = undefined;
    else if (readers instanceof Set) {
      readers.delete(reader);
      if (readers.size === 0) this.readers = undefined;
    }
  }

  /** Tells every reader that this piece has changed. */
  notify(): void {
    const { readers } = this;
    if (readers instanceof Set) for (const reader of [...readers]) reader.changed();
    else readers?.changed();
  }
}

/** Notes which reader is at work, and which derived values must be computed again. */
export class Tracker {
  private current: Reader | undefined;
  private readonly stale: Derived<unknown>[] = [];

  /** Notes that whoever is at work has read `cell`. */
  read(cell: Cell): void {
    const reader = this.current;
    if (reader !== undefined && cell.add(reader)) reader.reads.push(cell);
  }

  /** Runs `work` as `reader`: its earlier reads are forgotten, what it reads now is noted. */
  track<T>(reader: Reader, work: () => T): T {
    this.forget(reader);
    return this.as(reader, work);
  }

  /** Runs `work` without noting what it reads. */
  untracked<T>(work: () => T): T {
    return this.as(undefined, work);
  }

  /** The reader is told of nothing any more. */
  forget(reader: Reader): void {
    for (const cell of reader.reads) cell.delete(reader);
    reader.reads = [];
  }

  /** A value derived from cells: computed when asked for, kept until one of them changes. */
  derive<T>(compute: () => T, same: (a: T, b: T) => boolean): Derived<T> {
    return new Derived(this, compute, same);
  }

  /** For `Derived`: it must be computed again before anyone is judged. */
  enqueue(derived: Derived<unknown>): void {
    this.stale.push(derived);
  }

  /** Computes stale values again; readers of those that really differ are told. */
  settle(): void {
    for (let derived = this.stale.pop(); derived !== undefined; derived = this.stale.pop()) derived.refresh();
  }

  private as<T>(reader: Reader | undefined, work: () => T): T {
    const outer = this.current;
    this.current = reader;
    try {
      return work();
    } finally {
      this.current = outer;
    }
  }
}

/** A value derived from cells. Its own readers hear of a change only if the value differs. */
export class Derived<T> implements Reader {
  reads: Cell[] = [];
  private readonly cell = new Cell();
  private readonly tracker: Tracker;
  private readonly compute: () => T;
  private readonly same: (a: T, b: T) => boolean;
  private state: 'new' | 'fresh' | 'stale' = 'new';
  private value: T | undefined;

  constructor(tracker: Tracker, compute: () => T, same: (a: T, b: T) => boolean) {
    this.tracker = tracker;
    this.compute = compute;
    this.same = same;
  }

  /** Nothing that it was computed from has changed. */
  get isFresh(): boolean {
    return this.state === 'fresh';
  }

  get(): T {
    if (this.state !== 'fresh') this.refresh();
    this.tracker.read(this.cell);
    return this.value as T;
  }

  changed(): void {
    if (this.state !== 'fresh') return;
    this.state = 'stale';
    this.tracker.enqueue(this as Derived<unknown>);
  }

  refresh(): void {
    if (this.state === 'fresh') return;
    const before = this.state;
    this.state = 'fresh';
    const old = this.value as T;
    this.value = this.tracker.track(this, this.compute);
    if (before === 'stale' && !this.same(old, this.value)) this.cell.notify();
  }
}
