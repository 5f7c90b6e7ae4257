import { h } from '../dom.ts';
import type { Look } from './look.ts';
import type { Palette } from './palette.ts';
import type { Renderer } from './renderer.ts';
import type { Viewport } from './viewport.ts';

const STRIP = 76;
const PAD = 6;
/** So many times as high as wide: a strip serves better than a map. */
const TALL = 2.2;

/** As the style sheet has it. Asking an element for its width here would have the browser lay out the page twice in each frame. */
const NARROW = matchMedia('(max-width: 819px)');

/**
 * The whole picture in small, with ticks where findings are. A tall one is a strip beside the picture, as the editor has it; any other a map
 * below the details. Neither stands over cards.
 */
export class Overview {
  readonly strip = h('div', { class: 'overview strip', 'aria-hidden': true });
  readonly map = h('div', { class: 'overview map', 'aria-hidden': true });
  private readonly canvas = h('canvas');
  private readonly ground = document.createElement('canvas');
  private readonly renderer: Renderer;
  private readonly look: Look;
  private readonly viewport: Viewport;
  /** What the ground was painted of. */
  private painted: unknown[] = [];
  private scale = { x: 1, y: 1, left: 0, top: 0, width: 0, height: 0 };

  constructor(renderer: Renderer, look: Look, viewport: Viewport) {
    this.renderer = renderer;
    this.look = look;
    this.viewport = viewport;
    this.strip.hidden = true;
    this.map.hidden = true;
    for (const element of [this.strip, this.map]) this.listen(element);
    renderer.onDraw.push(() => this.draw());
  }

  /** The colours of cards or what is marked has changed. */
  invalidate(): void {
    this.painted = [];
  }

  private get isStrip(): boolean {
    return !this.strip.hidden;
  }

  private listen(element: HTMLElement): void {
    let down = false;
    const go = (event: PointerEvent): void => {
      const { left, top } = element.getBoundingClientRect();
      const { viewport, scale } = this;
      const x = (event.clientX - left - scale.left) / scale.x;
      const y = (event.clientY - top - scale.top) / scale.y;
      const to = {
        k: viewport.k,
        x: viewport.width / 2 - x * viewport.across,
        y: viewport.height / 2 - y * viewport.k,
      };
      viewport.go(this.isStrip ? { ...to, x: viewport.x } : to, 0);
    };
    element.addEventListener('pointerdown', event => {
      down = true;
      element.setPointerCapture(event.pointerId);
      go(event);
    });
    element.addEventListener('pointermove', event => down && go(event));
    element.addEventListener('pointerup', () => (down = false));
  }

  private draw(): void {
    const { scene, palette } = this.renderer;
    const { viewport } = this;
    const small = scene.width * viewport.across <= viewport.width && scene.height * viewport.k <= viewport.height;
    const tall = scene.height / scene.width > TALL && scene.view === 'tree';
    const narrow = NARROW.matches;
    // The strip stays while its scene does: a picture that becomes narrower whenever all is in sight would flicker.
    this.strip.hidden = !tall || scene.height < viewport.height || (narrow && scene.height < 4000);
    this.map.hidden = tall || small || narrow || scene.boxes.length < 2;
    const element = tall ? this.strip : this.map;
    if (element.hidden) return;
    if (this.canvas.parentElement !== element) element.append(this.canvas);
    const width = tall ? STRIP : 264;
    const height = tall ? viewport.height : Math.max(60, Math.min(150, (264 * scene.height) / scene.width));
    const both = Math.min((width - 2 * PAD) / scene.width, (height - 2 * PAD) / scene.height);
    const x = tall ? (width - 2 * PAD - 8) / scene.width : both;
    const y = tall ? (height - 2 * PAD) / scene.height : both;
    this.scale = {
      x,
      y,
      left: tall ? PAD : (width - scene.width * x) / 2,
      top: tall ? PAD : (height - scene.height * y) / 2,
      width,
      height,
    };
    const { look } = this;
    const of = [scene, width, height, palette, look.colours, look.selected, look.hits.size, look.hit, look.model.walk];
    const ratio = devicePixelRatio || 1;
    if (of.some((value, index) => value !== this.painted[index])) {
      this.painted = of;
      for (const canvas of [this.canvas, this.ground]) {
        canvas.width = width * ratio;
        canvas.height = height * ratio;
      }
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
      this.paintGround(ratio);
    }
    this.paintSlider(palette, ratio);
  }

  private paintSlider(palette: Palette, ratio: number): void {
    const g = this.canvas.getContext('2d')!;
    const { x, y, left, top, width, height } = this.scale;
    const { view } = this.viewport;
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, this.canvas.width, this.canvas.height);
    g.drawImage(this.ground, 0, 0);
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    const x0 = this.isStrip ? 1 : Math.max(1, left + view.x0 * x);
    const x1 = this.isStrip ? width - 1 : Math.min(width - 1, left + view.x1 * x);
    const y0 = Math.max(1, Math.min(height - 8, top + view.y0 * y));
    const y1 = Math.min(height - 1, Math.max(y0 + 6, top + view.y1 * y));
    g.fillStyle = palette.colours.get('slider')!;
    g.globalAlpha = palette.highContrast ? 0 : 0.4;
    g.fillRect(x0, y0, x1 - x0, y1 - y0);
    g.globalAlpha = 1;
    g.strokeStyle = palette.colours.get('accent')!;
    g.strokeRect(x0 + 0.5, y0 + 0.5, x1 - x0 - 1, y1 - y0 - 1);
  }

  private paintGround(ratio: number): void {
    const { scene, palette } = this.renderer;
    const { look, scale } = this;
    const { model } = look;
    const g = this.ground.getContext('2d')!;
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    const colour = (name: string): string => palette.colours.get(name)!;
    const spots = new Set<string>();
    const ticks: [y: number, colour: string, lane: number][] = [];
    for (const box of scene.boxes) {
      if (box.role === 'heading' || box.role === 'more') continue;
      const product = model.products[box.product];
      const x = scale.left + box.x * scale.x;
      const y = scale.top + box.y * scale.y;
      const w = Math.max(1.5, box.w * scale.x);
      const h = Math.max(0.7, box.h * scale.y);
      // Of many that fall on the same spot the first is shown: one over the other would all be the same dark.
      const spot = `${Math.round(x)},${Math.round(y * ratio)}`;
      const covered = box.role !== 'container' && spots.has(spot);
      spots.add(spot);
      g.globalAlpha = 0.65;
      const own = colour(product ? look.colours.of(product.id) : 'dim');
      if (box.role === 'container') {
        g.strokeStyle = own;
        g.lineWidth = 0.75;
        g.strokeRect(x, y, w, h);
      } else if (!covered) {
        g.fillStyle = own;
        g.fillRect(x, y, w, h);
      }
      if (product === undefined) continue;
      const below = box.expanded === false ? model.below[product.id]! : undefined;
      const [errors, warnings] = below ? [below.errors, below.warnings] : product.findings;
      const middle = y + h / 2;
      if (errors) ticks.push([middle, colour('error'), 1]);
      else if (warnings) ticks.push([middle, colour('warning'), 1]);
      if (look.hits.has(product.id)) ticks.push([middle, colour('hit'), 0]);
      else if (look.used.has(product.id)) ticks.push([middle, colour('uses'), 0]);
      else if (look.users.has(product.id)) ticks.push([middle, colour('used-in'), 0]);
      if (product.id === look.selected) {
        g.globalAlpha = 1;
        g.fillStyle = colour('accent');
        g.fillRect(x - 1, middle - 1.5, w + 2, 3);
      }
    }
    g.globalAlpha = 1;
    if (!this.isStrip) return;
    const error = colour('error');
    // Errors over warnings.
    for (const [y, ink, lane] of ticks.toSorted(([, a], [, b]) => Number(a === error) - Number(b === error))) {
      g.fillStyle = ink;
      g.fillRect(scale.width - 10 + lane * 5, y - 1, 4, 2.4);
    }
  }
}
