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
  const leading = waysTo(scene.graph, view, matches);
  const isMatch = (item: Item): boolean => {
    if (item.what === 'entry') return matches.has(nameOf(item.entry));
    return item.what === 'undeclared' && item.name.toLowerCase().includes(wanted);
  };
  const passes = (path: Path): boolean => {
    if (path.some(isMatch)) return true;
    const last = path.at(-1);
    if (last?.what === 'entry' && leading.has(nameOf(last.entry))) return true;
    // A heading, or an entry that leads to something which is not declared: only what is below it can tell.
    if (last?.what !== 'group' && last?.what !== 'entry') return false;
    for (const item of view.children(scene, path)) {
      if (item.what === 'entry' && last.what === 'entry') continue;
      if (isMatch(item) || passes([...path, item])) return true;
    }
    return false;
  };
  return { passes, leadsOn: path => !path.some(isMatch) };
}

function matchesText({ key, name, attributes }: Entry, wanted: string): boolean {
  const short = attributes.find(({ property }) => property === 'short')?.values[0]?.text ?? '';
  return [key, name?.text ?? '', short].some(text => text.toLowerCase().includes(wanted));
}

/** Everything below which a match is shown, at any depth. */
function waysTo(graph: Graph, view: View, matches: ReadonlyMap<string, Entry>): ReadonlySet<string> {
  const leading = new Set<string>();
  const queue = [...matches.values()];
  for (const entry of queue) {
    for (const above of view.above(graph, entry, matches.has(nameOf(entry)))) {
      const name = nameOf(above);
      if (leading.has(name)) continue;
      leading.add(name);
      if (!matches.has(name)) queue.push(above);
    }
  }
  return leading;
}

function nameOf(entry: Entry): string {
  return idOf(namespaceOf(entry.type), entry.key);
}
