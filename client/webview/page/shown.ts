import { applyFilter, type Filter, matchesFilter, noFilter, partsOf } from '../filter.ts';
import { layoutDependencies } from '../layout/dependencies.ts';
import { hasHosting, layoutHosting, NOWHERE } from '../layout/hosting.ts';
import { type Box, type Scene, sceneOf, type ViewName } from '../layout/scene.ts';
import { firstExpansion, layoutTree } from '../layout/tree.ts';
import type { Model } from '../model.ts';
import type { Saved } from '../state.ts';
import type { Look } from '../view/look.ts';

/** What of the project is shown: the view, the filter and what is expanded; and the scene that comes of them. */
export class Shown {
  view: ViewName = 'tree';
  filter: Filter = noFilter();
  /** Whether a product is shown, as the filter says. */
  has: (id: number) => boolean = () => true;
  /** How many steps Dependencies go; 0: all. */
  steps = 1;
  private expanded = new Set<number>();
  private folded = new Set<string>();
  private readonly opened = new Set<string>();
  private readonly look: Look;

  constructor(look: Look) {
    this.look = look;
  }

  get model(): Model {
    return this.look.model;
  }

  /** Begins with another model: as it was kept, else unfiltered and expanded as much as is good to begin with. */
  begin({ expanded, folded = [], view, filter, steps }: Partial<Saved>): void {
    const { model } = this;
    this.view = view ?? this.view;
    this.filter = filter ?? noFilter();
    this.steps = steps ?? this.steps;
    this.expanded = expanded ? new Set(expanded.flatMap(key => model.idOf(key) ?? [])) : firstExpansion(model);
    this.folded = new Set(folded.flatMap(keys => pathOfKeys(model, keys) ?? []));
    this.opened.clear();
  }

  /** What of it survives a reload. */
  saved(): Pick<Saved, 'view' | 'expanded' | 'folded' | 'filter' | 'steps'> {
    const { view, filter, steps } = this;
    return {
      view,
      expanded: [...this.expanded].map(id => this.model.products[id]!.key),
      folded: [...this.folded].map(path => keysOfPath(this.model, path)),
      filter,
      steps,
    };
  }

  /**
   * Lays out the view.
   * @param width of the stage, in pixels
   */
  scene(width: number): Scene {
    const { model, has } = this;
    if (this.view === 'hosting') {
      if (!hasHosting(model)) return sceneOf('hosting', [], []);
      return layoutHosting(model, Math.max(600, width - 48), this.folded, has);
    }
    if (this.view === 'dependencies') {
      const { selected } = this.look;
      if (selected < 0) return sceneOf('dependencies', [], []);
      return layoutDependencies(model, selected, this.steps || Number.POSITIVE_INFINITY, this.opened, has);
    }
    return layoutTree(model, this.expanded, has);
  }

  /** Works out what is shown, after a change of the model, the filter or the view. */
  refilter(): void {
    this.has = applyFilter(this.model, this.filter, this.view === 'tree');
    if (this.view !== 'dependencies' || partsOf(this.filter) === 0) return;
    const { hiddenKinds } = this.filter;
    // What nothing declares has no kind to filter by.
    this.has = id =>
      !this.model.products[id]!.declared || matchesFilter(this.model, { ...this.filter, hiddenKinds }, id);
  }

  /** Takes another filter and expands what contains its matches. Their number; 0 also where it filters nothing. */
  setFilter(filter: Filter): number {
    this.filter = filter;
    this.refilter();
    const matches = partsOf(filter) > 0 ? this.model.order.filter(id => matchesFilter(this.model, filter, id)) : [];
    // A few matches are shown wherever they are; many are found level by level.
    if (matches.length <= 200) for (const id of matches) this.expandAbove(id);
    return matches.length;
  }

  /** Whether a product is what the filter looks for, rather than what contains it. */
  isMatch(id: number): boolean {
    return id >= 0 && this.model.products[id]!.declared && matchesFilter(this.model, this.filter, id);
  }

  /** Has Dependencies go so many steps. */
  setSteps(steps: number): void {
    this.steps = steps;
    this.opened.clear();
  }

  /** Dependencies: shows all that a box stands for which says how many more there are. */
  openMore({ id }: Box): void {
    this.opened.add(id.replace('more', ''));
  }

  /** Dependencies: what was opened is short again. */
  closeMore(): void {
    this.opened.clear();
  }

  /** Expands all that contains a product. True if something was folded. */
  expandAbove(id: number): boolean {
    const before = this.expanded.size;
    for (let at = this.model.parent[id]!; at >= 0; at = this.model.parent[at]!) this.expanded.add(at);
    return this.expanded.size > before;
  }

  /** Tree: expands everything, or folds it down to the first level. */
  expandAll(on: boolean): void {
    const { model } = this;
    this.expanded = new Set(on ? model.walk.filter(id => model.children[id]) : model.roots);
  }

  /** Tree: expands a box and its siblings. */
  expandSiblings({ boxes }: Scene, box: Box): void {
    for (const { parent, product, expanded } of boxes)
      if (parent === box.parent && expanded === false) this.expanded.add(product);
  }

  /** Expands or folds a box. False if there is nothing to do. */
  toggle(box: Box, open: boolean): boolean {
    if (box.expanded === undefined || box.expanded === open) return false;
    if (this.view === 'hosting') {
      if (open) this.folded.delete(box.id);
      else this.folded.add(box.id);
    } else if (open) this.expanded.add(box.product);
    else this.expanded.delete(box.product);
    return true;
  }
}

/** The keys on the way to a folded box of Hosting. */
function keysOfPath({ products }: Model, path: string): string[] {
  return path === NOWHERE
    ? [NOWHERE]
    : path
        .slice(1)
        .split('.')
        .map(id => products[Number(id)]!.key);
}

/** The id of the box to which keys lead; undefined where one of them is gone. */
function pathOfKeys(model: Model, keys: readonly string[]): string | undefined {
  if (keys[0] === NOWHERE) return NOWHERE;
  const ids = keys.map(key => model.idOf(key));
  return ids.includes(undefined) ? undefined : `h${ids.join('.')}`;
}
