import type { PreviewPatch } from '../../server/src/protocol.ts';
import type { ColourBy, Colours } from './colours.ts';
import { h } from './dom.ts';
import { type Filter, noFilter, partsOf } from './filter.ts';
import type { ViewName } from './layout/scene.ts';
import type { ToExtension, ToPage } from './messages.ts';
import { EMPTY, Model } from './model.ts';
import type { History } from './page/history.ts';
import { Input } from './page/input.ts';
import { Picture } from './page/picture.ts';
import { Selection, type SelectionActions } from './page/selection.ts';
import { Bar, type BarActions } from './panel/bar.ts';
import { Crumbs } from './panel/crumbs.ts';
import { DetailPanel } from './panel/detail.ts';
import { FilterPanel } from './panel/filter.ts';
import { Search } from './panel/search.ts';
import { SecondBar } from './panel/second-bar.ts';
import { readSaved, type Saved } from './state.ts';
import { svgOf } from './svg.ts';
import { Overview } from './view/overview.ts';

/** How long nothing more must change before it is kept for the next time, in milliseconds. */
const SAVING = 150;

/** The page of one project: puts its parts together, and passes on what is chosen and received. */
export class Page implements SelectionActions, BarActions {
  private readonly post_: (message: ToExtension) => void;
  private readonly status = h('div', { class: 'sr', role: 'status' });
  private readonly picture: Picture;
  private readonly selection: Selection;
  private readonly overview: Overview;
  private readonly detail: DetailPanel;
  private readonly filterPanel: FilterPanel;
  private readonly search: Search;
  private readonly bar: Bar;
  private readonly crumbs: Crumbs;
  private saving: ReturnType<typeof setTimeout> | undefined;

  constructor(post: (message: ToExtension) => void) {
    this.post_ = post;
    this.picture = new Picture(
      new Model(EMPTY),
      () => this.setFilter(noFilter()),
      () => this.save(),
    );
    const { renderer, look, viewport } = this.picture;
    this.selection = new Selection(this.picture, this);
    this.overview = new Overview(renderer, look, viewport);
    this.detail = new DetailPanel(this);
    this.filterPanel = new FilterPanel(this);
    this.search = new Search(
      () => this.model(),
      hit => this.showHit(hit),
      () => renderer.focus(),
    );
    this.bar = new Bar(this, this.search.element);
    this.bar.showFilterOpen(false);
    this.crumbs = new Crumbs(this, () => this.picture.fit());
    this.build();
    new Input(this.picture, this.selection, () => this.search.focus());
    this.bar.showFollow(true);
  }

  // ── For the page's parts ──────────────────────────────────────────────────────────────────────────────────────

  model = (): Model => this.picture.look.model;
  colours = (): Colours => this.picture.look.colours;
  view = (): ViewName => this.picture.shown.view;
  filter = (): Filter => this.picture.shown.filter;
  selected = (): number => this.picture.look.selected;
  post = (message: ToExtension): void => this.post_(message);

  say(text: string): void {
    this.status.textContent = text;
  }

  goTo(id: number): void {
    this.selection.goTo(id);
  }

  selectedOther(): void {
    this.detail.paint();
    this.crumbs.paint();
  }

  travelled(history: History): void {
    this.bar.showWays(history);
  }

  save(): void {
    if (!this.picture.loaded) return;
    clearTimeout(this.saving);
    this.saving = setTimeout(() => {
      this.post({ type: 'keep', project: this.model().project, saved: this.saved() });
    }, SAVING);
  }

  // ── What comes from the extension ─────────────────────────────────────────────────────────────────────────────

  /** Takes over a project, a change of it, details, or where the cursor is. */
  receive(message: ToPage): void {
    if (message.type === 'project') this.open(message);
    else if (message.type === 'patch') this.patch(message.patch);
    else if (message.type === 'details') this.detail.receive(message.details);
    else if (message.type === 'export') this.exportSvg(message.how);
    else {
      const id = this.model().idOf(message.key);
      if (id === undefined) return;
      if (message.wanted || (this.selection.follow && id !== this.selected())) this.selection.goTo(id, false);
    }
  }

  private open({ skeleton, projects, select = '', saved }: Extract<ToPage, { type: 'project' }>): void {
    // What is not kept of a project is as it was in the one before: its view, its colours.
    const again = this.picture.loaded && skeleton?.project === this.model().project;
    const kept = again ? this.saved() : readSaved(saved);
    const model = new Model(skeleton ?? EMPTY);
    this.selection.forget();
    this.picture.open(model, kept);
    if (kept.follow !== undefined) this.setFollow(kept.follow);
    if (kept.filterOpen !== undefined) this.openFilter(kept.filterOpen);
    this.bar.showProjects(projects, model.project);
    this.bar.showChosen(this.picture.shown.steps, this.colours().by);
    this.bar.showFiltered(partsOf(this.filter()) > 0);
    this.setView(this.view());
    const chosen = model.idOf(select) ?? model.idOf(kept.selected ?? '');
    if (chosen !== undefined) this.selection.goTo(chosen, false);
    this.picture.focusSomething();
    this.search.find(false);
    this.noteHits();
    this.paintPanels();
  }

  private patch(patch: PreviewPatch): void {
    const model = this.model();
    if (patch.project !== model.project || patch.closed) return;
    const { picture } = this;
    const selected = this.selected();
    const anchor = picture.anchor();
    const { touched, moved } = model.apply(patch);
    picture.recolour();
    picture.shown.refilter();
    this.search.find(false);
    this.noteHits();
    // A new name or owner moves nothing, unless it decides what is shown.
    if (moved || partsOf(this.filter()) > 0) picture.relayout(anchor);
    else picture.renderer.invalidate();
    if (
      selected >= 0 &&
      !model.products[selected]!.declared &&
      picture.renderer.scene.byProduct.get(selected) === undefined
    )
      this.selection.select(-1, false);
    // Its key may be another one; what else differs, the extension asks for by itself.
    else if (selected >= 0 && patch.renamed.length > 0)
      this.post({ type: 'details', key: model.products[selected]!.key });
    picture.flash(touched);
    this.paintPanels();
    if (touched.size > 0) this.say(`${touched.size} ${touched.size === 1 ? 'product' : 'products'} updated`);
  }

  // ── What is chosen ────────────────────────────────────────────────────────────────────────────────────────────

  chooseProject(project: string): void {
    this.post({ type: 'project', project });
  }

  setView(view: ViewName): void {
    const changed = this.picture.turnTo(view);
    this.bar.tabs.show(view);
    if (view === 'dependencies' && this.selected() < 0) this.selection.selectMostConnected();
    this.picture.arrive(changed);
    this.detail.paint();
    if (changed) this.selection.note();
    this.save();
  }

  setFilter(filter: Filter): void {
    const { picture } = this;
    const matches = picture.shown.setFilter(filter);
    picture.relayout(picture.anchor());
    if (picture.anchor() === undefined) picture.fit(0);
    else if (matches > 0) picture.showMatch();
    this.paintPanels();
    this.bar.showFiltered(partsOf(filter) > 0);
    this.say(partsOf(filter) > 0 ? `${matches} products match` : 'All products are shown');
  }

  toggleFilter(): void {
    this.openFilter(this.filterPanel.element.hidden === true);
    this.save();
  }

  private openFilter(open: boolean): void {
    this.filterPanel.element.hidden = !open;
    this.bar.showFilterOpen(open);
    this.filterPanel.paint();
  }

  setColour(by: ColourBy): void {
    this.picture.recolour(by);
    this.bar.showChosen(this.picture.shown.steps, by);
    this.picture.renderer.invalidate();
    this.paintPanels();
    this.save();
  }

  setSteps(steps: number): void {
    this.picture.shown.setSteps(steps);
    this.picture.relayout(undefined, 0);
    this.picture.fit(0);
  }

  toggleFollow(): void {
    this.setFollow(!this.selection.follow);
  }

  travel(by: -1 | 1): void {
    this.selection.travel(by);
  }

  expandAll(on: boolean): void {
    this.picture.expandAll(on);
    this.say(on ? 'All expanded' : 'All folded');
  }

  exportSvg(how: 'copy' | 'save'): void {
    const { renderer, look } = this.picture;
    const view = this.view();
    const title = `${this.model().title}: ${view}`;
    this.post({ type: 'svg', how, name: `${view}.svg`, svg: svgOf(renderer.scene, look, renderer.palette, title) });
    if (how === 'copy') this.say('Copied');
  }

  private setFollow(on: boolean): void {
    this.selection.follow = on;
    this.bar.showFollow(on);
    this.post({ type: 'follow', on });
    this.save();
  }

  private showHit(hit: number | undefined): void {
    this.noteHits();
    this.selection.showHit(hit);
  }

  private noteHits(): void {
    const { hits } = this.picture.look;
    hits.clear();
    for (const id of this.search.hits) hits.add(id);
  }

  // ── The page itself ───────────────────────────────────────────────────────────────────────────────────────────

  private build(): void {
    const { picture, overview } = this;
    document.body.append(
      h('h1', { class: 'sr' }, 'Product tree'),
      this.bar.element,
      new SecondBar(picture, this.selection, this.crumbs.element).element,
      h(
        'main',
        {},
        picture.stage,
        overview.strip,
        this.filterPanel.element,
        h('div', { class: 'side' }, this.detail.element, overview.map),
      ),
      this.status,
    );
    this.selection.note();
    this.paintPanels();
  }

  private paintPanels(): void {
    this.detail.paint();
    this.filterPanel.paint();
    this.crumbs.paint();
    this.overview.invalidate();
  }

  private saved(): Saved {
    return {
      ...this.picture.saved(),
      follow: this.selection.follow,
      filterOpen: !this.filterPanel.element.hidden,
    };
  }
}
