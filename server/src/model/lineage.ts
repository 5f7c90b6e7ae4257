import { DerivedMap } from './derived-map.ts';
import type { Graph } from './graph.ts';
import { sameContent } from './reconcile.ts';
import type { Attribute, Entry } from './record.ts';
import type { Store } from './store.ts';
import type { Tracker } from './tracking.ts';

/** Who manages the products below a package; as much as the rule on packages' managers asks. */
export interface ManagersBelow {
  /** The managers' keys in order, two at most: none, one, or several. */
  managers: readonly string[];
  /** There are products below. */
  products: boolean;
  /** Every product below names a manager. */
  complete: boolean;
}

/** What holds for a product because of those that contain it. */
interface Above {
  /** One of them is obsolete. */
  obsolete: boolean;
  /** The keys of those that waive a rule, nearest first. */
  waiving: readonly string[];
}

const NOTHING_ABOVE: Above = { obsolete: false, waiving: [] };

/** What follows for a product from those that contain it, and from those that it contains, at any depth. */
export class Lineage {
  private readonly graph: Graph;
  private readonly store: Store;
  private readonly tracker: Tracker;
  private readonly aboves: DerivedMap<string, Above>;
  private readonly belows: DerivedMap<string, ManagersBelow>;

  constructor(graph: Graph, store: Store, tracker: Tracker) {
    this.graph = graph;
    this.store = store;
    this.tracker = tracker;
    this.aboves = new DerivedMap(tracker, key => this.workOutAbove(key), sameContent);
    this.belows = new DerivedMap(tracker, key => this.workOutManagers(key), sameContent);
  }

  /** Obsolete itself, or contained in what is. */
  isObsolete(product: Entry): boolean {
    this.readStanding(product);
    return says(product, 'obsolete') || this.above(product.key).obsolete;
  }

  /** The waivers that cover an entry, nearest first; those of one entry in the order of its text. */
  waiversOver(entry: Entry): readonly { holder: Entry; waiver: Attribute }[] {
    const above = entry.type === 'product' ? this.above(entry.key).waiving : [];
    const holders = [entry, ...above.map(key => this.product(key)).filter(holder => holder !== undefined)];
    return holders.flatMap(holder => {
      this.readStanding(holder);
      return holder.attributes.filter(({ property }) => property === 'waive').map(waiver => ({ holder, waiver }));
    });
  }

  /** Who manages the products below a product; packages and obsolete products aside (DMTN-104 §1.5). */
  managersBelow(key: string): ManagersBelow {
    return this.belows.get(key, at => this.childrenOf(at).map(child => child.key));
  }

  /** Drops what was derived for a product that is gone. */
  forget(key: string): void {
    this.aboves.forget(key);
    this.belows.forget(key);
  }

  private above(key: string): Above {
    return this.aboves.get(key, at => {
      const parent = this.parentOf(at);
      return parent ? [parent.key] : [];
    });
  }

  private workOutAbove(key: string): Above {
    const parent = this.parentOf(key);
    if (parent === undefined) return NOTHING_ABOVE;
    this.readStanding(parent);
    const above = this.above(parent.key);
    const obsolete = above.obsolete || says(parent, 'obsolete');
    const waiving = says(parent, 'waive') ? [parent.key, ...above.waiving] : above.waiving;
    return obsolete === above.obsolete && waiving === above.waiving ? above : { obsolete, waiving };
  }

  private workOutManagers(key: string): ManagersBelow {
    const { graph } = this;
    const managers = new Set<string>();
    const below = { products: false, complete: true };
    for (const child of this.childrenOf(key)) {
      if (this.isObsolete(child)) continue;
      const inside = this.managersBelow(child.key);
      const own = graph.isOfKind(child, 'package') ? undefined : graph.to(child, 'manager').map(manager => manager.key);
      for (const manager of [...(own ?? []), ...inside.managers]) if (managers.size < 2) managers.add(manager);
      if (own || inside.products) below.products = true;
      if (own?.length === 0 || !inside.complete) below.complete = false;
    }
    return { managers: [...managers].sort(), ...below };
  }

  private product(key: string): Entry | undefined {
    return this.graph.entry('product', key);
  }

  private parentOf(key: string): Entry | undefined {
    const entry = this.product(key);
    return entry && this.graph.parent(entry);
  }

  private childrenOf(key: string): readonly Entry[] {
    const entry = this.product(key);
    return entry ? this.graph.children(entry) : [];
  }

  private readStanding(entry: Entry): void {
    this.tracker.read(this.store.nodeOf(entry).cell('standing'));
  }
}

function says(entry: Entry, word: string): boolean {
  return entry.attributes.some(({ property }) => property === word);
}
