import type { Node } from './node.ts';
import type { Relation } from './properties.ts';

/**
 * The cycles of one relation, kept up to date edge by edge. Each node in a cycle knows its component: the set of nodes that reach each
 * other. Only nodes whose own edges changed, and the members of the components they were in, are looked at again; each look
 * searches forward and backward in turns and stops where the smaller side ends, so an ordinary edit costs a few steps.
 */
export class CycleIndex {
  private readonly relation: Relation;
  private readonly components = new Map<Node, ReadonlySet<Node>>();
  private readonly dirty = new Set<Node>();

  constructor(relation: Relation) {
    this.relation = relation;
  }

  /** The nodes that reach `node` and are reached from it; undefined where it is in no cycle. */
  componentOf(node: Node): ReadonlySet<Node> | undefined {
    return this.components.get(node);
  }

  /** Edges that leave `node` have appeared or vanished. */
  touch(node: Node): void {
    this.dirty.add(node);
  }

  /** Brings the components up to date and tells the readers of every node whose component changed. */
  settle(): void {
    if (this.dirty.size === 0) return;
    const changed = new Set(this.dirty);
    const look = new Set<Node>();
    const before = new Map<Node, ReadonlySet<Node> | undefined>();
    for (const node of this.dirty) {
      look.add(node);
      for (const member of this.components.get(node) ?? []) look.add(member);
    }
    this.dirty.clear();
    for (const node of look) {
      before.set(node, this.components.get(node));
      this.components.delete(node);
    }
    const done = new Set<Node>();
    for (const node of look) {
      if (done.has(node)) continue;
      const component = this.search(node);
      for (const member of component) {
        done.add(member);
        if (!before.has(member)) before.set(member, this.components.get(member));
        if (component.size > 1) this.components.set(member, component);
      }
    }
    for (const [node, old] of before) {
      const now = this.components.get(node);
      // The same members may be joined by other edges than before.
      const rewired = now !== undefined && [...now].some(member => changed.has(member));
      if (rewired || !sameSet(old, now)) node.notify(`cycle ${this.relation}`);
    }
  }

  /** The component of `node`, itself included. */
  private search(node: Node): ReadonlySet<Node> {
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

/** A breadth-first walk along a relation, one node a step. */
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
    for (const other of node.others(this.direction, this.relation)) {
      if (this.seen.has(other) || (this.side && !this.side.has(other))) continue;
      this.seen.add(other);
      this.queue.push(other);
    }
    return true;
  }
}

function sameSet(a: ReadonlySet<Node> | undefined, b: ReadonlySet<Node> | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.size !== b.size) return false;
  for (const member of a) if (!b.has(member)) return false;
  return true;
}

/** The shortest cycle through `start` inside its component, as the nodes in order; of equally short ones the first by key. */
export function shortestCycle(start: Node, component: ReadonlySet<Node>, relation: Relation): Node[] {
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
        if (other === start || cameFrom.has(other) || !component.has(other)) continue;
        cameFrom.set(other, node);
        next.push(other);
      }
    }
    layer = next;
  }
  return [];
}
