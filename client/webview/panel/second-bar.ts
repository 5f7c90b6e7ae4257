import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Picture } from '../page/picture.ts';
import type { Selection } from '../page/selection.ts';
import { tool } from './toolbar.ts';

/** The bar above the picture: the path, how many relations are out of sight, and the scale. */
export class SecondBar {
  readonly element: HTMLElement;
  private readonly picture: Picture;
  private readonly crumbs: HTMLElement;
  private readonly zoom: HTMLButtonElement;
  private readonly off: Record<'above' | 'below', HTMLButtonElement>;

  constructor(picture: Picture, selection: Selection, crumbs: HTMLElement) {
    const { viewport, look } = picture;
    this.picture = picture;
    this.crumbs = crumbs;
    this.zoom = h('button', { class: 'tool zoom', onclick: () => viewport.zoomBy(1 / viewport.k) });
    const jump = (direction: -1 | 1): HTMLButtonElement =>
      h('button', { class: 'tool off', hidden: true, onclick: () => selection.jump(direction) });
    this.off = { above: jump(-1), below: jump(1) };
    this.element = h(
      'div',
      { class: 'second-bar' },
      crumbs,
      this.off.above,
      this.off.below,
      h(
        'div',
        { class: 'tools', role: 'group', 'aria-label': 'Zoom' },
        tool('minus', 'Smaller (-)', () => viewport.zoomBy(1 / 1.3)),
        this.zoom,
        tool('plus', 'Larger (+)', () => viewport.zoomBy(1.3)),
        tool('fit', 'Show all (0)', () => picture.fit()),
        tool('target', 'Go to the selected product', () => look.selected >= 0 && picture.reveal(look.selected, true)),
      ),
    );
    picture.renderer.onDraw.push(() => this.paint());
  }

  /** Follows the picture: after each one that is drawn. */
  private paint(): void {
    const { viewport, renderer } = this.picture;
    const percent = `${Math.round(viewport.k * 100)} %`;
    if (this.zoom.textContent !== percent) {
      this.zoom.textContent = percent;
      this.zoom.title = `Zoom ${percent}: back to 100 %`;
    }
    for (const [side, button] of Object.entries(this.off)) {
      const count = renderer.off[side as 'above' | 'below'];
      if (button.hidden !== (count === 0)) {
        button.hidden = count === 0;
        // The end of the path is what matters, however much room it has.
        this.crumbs.scrollLeft = this.crumbs.scrollWidth;
      }
      const words = `${count} related ${side}`;
      if (count > 0 && button.title !== words) {
        button.title = words;
        button.setAttribute('aria-label', words);
        button.replaceChildren(icon(side === 'above' ? 'up' : 'down'), String(count));
      }
    }
  }
}
