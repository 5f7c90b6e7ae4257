import type { Model, Reason } from '../model.ts';
import { knotsOf } from './knots.ts';
import { type Box, type Edge, type Scene, sceneOf } from './scene.ts';
import { CARD } from './tree.ts';

const GAP_X = 128;
const HEADING = 34;
/** Cards of one column before the rest waits behind a button. */
const MOST = 14;

const WORDS: Record<Reason, string> = { uses: 'uses', hosts: 'hosted on', requires: 'requires' };

/** What a product needs (`needs`), or what needs it, with the reasons. What is hosted needs its host. */
export function neighbours(model: Model, id: number, side: 'needs' | 'needed by'): Map<number, string> {
  const found = new Map<number, string>();
  const add = (others: readonly number[], reason: Reason): void => {
    for (const other of others) {
      const known = found.get(other);
      found.set(other, known ? `${known}, ${WORDS[reason]}` : WORDS[reason]);
    }
  };
  const needs = side === 'needs';
  add(needs ? model.to(id, 'uses') : model.from(id, 'uses'), 'uses');
  add(needs ? model.from(id, 'hosts') : model.to(id, 'hosts'), 'hosts');
  add(needs ? model.to(id, 'requires') : model.from(id, 'requires'), 'requires');
  return found;
}

/** All that a product needs or is needed by, at any distance. */
function reachOf(model: Model, id: number, side: 'needs' | 'needed by'): Set<number> {
  const reached = new Set<number>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const other of neighbours(model, at, side).keys()) {
      if (reached.has(other)) continue;
      reached.add(other);
      open.push(other);
    }
  }
  return reached;
}

/** A product and those that are in circles with it: they need it and it needs them. */
function circleOf(model: Model, id: number): Set<number> {
  const needs = reachOf(model, id, 'needs');
  if (!needs.has(id)) return new Set([id]);
  const neededBy = reachOf(model, id, 'needed by');
  return new Set([id, ...[...needs].filter(other => neededBy.has(other))]);
}

/** One side of the picture: for each product its distance from the middle. */
function layersOf(
  model: Model,
  middle: ReadonlySet<number>,
  side: 'needs' | 'needed by',
  steps: number,
  shown: (id: number) => boolean,
): number[][] {
  const seen = new Set(middle);
  const layers: number[][] = [];
  let layer = [...middle];
  while (layers.length < steps) {
    const next: number[] = [];
    for (const id of layer) {
      for (const other of neighbours(model, id, side).keys()) {
        if (seen.has(other) || !shown(other)) continue;
        seen.add(other);
        next.push(other);
      }
    }
    if (next.length === 0) break;
    layers.push(next);
    layer = next;
  }
  return layers;
}

/**
 * A product in the middle, what needs it on the left and what it needs on the right, by their distance. Products that need one another in a
 * circle stand together in one box; where that is the product itself, its circle is the middle.
 * @param steps how far; Infinity: all
 * @param opened ids of columns that show all their cards
 */
export function layoutDependencies(
  model: Model,
  selected: number,
  steps: number,
  opened: ReadonlySet<string>,
  shown: (id: number) => boolean,
): Scene {
  const middle = circleOf(model, selected);
  const own = [...middle];
  const left = layersOf(model, middle, 'needed by', steps, shown);
  const right = layersOf(model, middle, 'needs', steps, shown);
  const knots = knotsOf([...left, ...right].flat(), id => [...neighbours(model, id, 'needs').keys()]);
  const boxes: Box[] = [];
  const placed = new Map<string, number>();
  const columns = [...left.toReversed(), own, ...right];
  const heights: number[] = [];
  const draw = (ids: readonly number[], column: number): void => {
    const distance = column - left.length;
    const x = column * (CARD.w + GAP_X);
    const side = distance < 0 ? 'l' : distance > 0 ? 'r' : 'm';
    const id = `${side}${Math.abs(distance)}`;
    const groups = distance === 0 ? [[...ids]] : grouped(ids, knots);
    const few = opened.has(id) || ids.length <= MOST + 1 || distance === 0 ? groups : groups.slice(0, MOST);
    const hidden = groups.length - few.length;
    let y = 0;
    const label = distance === 0 ? nothing(left.length, right.length) : heading(distance, ids.length);
    if (label) {
      boxes.push({ ...HEADING_BOX, id: `${id}heading`, x, y, label, column });
      y += HEADING;
    }
    const start = boxes.length;
    const size = few.reduce((sum, group) => sum + group.length, 0);
    let position = 0;
    for (const group of few) {
      let parent = -1;
      if (group.length > 1) {
        const h = group.length * (CARD.h + CARD.gapY) + 30;
        const label = `${group.length} in a cycle: ${reasonsWithin(model, group)}`;
        parent =
          boxes.push({
            ...HEADING_BOX,
            id: `${id}knot${group[0]}`,
            role: 'container',
            x: x - 10,
            y,
            w: CARD.w + 20,
            h,
            label,
            column,
          }) - 1;
        y += 28;
      }
      for (const product of group) {
        position++;
        const box: Box = {
          id: `${id}.${product}`,
          product,
          role: 'card',
          x,
          y,
          w: CARD.w,
          h: CARD.h,
          level: 1,
          position,
          size,
          parent,
          column,
        };
        placed.set(`${side}${product}`, boxes.push(box) - 1);
        y += CARD.h + CARD.gapY;
      }
      if (group.length > 1) y += 2 + CARD.gapY;
    }
    if (hidden > 0) {
      boxes.push({ ...HEADING_BOX, id: `${id}more`, role: 'more', x, y, h: 34, label: `Show ${hidden} more`, column });
      y += 34;
    } else if (boxes.length > start) y -= CARD.gapY;
    heights[column] = y;
  };
  for (const [column, ids] of columns.entries()) draw(ids, column);
  const tallest = Math.max(...heights);
  for (const box of boxes) box.y += (tallest - heights[box.column!]!) / 2;
  return sceneOf('dependencies', boxes, edgesOf(model, columns, left.length, placed));
}

const HEADING_BOX: Omit<Box, 'id' | 'x' | 'y'> = {
  product: -1,
  role: 'heading',
  w: CARD.w,
  h: 26,
  level: 1,
  position: 1,
  size: 1,
  parent: -1,
};

/** What there is nothing of, above the product itself. */
function nothing(left: number, right: number): string {
  if (left + right === 0) return 'Needs nothing, needed by nothing';
  return left === 0 ? 'Needed by nothing' : right === 0 ? 'Needs nothing' : '';
}

function heading(distance: number, count: number): string {
  const what = distance < 0 ? 'Needed by' : 'Needs';
  const steps = Math.abs(distance);
  return steps === 1 ? `${what} · ${count}` : `In ${steps} steps · ${count}`;
}

/** Why the products of a circle need one another. */
function reasonsWithin(model: Model, circle: readonly number[]): string {
  const reasons = new Set<string>();
  for (const id of circle) {
    for (const [other, words] of neighbours(model, id, 'needs'))
      if (circle.includes(other)) for (const word of words.split(', ')) reasons.add(word);
  }
  return [...reasons].sort().join(', ');
}

/** The products of a layer, with those of one circle together. */
function grouped(ids: readonly number[], knots: readonly (readonly number[])[]): number[][] {
  const groups: number[][] = [];
  const rest = new Set(ids);
  for (const id of ids) {
    if (!rest.has(id)) continue;
    const knot = knots.find(members => members.includes(id)) ?? [id];
    const group = [id, ...knot.filter(other => other !== id && rest.has(other))];
    for (const one of group) rest.delete(one);
    groups.push(group);
  }
  return groups;
}

/** Lines from each card to those of the next columns and within a circle: always from who needs to what is needed. */
function edgesOf(
  model: Model,
  columns: readonly (readonly number[])[],
  middle: number,
  placed: ReadonlyMap<string, number>,
): Edge[] {
  const edges: Edge[] = [];
  const sideOf = (column: number): string => (column < middle ? 'l' : column > middle ? 'r' : 'm');
  for (const [column, ids] of columns.entries()) {
    for (const id of ids) {
      const from = placed.get(sideOf(column) + id);
      if (from === undefined) continue;
      for (const [other, label] of neighbours(model, id, 'needs')) {
        const sides = column < middle ? ['m', 'l'] : ['r', 'm'];
        for (const side of sides) {
          const to = placed.get(side + other);
          if (to === undefined || to === from) continue;
          edges.push({ from, to, label, side: column < middle ? 'needed by' : side === 'm' ? 'cycle' : 'needs' });
          break;
        }
      }
    }
  }
  return edges;
}
