import type { Model } from '../model.ts';
import { type Box, type Scene, sceneOf } from './scene.ts';

/** Measures of a card, and the gaps between cards. */
export const CARD = { w: 244, h: 44, gapX: 60, gapY: 8 };

/** What is left free below a family, so that cousins do not look like siblings. */
const FAMILY = 10;

/**
 * The product tree from left to right. Leaves stand below one another in the order of the tree and a parent in the middle of its children;
 * no branch reaches into the rows of another, so what is in sight is found by halving each column.
 * @param expanded ids of the products whose children are shown
 * @param shown whether a product is shown at all
 */
export function layoutTree(model: Model, expanded: ReadonlySet<number>, shown: (id: number) => boolean): Scene {
  const boxes: Box[] = [];
  const columns: number[][] = [];
  let y = 0;
  const put = (id: number, level: number, position: number, size: number, parent: number): Box => {
    const children = (model.children[id] ?? []).filter(shown);
    const open = children.length > 0 && expanded.has(id);
    const box: Box = {
      id: `t${id}`,
      product: id,
      role: 'card',
      x: (level - 1) * (CARD.w + CARD.gapX),
      y,
      w: CARD.w,
      h: CARD.h,
      level,
      position,
      size,
      parent,
      ...(children.length > 0 ? { expanded: open } : {}),
      top: y,
      bottom: y + CARD.h,
    };
    const place = boxes.push(box) - 1;
    columns[level - 1] ??= [];
    columns[level - 1]!.push(place);
    if (!open) {
      y += CARD.h + CARD.gapY;
      return box;
    }
    const family = children.map((child, index) => put(child, level + 1, index + 1, children.length, place));
    box.bottom = y - CARD.gapY;
    box.y = (family[0]!.y + family.at(-1)!.y) / 2;
    y += FAMILY;
    return box;
  };
  const roots = model.roots.filter(shown);
  for (const [index, root] of roots.entries()) {
    put(root, 1, index + 1, roots.length, -1);
    y += FAMILY;
  }
  return sceneOf('tree', boxes, [], (x0, y0, x1, y1, visit) => {
    for (const column of columns) {
      const { x } = boxes[column[0]!]!;
      if (x > x1 || x + CARD.w < x0) continue;
      for (let at = firstBelow(boxes, column, y0); at < column.length; at++) {
        if (boxes[column[at]!]!.top! > y1) break;
        visit(column[at]!);
      }
    }
  });
}

/** Place in a column of the first box whose span reaches below `y`. */
function firstBelow(boxes: readonly Box[], column: readonly number[], y: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boxes[column[middle]!]!.bottom! < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which products are expanded at first: level by level as long as about `rows` rows are not exceeded, then single branches that still fit. */
export function firstExpansion(model: Model, rows = 40): Set<number> {
  const expanded = new Set<number>();
  let level = [...model.roots];
  let count = level.length;
  while (level.length > 0) {
    const next = level.flatMap(id => model.children[id] ?? []);
    if (next.length === 0 || (count + next.length > rows && count > 1)) break;
    for (const id of level) if (model.children[id]) expanded.add(id);
    // A parent takes no row of its own once it is open.
    count += next.length - level.filter(id => model.children[id]).length;
    level = next;
  }
  for (const id of level) {
    const more = model.children[id]?.length ?? 0;
    if (more === 0 || count + more - 1 > rows * 0.8) continue;
    expanded.add(id);
    count += more - 1;
  }
  return expanded;
}
