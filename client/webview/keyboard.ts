import type { Box, Scene } from './layout/scene.ts';
import { type Model, nameOf } from './model.ts';

/** What a key in the picture asks for. */
export type Wish =
  | { go: number }
  | { fold: boolean }
  | 'open'
  | 'siblings'
  | 'fit'
  | { zoom: number }
  /** The key is ours, though there is nothing to do. */
  | 'nothing';

/** The keys of trees and lists, as the guide for accessible pages has them. */
export class Keyboard {
  private typed = '';
  private typedAt = 0;

  /**
   * What a key asks for; undefined: it is not ours.
   * @param page how many boxes are in sight from top to bottom
   */
  wish(event: KeyboardEvent, scene: Scene, at: number, model: Model, page: number): Wish | undefined {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const box = scene.boxes[at];
    if (box === undefined) return undefined;
    const { key } = event;
    if (key === '+' || key === '=') return { zoom: 1.3 };
    if (key === '-') return { zoom: 1 / 1.3 };
    if (key === '0') return 'fit';
    if (key === 'Enter') return 'open';
    if (key === 'Home') return go(items(scene)[0]);
    if (key === 'End') return go(items(scene).at(-1));
    if (scene.view === 'dependencies') {
      const found = inColumns(scene, at, key);
      if (found) return found;
    } else {
      const found = this.inTree(scene, at, box, key, page);
      if (found) return found;
    }
    if (key.length !== 1 || !/[\p{L}\d]/u.test(key)) return undefined;
    return go(this.typeAhead(scene, at, model, key));
  }

  private inTree(scene: Scene, at: number, box: Box, key: string, page: number): Wish | undefined {
    if (key === 'ArrowDown') return go(at + 1 < scene.boxes.length ? at + 1 : undefined);
    if (key === 'ArrowUp') return go(at > 0 ? at - 1 : undefined);
    if (key === 'PageDown') return go(Math.min(scene.boxes.length - 1, at + page));
    if (key === 'PageUp') return go(Math.max(0, at - page));
    if (key === 'ArrowRight') return box.expanded === false ? { fold: false } : go(box.expanded ? at + 1 : undefined);
    if (key === 'ArrowLeft') return box.expanded ? { fold: true } : go(box.parent >= 0 ? box.parent : undefined);
    if (key === ' ') return box.expanded === undefined ? 'nothing' : { fold: box.expanded };
    return key === '*' ? 'siblings' : undefined;
  }

  private typeAhead(scene: Scene, at: number, model: Model, key: string): number | undefined {
    const now = performance.now();
    this.typed = now - this.typedAt > 700 ? key : this.typed + key;
    this.typedAt = now;
    const wanted = this.typed.toLowerCase();
    const { boxes } = scene;
    for (let step = this.typed.length > 1 ? 0 : 1; step <= boxes.length; step++) {
      const place = (at + step) % boxes.length;
      const product = model.products[boxes[place]!.product];
      if (product && [nameOf(product), product.key].some(text => text.toLowerCase().startsWith(wanted))) return place;
    }
    return undefined;
  }
}

function go(place: number | undefined): Wish {
  return place === undefined ? 'nothing' : { go: place };
}

function items({ boxes }: Scene): number[] {
  return [...boxes.keys()].filter(place => boxes[place]!.product >= 0);
}

/** Up and down in a column, left and right to the nearest card of the next one. */
function inColumns({ boxes }: Scene, at: number, key: string): Wish | undefined {
  const own = boxes[at]!;
  const by = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key];
  if (by === undefined) return undefined;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, box] of boxes.entries()) {
    if (box.role !== 'card' || place === at || box.column !== own.column! + by[0]!) continue;
    const distance = by[1] === 0 ? Math.abs(box.y - own.y) : (box.y - own.y) * by[1]!;
    if (distance < 0 || distance >= least) continue;
    best = place;
    least = distance;
  }
  return go(best);
}
