import type { PreviewPatch, PreviewProject, PreviewSkeleton } from '../../server/src/protocol.ts';
import type { Actions } from './actions.ts';
import { type ColourBy, Colours } from './colours.ts';
import { h, refill } from './dom.ts';
import { applyFilter, type Filter, matchesFilter, noFilter, partsOf } from './filter.ts';
import { icon, iconOfKind } from './icons.ts';
import { Keyboard } from './keyboard.ts';
import { layoutDependencies } from './layout/dependencies.ts';
import { hasHosting, layoutHosting } from './layout/hosting.ts';
import { type Box, type Scene, sceneOf, type ViewName } from './layout/scene.ts';
import { firstExpansion, layoutTree } from './layout/tree.ts';
import type { ToExtension, ToPage } from './messages.ts';
import { Model, nameOf } from './model.ts';
import { DetailPanel } from './panel/detail.ts';
import { FilterPanel } from './panel/filter.ts';
import { Search } from './panel/search.ts';
import { choice, Tabs, tool } from './panel/toolbar.ts';
import type { Saved } from './state.ts';
import { svgOf } from './svg.ts';
import { Look } from './view/look.ts';
import { Overview } from './view/overview.ts';
import { onThemeChange, readPalette } from './view/palette.ts';
import { Renderer } from './view/renderer.ts';
import { type Stand, Viewport } from './view/viewport.ts';

const COLOURS: readonly [ColourBy, string][] = [
  ['kind', 'Colour: kind'],
  ['team', 'Colour: team'],
  ['owner', 'Colour: owner'],
  ['severity', 'Colour: severity'],
];

const STEPS: readonly [string, string][] = [
  ['1', '1 step'],
  ['2', '2 steps'],
  ['3', '3 steps'],
  ['4', '4 steps'],
  ['0', 'all steps'],
];

/** The page of one project: what is shown, and what happens when something is clicked, typed or received. */
export class Page implements Actions {
  readonly renderer: Renderer;
  readonly viewport: Viewport;
  readonly look: Look;
  private readonly post_: (message: ToExtension) => void;
  private readonly keep: (saved: Saved) => void;
  private readonly stage = h('div', { class: 'stage', id: 'stage' });
  private readonly crumbs = h('nav', { class: 'crumbs', 'aria-label': 'Path' });
  private readonly status = h('div', { class: 'sr', role: 'status' });
  private readonly message = h('div', { class: 'message', hidden: true });
  private readonly projects = h('select', { class: 'projects', 'aria-label': 'Project', hidden: true });
  private readonly zoom = h('button', { class: 'tool zoom', onclick: () => this.viewport.zoomBy(1 / this.viewport.k) });
  private readonly off: Record<'above' | 'below', HTMLButtonElement>;
  private readonly detail: DetailPanel;
  private readonly filterPanel: FilterPanel;
  private readonly filterButton: HTMLButtonElement;
  private readonly followButton: HTMLButtonElement;
  private readonly historyButtons: { back: HTMLButtonElement; forward: HTMLButtonElement };
  private readonly search: Search;
  private readonly tabs: Tabs;
  private readonly colourChoice: HTMLSelectElement;
  private readonly stepsChoice: HTMLSelectElement;
  private readonly overview: Overview;
  private readonly keyboard = new Keyboard();
  private model_: Model;
  private view_: ViewName = 'tree';
  private filter_: Filter = noFilter();
  private shown: (id: number) => boolean = () => true;
  private expanded = new Set<number>();
  private folded = new Set<string>();
  private opened = new Set<string>();
  private steps = 1;
  private follow = true;
  private stands: Partial<Record<ViewName, Stand>> = {};
  private history: { id: number; view: ViewName }[] = [];
  private historyAt = -1;
  private saving: ReturnType<typeof setTimeout> | undefined;
  private showing: ReturnType<typeof setTimeout> | undefined;
  /** Brought into sight a moment ago: once more when the panel beside the picture changes its size. */
  private revealed = { id: -1, until: 0 };
  private loaded = false;

  constructor(post: (message: ToExtension) => void, keep: (saved: Saved) => void, saved: Partial<Saved>) {
    this.post_ = post;
    this.keep = keep;
    this.model_ = new Model(EMPTY);
    this.look = new Look(this.model_, new Colours(this.model_, saved.colour ?? 'kind'));
    this.renderer = new Renderer(this.stage, this.look, () => this.viewport, readPalette(), sceneOf('tree', [], []));
    this.viewport = new Viewport(this.stage, () => this.moved());
    this.overview = new Overview(this.renderer, this.look, this.viewport);
    this.detail = new DetailPanel(this);
    this.filterPanel = new FilterPanel(this);
    this.tabs = new Tabs(view => this.setView(view));
    this.search = new Search(
      () => this.model_,
      hit => this.showHit(hit),
      () => this.renderer.focus(),
    );
    this.filterButton = tool('filter', 'Filter and legend', () => this.toggleFilter());
    this.filterButton.setAttribute('aria-controls', 'filter');
    this.followButton = tool('follow', 'Follow the editor', () => this.setFollow(!this.follow));
    this.historyButtons = {
      back: tool('back', 'Back (Alt+Left)', () => this.travel(-1)),
      forward: tool('forward', 'Forward (Alt+Right)', () => this.travel(1)),
    };
    this.colourChoice = choice('Colour by', COLOURS, by => this.setColour(by), 'colour');
    this.stepsChoice = choice('Steps', STEPS, steps => this.setSteps(Number(steps)), 'only-dependencies');
    const jump = (direction: -1 | 1): HTMLButtonElement =>
      h('button', { class: 'tool off', hidden: true, onclick: () => this.jump(direction) });
    this.off = { above: jump(-1), below: jump(1) };
    this.projects.addEventListener('change', () => this.post({ type: 'project', project: this.projects.value }));
    this.restore(saved);
    this.build();
    this.listen();
    this.setFollow(saved.follow ?? true);
  }

  // ── For the page's parts ──────────────────────────────────────────────────────────────────────────────────────

  model = (): Model => this.model_;
  colours = (): Colours => this.look.colours;
  view = (): ViewName => this.view_;
  filter = (): Filter => this.filter_;
  selected = (): number => this.look.selected;
  post = (message: ToExtension): void => this.post_(message);

  say(text: string): void {
    this.status.textContent = text;
  }

  // ── What comes from the extension ─────────────────────────────────────────────────────────────────────────────

  receive(message: ToPage): void {
    if (message.type === 'project') this.open(message.skeleton, message.projects, message.select);
    else if (message.type === 'patch') this.patch(message.patch);
    else if (message.type === 'details') this.detail.receive(message.details);
    else {
      const id = this.model_.idOf(message.key);
      if (id !== undefined && this.follow && id !== this.look.selected) this.goTo(id, false);
    }
  }

  private open(skeleton: PreviewSkeleton | null, projects: PreviewProject[], select: string | undefined): void {
    const again = skeleton !== null && skeleton.project === this.model_.project;
    const keys = again ? this.saved() : this.pending;
    this.projects.replaceChildren(...projects.map(({ project, name }) => h('option', { value: project }, name)));
    this.projects.hidden = projects.length < 2;
    this.projects.value = skeleton?.project ?? '';
    this.model_ = this.look.model = new Model(skeleton ?? EMPTY);
    this.look.colours = new Colours(this.model_, this.look.colours.by);
    const mine = keys.project === this.model_.project ? keys : {};
    const ids = (list: string[] | undefined): number[] => (list ?? []).flatMap(key => this.model_.idOf(key) ?? []);
    this.expanded = mine.expanded ? new Set(ids(mine.expanded)) : firstExpansion(this.model_);
    this.folded = new Set(mine.folded ?? []);
    this.stands = mine.stands ?? {};
    this.look.selected = -1;
    this.history = [];
    this.historyAt = -1;
    this.loaded = true;
    this.refilter();
    this.setView(mine.view ?? this.view_);
    const chosen = this.model_.idOf(mine.selected ?? '') ?? this.model_.idOf(select ?? '');
    if (chosen !== undefined) this.goTo(chosen, false);
    this.focusSomething();
    this.paintPanels();
  }

  private patch(patch: PreviewPatch): void {
    if (patch.project !== this.model_.project || patch.closed) return;
    const { selected } = this.look;
    const anchor = this.anchor();
    const { touched, moved } = this.model_.apply(patch);
    this.look.colours = new Colours(this.model_, this.look.colours.by);
    this.refilter();
    this.search.find(false);
    this.noteHits();
    // A new name or owner moves nothing, unless it decides what is shown.
    if (moved || partsOf(this.filter_) > 0) this.relayout(anchor);
    else this.renderer.invalidate();
    if (
      selected >= 0 &&
      !this.model_.products[selected]!.declared &&
      this.renderer.scene.byProduct.get(selected) === undefined
    )
      this.select(-1, false);
    else if (selected >= 0) this.post({ type: 'details', key: this.model_.products[selected]!.key });
    this.flash(touched);
    this.paintPanels();
    if (touched.size > 0) this.say(`${touched.size} ${touched.size === 1 ? 'product' : 'products'} updated`);
  }

  private flash(ids: ReadonlySet<number>): void {
    if (ids.size > 40) return;
    for (const id of ids) this.look.flashing.add(id);
    setTimeout(() => {
      for (const id of ids) this.look.flashing.delete(id);
      this.renderer.request();
    }, 1500);
  }

  // ── Scenes ────────────────────────────────────────────────────────────────────────────────────────────────────

  private scene(): Scene {
    const { model_: model, shown } = this;
    if (this.view_ === 'hosting') {
      if (!hasHosting(model)) return sceneOf('hosting', [], []);
      return layoutHosting(model, Math.max(600, this.viewport.width - 48), this.folded, shown);
    }
    if (this.view_ === 'dependencies') {
      const { selected } = this.look;
      if (selected < 0) return sceneOf('dependencies', [], []);
      return layoutDependencies(model, selected, this.steps || Number.POSITIVE_INFINITY, this.opened, shown);
    }
    return layoutTree(model, this.expanded, shown);
  }

  private relayout(keep?: string, ms = 200): void {
    this.renderer.show(this.scene(), keep, ms);
    this.look.relate(this.renderer.scene);
    this.explain();
    this.focusSomething();
    this.renderer.invalidate();
    this.save();
  }

  /** Says why there is nothing to see. */
  private explain(): void {
    const words = this.emptiness();
    this.message.hidden = words === undefined;
    if (words)
      refill(
        this.message,
        h('p', {}, h('strong', {}, words[0])),
        h('p', {}, words[1]),
        words[2] ? h('button', { class: 'primary', onclick: () => this.setFilter(noFilter()) }, 'Show All') : null,
      );
  }

  private emptiness(): [string, string, boolean?] | undefined {
    if (!this.loaded) return ['Reading the project …', ''];
    if (this.model_.order.length === 0) {
      return [
        'There are no products yet.',
        'A line such as  service PORTAL "Portal"  in a .ptree file declares one; it shows here while you type.',
      ];
    }
    if (this.renderer.scene.boxes.length > 0) return undefined;
    if (partsOf(this.filter_) > 0) return ['Nothing matches the filter.', '', true];
    if (this.view_ === 'hosting')
      return [
        'Nothing is hosted yet.',
        'Write  hosts  in a facility or an enclave, or  hosted on  in a service, and it shows here.',
      ];
    return [
      'Choose a product.',
      'Its dependencies show here: in the tree, by a search, or by the cursor in the editor.',
    ];
  }

  /** The box that shall stay where it is: the focused one if it is in sight, else the one in the middle of what is. */
  private anchor(): string | undefined {
    const { scene } = this.renderer;
    const { x0, y0, x1, y1 } = this.viewport.view;
    const seen: number[] = [];
    scene.query(x0, y0, x1, y1, place => seen.push(place));
    const focused = scene.byId.get(this.look.focus);
    if (focused !== undefined && seen.includes(focused)) return this.look.focus;
    return scene.boxes[seen.sort((a, b) => a - b)[seen.length >> 1] ?? -1]?.id;
  }

  private refilter(): void {
    this.shown = applyFilter(this.model_, this.filter_, this.view_ === 'tree');
    if (this.view_ !== 'dependencies' || partsOf(this.filter_) === 0) return;
    const { hiddenKinds } = this.filter_;
    // What nothing declares has no kind to filter by.
    this.shown = id =>
      !this.model_.products[id]!.declared || matchesFilter(this.model_, { ...this.filter_, hiddenKinds }, id);
  }

  // ── Views, filter, colours ────────────────────────────────────────────────────────────────────────────────────

  setView(view: ViewName): void {
    if (this.loaded && this.renderer.scene.boxes.length > 0) this.stands[this.view_] = this.stand();
    const changed = view !== this.view_;
    this.view_ = view;
    document.body.dataset.view = view;
    this.tabs.show(view);
    this.viewport.leastAcross = view === 'tree' ? 0.5 : 0;
    const { world } = this.renderer;
    world.setAttribute('role', view === 'dependencies' ? 'listbox' : 'tree');
    world.setAttribute(
      'aria-label',
      `${this.model_.title}: ${{ tree: 'product tree', hosting: 'hosting', dependencies: 'dependencies' }[view]}`,
    );
    if (view === 'dependencies' && this.look.selected < 0) this.select(this.mostConnected(), false);
    this.refilter();
    this.relayout(undefined, 0);
    const stand = this.stands[view];
    if (stand && view !== 'dependencies') {
      this.viewport.go(stand, 0);
      if (changed && this.look.selected >= 0) this.reveal(this.look.selected);
    } else this.fit(0);
    this.detail.paint();
    if (changed) this.note();
    this.save();
  }

  /** Something to begin with in Dependencies: what has most uses in both directions among the first products. */
  private mostConnected(): number {
    const { model_: model } = this;
    let best = model.order[0] ?? -1;
    let most = 0;
    for (const id of model.order) {
      const count = Math.min(model.to(id, 'uses').length, 6) + Math.min(model.from(id, 'uses').length, 6);
      if (count <= most) continue;
      best = id;
      most = count;
    }
    return best;
  }

  setFilter(filter: Filter): void {
    this.filter_ = filter;
    this.refilter();
    const matches = partsOf(filter) > 0 ? this.model_.order.filter(id => matchesFilter(this.model_, filter, id)) : [];
    // A few matches are shown wherever they are; many are found level by level.
    if (matches.length <= 200) for (const id of matches) this.expandAbove(id);
    this.relayout(this.anchor());
    if (this.anchor() === undefined) this.fit(0);
    this.paintPanels();
    this.filterButton.classList.toggle('on', partsOf(filter) > 0);
    this.say(partsOf(filter) > 0 ? `${matches.length} products match` : 'All products are shown');
  }

  /** Expands all that contains a product. True if something was folded. */
  private expandAbove(id: number): boolean {
    const before = this.expanded.size;
    for (let at = this.model_.parent[id]!; at >= 0; at = this.model_.parent[at]!) this.expanded.add(at);
    return this.expanded.size > before;
  }

  private setColour(by: ColourBy): void {
    this.look.colours = new Colours(this.model_, by);
    this.renderer.invalidate();
    this.paintPanels();
    this.save();
  }

  private setSteps(steps: number): void {
    this.steps = steps;
    this.opened.clear();
    this.relayout(undefined, 0);
    this.fit(0);
  }

  private setFollow(on: boolean): void {
    this.follow = on;
    this.followButton.setAttribute('aria-pressed', String(on));
    this.followButton.title = on ? 'Follows the editor: switch off' : 'Does not follow the editor: switch on';
    this.post({ type: 'follow', on });
    this.save();
  }

  private toggleFilter(): void {
    const { element } = this.filterPanel;
    element.hidden = !element.hidden;
    this.filterButton.setAttribute('aria-expanded', String(!element.hidden));
    this.filterPanel.paint();
    this.save();
  }

  // ── Expanding ─────────────────────────────────────────────────────────────────────────────────────────────────

  expandAll(on: boolean): void {
    const { model_: model, look } = this;
    this.expanded = new Set(on ? model.walk.filter(id => model.children[id]) : model.roots);
    if (!on && look.selected >= 0) {
      let shown = look.selected;
      while (model.depth[shown]! > 1) shown = model.parent[shown]!;
      look.focus = `t${shown}`;
    }
    this.relayout(this.look.focus, model.order.length > 3000 ? 0 : 200);
    this.say(on ? 'All expanded' : 'All folded');
  }

  private toggle(box: Box, open = !box.expanded): void {
    if (box.expanded === undefined || box.expanded === open) return;
    if (this.view_ === 'hosting') {
      if (open) this.folded.delete(box.id);
      else this.folded.add(box.id);
    } else if (open) this.expanded.add(box.product);
    else this.expanded.delete(box.product);
    this.relayout(box.id);
  }

  // ── Selection ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** @param tell whether the reader did it, so that the editor goes along and the way back is noted */
  private select(id: number, tell = true): void {
    const { look, renderer, model_: model } = this;
    const other = id !== look.selected;
    look.selected = id;
    look.relate(renderer.scene);
    const focused = renderer.scene.boxes[renderer.scene.byId.get(look.focus) ?? -1];
    if (focused?.product !== id) {
      const place = renderer.scene.byProduct.get(id)?.[0];
      if (place !== undefined) look.focus = renderer.scene.boxes[place]!.id;
    }
    renderer.invalidate();
    if (!other) return;
    this.detail.paint();
    this.paintCrumbs();
    const product = model.products[id];
    if (product === undefined) return;
    this.post({ type: 'details', key: product.key });
    if (tell) this.showSource();
    this.note();
    this.save();
  }

  /** Shows the source of what is selected, once the reader stays there; the keyboard stays here. */
  private showSource(): void {
    clearTimeout(this.showing);
    this.showing = setTimeout(() => {
      const product = this.model_.products[this.look.selected];
      if (product?.declared && this.follow) this.post({ type: 'source', key: product.key, focus: false });
    }, 180);
  }

  goTo(id: number, tell = true): void {
    const { view_: view, renderer } = this;
    if (view === 'dependencies') {
      this.opened.clear();
      this.select(id, tell);
      this.relayout(undefined, 0);
      this.fit(0);
      return;
    }
    if (view === 'hosting' && !renderer.scene.byProduct.has(id)) this.setView('tree');
    this.reveal(id);
    this.select(id, tell);
    this.reveal(id);
  }

  private reveal(id: number, centre = false): void {
    this.revealed = { id, until: performance.now() + 600 };
    if (this.view_ === 'tree') {
      const visible = this.look.placeOf(this.renderer.scene, id);
      if (this.expandAbove(id))
        this.relayout(visible === undefined ? undefined : this.renderer.scene.boxes[visible]!.id);
    }
    const place = this.renderer.scene.byProduct.get(id)?.[0];
    if (place !== undefined) this.viewport.reveal(this.renderer.scene.boxes[place]!, 220, centre);
  }

  private focusSomething(): void {
    const { scene } = this.renderer;
    const focused = scene.boxes[scene.byId.get(this.look.focus) ?? -1];
    if (focused && focused.role !== 'heading' && focused.role !== 'more') return;
    const place = this.look.placeOf(scene, this.look.selected) ?? scene.boxes.findIndex(({ product }) => product >= 0);
    this.look.focus = scene.boxes[place]?.id ?? '';
  }

  /** Notes where the reader is, for the way back. */
  private note(): void {
    const { selected: id } = this.look;
    if (id >= 0 && (this.history[this.historyAt]?.id !== id || this.history[this.historyAt]?.view !== this.view_)) {
      this.history = [
        ...this.history.slice(Math.max(0, this.historyAt - 99), this.historyAt + 1),
        { id, view: this.view_ },
      ];
      this.historyAt = this.history.length - 1;
    }
    this.historyButtons.back.disabled = this.historyAt <= 0;
    this.historyButtons.forward.disabled = this.historyAt >= this.history.length - 1;
  }

  private travel(by: -1 | 1): void {
    const to = this.history[this.historyAt + by];
    if (to === undefined) return;
    const { history } = this;
    const at = this.historyAt + by;
    this.look.selected = to.id;
    if (to.view !== this.view_) this.setView(to.view);
    this.look.selected = -1;
    this.goTo(to.id);
    this.history = history;
    this.historyAt = at;
    this.note();
  }

  private showHit(hit: number | undefined): void {
    this.look.hit = hit ?? -1;
    this.noteHits();
    if (hit === undefined) this.renderer.invalidate();
    else if (this.view_ === 'dependencies') this.goTo(hit);
    else {
      if (this.view_ === 'hosting' && !this.renderer.scene.byProduct.has(hit)) this.setView('tree');
      if (!this.shown(hit)) this.setFilter(noFilter());
      this.reveal(hit, this.viewport.k < 0.5);
      this.select(hit);
    }
  }

  private noteHits(): void {
    this.look.hits.clear();
    for (const id of this.search.hits) this.look.hits.add(id);
  }

  /** To the next relation of the selected product that is out of sight. */
  private jump(direction: -1 | 1): void {
    const { renderer, look, viewport } = this;
    const { y0, y1 } = viewport.view;
    const boxes = [...look.used.keys(), ...look.users.keys()].flatMap(id => {
      const place = look.placeOf(renderer.scene, id);
      return place === undefined ? [] : renderer.scene.boxes[place]!;
    });
    const away = boxes
      .filter(({ y, h }) => (direction < 0 ? y + h < y0 : y > y1))
      .sort((a, b) => direction * (a.y - b.y));
    if (away[0]) viewport.reveal(away[0], 300);
  }

  // ── Where the picture stands ──────────────────────────────────────────────────────────────────────────────────

  private stand(): Stand {
    const { x, y, k } = this.viewport;
    return { x, y, k };
  }

  /** The whole of the picture; at first (`ms` 0) as much of it as can be read. */
  fit(ms = 260): void {
    const { viewport, renderer } = this;
    const { scene } = renderer;
    const { width, height } = viewport;
    if (scene.boxes.length === 0) return;
    const room = { width: Math.max(60, width - 56), height: Math.max(60, height - 40) };
    const whole = Math.min(1, room.width / scene.width, room.height / scene.height);
    if (this.view_ === 'tree') {
      const k =
        ms === 0 ? Math.max(0.85, Math.min(1, room.width / scene.width)) : Math.min(1, room.height / scene.height);
      const wide = scene.width * Math.max(k, 0.5);
      viewport.go(
        {
          k: Math.max(0.06, k),
          x: Math.max(24, Math.min(48, (width - wide) / 2)),
          y: Math.max(20, (height - scene.height * k) / 2),
        },
        ms,
      );
      return;
    }
    const readable =
      this.view_ === 'hosting' ? Math.max(0.7, Math.min(1, room.width / scene.width)) : Math.max(0.6, whole);
    const k = ms === 0 ? readable : whole;
    const middle = scene.boxes[scene.byProduct.get(this.look.selected)?.[0] ?? -1];
    const fits = { x: scene.width * k <= width, y: scene.height * k <= height };
    const centred = this.view_ === 'dependencies' && middle;
    viewport.go(
      {
        k,
        x: fits.x
          ? Math.max(20, (width - scene.width * k) / 2)
          : centred
            ? width / 2 - (middle.x + middle.w / 2) * k
            : 24,
        y: fits.y
          ? Math.max(20, Math.min(this.view_ === 'hosting' ? 60 : height, (height - scene.height * k) / 2))
          : centred
            ? height / 2 - (middle.y + middle.h / 2) * k
            : 20,
      },
      ms,
    );
  }

  private moved(): void {
    this.renderer.request();
    this.save();
  }

  // ── Keeping the state ─────────────────────────────────────────────────────────────────────────────────────────

  private pending: Partial<Saved> = {};

  private restore(saved: Partial<Saved>): void {
    this.pending = saved;
    this.filter_ = saved.filter ?? noFilter();
    this.view_ = saved.view ?? 'tree';
    this.steps = saved.steps ?? 1;
    this.stepsChoice.value = String(this.steps);
    this.colourChoice.value = saved.colour ?? 'kind';
    this.filterPanel.element.hidden = !saved.filterOpen;
    this.filterButton.setAttribute('aria-expanded', String(saved.filterOpen ?? false));
    this.filterButton.classList.toggle('on', partsOf(this.filter_) > 0);
  }

  private saved(): Saved {
    const key = (id: number): string => this.model_.products[id]!.key;
    const { selected } = this.look;
    return {
      project: this.model_.project,
      view: this.view_,
      selected: selected < 0 ? '' : key(selected),
      expanded: [...this.expanded].map(key),
      folded: [...this.folded],
      stands: { ...this.stands, [this.view_]: this.stand() },
      filter: this.filter_,
      colour: this.look.colours.by,
      steps: this.steps,
      follow: this.follow,
      filterOpen: !this.filterPanel.element.hidden,
    };
  }

  private save(): void {
    if (!this.loaded) return;
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.keep(this.saved()), 300);
  }

  // ── The page itself ───────────────────────────────────────────────────────────────────────────────────────────

  private build(): void {
    const svg = (how: 'copy' | 'save') => (): void => this.exportSvg(how);
    document.body.append(
      h('h1', { class: 'sr' }, 'Product tree'),
      h(
        'header',
        { class: 'bar' },
        this.projects,
        this.tabs.element,
        h('div', { class: 'tools' }, this.historyButtons.back, this.historyButtons.forward),
        this.search.element,
        h(
          'div',
          { class: 'tools' },
          this.stepsChoice,
          this.colourChoice,
          this.filterButton,
          this.followButton,
          tool('expand', 'Expand all', () => this.expandAll(true), 'only-tree'),
          tool('collapse', 'Fold all', () => this.expandAll(false), 'only-tree'),
          tool('copy', 'Copy as SVG', svg('copy'), 'wide'),
          tool('save', 'Save as SVG …', svg('save'), 'wide'),
        ),
      ),
      h(
        'div',
        { class: 'second-bar' },
        this.crumbs,
        this.off.above,
        this.off.below,
        h(
          'div',
          { class: 'tools', role: 'group', 'aria-label': 'Zoom' },
          tool('minus', 'Smaller (-)', () => this.viewport.zoomBy(1 / 1.3)),
          this.zoom,
          tool('plus', 'Larger (+)', () => this.viewport.zoomBy(1.3)),
          tool('fit', 'Show all (0)', () => this.fit()),
          tool(
            'target',
            'Go to the selected product',
            () => this.look.selected >= 0 && this.reveal(this.look.selected, true),
          ),
        ),
      ),
      h(
        'main',
        {},
        this.stage,
        this.overview.strip,
        this.filterPanel.element,
        h('div', { class: 'side' }, this.detail.element, this.overview.map),
      ),
      this.status,
    );
    this.stage.append(this.message);
    this.explain();
    this.note();
    this.paintPanels();
    this.renderer.onDraw.push(() => this.afterDraw());
    this.viewport.onResize = () => {
      const { id, until } = this.revealed;
      const place = performance.now() < until ? this.renderer.scene.byProduct.get(id)?.[0] : undefined;
      if (place !== undefined) this.viewport.reveal(this.renderer.scene.boxes[place]!, 120);
    };
    onThemeChange(() => {
      this.renderer.palette = readPalette();
      this.renderer.request();
    });
  }

  private afterDraw(): void {
    const percent = `${Math.round(this.viewport.k * 100)} %`;
    if (this.zoom.textContent !== percent) {
      this.zoom.textContent = percent;
      this.zoom.title = `Zoom ${percent}: back to 100 %`;
    }
    for (const [side, button] of Object.entries(this.off)) {
      const count = this.renderer.off[side as 'above' | 'below'];
      button.hidden = count === 0;
      const words = `${count} related ${side}`;
      if (count > 0 && button.title !== words) {
        button.title = words;
        button.setAttribute('aria-label', words);
        button.replaceChildren(icon(side === 'above' ? 'up' : 'down'), String(count));
      }
    }
  }

  private paintPanels(): void {
    this.detail.paint();
    this.filterPanel.paint();
    this.paintCrumbs();
    this.overview.invalidate();
  }

  private paintCrumbs(): void {
    const { model_: model, look } = this;
    const path: number[] = [];
    for (let id = look.selected; id >= 0; id = model.parent[id] ?? -1) path.unshift(id);
    const crumbs = path.map((id, index) =>
      h(
        'li',
        {},
        icon('right', 'dim'),
        h(
          'button',
          {
            class: `crumb c-${look.colours.of(id)}`,
            'data-focus': String(id),
            title: model.products[id]!.key,
            'aria-current': index === path.length - 1 ? 'page' : undefined,
            onclick: () => this.goTo(id),
          },
          icon(model.products[id]!.declared ? iconOfKind(model.chain(model.products[id]!.kind)) : 'undeclared', 'kind'),
          nameOf(model.products[id]!),
        ),
      ),
    );
    refill(
      this.crumbs,
      h(
        'ol',
        {},
        h(
          'li',
          {},
          h(
            'button',
            { class: 'crumb', 'data-focus': 'project', title: 'Show all', onclick: () => this.fit() },
            model.title || 'No project',
          ),
        ),
        ...crumbs,
      ),
    );
    this.crumbs.scrollLeft = this.crumbs.scrollWidth;
  }

  private exportSvg(how: 'copy' | 'save'): void {
    const { scene, palette } = this.renderer;
    const title = `${this.model_.title}: ${this.view_}`;
    this.post({ type: 'svg', how, name: `${this.view_}.svg`, svg: svgOf(scene, this.look, palette, title) });
    if (how === 'copy') this.say('Copied');
  }

  private listen(): void {
    const { stage, renderer } = this;
    renderer.world.addEventListener('keydown', event => this.key(event));
    stage.addEventListener('click', event => this.click(event));
    stage.addEventListener('dblclick', event => {
      const box = this.boxAt(event);
      if (box && box.product >= 0 && !(event.target as Element).closest('[data-toggle]')) this.openBox(box);
    });
    stage.addEventListener('pointerover', event => {
      if (this.view_ === 'tree') return;
      const box = this.boxAt(event);
      const hover = box && (box.role === 'chip' || box.role === 'card') ? box.product : -1;
      if (hover === this.look.hover) return;
      this.look.hover = hover;
      renderer.request();
    });
    document.addEventListener('keydown', event => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if ((event.key === 'f' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing))
        this.search.focus();
      else if (event.altKey && event.key === 'ArrowLeft') this.travel(-1);
      else if (event.altKey && event.key === 'ArrowRight') this.travel(1);
      else return;
      event.preventDefault();
    });
  }

  /** The box under the pointer: an element, or a bar on the canvas. */
  private boxAt(event: MouseEvent): Box | undefined {
    const { scene } = this.renderer;
    const element = (event.target as Element).closest<HTMLElement>('[data-box]');
    if (element) return scene.boxes[scene.byId.get(element.dataset.box!) ?? -1];
    if (this.viewport.k >= 0.5 || (event.target as Element).closest('button')) return undefined;
    const { left, top } = this.stage.getBoundingClientRect();
    const x = (event.clientX - left - this.viewport.x) / this.viewport.across;
    const y = (event.clientY - top - this.viewport.y) / this.viewport.k;
    let found: Box | undefined;
    scene.query(x, y, x, y, place => {
      const box = scene.boxes[place]!;
      const at = this.renderer.standing(place);
      const slack = 5 / this.viewport.k;
      if (
        box.product >= 0 &&
        y >= at.y - slack &&
        y <= at.y + box.h + slack &&
        (found === undefined || box.role !== 'container')
      )
        found = box;
    });
    return found;
  }

  private click(event: MouseEvent): void {
    const box = this.boxAt(event);
    if (box === undefined || box.role === 'heading') return;
    if (box.role === 'more') {
      this.opened.add(box.id.replace('more', ''));
      this.relayout(this.look.focus);
      return;
    }
    this.look.focus = box.id;
    if ((event.target as Element).closest('[data-toggle]')) this.toggle(box);
    else if (box.product >= 0) this.select(box.product);
    this.renderer.invalidate();
    this.renderer.focus();
  }

  /** Enter or a double click: the source, with the keyboard; in Dependencies first that product's own. */
  private openBox({ product: id }: Box): void {
    const product = this.model_.products[id];
    if (product === undefined) return;
    clearTimeout(this.showing);
    if (
      this.view_ === 'dependencies' &&
      (id !== this.look.selected ||
        !this.renderer.scene.boxes.some(box => box.product === id && box.column !== undefined && this.isMiddle(box)))
    )
      this.goTo(id);
    else if (product.declared) this.post({ type: 'source', key: product.key, focus: true });
  }

  private isMiddle({ id }: Box): boolean {
    return id.startsWith('m');
  }

  private key(event: KeyboardEvent): void {
    const { renderer, viewport, look } = this;
    const { scene } = renderer;
    const at = scene.byId.get(look.focus) ?? -1;
    const box = scene.boxes[at];
    const page = Math.max(1, Math.floor(viewport.height / viewport.k / ((box?.h ?? 44) + 8)) - 1);
    const wish = this.keyboard.wish(event, scene, at, this.model_, page);
    if (wish === undefined || box === undefined) return;
    event.preventDefault();
    if (wish === 'nothing') return;
    if (wish === 'open') this.openBox(box);
    else if (wish === 'fit') this.fit();
    else if (wish === 'siblings') {
      for (const { parent, product, expanded } of scene.boxes)
        if (parent === box.parent && expanded === false) this.expanded.add(product);
      this.relayout(box.id);
    } else if ('zoom' in wish) viewport.zoomBy(wish.zoom);
    else if ('fold' in wish) this.toggle(box, !wish.fold);
    else {
      const next = scene.boxes[wish.go]!;
      look.focus = next.id;
      if (next.product >= 0 && this.view_ !== 'dependencies') this.select(next.product);
      renderer.invalidate();
      viewport.reveal({ ...next, ...renderer.standing(wish.go) }, 120);
      renderer.focus();
    }
  }
}

const EMPTY: PreviewSkeleton = {
  project: '',
  title: '',
  version: 0,
  kinds: [],
  parties: [],
  ruleIds: [],
  kindKeys: [],
  undeclared: [],
  keys: [],
  names: [],
  kind: [],
  parent: [],
  obsolete: [],
  found: [],
  owner: [],
  manager: [],
  team: [],
  links: { uses: [], hosts: [], requires: [] },
};
