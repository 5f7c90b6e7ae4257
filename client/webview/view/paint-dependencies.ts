import type { Edge } from '../layout/scene.ts';
import { arrow, ink, type Pen } from './pen.ts';

/** A text on a line: where it begins, or where it ends if it stands to the left of that. */
interface Word {
  x: number;
  y: number;
  left: boolean;
  reasons: Set<string>;
}

/** Below this scale the reasons would be too small to read. */
const READABLE = 0.55;

/** Lines from what needs to what is needed, each with its reason at the end away from the selected product. */
export function paintNeeds(pen: Pen): void {
  const words = new Map<string, Word>();
  const { boxes, edges } = pen.scene;
  // Those within a column first, below the others: what is beside the point stands back.
  const within = ({ from, to }: Edge): boolean => boxes[from]!.column === boxes[to]!.column;
  for (const edge of edges.filter(within)) paintWithin(pen, edge);
  for (const edge of edges.filter(edge => !within(edge))) paintBetween(pen, edge, words);
  pen.g.setLineDash([]);
  pen.g.globalAlpha = 1;
  if (pen.viewport.k >= READABLE) paintWords(pen, words.values());
}

/** Heights of both ends on the screen, and colour and dashes as the edge wants them; undefined: it is out of sight. */
function ready(pen: Pen, { from, to, side }: Edge): { y0: number; y1: number; near: boolean } | undefined {
  const { g, scene, look, viewport } = pen;
  const a = scene.boxes[from]!;
  const b = scene.boxes[to]!;
  const y0 = pen.y(pen.at(from).y + a.h / 2);
  const y1 = pen.y(pen.at(to).y + b.h / 2);
  if (Math.max(y0, y1) < -20 || Math.min(y0, y1) > viewport.height + 20) return undefined;
  const near = [a.product, b.product].some(id => id === look.selected || id === look.hover);
  g.strokeStyle = g.fillStyle = ink(pen, side === 'needed by' ? 'used-in' : 'uses');
  g.lineWidth = near ? 2 : 1.25;
  g.setLineDash(side === 'needed by' ? [6, 4] : []);
  g.beginPath();
  return { y0, y1, near };
}

/** To the next column. */
function paintBetween(pen: Pen, edge: Edge, words: Map<string, Word>): void {
  const found = ready(pen, edge);
  if (!found) return;
  const { g, palette } = pen;
  const { from, to, label, side } = edge;
  const { y0, y1, near } = found;
  const x0 = pen.x(pen.at(from).x + pen.scene.boxes[from]!.w);
  const x1 = pen.x(pen.at(to).x);
  const bend = Math.max(30, Math.abs(x1 - x0) / 2);
  g.globalAlpha = near || palette.highContrast ? 1 : 0.55;
  g.moveTo(x0, y0);
  g.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1 - 7, y1);
  g.stroke();
  const hollow = side === 'needed by';
  arrow(g, x1, y1, 1, hollow ? ink(pen, 'bg') : undefined);
  if (hollow) note(words, label, { x: x0 + 8, y: y0, left: false });
  else note(words, label, { x: x1 - 14, y: y1, left: true });
}

/** Around the right side, to another card of the same column: of the same circle, whose box says why, or one that is as far away. */
function paintWithin(pen: Pen, edge: Edge): void {
  const found = ready(pen, edge);
  if (!found) return;
  const { g, palette, viewport } = pen;
  const { from, side } = edge;
  const { y0, y1, near } = found;
  g.globalAlpha = near || palette.highContrast ? 1 : 0.4;
  const x = pen.x(pen.at(from).x + pen.scene.boxes[from]!.w);
  const bow = x + 34 * viewport.k + Math.min(50, Math.abs(y1 - y0) * 0.15);
  g.moveTo(x, y0 - 4);
  g.bezierCurveTo(bow, y0 - 4, bow, y1 + 4, x + 8, y1 + 4);
  g.stroke();
  arrow(g, x + 1, y1 + 4, -1, side === 'needed by' ? ink(pen, 'bg') : undefined);
}

/** Notes a reason; those that would stand in the same place stand there together. */
function note(words: Map<string, Word>, label: string, at: Omit<Word, 'reasons'>): void {
  const id = `${Math.round(at.x)},${Math.round(at.y)}`;
  let word = words.get(id);
  if (word === undefined) {
    word = { ...at, reasons: new Set() };
    words.set(id, word);
  }
  for (const reason of label.split(', ')) word.reasons.add(reason);
}

function paintWords(pen: Pen, words: Iterable<Word>): void {
  const { g, palette, viewport } = pen;
  g.font = `${Math.max(9, 11 * Math.min(1, viewport.k))}px ${palette.font}`;
  g.textBaseline = 'middle';
  for (const { x, y, left, reasons } of words) {
    const text = [...reasons].join(', ');
    const width = g.measureText(text).width;
    const begin = left ? x - width : x;
    g.fillStyle = ink(pen, 'bg');
    g.fillRect(begin - 3, y - 7, width + 6, 14);
    g.fillStyle = ink(pen, 'dim');
    g.fillText(text, begin, y);
  }
}
