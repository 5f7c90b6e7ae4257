import { Keyboard } from '../keyboard.ts';
import type { Box } from '../layout/scene.ts';
import type { Picture } from './picture.ts';
import type { Selection } from './selection.ts';

/** What the reader does in the picture with the pointer and the keyboard, and the keys of the whole page. */
export class Input {
  private readonly picture: Picture;
  private readonly selection: Selection;
  private readonly keyboard = new Keyboard();

  /** @param search puts the keyboard into the search box */
  constructor(picture: Picture, selection: Selection, search: () => void) {
    this.picture = picture;
    this.selection = selection;
    const { stage, renderer, look, shown } = picture;
    renderer.world.addEventListener('keydown', event => this.key(event));
    stage.addEventListener('click', event => this.click(event));
    stage.addEventListener('dblclick', event => {
      const box = this.boxAt(event);
      if (box && box.product >= 0 && !(event.target as Element).closest('[data-toggle]')) selection.open(box);
    });
    stage.addEventListener('pointerover', event => {
      if (shown.view === 'tree') return;
      const box = this.boxAt(event);
      const hover = box && (box.role === 'chip' || box.role === 'card') ? box.product : -1;
      if (hover === look.hover) return;
      look.hover = hover;
      renderer.request();
    });
    document.addEventListener('keydown', event => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if ((event.key === 'f' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing)) search();
      else if (event.altKey && event.key === 'ArrowLeft') selection.travel(-1);
      else if (event.altKey && event.key === 'ArrowRight') selection.travel(1);
      else return;
      event.preventDefault();
    });
  }

  /** The box under the pointer: an element, or a bar on the canvas. */
  private boxAt(event: MouseEvent): Box | undefined {
    const { stage, renderer, viewport } = this.picture;
    const { scene } = renderer;
    const element = (event.target as Element).closest<HTMLElement>('[data-box]');
    if (element) return scene.boxes[scene.byId.get(element.dataset.box!) ?? -1];
    if (viewport.k >= 0.5 || (event.target as Element).closest('button')) return undefined;
    const { left, top } = stage.getBoundingClientRect();
    const x = (event.clientX - left - viewport.x) / viewport.across;
    const y = (event.clientY - top - viewport.y) / viewport.k;
    let found: Box | undefined;
    scene.query(x, y, x, y, place => {
      const box = scene.boxes[place]!;
      const at = renderer.standing(place);
      const slack = 5 / viewport.k;
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
    const { picture } = this;
    const { look, renderer } = picture;
    const box = this.boxAt(event);
    if (box === undefined || box.role === 'heading') return;
    if (box.role === 'more') {
      picture.shown.openMore(box);
      picture.relayout(look.focus);
      return;
    }
    look.focus = box.id;
    if ((event.target as Element).closest('[data-toggle]')) picture.toggle(box);
    else if (box.product >= 0) this.selection.select(box.product);
    renderer.invalidate();
    renderer.focus();
  }

  private key(event: KeyboardEvent): void {
    const { picture, selection } = this;
    const { renderer, viewport, look, shown } = picture;
    const { scene } = renderer;
    const at = scene.byId.get(look.focus) ?? -1;
    const box = scene.boxes[at];
    const page = Math.max(1, Math.floor(viewport.height / viewport.k / ((box?.h ?? 44) + 8)) - 1);
    const wish = this.keyboard.wish(event, scene, at, look.model, page);
    if (wish === undefined || box === undefined) return;
    event.preventDefault();
    if (wish === 'nothing') return;
    if (wish === 'open') selection.open(box);
    else if (wish === 'fit') picture.fit();
    else if (wish === 'siblings') {
      shown.expandSiblings(scene, box);
      picture.relayout(box.id);
    } else if ('zoom' in wish) viewport.zoomBy(wish.zoom);
    else if ('fold' in wish) picture.toggle(box, !wish.fold);
    else {
      const next = scene.boxes[wish.go]!;
      look.focus = next.id;
      if (next.product >= 0 && shown.view !== 'dependencies') selection.select(next.product);
      renderer.invalidate();
      viewport.reveal({ ...next, ...renderer.standing(wish.go) }, 120);
      renderer.focus();
    }
  }
}
