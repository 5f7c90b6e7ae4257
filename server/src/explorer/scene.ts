import type { Graph } from '../model/graph.ts';
import type { Entry, Range } from '../model/record.ts';
import type { FindingCounts } from '../protocol-explorer.ts';
import type { Finding } from '../rules/finding.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { Tally } from './tally.ts';

/** A heading below which a view gathers entries. */
export type Group = 'owns' | 'manages' | 'builds' | 'not hosted' | 'also included in';

/** What a node of a view stands for. */
export type Item =
  | { what: 'project' }
  | { what: 'entry'; entry: Entry }
  | { what: 'group'; group: Group }
  /** Something that an entry names and nothing declares. */
  | { what: 'undeclared'; name: string; document: string; at: Range }
  | { what: 'finding'; finding: Finding };

/** The way from the top of a view to a node; the node is last. */
export type Path = readonly Item[];

/** One of the views. What it yields may be read in part: who only wants to know whether there is anything takes the first. */
export interface View {
  top(scene: Scene): Iterable<Item>;
  children(scene: Scene, path: Path): Iterable<Item>;
  /** Findings that a node shows. */
  counts(scene: Scene, path: Path): FindingCounts;
  /** The entries below which this one is shown. `matched`: the filter's text is in its own key or name. */
  above(graph: Graph, entry: Entry, matched: boolean): Iterable<Entry>;
  /** The names shown below a product that nothing declares, in a view that has such. */
  names?(graph: Graph, product: Entry): string[];
}

/** A project as the views see it. What they work out for all of it is kept until it changes. */
export class Scene {
  readonly project: LoadedProject;
  readonly tally: Tally;
  private readonly kept = new Map<string, unknown>();

  constructor(workspace: Workspace, project: LoadedProject) {
    this.project = project;
    this.tally = new Tally(workspace, project);
  }

  get graph(): Graph {
    return this.project.engine.graph;
  }

  /** The project may have changed in these documents. */
  update(addresses: Iterable<string>): void {
    this.kept.clear();
    this.tally.update(addresses);
  }

  /** Something that takes a look at the whole project, worked out once as long as it does not change. */
  once<T>(name: string, work: () => T): T {
    if (!this.kept.has(name)) this.kept.set(name, work());
    return this.kept.get(name) as T;
  }
}

/** The entry at the end of a path; undefined where it stands for none. */
export function entryAt(path: Path): Entry | undefined {
  const last = path.at(-1);
  return last?.what === 'entry' ? last.entry : undefined;
}

/** Entries as items. */
export function* items(entries: Iterable<Entry>): Iterable<Item> {
  for (const entry of entries) yield { what: 'entry', entry };
}

/** By key, in the order of the graph's own lists. */
export function byKey(a: Entry, b: Entry): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
