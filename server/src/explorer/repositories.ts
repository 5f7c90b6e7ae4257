import type { Graph } from '../model/graph.ts';
import type { Entry } from '../model/record.ts';
import { byKey, entryAt, type Item, items, type View } from './scene.ts';
import { NOTHING } from './tally.ts';

/** The view Repositories: the products of each, and the repositories in which it is also included because they require it. */
export const repositories: View = {
  top: scene => items(scene.once('repositories', () => [...scene.graph.all('repository')].sort(byKey))),
  children({ graph }, path) {
    const last = path.at(-1);
    if (last?.what === 'group') return items(graph.eachFrom(entryAt(path.slice(0, -1))!, 'requires'));
    const entry = entryAt(path);
    // What includes a repository is shown, but not opened below it: it stands at the top itself.
    return entry?.type === 'repository' && path.length === 1 ? below(graph, entry) : [];
  },
  counts({ tally }, path) {
    const entry = entryAt(path);
    return entry ? tally.of(`${entry.type} ${entry.key}`) : NOTHING;
  },
  above(graph, entry, matched) {
    if (entry.type === 'product') return graph.eachTo(entry, 'repository');
    return entry.type === 'repository' && matched ? graph.eachTo(entry, 'requires') : [];
  },
};

function* below(graph: Graph, repository: Entry): Iterable<Item> {
  for (const product of graph.eachFrom(repository, 'repository')) {
    if (product.type === 'product') yield { what: 'entry', entry: product };
  }
  for (const _ of graph.eachFrom(repository, 'requires')) {
    yield { what: 'group', group: 'also included in' };
    return;
  }
}
