import { DerivedMap } from './derived-map.ts';
import type { Graph } from './graph.ts';
import { sameContent } from './reconcile.ts';
import type { Entry } from './record.ts';
import type { Tracker } from './tracking.ts';

/** How many software products of one repository anyone hears of: five to name, oneself, and one more to say "others". */
const PRODUCTS = 7;
/** How many repositories served by a dependency anyone hears of: two to name, one more for "others", and a product's own to set aside. */
const SERVED = 6;

/**
 * What repositories have to do with software products: which are in them, and whom a repository that others require serves. The lists
 * are cut short, so that a library that everything requires costs no more than one that three require.
 */
export class Repositories {
  private readonly graph: Graph;
  private readonly software: DerivedMap<string, readonly string[]>;
  private readonly served: DerivedMap<string, readonly string[]>;

  constructor(graph: Graph, tracker: Tracker) {
    this.graph = graph;
    this.software = new DerivedMap(tracker, key => this.workOutSoftware(key), sameContent);
    this.served = new DerivedMap(tracker, key => this.workOutServed(key), sameContent);
  }

  /** The keys of the software products in a repository, obsolete ones aside; the first seven. */
  softwareIn(key: string): readonly string[] {
    return this.software.get(key);
  }

  /** The keys of the repositories with software products that require this one, at any depth; nearest first, then by key, the first six. */
  servedBy(key: string): readonly string[] {
    return this.served.get(key);
  }

  /**
   * All that these repositories require, at any depth, themselves aside; nearest first, then by key. Whoever stops early has read
   * no more than what he was given.
   */
  *dependenciesOf(repositories: readonly Entry[]): Iterable<Entry> {
    yield* this.walk(repositories, 'to');
  }

  /** Drops what was derived for a repository that is gone. */
  forget(key: string): void {
    this.software.forget(key);
    this.served.forget(key);
  }

  private workOutSoftware(key: string): readonly string[] {
    const repository = this.graph.entry('repository', key);
    const keys: string[] = [];
    if (repository === undefined) return keys;
    for (const product of this.graph.eachFrom(repository, 'repository')) {
      if (!this.graph.isOfKind(product, 'software') || this.graph.isObsolete(product)) continue;
      if (keys.push(product.key) === PRODUCTS) break;
    }
    return keys;
  }

  private workOutServed(key: string): readonly string[] {
    const repository = this.graph.entry('repository', key);
    const keys: string[] = [];
    if (repository === undefined) return keys;
    for (const served of this.walk([repository], 'from')) {
      if (this.softwareIn(served.key).length === 0) continue;
      if (keys.push(served.key) === SERVED) break;
    }
    return keys;
  }

  /** Breadth first, each once, so that cycles end. */
  private *walk(start: readonly Entry[], direction: 'to' | 'from'): Iterable<Entry> {
    const seen = new Set(start.map(({ key }) => key));
    const queue = [...start];
    for (const at of queue) {
      const next = direction === 'to' ? this.graph.eachTo(at, 'requires') : this.graph.eachFrom(at, 'requires');
      for (const other of next) {
        if (seen.has(other.key)) continue;
        seen.add(other.key);
        queue.push(other);
        yield other;
      }
    }
  }
}
