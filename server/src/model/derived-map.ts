import type { Derived, Tracker } from './tracking.ts';

/** Derived values by what they are about: each is computed when it is asked for, and kept until something that it read changes. */
export class DerivedMap<K, T> {
  private readonly tracker: Tracker;
  private readonly compute: (key: K) => T;
  private readonly same: (a: T, b: T) => boolean;
  private readonly values = new Map<K, Derived<T>>();

  constructor(tracker: Tracker, compute: (key: K) => T, same: (a: T, b: T) => boolean) {
    this.tracker = tracker;
    this.compute = compute;
    this.same = same;
  }

  /**
   * The value of `key`. Where values follow from each other along a chain or a tree, `needed` tells the next ones: they are computed
   * first, the furthest before the others, since calls as deep as the chain is long would overflow the stack.
   */
  get(key: K, needed?: (key: K) => Iterable<K>): T {
    const derived = this.of(key);
    if (needed && !derived.isFresh) this.tracker.untracked(() => this.prepare(key, needed));
    return derived.get();
  }

  /** Drops the value of a key that is gone. */
  forget(key: K): void {
    const derived = this.values.get(key);
    if (derived) this.tracker.forget(derived);
    this.values.delete(key);
  }

  private prepare(key: K, needed: (key: K) => Iterable<K>): void {
    const order = new Set([key]);
    for (const at of order) for (const next of needed(at)) if (!this.of(next).isFresh) order.add(next);
    order.delete(key);
    for (const at of [...order].reverse()) this.of(at).get();
  }

  private of(key: K): Derived<T> {
    let derived = this.values.get(key);
    if (derived === undefined) {
      derived = this.tracker.derive(() => this.compute(key), this.same);
      this.values.set(key, derived);
    }
    return derived;
  }
}
