import type { Model } from '../model.ts';
import { type Box, type Scene, sceneOf } from './scene.ts';

const CHIP = { w: 206, h: 30, gap: 8 };
/** Room for an enclave's name and key. */
const LEAST = 320;
const HEAD = 38;
const PAD = 12;
/** Between boxes: wide enough for the lines that link one product in several places. */
const GAP = 18;

/** The id of the box around what is hosted nowhere. A key cannot be mistaken for it: ids of other boxes are made of numbers. */
export const NOWHERE = 'nowhere';

/** A rectangle that is still to be placed. */
interface Piece {
  w: number;
  h: number;
  x: number;
  y: number;
  /** Adds its boxes, with the place of the box around it and its own among its siblings. */
  put(x: number, y: number, level: number, position: number, size: number, parent: number): void;
}

/**
 * What runs where, as nested boxes: whatever hosts is a box, what is only hosted a chip in it, in each place where it is hosted. Of the kinds
 * that are hosted somewhere, those products that are hosted nowhere have a box of their own.
 * @param width about how wide the whole may be
 * @param folded ids of boxes that are folded
 * @param shown whether a product is shown; what holds one that is shown is shown too
 */
export function layoutHosting(
  model: Model,
  width: number,
  folded: ReadonlySet<string>,
  shown: (id: number) => boolean,
): Scene {
  const boxes: Box[] = [];
  const wanted = holders(model, shown);
  const visible = (id: number): boolean => shown(id) || wanted.has(id);
  const tops = model.order.filter(id => isHost(model, id) && model.from(id, 'hosts').length === 0 && visible(id));
  // Knots of hosts that host one another have no top: the first of each is one.
  const reached = new Set<number>();
  const reach = (id: number): void => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const guest of model.to(id, 'hosts')) reach(guest);
  };
  for (const id of tops) reach(id);
  for (const id of model.order) {
    if (model.to(id, 'hosts').length === 0 || reached.has(id) || !visible(id)) continue;
    tops.push(id);
    reach(id);
  }

  const chip = (id: number, path: string): Piece => ({
    w: CHIP.w,
    h: CHIP.h,
    x: 0,
    y: 0,
    put(x, y, level, position, size, parent) {
      boxes.push({ id: path, product: id, role: 'chip', x, y, w: this.w, h: this.h, level, position, size, parent });
    },
  });
  const container = (id: number, path: string, inside: readonly Piece[], room: number, label?: string): Piece => {
    const open = !folded.has(path);
    const chips = inside.filter(piece => piece.h === CHIP.h);
    const others = inside.filter(piece => piece.h !== CHIP.h).sort((a, b) => b.h - a.h);
    const columns =
      chips.length <= 4 ? 1 : label === undefined ? 2 : Math.max(2, Math.floor(room / (CHIP.w + CHIP.gap)));
    if (columns === 1) for (const chip of chips) chip.w = LEAST - 2 * PAD;
    const rows = shelve(chips, columns === 1 ? LEAST : columns * (CHIP.w + CHIP.gap), CHIP.gap);
    const rest = bestShelf(others, room, GAP);
    const between = chips.length > 0 && others.length > 0 ? GAP : 0;
    const own = open ? rows.h + between + rest.h : 0;
    return {
      w: Math.max(LEAST, (open ? Math.max(rows.w, rest.w) : 0) + 2 * PAD),
      h: HEAD + (own > 0 ? own + PAD : 0),
      x: 0,
      y: 0,
      put(x, y, level, position, size, parent) {
        const place = boxes.push({
          id: path,
          product: id,
          role: 'container',
          x,
          y,
          w: this.w,
          h: this.h,
          level,
          position,
          size,
          parent,
          ...(inside.length > 0 ? { expanded: open } : {}),
          ...(label === undefined ? {} : { label }),
        });
        if (!open) return;
        for (const piece of others) piece.y += rows.h + between;
        for (const [index, piece] of [...chips, ...others].entries()) {
          piece.put(x + PAD + piece.x, y + HEAD + piece.y, level + 1, index + 1, inside.length, place - 1);
        }
      },
    };
  };
  const build = (id: number, path: string, above: ReadonlySet<number>, room: number): Piece => {
    const guests = model.to(id, 'hosts').filter(guest => visible(guest) && !above.has(guest));
    if (guests.length === 0 && !isHost(model, id)) return chip(id, path);
    const around = new Set([...above, id]);
    return container(
      id,
      path,
      guests.map(guest => build(guest, `${path}.${guest}`, around, room - 2 * PAD)),
      room,
    );
  };
  const pieces = tops.map(id => build(id, `h${id}`, new Set(), width));
  pieces.sort((a, b) => b.h - a.h);
  const homeless = hostedNowhere(model).filter(shown);
  if (homeless.length > 0) {
    pieces.push(
      container(
        -1,
        NOWHERE,
        homeless.map(id => chip(id, `n${id}`)),
        Math.max(width * 0.7, 480),
        'Hosted nowhere',
      ),
    );
  }
  // What is too much for one screen is about as wide as high.
  const area = pieces.reduce((sum, { w, h }) => sum + (w + GAP) * (h + GAP), 0);
  bestShelf(pieces, Math.max(width, Math.sqrt(area) * 1.3), GAP);
  for (const [index, piece] of pieces.entries()) piece.put(piece.x, piece.y, 1, index + 1, pieces.length, -1);
  return sceneOf('hosting', boxes, []);
}

/** Whether anything says hosts or hosted on. */
export function hasHosting(model: Model): boolean {
  return model.order.some(id => isHost(model, id));
}

/** It hosts something, or it is a facility or enclave that should. */
function isHost(model: Model, id: number): boolean {
  if (model.to(id, 'hosts').length > 0) return true;
  const chain = model.chain(model.products[id]!.kind);
  return chain.includes('facility') || chain.includes('enclave');
}

/** Products of kinds that others show to be hosted, and that are hosted nowhere themselves. */
function hostedNowhere(model: Model): number[] {
  const kinds = new Set<string>();
  for (const id of model.order) {
    if (!isHost(model, id) && model.from(id, 'hosts').length > 0) kinds.add(model.products[id]!.kind);
  }
  return model.order.filter(
    id => kinds.has(model.products[id]!.kind) && !isHost(model, id) && model.from(id, 'hosts').length === 0,
  );
}

/** All that directly or indirectly hosts something that is shown. */
function holders(model: Model, shown: (id: number) => boolean): Set<number> {
  const found = new Set<number>();
  const mark = (id: number): void => {
    for (const host of model.from(id, 'hosts')) {
      if (found.has(host)) continue;
      found.add(host);
      mark(host);
    }
  };
  for (const { id } of model.products) if (shown(id)) mark(id);
  return found;
}

/** Places pieces in rows from left to right. */
function shelve(pieces: readonly Piece[], width: number, gap: number): { w: number; h: number } {
  let x = 0;
  let y = 0;
  let row = 0;
  let w = 0;
  for (const piece of pieces) {
    if (x > 0 && x + piece.w > width) {
      x = 0;
      y += row + gap;
      row = 0;
    }
    piece.x = x;
    piece.y = y;
    x += piece.w + gap;
    row = Math.max(row, piece.h);
    w = Math.max(w, x - gap);
  }
  return { w, h: y + row };
}

/** Tries several widths and takes the one that wastes least and is about twice as wide as high. */
function bestShelf(pieces: readonly Piece[], width: number, gap: number): { w: number; h: number } {
  if (pieces.length === 0) return { w: 0, h: 0 };
  const least = Math.max(...pieces.map(({ w }) => w));
  const most = Math.max(
    least,
    Math.min(
      width,
      pieces.reduce((sum, { w }) => sum + w + gap, 0),
    ),
  );
  let best = least;
  let lowest = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= 24; step++) {
    const tried = least + ((most - least) * step) / 24;
    const { w, h } = shelve(pieces, tried, gap);
    const cost = w * h * (1 + Math.abs(Math.log(w / h / 1.8)) / 4);
    if (cost < lowest * 0.999) {
      lowest = cost;
      best = tried;
    }
  }
  return shelve(pieces, best, gap);
}
