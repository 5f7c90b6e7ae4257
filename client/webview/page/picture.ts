import { Colours } from '../colours.ts';
import { h } from '../dom.ts';
import { type Box, sceneOf, type ViewName } from '../layout/scene.ts';
import type { Model } from '../model.ts';
import type { Saved } from '../state.ts';
import { Look } from '../view/look.ts';
import { onThemeChange, readPalette } from '../view/palette.ts';
import { Renderer } from '../view/renderer.ts';
import { type Stand, Viewport } from '../view/viewport.ts';
import { Empty } from './empty.ts';
import { fitted } from './fit.ts';
import { Shown } from './shown.ts';

/** The picture on its stage: what is shown, how it is marked, and where it stands. */
export class Picture {
  readonly stage = h('div', { class: 'stage', id: 'stage' });
  readonly look: Look;
  readonly renderer: Renderer;
  readonly viewport: Viewport;
  readonly shown: Shown;
  /** A project has come. */
  loaded = false;
  private readonly empty: Empty;
  private readonly changed: () => void;
  private stands: Partial<Record<ViewName, Stand>> = {};
  /** Brought into sight a moment ago: once more when the panel beside the picture changes its size. */
  private revealed = { id: -1, until: 0 };

  /**
   * @param showAll takes the filter away
   * @param changed called when it shows something else or stands elsewhere
   */
  constructor(model: Model, showAll: () => void, changed: () => void) {
    this.changed = changed;
    this.look = new Look(model, new Colours(model, 'kind'));
    this.shown = new Shown(this.look);
    this.renderer = new Renderer(this.stage, this.look, () => this.viewport, readPalette(), sceneOf('tree', [], []));
    this.viewport = new Viewport(this.stage, () => {
      this.renderer.request();
      changed();
    });
    this.viewport.onResize = () => {
      // How many boxes stand beside one another depends on the width.
      if (this.loaded && this.shown.view === 'hosting') this.relayout(this.anchor(), 0);
      this.revealAgain();
    };
    this.empty = new Empty(showAll);
    this.stage.append(this.empty.element);
    this.explain();
    onThemeChange(() => {
      this.renderer.palette = readPalette();
      this.renderer.request();
    });
  }

  /**
   * Takes over another project's model, with nothing selected.
   * @param saved what was kept of that project
   */
  open(model: Model, saved: Partial<Saved>): void {
    this.look.model = model;
    this.recolour(saved.colour);
    this.shown.begin(saved);
    this.stands = saved.stands ?? {};
    this.look.selected = -1;
    this.loaded = true;
    this.shown.refilter();
  }

  /** What of it survives a reload. */
  saved(): Omit<Saved, 'follow' | 'filterOpen'> {
    const { model, selected, colours } = this.look;
    return {
      ...this.shown.saved(),
      selected: selected < 0 ? '' : model.products[selected]!.key,
      stands: { ...this.stands, [this.shown.view]: this.stand() },
      colour: colours.by,
    };
  }

  /** The colours once more, after a change of the model or of what they stand for. */
  recolour(by = this.look.colours.by): void {
    this.look.colours = new Colours(this.look.model, by);
  }

  /** Turns to another view; `arrive` then shows it. True if it was not this one already. */
  turnTo(view: ViewName): boolean {
    const { shown, renderer } = this;
    if (this.loaded && renderer.scene.boxes.length > 0) this.stands[shown.view] = this.stand();
    const changed = view !== shown.view;
    shown.view = view;
    document.body.dataset.view = view;
    this.viewport.leastAcross = view === 'tree' ? 0.5 : 0;
    renderer.world.setAttribute('role', view === 'dependencies' ? 'listbox' : 'tree');
    renderer.world.setAttribute(
      'aria-label',
      `${this.look.model.title}: ${{ tree: 'product tree', hosting: 'hosting', dependencies: 'dependencies' }[view]}`,
    );
    return changed;
  }

  /**
   * Shows the view where it stood before.
   * @param changed whether it is another one: then with the selected product in sight
   */
  arrive(changed: boolean): void {
    const { view } = this.shown;
    this.shown.refilter();
    this.relayout(undefined, 0);
    const stand = this.stands[view];
    if (stand && view !== 'dependencies') {
      this.viewport.go(stand, 0);
      if (changed && this.look.selected >= 0) this.reveal(this.look.selected);
    } else this.fit(0);
  }

  /**
   * Lays out the view anew and shows it.
   * @param keep id of the box that stays where it is on the screen
   * @param ms how long things take to move to their new places
   */
  relayout(keep?: string, ms = 200): void {
    this.renderer.show(this.shown.scene(this.viewport.width), keep, ms);
    this.look.relate(this.renderer.scene);
    this.explain();
    this.focusSomething();
    this.renderer.invalidate();
    this.changed();
  }

  /** Tree: expands everything, or folds it down to the first level. */
  expandAll(on: boolean): void {
    const { look } = this;
    const { model } = look;
    this.shown.expandAll(on);
    if (!on && look.selected >= 0) {
      let shown = look.selected;
      while (model.depth[shown]! > 1) shown = model.parent[shown]!;
      look.focus = `t${shown}`;
    }
    this.relayout(look.focus, model.order.length > 3000 ? 0 : 200);
  }

  /** Expands or folds a box, which stays where it is. */
  toggle(box: Box, open = !box.expanded): void {
    if (this.shown.toggle(box, open)) this.relayout(box.id);
  }

  /** The box that shall stay where it is: the focused one if it is in sight, else the one in the middle of what is. */
  anchor(): string | undefined {
    const { scene } = this.renderer;
    const { x0, y0, x1, y1 } = this.viewport.view;
    const seen: number[] = [];
    scene.query(x0, y0, x1, y1, place => seen.push(place));
    const focused = scene.byId.get(this.look.focus);
    if (focused !== undefined && seen.includes(focused)) return this.look.focus;
    return scene.boxes[seen.sort((a, b) => a - b)[seen.length >> 1] ?? -1]?.id;
  }

  /**
   * Brings a product into sight; in the tree what contains it is expanded.
   * @param centre whether it comes to the middle, large enough to read
   */
  reveal(id: number, centre = false): void {
    this.revealed = { id, until: performance.now() + 600 };
    if (this.shown.view === 'tree') {
      const visible = this.look.placeOf(this.renderer.scene, id);
      if (this.shown.expandAbove(id))
        this.relayout(visible === undefined ? undefined : this.renderer.scene.boxes[visible]!.id);
    }
    this.bringIntoSight(id, 220, centre);
  }

  /** Shows a product's box, in the tree with the one that it hangs on. */
  private bringIntoSight(id: number, ms: number, centre = false): void {
    const { boxes, byProduct, view } = this.renderer.scene;
    const box = boxes[byProduct.get(id)?.[0] ?? -1];
    if (box) this.viewport.reveal(box, ms, centre, view === 'tree' ? boxes[box.parent]?.x : undefined);
  }

  /** Brings what the filter looks for into sight, unless some of it is. */
  showMatch(): void {
    const { scene } = this.renderer;
    const { x0, y0, x1, y1 } = this.viewport.view;
    const isMatch = (place: number): boolean => this.shown.isMatch(scene.boxes[place]!.product);
    let seen = false;
    scene.query(x0, y0, x1, y1, place => {
      const { x, w } = scene.boxes[place]!;
      seen ||= x >= x0 && x + w <= x1 && isMatch(place);
    });
    const first = seen ? undefined : scene.boxes.find((_, place) => isMatch(place));
    if (first) this.bringIntoSight(first.product, 220);
  }

  /** The whole of the picture; at first (`ms` 0) as much of it as can be read. */
  fit(ms = 260): void {
    const { scene } = this.renderer;
    if (scene.boxes.length === 0) return;
    const middle = scene.boxes[scene.byProduct.get(this.look.selected)?.[0] ?? -1];
    this.viewport.go(fitted(scene, this.viewport, middle, ms === 0), ms);
  }

  /** Sees to it that the keyboard's focus is at a product, wherever there is one. */
  focusSomething(): void {
    const { scene } = this.renderer;
    const focused = scene.boxes[scene.byId.get(this.look.focus) ?? -1];
    if (focused && focused.role !== 'heading' && focused.role !== 'more') return;
    const place = this.look.placeOf(scene, this.look.selected) ?? scene.boxes.findIndex(({ product }) => product >= 0);
    this.look.focus = scene.boxes[place]?.id ?? '';
  }

  /** Marks products as changed for a moment; many at once are none to look at. */
  flash(ids: ReadonlySet<number>): void {
    if (ids.size > 40) return;
    for (const id of ids) this.look.flashing.add(id);
    setTimeout(() => {
      for (const id of ids) this.look.flashing.delete(id);
      this.renderer.request();
    }, 1500);
  }

  private explain(): void {
    this.empty.explain(this.renderer.scene, this.shown, this.loaded);
  }

  private revealAgain(): void {
    const { id, until } = this.revealed;
    if (performance.now() < until) this.bringIntoSight(id, 120);
  }

  private stand(): Stand {
    const { x, y, k } = this.viewport;
    return { x, y, k };
  }
}
