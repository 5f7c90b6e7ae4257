import type { Graph } from '../model/graph.ts';
import type { Entry } from '../model/record.ts';
import { byKey, entryAt, items, type Scene, type View } from './scene.ts';
import { sumsBelow } from './sums.ts';
import { NOTHING } from './tally.ts';

/** The view Products: what contains what. */
export const products: View = {
  top: scene => items(scene.once('roots', () => rootsOf(scene))),
  children(scene, path) {
    const entry = entryAt(path);
    return entry ? items(childrenOf(scene.graph, entry)) : [];
  },
  counts(scene, path) {
    const sums = scene.once('below', () => sumsBelow(scene.graph, scene.tally));
    return sums.get(entryAt(path)?.key ?? '') ?? NOTHING;
  },
  above(graph, entry) {
    const parent = graph.parent(entry);
    return parent ? [parent] : [];
  },
};

function rootsOf({ graph }: Scene): Entry[] {
  return [...graph.all('product')].filter(entry => graph.parent(entry) === undefined).sort(byKey);
}

/** As `Graph.children`, one after the other. */
function* childrenOf(graph: Graph, entry: Entry): Iterable<Entry> {
  for (const child of graph.eachTo(entry, 'contains')) if (graph.parent(child)?.key === entry.key) yield child;
}
