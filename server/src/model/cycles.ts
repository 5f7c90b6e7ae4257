import { facetOf, type Node } from './node.ts';
import type { Relation } from './properties.ts';
import { knotsFrom } from './tarjan.ts';

/** Looking at more nodes than this at once (a cold start), one walk over all costs less than a search for each. */
const MANY = 100;

/** Entries that reach each other. */
export interface Knot {
  nodes: ReadonlySet<Node>;
  /** The one with the smallest key. */
  leader: Node;
}

/**
 * The cycles of one relation, kept up to date edge by edge; keys that nothing declares are in none. Each node in a cycle knows its
 * knot: the nodes that reach each other. Only nodes whose own edges changed, and the members of the knots they were in, are looked
 * at again; each look searches forward and backward in turns and stops where the smaller side ends, so an ordinary edit costs
 * a few steps.
 */
export class CycleIndex {
  private readonly relation: Relation;
  private readonly knots = new Map<Node, Knot>();
  private readonly dirty = new Set<Node>();

  constructor(relation: Relation) {
    this.relation = relation;
  }

  /** The knot of a node; undefined where it is in no cycle. An entry that points to itself alone is in none. */
  knotOf(node: Node): Knot | undefined {
    return this.knots.get(node);
  }

  /** Edges that leave `node` have appeared or vanished, or its declaration has. */
  touch(node: Node): void {
    this.dirty.add(node);
  }

  /** Brings the knots up to date. Tells who asked whether a node is in a cycle or leads one, and who asked for the way around. */
  settle(): void {
    if (this.dirty.size === 0) return;
    const look = new Set<Node>();
    for (const node of this.dirty) {
      look.add(node);
      for (const member of this.knots.get(node)?.nodes ?? []) look.add(member);
    }
    this.dirty.clear();
    const before = new Map<Node, Knot | undefined>();
    for (const node of look) {
      before.set(node, this.knots.get(node));
      this.knots.delete(node);
    }
    for (const nodes of look.size > MANY ? knotsFrom(look, this.relation) : this.knotsOf(look)) {
      const knot = { nodes, leader: first(nodes) };
      for (const member of nodes) {
        if (!before.has(member)) before.set(member, this.knots.get(member));
        this.knots.set(member, knot);
      }
    }
    for (const [node, old] of before) {
      const now = this.knots.get(node);
      if (!old && !now) continue;
      node.notify(facetOf('knot', this.relation));
      if (!old || !now || (old.leader === node) !== (now.leader === node)) node.notify(facetOf('cycle', this.relation));
    }
  }

  /** The knots of these nodes, each found by a search of its own. */
  private *knotsOf(look: ReadonlySet<Node>): Iterable<ReadonlySet<Node>> {
    const done = new Set<Node>();
    for (const node of look) {
      if (done.has(node)) continue;
      const nodes = this.search(node);
      for (const member of nodes) done.add(member);
      if (nodes.size > 1) yield nodes;
    }
  }

  /** The nodes that reach `node` and are reached from it, itself included. */
  private search(node: Node): ReadonlySet<Node> {
    if (node.entry === undefined) return new Set([node]);
    const forward = new Walk(node, this.relation, 'to');
    const backward = new Walk(node, this.relation, 'from');
    for (;;) {
      if (!forward.step()) return this.within(node, forward.seen, 'from');
      if (!backward.step()) return this.within(node, backward.seen, 'to');
    }
  }

  /** Of the nodes that one side reaches, those that the other side reaches too. */
  private within(node: Node, side: ReadonlySet<Node>, direction: 'to' | 'from'): ReadonlySet<Node> {
    const walk = new Walk(node, this.relation, direction, side);
    while (walk.step()) {
      // all of it
    }
    return walk.seen;
  }
}

function first(nodes: Iterable<Node>): Node {
  let least: Node | undefined;
  for (const node of nodes) if (least === undefined || node.key < least.key) least = node;
  return least!;
}

/** A walk along a relation over what is declared, one node a step. */
class Walk {
  readonly seen: Set<Node>;
  private readonly queue: Node[];
  private readonly relation: Relation;
  private readonly direction: 'to' | 'from';
  private readonly side: ReadonlySet<Node> | undefined;

  constructor(start: Node, relation: Relation, direction: 'to' | 'from', side?: ReadonlySet<Node>) {
    this.seen = new Set([start]);
    this.queue = [start];
    this.relation = relation;
    this.direction = direction;
    this.side = side;
  }

  /** Visits one more node; false when there is none. */
  step(): boolean {
    const node = this.queue.pop();
    if (node === undefined) return false;
    for (const other of node.neighbours(this.direction, this.relation)) {
      if (other.entry === undefined || this.seen.has(other) || (this.side && !this.side.has(other))) continue;
      this.seen.add(other);
      this.queue.push(other);
    }
    return true;
  }
}

/** The shortest cycle through `start` inside its knot, as the nodes in order; of equally short ones the first by key. */
export function shortestCycle(start: Node, { nodes }: Knot, relation: Relation): Node[] {
  const cameFrom = new Map<Node, Node>();
  let layer: Node[] = [start];
  while (layer.length > 0) {
    const next: Node[] = [];
    for (const node of layer) {
      for (const other of node.others('to', relation)) {
        if (other === start && node !== start) {
          const path = [node];
          for (let at = cameFrom.get(node); at !== undefined; at = cameFrom.get(at)) path.push(at);
          return path.reverse();
        }
        if (other === start || cameFrom.has(other) || !nodes.has(other)) continue;
        cameFrom.set(other, node);
        next.push(other);
      }
    }
    layer = next;
  }
  return [];
}
