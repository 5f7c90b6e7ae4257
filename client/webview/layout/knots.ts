/**
 * Groups of things that need one another in a circle, among `nodes`; single things are no group. Tarjan's algorithm with a stack of its own:
 * a chain of thousands is no deep recursion.
 */
export function knotsOf(nodes: Iterable<number>, next: (id: number) => readonly number[]): number[][] {
  const near = new Map<number, readonly number[]>();
  for (const id of nodes) near.set(id, next(id));
  const knots: number[][] = [];
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const onStack = new Set<number>();
  for (const root of near.keys()) {
    if (index.has(root)) continue;
    const work: { id: number; at: number }[] = [{ id: root, at: 0 }];
    while (work.length > 0) {
      const frame = work.at(-1)!;
      const { id } = frame;
      if (frame.at === 0) {
        index.set(id, index.size);
        low.set(id, index.get(id)!);
        stack.push(id);
        onStack.add(id);
      }
      const others = near.get(id)!;
      const other = others[frame.at++];
      if (other !== undefined) {
        if (!near.has(other)) continue;
        if (!index.has(other)) work.push({ id: other, at: 0 });
        else if (onStack.has(other)) low.set(id, Math.min(low.get(id)!, index.get(other)!));
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) low.set(above.id, Math.min(low.get(above.id)!, low.get(id)!));
      if (low.get(id) !== index.get(id)) continue;
      const knot = stack.splice(stack.indexOf(id));
      for (const one of knot) onStack.delete(one);
      if (knot.length > 1) knots.push(knot);
    }
  }
  return knots;
}
