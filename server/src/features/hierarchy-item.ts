/** Entries as call and type hierarchies show them. The editor hands an item back when it is opened, and may keep it for long. */
import { type CallHierarchyItem, SymbolTag, type TypeHierarchyItem } from 'vscode-languageserver';
import type { Graph } from '../model/graph.ts';
import { type Entry, type Namespace, namespaceOf } from '../model/record.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { toLsp } from './ranges.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** What an item carries so that its entry is found again. */
interface ItemData {
  /** Address of the project's folder: an entry of the built-in library is part of many projects. */
  project: string;
  namespace: Namespace;
  key: string;
}

/** An entry as an item; `detail` is shown behind its key. */
export function toHierarchyItem(
  project: LoadedProject,
  entry: Entry,
  detail: string,
): CallHierarchyItem & TypeHierarchyItem {
  const { graph } = project.engine;
  const data: ItemData = { project: project.root, namespace: namespaceOf(entry.type), key: entry.key };
  return {
    name: entry.key,
    kind: symbolKindOf(entry),
    ...(detail && { detail }),
    uri: entry.document,
    range: toLsp(entry.extent),
    selectionRange: toLsp(entry.range),
    ...(graph.isObsolete(entry) ? { tags: [SymbolTag.Deprecated] } : {}),
    data,
  };
}

/** The entry of an item, as it is now; undefined where it is gone. */
export function entryOfItem(
  workspace: Workspace,
  { data }: { data?: unknown },
): { project: LoadedProject; graph: Graph; entry: Entry } | undefined {
  const { project: root, namespace, key } = (data ?? {}) as Partial<ItemData>;
  const project = workspace.allProjects().find(project => project.root === root);
  const entry = namespace && key ? project?.engine.graph.entry(namespace, key) : undefined;
  return project && entry ? { project, graph: project.engine.graph, entry } : undefined;
}
