import type { Scene } from '../layout/scene.ts';
import { ink, middle, type Pen } from './pen.ts';

/** How far right of a parent the line stands from which its children branch off. */
const BUS = 26;

/** The lines of containment; the path to the selected product stands out. */
export function paintBranches(pen: Pen): void {
  const { g, scene, look, palette, viewport } = pen;
  const families = new Map<number, number[]>();
  for (const place of pen.visible) {
    const { parent, expanded } = scene.boxes[place]!;
    if (expanded && !families.has(place)) families.set(place, []);
    if (parent < 0) continue;
    const family = families.get(parent);
    if (family) family.push(place);
    else families.set(parent, [place]);
  }
  const path = new Set<number>();
  for (let at = scene.byProduct.get(look.selected)?.[0] ?? -1; at >= 0; at = scene.boxes[at]!.parent) path.add(at);
  const radius = 8 * Math.min(1, viewport.k);
  const top = -20;
  const bottom = viewport.height + 20;
  const last = lastChildren(scene);
  g.setLineDash([]);
  g.lineWidth = palette.highContrast ? 1.5 : Math.max(0.6, Math.min(1.25, viewport.k * 1.5));
  g.strokeStyle = ink(pen, 'line');
  g.beginPath();
  for (const [parent, family] of families) {
    const { x0, y0, xm } = stem(pen, parent);
    g.moveTo(x0, y0);
    g.lineTo(xm, y0);
    const first = middle(pen, parent + 1);
    const end = middle(pen, last[parent]!);
    const from = Math.max(top, Math.min(first, y0) + (first < y0 ? radius : 0));
    const to = Math.min(bottom, Math.max(end, y0) - (end > y0 ? radius : 0));
    if (to > from) {
      g.moveTo(xm, from);
      g.lineTo(xm, to);
    }
    for (const child of family) {
      const y = middle(pen, child);
      const x = pen.x(pen.at(child).x);
      const down = Math.sign(y - y0);
      const bend = Math.min(radius, Math.abs(y - y0));
      g.moveTo(xm, y - down * bend);
      if (bend > 0.5) g.arcTo(xm, y, xm + bend, y, bend);
      g.lineTo(x, y);
    }
  }
  g.stroke();
  g.strokeStyle = ink(pen, 'accent');
  g.lineWidth = 2;
  g.beginPath();
  for (const child of path) {
    const { parent } = scene.boxes[child]!;
    if (parent < 0) continue;
    const { x0, y0, xm } = stem(pen, parent);
    const y = middle(pen, child);
    const down = Math.sign(y - y0);
    const bend = Math.min(radius, Math.abs(y - y0) / 2);
    g.moveTo(x0, y0);
    g.lineTo(xm - bend, y0);
    if (bend > 0.5) g.arcTo(xm, y0, xm, y0 + down * bend, bend);
    const clipped = Math.max(top, Math.min(bottom, y));
    g.lineTo(xm, clipped - down * bend);
    if (clipped === y && bend > 0.5) g.arcTo(xm, y, xm + bend, y, bend);
    if (clipped === y) g.lineTo(pen.x(pen.at(child).x), y);
  }
  g.stroke();
}

function stem(pen: Pen, parent: number): { x0: number; y0: number; xm: number } {
  const { w } = pen.scene.boxes[parent]!;
  const { x } = pen.at(parent);
  return { x0: pen.x(x + w), y0: middle(pen, parent), xm: pen.x(x + w + BUS) };
}

const lasts = new WeakMap<Scene, Int32Array>();

/** For each box of a tree the place of its last child. */
function lastChildren(scene: Scene): Int32Array {
  let found = lasts.get(scene);
  if (found === undefined) {
    found = new Int32Array(scene.boxes.length).fill(-1);
    for (const [place, { parent }] of scene.boxes.entries()) if (parent >= 0) found[parent] = place;
    lasts.set(scene, found);
  }
  return found;
}
