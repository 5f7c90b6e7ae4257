import { type Entry, namespaceOf } from '../model/record.ts';
import type {
  ExplorerAtParams,
  ExplorerAtResult,
  ExplorerChildrenParams,
  ExplorerNode,
  ExplorerProject,
  ExplorerView,
} from '../protocol-explorer.ts';
import { canonical } from '../workspace/addresses.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Filter, filterFor } from './filter.ts';
import { hosting } from './hosting.ts';
import { toNode, toProjectNode } from './nodes.ts';
import { isShown, people } from './people.ts';
import { products } from './products.ts';
import { repositories } from './repositories.ts';
import { requirements } from './requirements.ts';
import { type Path, Scene, type View } from './scene.ts';
import { pathOfId, projectOfId } from './steps.ts';

const VIEWS: Record<ExplorerView, View> = { products, hosting, people, requirements, repositories };

/** The views of the explorer over all projects of a workspace. It works out one level at a time, when it is asked. */
export class Explorer {
  private readonly scenes = new Map<LoadedProject, Scene>();
  private readonly workspace: Workspace;

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** Findings were brought up to date; these documents may differ. */
  update(addresses: ReadonlySet<string>): void {
    const projects = new Set(this.workspace.allProjects());
    for (const [project, scene] of this.scenes) {
      if (projects.has(project)) scene.update(addresses);
      else this.scenes.delete(project);
    }
  }

  /** Every project with its numbers. */
  projects(): ExplorerProject[] {
    return this.allScenes().map(({ project, tally }) => ({
      project: project.root,
      title: project.settings.title ?? project.name,
      products: tally.products,
      counts: tally.total,
    }));
  }

  /** The nodes below a node, or at the top; none where it is gone. */
  children({ view: name, id, filter: text = '' }: ExplorerChildrenParams): ExplorerNode[] {
    const view = VIEWS[name];
    if (view === undefined) return [];
    const scenes = this.allScenes();
    if (id === undefined && scenes.length > 1) {
      const shown = scenes.filter(scene => text === '' || this.below(scene, name, [], text).length > 0);
      return shown.map(scene => toProjectNode(scene, text !== ''));
    }
    const scene = id === undefined ? scenes[0] : scenes.find(({ project }) => project.root === projectOfId(id));
    const path = scene && (id === undefined ? [] : pathOfId(scene, id));
    return scene && path ? this.below(scene, name, path, text) : [];
  }

  /** Where the innermost entry around a place is shown. */
  at({ uri, line, character, filter: text = '' }: ExplorerAtParams): ExplorerAtResult {
    const [project] = this.workspace.projectsWith(uri);
    const records = project?.engine.graph.record(canonical(uri))?.entries ?? [];
    // What is nested stands after what it is nested in.
    const stated = records.findLast(({ key, extent }) => {
      const begins = extent.line < line || (extent.line === line && extent.character <= character);
      const ends = extent.endLine > line || (extent.endLine === line && extent.endCharacter >= character);
      return key !== '' && begins && ends;
    });
    const entry = stated && project.engine.graph.entry(namespaceOf(stated.type), stated.key);
    const way = entry && project && wayTo(this.sceneOf(project), entry);
    if (!way) return null;
    const scene = this.sceneOf(project);
    const filter = filterFor(scene, way.view, VIEWS[way.view], text);
    const paths = way.entries.map((_, index) =>
      way.entries.slice(0, index + 1).map(entry => ({ what: 'entry', entry }) as const),
    );
    if (!paths.every(path => filter.passes(path))) return null;
    const nodes = paths.map(path => this.node(scene, way.view, path, filter));
    const top = this.allScenes().length > 1 ? [toProjectNode(scene, text !== '')] : [];
    return { view: way.view, path: [...top, ...nodes] };
  }

  private below(scene: Scene, name: ExplorerView, path: Path, text: string): ExplorerNode[] {
    const view = VIEWS[name];
    const filter = filterFor(scene, name, view, text);
    const nodes: ExplorerNode[] = [];
    for (const item of path.length === 0 ? view.top(scene) : view.children(scene, path)) {
      const way = [...path, item];
      if (filter.passes(way)) nodes.push(this.node(scene, name, way, filter));
    }
    return nodes;
  }

  private node(scene: Scene, name: ExplorerView, path: Path, filter: Filter): ExplorerNode {
    const view = VIEWS[name];
    const isExpandable = (): boolean => {
      for (const item of view.children(scene, path)) if (filter.passes([...path, item])) return true;
      return false;
    };
    const shown = { expandable: isExpandable(), leadsOn: filter.leadsOn(path), counts: view.counts(scene, path) };
    return toNode(scene, path, shown);
  }

  private allScenes(): Scene[] {
    return this.workspace.allProjects().map(project => this.sceneOf(project));
  }

  private sceneOf(project: LoadedProject): Scene {
    let scene = this.scenes.get(project);
    if (scene === undefined) {
      scene = new Scene(this.workspace, project);
      this.scenes.set(project, scene);
    }
    return scene;
  }
}

/** The view in which an entry has its place, and the entries from the top to it; undefined for what has none, such as terms. */
function wayTo(scene: Scene, entry: Entry): { view: ExplorerView; entries: Entry[] } | undefined {
  const { graph } = scene;
  switch (entry.type) {
    case 'product':
      return { view: 'products', entries: [...graph.ancestors(entry)].reverse().concat(entry) };
    case 'person':
    case 'team':
      return isShown(scene, entry) ? { view: 'people', entries: [entry] } : undefined;
    case 'requirement':
      return { view: 'requirements', entries: [...graph.to(entry, 'in document').slice(0, 1), entry] };
    case 'repository':
      return { view: 'repositories', entries: [entry] };
    default:
      return undefined;
  }
}
