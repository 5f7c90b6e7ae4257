import { arrow, ink, type Pen } from './pen.ts';

/** Lines from what needs to what is needed, each with its reason at the end away from the selected product. */
export function paintNeeds(pen: Pen): void {
  const { g, scene, look, palette, viewport } = pen;
  const { boxes } = scene;
  const words: { text: string; x: number; y: number; right: boolean }[] = [];
  for (const { from, to, label, side } of scene.edges) {
    const a = boxes[from]!;
    const b = boxes[to]!;
    const p = pen.at(from);
    const q = pen.at(to);
    const y0 = pen.y(p.y + a.h / 2);
    const y1 = pen.y(q.y + b.h / 2);
    if (Math.max(y0, y1) < -20 || Math.min(y0, y1) > viewport.height + 20) continue;
    const near = [a.product, b.product].some(id => id === look.selected || id === look.hover);
    g.strokeStyle = g.fillStyle = ink(pen, side === 'needed by' ? 'used-in' : 'uses');
    g.globalAlpha = near || palette.highContrast ? 1 : 0.55;
    g.lineWidth = near ? 2 : 1.25;
    g.setLineDash(side === 'needed by' ? [6, 4] : []);
    g.beginPath();
    if (a.column === b.column) {
      // Within a circle: around the right side.
      const x = pen.x(p.x + a.w);
      const bow = x + 34 * viewport.k + Math.min(50, Math.abs(y1 - y0) * 0.15);
      g.moveTo(x, y0 - 4);
      g.bezierCurveTo(bow, y0 - 4, bow, y1 + 4, x + 8, y1 + 4);
      g.stroke();
      arrow(g, x + 1, y1 + 4, -1, undefined);
    } else {
      const x0 = pen.x(p.x + a.w);
      const x1 = pen.x(q.x);
      const bend = Math.max(30, Math.abs(x1 - x0) / 2);
      g.moveTo(x0, y0);
      g.bezierCurveTo(x0 + bend, y0, x1 - bend, y1, x1 - 7, y1);
      g.stroke();
      arrow(g, x1, y1, 1, side === 'needed by' ? ink(pen, 'bg') : undefined);
      words.push(
        side === 'needed by'
          ? { text: label, x: x0 + 8, y: y0, right: false }
          : { text: label, x: x1 - 14, y: y1, right: true },
      );
    }
    g.globalAlpha = 1;
  }
  g.setLineDash([]);
  if (viewport.k < 0.55) return;
  g.font = `${Math.max(9, 11 * Math.min(1, viewport.k))}px ${palette.font}`;
  g.textBaseline = 'middle';
  const written = new Set<string>();
  for (const { text, x, y, right } of words) {
    const id = `${Math.round(x)},${Math.round(y)},${text}`;
    if (written.has(id)) continue;
    written.add(id);
    const width = g.measureText(text).width;
    const left = right ? x - width : x;
    g.fillStyle = ink(pen, 'bg');
    g.fillRect(left - 3, y - 7, width + 6, 14);
    g.fillStyle = ink(pen, 'dim');
    g.fillText(text, left, y);
  }
}
