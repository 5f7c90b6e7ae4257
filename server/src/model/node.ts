import type { Relation } from './properties.ts';
import type { Entry, Namespace } from './record.ts';
import { Cell } from './tracking.ts';

/** What can be read of a node, one cell each, so that readers hear only of what they looked at. */
export type Facet =
  /** The declaration that counts: its type, kind, name and document. */
  | 'declared'
  /** Which declarations there are. */
  | 'declarations'
  /** All that a kind's declarations and extensions state. */
  | 'statements'
  /** Which product contains it. */
  | 'container'
  /** What it says that holds for everything below it too: `obsolete`, waivers. */
  | 'standing'
  /** Which attributes the declaration that counts says. */
  | 'stated'
  /** Whether anything refers to it. */
  | 'referred'
  /** The nodes at the other end. */
  | `to ${Relation}`
  | `from ${Relation}`
  /** Who states the edges that leave it, and where. */
  | `places ${Relation}`
  /** Whether it is in a cycle, and whether it leads it. */
  | `cycle ${Relation}`
  /** The way around the cycle. */
  | `knot ${Relation}`;

const NONE: readonly Node[] = [];
const FACETS: Record<string, Record<string, Facet>> = { to: {}, from: {}, places: {}, cycle: {}, knot: {} };

/** A relation's facet. The same text object each time, so that looking it up does not hash it anew. */
export function facetOf(what: 'to' | 'from' | 'places' | 'cycle' | 'knot', relation: Relation): Facet {
  FACETS[what][relation] ??= `${what} ${relation}`;
  return FACETS[what][relation];
}

/**
 * A key in a namespace, whether declared or only referred to. Nodes outlive declarations: a reference never goes stale, since it
 * points to the key's node, not to what is declared there now.
 */
export class Node {
  readonly namespace: Namespace;
  readonly key: string;
  /** Its declarations in document order (address, then place). The first one counts; more than one is a finding. */
  declarations: Entry[] = [];
  /** `extend kind KEY { … }`, in document order. */
  extensions: Entry[] = [];
  /** Entries that refer to the key, and how often. */
  readonly mentionedBy = new Map<Entry, number>();
  /** How many of these entries are not its own declarations. */
  referrers = 0;
  // Made when they are needed: a large project has tens of thousands of nodes that need few of them.
  private edges: Map<Facet, Map<Node, number>> | undefined;
  private sorted: Map<Facet, readonly Node[]> | undefined;
  private cells: Map<Facet, Cell> | undefined;

  constructor(namespace: Namespace, key: string) {
    this.namespace = namespace;
    this.key = key;
  }

  /** The declaration that counts. */
  get entry(): Entry | undefined {
    return this.declarations[0];
  }

  /** Somebody has looked at it. */
  get isRead(): boolean {
    return this.cells !== undefined;
  }

  cell(facet: Facet): Cell {
    this.cells ??= new Map();
    let cell = this.cells.get(facet);
    if (cell === undefined) {
      cell = new Cell();
      this.cells.set(facet, cell);
    }
    return cell;
  }

  notify(facet: Facet): void {
    this.cells?.get(facet)?.notify();
  }

  /** The nodes at the other end, by key; declared or not. */
  others(direction: 'to' | 'from', relation: Relation): readonly Node[] {
    const name = facetOf(direction, relation);
    const others = this.edges?.get(name);
    if (others === undefined) return NONE;
    this.sorted ??= new Map();
    let list = this.sorted.get(name);
    if (list === undefined) {
      list = [...others.keys()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      this.sorted.set(name, list);
    }
    return list;
  }

  /** The same in no particular order, and without a list being made. */
  neighbours(direction: 'to' | 'from', relation: Relation): Iterable<Node> {
    return this.edges?.get(facetOf(direction, relation))?.keys() ?? NONE;
  }

  /** Counts one statement of an edge up (1) or down (-1) at this end. True if the edge appeared or vanished. */
  count(direction: 'to' | 'from', relation: Relation, other: Node, by: 1 | -1): boolean {
    const name = facetOf(direction, relation);
    this.edges ??= new Map();
    let others = this.edges.get(name);
    if (others === undefined) {
      others = new Map();
      this.edges.set(name, others);
    }
    const before = others.get(other) ?? 0;
    if (before + by > 0) others.set(other, before + by);
    else others.delete(other);
    if (others.size === 0) this.edges.delete(name);
    const flipped = before === 0 || before + by === 0;
    if (flipped) this.sorted?.delete(name);
    return flipped;
  }

  /** Nothing declares it, nothing refers to it, nobody looks at it: it can go. */
  get idle(): boolean {
    if (this.declarations.length + this.extensions.length + this.mentionedBy.size + (this.edges?.size ?? 0) > 0)
      return false;
    return ![...(this.cells?.values() ?? [])].some(cell => cell.isRead);
  }
}
