import type { Node } from './node.ts';
import type { Relation } from './properties.ts';

/**
 * Every knot of a relation that can be reached from these nodes: sets of two or more declared nodes that reach each other. One walk over
 * all (Tarjan's), for when many nodes are looked at at once.
 */
export function knotsFrom(start: Iterable<Node>, relation: Relation): ReadonlySet<Node>[] {
  const knots: ReadonlySet<Node>[] = [];
  /** The order in which nodes were met, and the earliest one still open that each reaches. */
  const met = new Map<Node, number>();
  const earliest = new Map<Node, number>();
  const open: Node[] = [];
  const isOpen = new Set<Node>();

  const meet = (node: Node): { node: Node; others: Iterator<Node> } => {
    met.set(node, met.size);
    earliest.set(node, met.get(node)!);
    open.push(node);
    isOpen.add(node);
    return { node, others: node.neighbours('to', relation)[Symbol.iterator]() };
  };
  const reach = (node: Node, at: number): void => {
    if (at < earliest.get(node)!) earliest.set(node, at);
  };
  const close = (node: Node): void => {
    if (earliest.get(node) !== met.get(node)) return;
    const knot = new Set(open.splice(open.lastIndexOf(node)));
    for (const member of knot) isOpen.delete(member);
    if (knot.size > 1) knots.push(knot);
  };

  for (const from of start) {
    if (from.entry === undefined || met.has(from)) continue;
    // A list of its own instead of calls: a chain may be longer than the stack is deep.
    const path = [meet(from)];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const next = at.others.next();
      if (next.done) {
        path.pop();
        const below = path.at(-1);
        if (below) reach(below.node, earliest.get(at.node)!);
        close(at.node);
      } else if (next.value.entry === undefined) continue;
      else if (!met.has(next.value)) path.push(meet(next.value));
      else if (isOpen.has(next.value)) reach(at.node, met.get(next.value)!);
    }
  }
  return knots;
}
