import type { Relation } from './properties.ts';
import type { Entry, Namespace } from './record.ts';
import { Cell } from './tracking.ts';

/** What can be read of a node, one cell each, so that readers hear only of what they looked at. */
export type Facet =
  /** Which declarations there are, with type, kind, name and document. */
  | 'declared'
  /** All that a kind's declarations and extensions state. */
  | 'statements'
  /** What holds for everything below: the container, waivers, `obsolete`. */
  | 'lineage'
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
  private readonly edges = new Map<string, Map<Node, number>>();
  private readonly sorted = new Map<string, readonly Node[]>();
  private readonly cells = new Map<Facet, Cell>();

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
    return this.cells.size > 0;
  }

  cell(facet: Facet): Cell {
    let cell = this.cells.get(facet);
    if (cell === undefined) {
      cell = new Cell();
      this.cells.set(facet, cell);
    }
    return cell;
  }

  notify(facet: Facet): void {
    this.cells.get(facet)?.notify();
  }

  /** The nodes at the other end, by key; declared or not. */
  others(direction: 'to' | 'from', relation: Relation): readonly Node[] {
    const name = `${direction} ${relation}`;
    let list = this.sorted.get(name);
    if (list === undefined) {
      list = [...(this.edges.get(name)?.keys() ?? [])].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      this.sorted.set(name, list);
    }
    return list;
  }

  /** The same in no particular order, and without a list being made. */
  neighbours(direction: 'to' | 'from', relation: Relation): Iterable<Node> {
    return this.edges.get(`${direction} ${relation}`)?.keys() ?? [];
  }

  /** Counts one statement of an edge up (1) or down (-1) at this end. True if the edge appeared or vanished. */
  count(direction: 'to' | 'from', relation: Relation, other: Node, by: 1 | -1): boolean {
    const name = `${direction} ${relation}`;
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
    if (flipped) this.sorted.delete(name);
    return flipped;
  }

  /** Nothing declares it, nothing refers to it, nobody looks at it: it can go. */
  get idle(): boolean {
    if (this.declarations.length + this.extensions.length + this.mentionedBy.size + this.edges.size > 0) return false;
    for (const cell of this.cells.values()) if (cell.readers.size > 0) return false;
    return true;
  }
}
