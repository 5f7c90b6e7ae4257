import { nameOf } from '../model.ts';
import { ink, type Pen, write } from './pen.ts';

/** Everything as bars, where cards would be too small: names where there is room, findings as dots. */
export function paintFar(pen: Pen): void {
  const { g, scene, look, palette, viewport } = pen;
  const { k, across } = viewport;
  const { model } = look;
  const lastName = new Map<number, number>();
  g.textBaseline = 'middle';
  for (const place of pen.visible) {
    const box = scene.boxes[place]!;
    const at = pen.at(place);
    const x = pen.x(at.x);
    const y = pen.y(at.y);
    const w = box.w * across;
    const h = Math.max(1, box.h * k);
    const product = model.products[box.product];
    const colour = ink(pen, product ? look.colours.of(product.id) : 'line');
    const name = product ? nameOf(product) : (box.label ?? '');
    if (box.role === 'container') {
      g.strokeStyle = colour;
      g.lineWidth = 1;
      g.strokeRect(x, y, w, h);
      if (w > 60 && 38 * k > 8) {
        g.fillStyle = ink(pen, 'fg');
        g.font = `600 11px ${palette.font}`;
        write(g, name, x + 5, y + 19 * k, w - 10);
      }
      if (product?.id === look.selected) frame(pen, x, y, w, h, 'accent', 2);
      continue;
    }
    if (box.role === 'heading' || box.role === 'more') {
      g.fillStyle = ink(pen, 'dim');
      g.font = `600 11px ${palette.font}`;
      if (box.role === 'heading' || h > 10) write(g, box.label ?? '', x + 4, y + h / 2, w);
      continue;
    }
    const pack = product !== undefined && model.isPackage(product.id);
    g.fillStyle = ink(pen, 'card');
    g.fillRect(x, y, w, h);
    g.globalAlpha = pack ? 0.5 : 0.34;
    g.fillStyle = colour;
    g.fillRect(x, y, w, h);
    g.globalAlpha = 1;
    g.fillRect(x, y, Math.max(2, 4 * across), h);
    const below = box.expanded === false && product ? model.below[product.id]! : undefined;
    const [errors, warnings] = below ? [below.errors, below.warnings] : (product?.findings ?? [0, 0]);
    if ((errors || warnings) && look.colours.by !== 'severity') {
      const size = Math.max(2.5, 9 * k);
      g.fillStyle = ink(pen, errors ? 'error' : 'warning');
      g.fillRect(x + w - size - 1, y + (h - size) / 2, size, size);
    }
    if (product && w > 34) {
      const room = ((box.bottom ?? 0) - (box.top ?? 0)) * k;
      const middle = y + h / 2;
      const inside = h >= 11;
      if (inside || (pack && room > 13 && middle - (lastName.get(box.x) ?? Number.NEGATIVE_INFINITY) > 13)) {
        g.font = `${pack ? 600 : 400} ${inside ? Math.min(12, h * 0.72) : 11}px ${palette.font}`;
        if (!inside) {
          // A name that is higher than its bar stands on a ground of its own.
          const width = Math.min(w + 22, g.measureText(name).width);
          g.globalAlpha = 0.85;
          g.fillStyle = ink(pen, 'bg');
          g.fillRect(x + 4, middle - 7, width + 5, 14);
          g.globalAlpha = 1;
          lastName.set(box.x, middle);
        }
        g.fillStyle = ink(pen, 'fg');
        write(g, name, x + 7, middle, inside ? w - 18 * Math.max(k, 0.5) : w + 22);
      }
    }
    if (look.hits.has(box.product)) frame(pen, x, y, w, h, 'hit', 2);
    if (product && product.id === look.selected) frame(pen, x, y, w, h, 'accent', 2.5);
  }
}

function frame({ g, ...pen }: Pen, x: number, y: number, w: number, h: number, colour: string, width: number): void {
  g.strokeStyle = ink({ g, ...pen }, colour);
  g.lineWidth = width;
  g.strokeRect(x - 1.5, y - 1.5, w + 3, h + 3);
}
