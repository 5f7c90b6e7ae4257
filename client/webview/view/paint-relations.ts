import { arrow, ink, middle, type Pen } from './pen.ts';

/** How many of the selected product's relations end above and below what is in sight. */
export interface OffScreen {
  above: number;
  below: number;
}

/** Between the cards and the lines that run beside them, and between the lines of the two directions, in pixels. */
const LANE = { first: 26, second: 42 };

/** So much of the stage's right edge stays free of lines, in pixels. */
const EDGE = 6;

/** How far above and below the middle of the selected card the lines of the two directions begin, in pixels. */
const BESIDE = 5;

/**
 * What the selected product uses (solid, filled arrow) and what uses it (dashed, hollow arrow), in the tree. The lines run in lanes to the
 * right of all cards that they pass, those of one direction in the same lane, so that none crosses a card.
 */
export function paintRelations(pen: Pen): OffScreen {
  const { scene, look } = pen;
  const off: OffScreen = { above: 0, below: 0 };
  const self = look.placeOf(scene, look.selected);
  if (self === undefined) return off;
  for (const [ends, out] of [
    [look.used, true],
    [look.users, false],
  ] as const) {
    const places = [...ends.keys()].flatMap(id => {
      const place = look.placeOf(scene, id);
      return place === undefined || place === self ? [] : [place];
    });
    for (const up of [true, false]) {
      const away = paintLane(pen, self, places, out, up);
      off[up ? 'above' : 'below'] += away;
    }
  }
  return off;
}

/**
 * The lines to the ends that stand above the selected product (`up`), or below it.
 * @param out whether the product uses the ends, or they use it
 * @returns how many ends are out of sight
 */
function paintLane(pen: Pen, self: number, places: readonly number[], out: boolean, up: boolean): number {
  const { g, viewport } = pen;
  const from = middle(pen, self) + (out ? -BESIDE : BESIDE);
  const own = rightOf(pen, self);
  const seen: { x: number; y: number }[] = [];
  let away = 0;
  for (const place of places) {
    const y = middle(pen, place) + (out ? -4 : 4);
    if (y < from !== up) continue;
    if (y < -30 || y > viewport.height + 30) away++;
    else seen.push({ x: rightOf(pen, place), y });
  }
  if (seen.length + away === 0) return 0;
  const end = up ? -4 : viewport.height + 4;
  const farthest = away > 0 ? end : up ? Math.min(...seen.map(({ y }) => y)) : Math.max(...seen.map(({ y }) => y));
  const beside = passed(pen, Math.min(from, farthest), Math.max(from, farthest));
  const room = (out ? LANE.first : LANE.second) * Math.max(0.4, Math.min(1, viewport.k));
  const lane = Math.max(
    own + 12,
    Math.min(beside + room, viewport.width - EDGE - (out ? LANE.second - LANE.first : 0)),
  );
  g.strokeStyle = g.fillStyle = ink(pen, out ? 'uses' : 'used-in');
  g.lineWidth = out ? 2 : 1.75;
  // All begin at the selected product, so that the dashes of what they share fall together.
  const begin = (): void => {
    g.setLineDash(out ? [] : [6, 4]);
    g.beginPath();
    g.moveTo(out ? own : own + 8, from);
  };
  for (const { x, y } of seen) {
    const radius = Math.min(10, Math.abs(y - from) / 2, lane - own);
    begin();
    g.arcTo(lane, from, lane, y, radius);
    g.arcTo(lane, y, x, y, radius);
    g.lineTo(out ? x + 8 : x, y);
    g.stroke();
    if (out) arrow(g, x + 1, y, -1, undefined);
  }
  if (away > 0) {
    begin();
    g.arcTo(lane, from, lane, end, 10);
    g.lineTo(lane, end);
    g.stroke();
  }
  if (!out) arrow(g, own + 1, from, -1, ink(pen, 'bg'));
  g.setLineDash([]);
  return away;
}

function rightOf(pen: Pen, place: number): number {
  return pen.x(pen.at(place).x + pen.scene.boxes[place]!.w);
}

/** The right edge of the cards that stand between two heights of the screen. */
function passed(pen: Pen, top: number, bottom: number): number {
  const { scene, visible } = pen;
  let right = 0;
  for (const place of visible) {
    const y = pen.y(pen.at(place).y);
    if (y <= bottom && y + scene.boxes[place]!.h * pen.viewport.k >= top) right = Math.max(right, rightOf(pen, place));
  }
  return right;
}
