import type { SymbolInformation } from 'vscode-languageserver';
import type { Graph } from '../model/graph.ts';
import { nameOf } from '../model/names.ts';
import type { Entry, Namespace } from '../model/record.ts';
import { isLibrary } from '../workspace/library.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';
import { toLsp } from './ranges.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** `workspace/symbol`: entries of all projects by key, name or short name. */
export const workspaceSymbols: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register(session) {
    session.connection.onWorkspaceSymbol(answer(session, ({ query }) => workspaceSymbolsFor(session.workspace, query)));
  },
};

/** More than anyone reads. */
const MOST = 200;
const NAMESPACES: readonly Namespace[] = ['product', 'party', 'document', 'requirement', 'repository', 'term', 'kind'];

/** The entries that fit a query best: key first, then names; beginnings first, then parts, then letters in this order. */
export function workspaceSymbolsFor(workspace: Workspace, query: string): SymbolInformation[] {
  const wanted = query.trim().toLowerCase();
  const found: { rank: number; entry: Entry; project: LoadedProject }[] = [];
  for (const project of workspace.allProjects()) {
    for (const namespace of NAMESPACES) {
      for (const { key } of project.engine.graph.all(namespace)) {
        for (const entry of project.engine.graph.declarations(namespace, key)) {
          const rank = isLibrary(entry.document) ? undefined : rankOf(entry, wanted);
          if (rank !== undefined) found.push({ rank, entry, project });
        }
      }
    }
  }
  found.sort((a, b) => a.rank - b.rank || (a.entry.key < b.entry.key ? -1 : a.entry.key > b.entry.key ? 1 : 0));
  return found.slice(0, MOST).map(({ entry, project }) => ({
    name: labelOf(entry, wanted),
    kind: symbolKindOf(entry),
    containerName: containerOf(project.engine.graph, entry) ?? project.name,
    location: { uri: entry.document, range: toLsp(entry.range) },
  }));
}

/** How well an entry fits, 0 best; undefined: not at all. */
function rankOf(entry: Entry, query: string): number | undefined {
  const key = entry.key.toLowerCase();
  const names = [entry.name?.text, shortName(entry)].flatMap(name => name?.toLowerCase() ?? []);
  if (key === query) return 0;
  if (key.startsWith(query)) return 1;
  if (names.some(name => name.startsWith(query))) return 2;
  if (key.includes(query)) return 3;
  if (names.some(name => name.includes(query))) return 4;
  if ([key, ...names].some(text => hasInOrder(text, query))) return 5;
  return undefined;
}

function hasInOrder(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    if (letter === ' ') continue;
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

/** Editors filter what they get by this text, so it holds whatever was asked for. */
function labelOf(entry: Entry, query: string): string {
  const label = entry.name?.text ? `${entry.key} ${entry.name.text}` : entry.key;
  const short = shortName(entry);
  return short && !hasInOrder(label.toLowerCase(), query) ? `${label} (${short})` : label;
}

function shortName({ attributes }: Entry): string | undefined {
  return attributes.find(({ property }) => property === 'short')?.values[0]?.text;
}

function containerOf(graph: Graph, entry: Entry): string | undefined {
  const parent = graph.parent(entry);
  return parent ? nameOf(parent) : entry.type === 'product' ? undefined : entry.type;
}
