import type { Colours } from '../colours.ts';
import type { Scene } from '../layout/scene.ts';
import type { Model } from '../model.ts';

/** What is marked in the picture: the same for cards, canvas and overview. */
export class Look {
  model: Model;
  colours: Colours;
  selected = -1;
  /** The id of the box that has, or would have, the keyboard's focus. */
  focus = '';
  hover = -1;
  readonly hits = new Set<number>();
  hit = -1;
  readonly flashing = new Set<number>();
  /** What the selected product uses and what uses it, by the product that shows it: itself, or the folded one around it. */
  readonly used = new Map<number, number>();
  readonly users = new Map<number, number>();

  constructor(model: Model, colours: Colours) {
    this.model = model;
    this.colours = colours;
  }

  /** Works out where in a scene the selected product's relations are to be seen. */
  relate(scene: Scene): void {
    this.used.clear();
    this.users.clear();
    if (this.selected < 0 || scene.view === 'dependencies') return;
    for (const [ids, shown] of [
      [this.model.to(this.selected, 'uses'), this.used],
      [this.model.from(this.selected, 'uses'), this.users],
    ] as const) {
      for (const id of ids) {
        const place = this.placeOf(scene, id);
        const at = place === undefined ? undefined : scene.boxes[place]!.product;
        if (at !== undefined && at !== this.selected) shown.set(at, (shown.get(at) ?? 0) + 1);
      }
    }
  }

  /** The box that shows a product: its own, in the tree else that of the nearest one around it. */
  placeOf(scene: Scene, id: number): number | undefined {
    const own = scene.byProduct.get(id)?.[0];
    if (own !== undefined || scene.view !== 'tree') return own;
    const parent = this.model.parent[id] ?? -1;
    return parent < 0 ? undefined : this.placeOf(scene, parent);
  }
}
