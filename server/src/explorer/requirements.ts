import type { Entry } from '../model/record.ts';
import { byKey, entryAt, items, type Scene, type View } from './scene.ts';
import { add, NOTHING } from './tally.ts';

/** The view Requirements: by the documents that state them, and below each what satisfies it. */
export const requirements: View = {
  top: scene => items(scene.once('requirements', () => topOf(scene))),
  children({ graph }, path) {
    const entry = entryAt(path);
    if (entry?.type === 'document') return items(graph.eachFrom(entry, 'in document'));
    return entry?.type === 'requirement' ? items(graph.eachFrom(entry, 'satisfies')) : [];
  },
  counts({ graph, tally }, path) {
    const entry = entryAt(path);
    if (entry === undefined) return NOTHING;
    const own = tally.of(`${entry.type} ${entry.key}`);
    if (entry.type !== 'document') return own;
    return graph.from(entry, 'in document').reduce((sum, { key }) => add(sum, tally.of(`requirement ${key}`)), own);
  },
  above(graph, entry) {
    if (entry.type === 'product') return graph.eachTo(entry, 'satisfies');
    return entry.type === 'requirement' ? graph.eachTo(entry, 'in document') : [];
  },
};

/** The documents that state requirements, then the requirements of which nobody says where they are stated. */
function topOf({ graph }: Scene): Entry[] {
  const documents = new Set<Entry>();
  const others: Entry[] = [];
  for (const requirement of graph.all('requirement')) {
    const stated = graph.to(requirement, 'in document');
    for (const document of stated) documents.add(document);
    if (stated.length === 0) others.push(requirement);
  }
  return [...[...documents].sort(byKey), ...others.sort(byKey)];
}
