import type { Graph } from '../model/graph.ts';
import type { Relation } from '../model/properties.ts';
import type { FindingCounts } from '../protocol-explorer.ts';
import { add, NOTHING, type Tally } from './tally.ts';

/**
 * Findings about each product and all that it contains, by key; products without any are left out. Looks at the products with findings and
 * at what contains them, each once.
 */
export function sumsBelow(graph: Graph, tally: Tally): ReadonlyMap<string, FindingCounts> {
  const parents = new Map<string, string | undefined>();
  const waiting = new Map<string, number>();
  for (const [id] of tally.all()) {
    if (!id.startsWith('product ')) continue;
    let at = graph.entry('product', id.slice('product '.length));
    while (at && !parents.has(at.key)) {
      const parent = graph.parent(at);
      parents.set(at.key, parent?.key);
      if (parent) waiting.set(parent.key, (waiting.get(parent.key) ?? 0) + 1);
      at = parent;
    }
  }
  const sums = new Map([...parents.keys()].map(key => [key, tally.of(`product ${key}`)]));
  // From the leaves up: a product hands its sum on when all below it have.
  const done = [...parents.keys()].filter(key => !waiting.has(key));
  for (const key of done) {
    const parent = parents.get(key);
    if (parent === undefined) continue;
    sums.set(parent, add(sums.get(parent)!, sums.get(key)!));
    const left = waiting.get(parent)! - 1;
    waiting.set(parent, left);
    if (left === 0) done.push(parent);
  }
  return sums;
}

/** Findings about the products for which a person or a team answers in any of some ways, by the party's key; each product counts once. */
export function sumsByParty(
  graph: Graph,
  tally: Tally,
  relations: readonly Relation[],
): ReadonlyMap<string, FindingCounts> {
  const sums = new Map<string, FindingCounts>();
  for (const [id, counts] of tally.all()) {
    const product = id.startsWith('product ') ? graph.entry('product', id.slice('product '.length)) : undefined;
    if (product === undefined) continue;
    const parties = new Set(relations.flatMap(relation => graph.to(product, relation).map(({ key }) => key)));
    for (const key of parties) sums.set(key, add(sums.get(key) ?? NOTHING, counts));
  }
  return sums;
}
