/** A place in the world of a scene. One unit is one pixel at 100 %. */
export interface Point {
  x: number;
  y: number;
}

/** What a box is drawn as. */
export type Role = 'card' | 'chip' | 'container' | 'more' | 'heading';

/** A box of a scene. */
export interface Box extends Point {
  /** Stays the same from one layout to the next, so that what is on screen moves instead of being made anew. */
  id: string;
  /** The product; -1 where it stands for none. */
  product: number;
  role: Role;
  w: number;
  h: number;
  /** Depth from 1, place among its siblings from 1, and their number: in the order in which they are seen. */
  level: number;
  position: number;
  size: number;
  /** Place of the box that contains it, or of its parent in the tree; -1: none. */
  parent: number;
  /** Left out where there is nothing to fold. */
  expanded?: boolean;
  /** Tree: the span of all that hangs on it. A parent slides along it. */
  top?: number;
  bottom?: number;
  /** What stands in it where it is no product. */
  label?: string;
  /** Dependencies: the column. */
  column?: number;
}

/** A line between two boxes, by their places. */
export interface Edge {
  from: number;
  to: number;
  /** Why: one or more of uses, hosted on, requires. */
  label: string;
  /** Which side of the selected product it is on. */
  side: 'needs' | 'needed by' | 'cycle';
}

/** The three views. */
export type ViewName = 'tree' | 'hosting' | 'dependencies';

/** What a view wants drawn: boxes in reading order. */
export interface Scene {
  view: ViewName;
  boxes: readonly Box[];
  edges: readonly Edge[];
  width: number;
  height: number;
  byId: ReadonlyMap<string, number>;
  byProduct: ReadonlyMap<number, readonly number[]>;
  /** Calls `visit` with the place of each box that may meet a rectangle. */
  query(x0: number, y0: number, x1: number, y1: number, visit: (place: number) => void): void;
}

/** Completes a scene with its indexes; without `query` every box is looked up in a grid. */
export function sceneOf(
  view: ViewName,
  boxes: readonly Box[],
  edges: readonly Edge[],
  query: Scene['query'] = gridOf(boxes),
): Scene {
  const byId = new Map<string, number>();
  const byProduct = new Map<number, number[]>();
  let width = 0;
  let height = 0;
  for (const [place, box] of boxes.entries()) {
    byId.set(box.id, place);
    width = Math.max(width, box.x + box.w);
    height = Math.max(height, box.y + box.h);
    if (box.product < 0) continue;
    const list = byProduct.get(box.product);
    if (list) list.push(place);
    else byProduct.set(box.product, [place]);
  }
  return { view, boxes, edges, width, height, byId, byProduct, query };
}

const CELL = 480;

/** Small boxes in cells; the few large ones are looked at each time. */
function gridOf(boxes: readonly Box[]): Scene['query'] {
  const large: number[] = [];
  const cells = new Map<string, number[]>();
  for (const [place, { x, y, w, h, role }] of boxes.entries()) {
    if (role === 'container') large.push(place);
    else {
      for (const cell of cellsIn(x, y, x + w, y + h)) {
        const list = cells.get(cell);
        if (list) list.push(place);
        else cells.set(cell, [place]);
      }
    }
  }
  return (x0, y0, x1, y1, visit) => {
    const seen = new Set(large);
    for (const cell of cellsIn(x0, y0, x1, y1)) for (const place of cells.get(cell) ?? []) seen.add(place);
    for (const place of seen) {
      const { x, y, w, h } = boxes[place]!;
      if (x <= x1 && x + w >= x0 && y <= y1 && y + h >= y0) visit(place);
    }
  };
}

function* cellsIn(x0: number, y0: number, x1: number, y1: number): Iterable<string> {
  for (let column = Math.floor(x0 / CELL); column <= Math.floor(x1 / CELL); column++) {
    for (let row = Math.floor(y0 / CELL); row <= Math.floor(y1 / CELL); row++) yield `${column},${row}`;
  }
}

/** Where a box stands while `top` to `bottom` of the world are in sight: in the tree a parent slides to stay beside its children. */
export function standing(box: Box, top: number, bottom: number): Point {
  if (box.top === undefined || box.bottom === undefined || box.bottom - box.top <= box.h) return box;
  const wanted = Math.max(top, Math.min(bottom - box.h, box.y));
  return { x: box.x, y: Math.max(box.top, Math.min(box.bottom - box.h, wanted)) };
}
