import type { Graph } from '../model/graph.ts';
import { type Entry, namespaceOf } from '../model/record.ts';
import type { Item, Path, Scene, View } from './scene.ts';
import { idOf } from './tally.ts';

/** What a filter lets through in a view. */
export interface Filter {
  /** Whether the node at the end of a path is shown. */
  passes(path: Path): boolean;
  /** Whether it is shown only for what is below it. */
  leadsOn(path: Path): boolean;
}

/** Lets everything through. */
export const NO_FILTER: Filter = { passes: () => true, leadsOn: () => false };

/**
 * Lets through what has a text in its key, name or short name (upper and lower case are the same), what is below it, and what leads to
 * it. Looks at all entries once, until the project changes.
 */
export function filterFor(scene: Scene, name: string, view: View, text: string): Filter {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return NO_FILTER;
  return scene.once(`filter ${name} ${wanted}`, () => makeFilter(scene, view, wanted));
}

function makeFilter(scene: Scene, view: View, wanted: string): Filter {
  const matches = new Map<string, Entry>();
  for (const namespace of ['product', 'party', 'document', 'requirement', 'repository'] as const) {
    for (const entry of scene.graph.all(namespace)) if (matchesText(entry, wanted)) matches.set(nameOf(entry), entry);
  }
  const isWanted = (name: string): boolean => name.toLowerCase().includes(wanted);
  const leading = waysTo(scene.graph, view, matches, isWanted);
  const isMatch = (item: Item): boolean => {
    if (item.what === 'entry') return matches.has(nameOf(item.entry));
    return item.what === 'undeclared' && isWanted(item.name);
  };
  // A heading, and an entry that is shown elsewhere with what is wanted below it: what is below it here can tell. Each entry is tried once,
  // however many ways lead to it.
  const hasBelow = (path: Path, tried: Set<Entry>): boolean => {
    const last = path.at(-1);
    if (last?.what === 'entry') {
      if (!leading.has(nameOf(last.entry)) || tried.has(last.entry)) return false;
      tried.add(last.entry);
    } else if (last?.what !== 'group') return false;
    for (const item of view.children(scene, path)) if (isMatch(item) || hasBelow([...path, item], tried)) return true;
    return false;
  };
  const passes = (path: Path): boolean => path.some(isMatch) || hasBelow(path, new Set());
  return { passes, leadsOn: path => !path.some(isMatch) };
}

function matchesText({ key, name, attributes }: Entry, wanted: string): boolean {
  const short = attributes.find(({ property }) => property === 'short')?.values[0]?.text ?? '';
  return [key, name?.text ?? '', short].some(text => text.toLowerCase().includes(wanted));
}

/** Everything below which a match is shown, at any depth. */
function waysTo(
  graph: Graph,
  view: View,
  matches: ReadonlyMap<string, Entry>,
  isWanted: (name: string) => boolean,
): ReadonlySet<string> {
  const leading = new Set<string>();
  const queue = [...matches.values()];
  const lead = (entry: Entry): void => {
    const name = nameOf(entry);
    if (leading.has(name)) return;
    leading.add(name);
    if (!matches.has(name)) queue.push(entry);
  };
  if (view.names) {
    for (const entry of graph.all('product')) if (view.names(graph, entry).some(isWanted)) lead(entry);
  }
  for (const entry of queue) {
    for (const above of view.above(graph, entry, matches.has(nameOf(entry)))) lead(above);
  }
  return leading;
}

function nameOf(entry: Entry): string {
  return idOf(namespaceOf(entry.type), entry.key);
}
