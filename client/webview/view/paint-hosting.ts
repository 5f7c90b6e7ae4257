import type { Box } from '../layout/scene.ts';
import { isLinked } from './card.ts';
import { ink, type Pen } from './pen.ts';

/** Joins the places in which the selected product, or the one under the pointer, is hosted; the lines run in the gaps between boxes. */
export function paintSamePlaces(pen: Pen): void {
  const { g, scene, look, viewport } = pen;
  const hot = look.hover >= 0 && isLinked(look.hover, scene) ? look.hover : look.selected;
  const places = scene.byProduct.get(hot) ?? [];
  if (places.length < 2) return;
  const { boxes } = scene;
  const outer = (box: Box): Box => (box.parent < 0 ? box : outer(boxes[box.parent]!));
  const bus = Math.min(...places.map(place => outer(boxes[place]!).x)) - 8;
  const ends: number[] = [];
  g.strokeStyle = g.fillStyle = ink(pen, 'same');
  g.lineWidth = 2;
  const radius = 6 * Math.min(1, viewport.k);
  const dot = (x: number, y: number): void => {
    g.beginPath();
    g.arc(pen.x(x), pen.y(y), 3.5 * Math.min(1, Math.max(0.6, viewport.k)), 0, 7);
    g.fill();
  };
  for (const place of places) {
    const box = boxes[place]!;
    // Down into the gap below the chip, left out of the box around it, up above that box, and left along the gaps to the common line.
    const points: [number, number][] = [[box.x + 10, box.y + box.h]];
    let y = box.y + box.h + 4;
    points.push([box.x + 10, y]);
    for (let around = box.parent; around >= 0; around = boxes[around]!.parent) {
      const { x, y: top, parent } = boxes[around]!;
      const left = x - 8;
      points.push([left, y]);
      if (parent >= 0 && left > boxes[parent]!.x + 12) {
        y = top - 8;
        points.push([left, y]);
      } else if (parent < 0 && left > bus + 1) {
        y = top - 8;
        points.push([left, y]);
      }
    }
    points.push([bus, y]);
    ends.push(y);
    g.setLineDash([6, 4]);
    g.beginPath();
    g.moveTo(pen.x(points[0]![0]), pen.y(points[0]![1]));
    for (let at = 1; at < points.length - 1; at++) {
      const [x1, y1] = points[at]!;
      const [x2, y2] = points[at + 1]!;
      g.arcTo(pen.x(x1), pen.y(y1), pen.x(x2), pen.y(y2), at === 1 ? Math.min(3, radius) : radius);
    }
    g.lineTo(pen.x(bus), pen.y(y));
    g.stroke();
    g.setLineDash([]);
    dot(box.x + 10, box.y + box.h);
    dot(bus, y);
  }
  g.setLineDash([6, 4]);
  g.beginPath();
  g.moveTo(pen.x(bus), pen.y(Math.min(...ends)));
  g.lineTo(pen.x(bus), pen.y(Math.max(...ends)));
  g.stroke();
  g.setLineDash([]);
}
