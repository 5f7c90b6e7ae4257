import type { Actions } from '../actions.ts';
import { noFilter } from '../filter.ts';
import type { Box } from '../layout/scene.ts';
import { History } from './history.ts';
import type { Picture } from './picture.ts';

/** What the selection may ask of the page, beside what every part may. */
export interface SelectionActions extends Actions {
  /** Another product is selected, or none. */
  selectedOther(): void;
  /** The way back or forward has changed. */
  travelled(history: History): void;
  /** What is kept for a reload has changed. */
  save(): void;
}

/** The selected product: how the reader goes from one to the next and back, and how the editor goes along. */
export class Selection {
  /** The page and the editor follow each other. */
  follow = true;
  private readonly picture: Picture;
  private readonly actions: SelectionActions;
  private readonly history = new History();
  private showing: ReturnType<typeof setTimeout> | undefined;

  constructor(picture: Picture, actions: SelectionActions) {
    this.picture = picture;
    this.actions = actions;
  }

  /**
   * Selects a product, wherever it is; -1: none.
   * @param tell whether the reader did it, so that the editor goes along
   */
  select(id: number, tell = true): void {
    const { look, renderer } = this.picture;
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
    this.actions.selectedOther();
    const product = look.model.products[id];
    if (product === undefined) return;
    this.actions.post({ type: 'details', key: product.key });
    if (tell) this.showSource();
    this.note();
    this.actions.save();
  }

  /** Selects a product and brings it into sight, in this view or the tree. */
  goTo(id: number, tell = true): void {
    const { picture } = this;
    const { view } = picture.shown;
    if (view === 'dependencies') {
      picture.shown.closeMore();
      this.select(id, tell);
      picture.relayout(undefined, 0);
      picture.fit(0);
      return;
    }
    if (view === 'hosting' && !picture.renderer.scene.byProduct.has(id)) this.actions.setView('tree');
    picture.reveal(id);
    this.select(id, tell);
    picture.reveal(id);
  }

  /** Goes to what the search has found, in the tree where this view does not show it; undefined: nothing. */
  showHit(hit: number | undefined): void {
    const { look, renderer, shown, viewport } = this.picture;
    look.hit = hit ?? -1;
    if (hit === undefined) renderer.invalidate();
    else if (shown.view === 'dependencies') this.goTo(hit);
    else {
      if (shown.view === 'hosting' && !renderer.scene.byProduct.has(hit)) this.actions.setView('tree');
      if (!shown.has(hit)) this.actions.setFilter(noFilter());
      this.picture.reveal(hit, viewport.k < 0.5);
      this.select(hit);
    }
  }

  /** Enter or a double click: the source, with the keyboard; in Dependencies first that product's own. */
  open({ product: id }: Box): void {
    const { look, renderer, shown } = this.picture;
    const product = look.model.products[id];
    if (product === undefined) return;
    clearTimeout(this.showing);
    if (
      shown.view === 'dependencies' &&
      (id !== look.selected ||
        !renderer.scene.boxes.some(box => box.product === id && box.column !== undefined && isMiddle(box)))
    )
      this.goTo(id);
    else if (product.declared) this.actions.post({ type: 'source', key: product.key, focus: true });
  }

  /** To the next relation of the selected product that is out of sight, above (-1) or below. */
  jump(direction: -1 | 1): void {
    const { renderer, look, viewport } = this.picture;
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

  /** Notes where the reader is, for the way back. */
  note(): void {
    const { look, shown } = this.picture;
    if (look.selected >= 0) this.history.note({ id: look.selected, view: shown.view });
    this.actions.travelled(this.history);
  }

  /** Goes back (-1) or forward to where the reader was. */
  travel(by: -1 | 1): void {
    const { look, shown } = this.picture;
    const went = this.history.travel(by, to => {
      look.selected = to.id;
      if (to.view !== shown.view) this.actions.setView(to.view);
      look.selected = -1;
      this.goTo(to.id);
    });
    if (went) this.note();
  }

  /** Another project: there is no way back into the last one. */
  forget(): void {
    this.history.clear();
  }

  /** Something to begin with in Dependencies: what has most uses in both directions among the first products. */
  selectMostConnected(): void {
    const { model } = this.picture.look;
    let best = model.order[0] ?? -1;
    let most = 0;
    for (const id of model.order) {
      const count = Math.min(model.to(id, 'uses').length, 6) + Math.min(model.from(id, 'uses').length, 6);
      if (count <= most) continue;
      best = id;
      most = count;
    }
    this.select(best, false);
  }

  /** Shows the source of what is selected, once the reader stays there; the keyboard stays here. */
  private showSource(): void {
    clearTimeout(this.showing);
    this.showing = setTimeout(() => {
      const { model, selected } = this.picture.look;
      const product = model.products[selected];
      if (product?.declared && this.follow) this.actions.post({ type: 'source', key: product.key, focus: false });
    }, 180);
  }
}

/** The box in the middle of Dependencies. */
function isMiddle({ id }: Box): boolean {
  return id.startsWith('m');
}
