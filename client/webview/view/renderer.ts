import { h } from '../dom.ts';
import { type Point, type Scene, standing } from '../layout/scene.ts';
import { fillCard, signatureOf } from './card.ts';
import type { Look } from './look.ts';
import { paintNeeds } from './paint-dependencies.ts';
import { paintFar } from './paint-far.ts';
import { paintSamePlaces } from './paint-hosting.ts';
import { type OffScreen, paintRelations } from './paint-relations.ts';
import { paintBranches } from './paint-tree.ts';
import type { Palette } from './palette.ts';
import { cleared, type Pen } from './pen.ts';
import { isStill, type Viewport } from './viewport.ts';

/** From this scale on boxes are elements; below it they are bars on the canvas. */
const NEAR = 0.5;

/** So many boxes before and after the focused one are there for screen readers where all is bars. */
const AROUND = 20;

/** Pixels between a sliding parent and the edge of what is in sight. */
const EDGE = 12;

interface Card {
  element: HTMLElement;
  signature: string;
}

interface Move {
  start: number;
  ms: number;
  from: ReadonlyMap<string, Point>;
  /** Where what is new comes from. */
  origin: Point | undefined;
}

/**
 * Draws a scene: elements for what is in sight and near, lines on a canvas below them, and everything on the canvas when it is far. The
 * focused box is always an element, so that the keyboard's focus never falls off the page.
 */
export class Renderer {
  /** Holds the boxes that stand for products. */
  readonly world = h('div', { class: 'world' });
  /** Holds headings and buttons, which are no items of a tree or list. */
  readonly extras = h('div', { class: 'world' });
  palette: Palette;
  scene: Scene;
  /** How many of the selected product's relations end out of sight. */
  off: OffScreen = { above: 0, below: 0 };
  /** How many boxes are elements now. */
  mounted = 0;
  /** Called after each picture. */
  readonly onDraw: (() => void)[] = [];
  private readonly below = h('canvas', { class: 'below', 'aria-hidden': true });
  private readonly above = h('canvas', { class: 'above', 'aria-hidden': true });
  private readonly cards = new Map<string, Card>();
  private readonly look: Look;
  private readonly viewport: () => Viewport;
  private frame = 0;
  private move: Move | undefined;

  constructor(host: HTMLElement, look: Look, viewport: () => Viewport, palette: Palette, scene: Scene) {
    this.look = look;
    this.viewport = viewport;
    this.palette = palette;
    this.scene = scene;
    host.append(this.below, this.world, this.extras, this.above);
  }

  /** Asks for a picture in the next frame. */
  request = (): void => {
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(now => {
        this.frame = 0;
        this.draw(now);
      });
    }
  };

  /** Every box is drawn anew, since what is marked may differ. */
  invalidate(): void {
    for (const card of this.cards.values()) card.signature = '';
    this.request();
  }

  /**
   * Shows another scene.
   * @param keep id of the box that stays where it is on the screen
   * @param ms how long things take to move to their new places
   */
  show(scene: Scene, keep?: string, ms = 200): void {
    const old = this.scene;
    const viewport = this.viewport();
    const same = old.view === scene.view;
    const was = { x: viewport.x, y: viewport.y };
    const stood = new Map<string, Point>();
    if (same) {
      for (const id of this.cards.keys()) {
        const place = old.byId.get(id);
        if (place !== undefined) stood.set(id, this.standingIn(old, place));
      }
    }
    const before = same && keep ? old.byId.get(keep) : undefined;
    const after = keep ? scene.byId.get(keep) : undefined;
    viewport.show(scene);
    let origin: Point | undefined;
    if (before !== undefined && after !== undefined) {
      const at = this.standingIn(old, before);
      const screen = { x: at.x * viewport.across + viewport.x, y: at.y * viewport.k + viewport.y };
      // Where a sliding parent stands depends on what is in sight: mostly one round is enough.
      for (let round = 0; round < 5; round++) {
        const now = this.standingIn(scene, after);
        const dx = screen.x - (now.x * viewport.across + viewport.x);
        const dy = screen.y - (now.y * viewport.k + viewport.y);
        if (Math.abs(dx) + Math.abs(dy) < 0.5) break;
        viewport.shift(dx, dy);
      }
      origin = this.standingIn(scene, after);
    }
    const shifted = { x: (was.x - viewport.x) / viewport.across, y: (was.y - viewport.y) / viewport.k };
    const from = new Map([...stood].map(([id, { x, y }]) => [id, { x: x + shifted.x, y: y + shifted.y }]));
    this.scene = scene;
    this.move = same && ms > 0 && !isStill() ? { start: performance.now(), ms, from, origin } : undefined;
    this.request();
  }

  /** Puts the keyboard's focus on the focused box. */
  focus(): void {
    if (!this.cards.has(this.look.focus)) this.draw(performance.now());
    this.cards.get(this.look.focus)?.element.focus({ preventScroll: true });
  }

  /** Where a box stands while this much is in sight. */
  standing(place: number): Point {
    return this.standingIn(this.scene, place);
  }

  /** Draws a picture at once. */
  draw(now: number): void {
    const viewport = this.viewport();
    const travelling = viewport.tick(now);
    if (this.move && now - this.move.start >= this.move.ms) this.move = undefined;
    const visible = this.inSight();
    const points = new Map<number, Point>();
    const at = (place: number): Point => {
      let point = points.get(place);
      if (point === undefined) {
        point = this.moving(place, now);
        points.set(place, point);
      }
      return point;
    };
    this.paint(visible, at);
    this.mount(visible, at);
    for (const callback of this.onDraw) callback();
    if (travelling || this.move) this.request();
  }

  private get isNear(): boolean {
    return this.viewport().k >= NEAR;
  }

  /** Places of the boxes that may be in sight, in reading order. */
  private inSight(): number[] {
    const { scene, move } = this;
    const { view, k, across } = this.viewport();
    const found = new Set<number>();
    scene.query(view.x0 - 40 / across, view.y0 - 40 / k, view.x1 + 40 / across, view.y1 + 40 / k, place =>
      found.add(place),
    );
    if (move) {
      // What leaves sight is seen leaving.
      for (const id of this.cards.keys()) {
        const place = scene.byId.get(id);
        if (place !== undefined) found.add(place);
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  private standingIn(scene: Scene, place: number): Point {
    const { view, k } = this.viewport();
    return standing(scene.boxes[place]!, view.y0 + EDGE / k, view.y1 - EDGE / k);
  }

  /** Where a box is, on the way to its place. */
  private moving(place: number, now: number): Point {
    const to = this.standingIn(this.scene, place);
    const { move } = this;
    if (move === undefined) return to;
    const share = 1 - (1 - Math.min(1, Math.max(0, (now - move.start) / move.ms))) ** 3;
    const from =
      move.from.get(this.scene.boxes[place]!.id) ??
      (move.origin && { x: (move.origin.x + to.x) / 2, y: (move.origin.y + to.y) / 2 });
    if (from === undefined) return to;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  }

  private paint(visible: readonly number[], at: (place: number) => Point): void {
    const viewport = this.viewport();
    const { scene, look, palette } = this;
    const pen: Pen = {
      g: cleared(this.below, viewport),
      scene,
      look,
      palette,
      viewport,
      visible,
      at,
      x: x => x * viewport.across + viewport.x,
      y: y => y * viewport.k + viewport.y,
    };
    // Most pictures have nothing above the boxes: then the browser is spared a layer as large as the stage.
    const relations = scene.view === 'tree' && look.selected >= 0;
    this.above.hidden = scene.view !== 'hosting' && !(relations && !this.isNear);
    const above = this.above.hidden ? pen : { ...pen, g: cleared(this.above, viewport) };
    this.off = { above: 0, below: 0 };
    if (scene.view === 'tree') paintBranches(pen);
    if (scene.view === 'dependencies') paintNeeds(pen);
    if (!this.isNear) paintFar(pen);
    if (relations) this.off = paintRelations(above);
    if (scene.view === 'hosting') paintSamePlaces(above);
  }

  /** Makes elements of what is in sight, and only of that. */
  private mount(visible: readonly number[], at: (place: number) => Point): void {
    const { scene, look, cards } = this;
    const viewport = this.viewport();
    const near = this.isNear;
    const focused = scene.byId.get(look.focus);
    const wanted = new Set(near ? visible : []);
    if (focused !== undefined) {
      wanted.add(focused);
      if (!near)
        for (let place = focused - AROUND; place <= focused + AROUND; place++)
          if (scene.boxes[place]) wanted.add(place);
    }
    const places = [...wanted].sort((a, b) => a - b);
    const ids = new Set(places.map(place => scene.boxes[place]!.id));
    const transform = `translate(${viewport.x}px,${viewport.y}px) scale(${viewport.k})`;
    this.world.style.transform = transform;
    this.extras.style.transform = transform;
    // First away with what is out of sight, then into order: a focused element that is moved loses the focus.
    const active = document.activeElement;
    const hadFocus = active !== null && this.world.contains(active);
    for (const [id, { element }] of cards) {
      if (ids.has(id)) continue;
      element.remove();
      cards.delete(id);
    }
    const next = new Map<HTMLElement, ChildNode | null>([
      [this.world, this.world.firstChild],
      [this.extras, this.extras.firstChild],
    ]);
    for (const place of places) {
      const box = scene.boxes[place]!;
      const parent =
        box.role === 'heading' || box.role === 'more' || (box.role === 'container' && scene.view === 'dependencies')
          ? this.extras
          : this.world;
      let card = cards.get(box.id);
      if (card === undefined) {
        card = { element: h(box.role === 'more' ? 'button' : 'div', { 'data-box': box.id }), signature: '' };
        cards.set(box.id, card);
      }
      const cursor = next.get(parent) ?? null;
      if (card.element === cursor) next.set(parent, cursor.nextSibling);
      else parent.insertBefore(card.element, cursor);
      const signature = signatureOf(box, scene, look);
      if (card.signature !== signature) {
        card.signature = signature;
        if (parent === this.world) fillCard(card.element, box, scene, look);
        else this.fillExtra(card.element, place);
      }
      const { x, y } = at(place);
      card.element.style.transform = near ? `translate(${x}px,${y}px)` : this.readable(place, at(place));
      card.element.classList.toggle('far', !near);
    }
    this.mounted = cards.size;
    if (hadFocus && document.activeElement !== active)
      this.cards.get(look.focus)?.element.focus({ preventScroll: true });
  }

  private fillExtra(element: HTMLElement, place: number): void {
    const { label, role, w, h: height } = this.scene.boxes[place]!;
    element.className = `box ${role === 'container' ? 'knot' : role}`;
    element.style.width = `${w}px`;
    element.style.height = `${height}px`;
    element.textContent = label ?? '';
  }

  /** Where all is bars, a focused box stands over its bar at a size that can be read. */
  private readable(place: number, { x, y }: Point): string {
    const viewport = this.viewport();
    const { w, h: height } = this.scene.boxes[place]!;
    const left = Math.max(8, Math.min(viewport.width - w * 0.9 - 8, x * viewport.across + viewport.x));
    const top = Math.max(8, Math.min(viewport.height - Math.min(height, 60) - 8, y * viewport.k + viewport.y - 12));
    return `translate(${(left - viewport.x) / viewport.k}px,${(top - viewport.y) / viewport.k}px) scale(${0.9 / viewport.k})`;
  }
}
