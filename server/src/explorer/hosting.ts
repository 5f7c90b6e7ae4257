import type { Graph } from '../model/graph.ts';
import type { Entry } from '../model/record.ts';
import { byKey, entryAt, type Item, items, type Scene, type View } from './scene.ts';
import { NOTHING } from './tally.ts';

/** The view Hosting: what runs in what, from facilities on; what is hosted in several places is shown in each. */
export const hosting: View = {
  *top(scene) {
    yield* items(hostsOf(scene).tops);
    if (hostsOf(scene).nowhere.length > 0) yield { what: 'group', group: 'not hosted' };
  },
  children(scene, path) {
    if (path.at(-1)?.what === 'group') return items(hostsOf(scene).nowhere);
    const entry = entryAt(path);
    // Hosting that goes in a circle is shown once around.
    const again = path.slice(0, -1).some(item => item.what === 'entry' && item.entry === entry);
    return entry && !again ? hostedBy(scene.graph, entry) : [];
  },
  counts({ tally }, path) {
    const entry = entryAt(path);
    return entry ? tally.of(`product ${entry.key}`) : NOTHING;
  },
  above: (graph, entry) => graph.eachFrom(entry, 'hosts'),
  names: (graph, product) => undeclaredIn(graph, product).map(({ name }) => name),
};

/** What hosts and is hosted nowhere itself, and what nothing hosts though its kind demands it. */
function hostsOf(scene: Scene): { tops: Entry[]; nowhere: Entry[] } {
  return scene.once('hosts', () => {
    const { graph } = scene;
    const tops: Entry[] = [];
    const nowhere: Entry[] = [];
    for (const entry of graph.all('product')) {
      const isHosted = !isEmpty(graph.eachFrom(entry, 'hosts'));
      if (isHosted) {
        if (graph.leadsCycle(entry, 'hosts')) tops.push(entry);
      } else if (!isEmpty(hostedBy(graph, entry)) || (demands(graph, entry, 'hosts') && !isToBeHosted(graph, entry))) {
        tops.push(entry);
      } else if (isToBeHosted(graph, entry) && !graph.isObsolete(entry)) nowhere.push(entry);
    }
    return { tops: tops.sort(byKey), nowhere: nowhere.sort(byKey) };
  });
}

function* hostedBy(graph: Graph, entry: Entry): Iterable<Item> {
  yield* items(graph.eachTo(entry, 'hosts'));
  yield* undeclaredIn(graph, entry);
}

function undeclaredIn(graph: Graph, entry: Entry): Extract<Item, { what: 'undeclared' }>[] {
  return graph
    .linksOf(entry)
    .filter(link => link.relation === 'hosts' && !link.reversed && link.key !== '' && !graph.resolve(link))
    .map(({ key, range }) => ({ what: 'undeclared', name: key, document: entry.document, at: range }));
}

const isToBeHosted = (graph: Graph, entry: Entry): boolean => demands(graph, entry, 'hosted on');

function demands(graph: Graph, entry: Entry, property: string): boolean {
  const kind = graph.kind(entry.kind?.text ?? '');
  return kind?.demands.some(({ demand }) => demand.property === property && demand.least > 0) ?? false;
}

function isEmpty(all: Iterable<unknown>): boolean {
  for (const _ of all) return false;
  return true;
}
