import type { Point, Scene } from '../layout/scene.ts';
import type { Look } from './look.ts';
import type { Palette } from './palette.ts';
import type { Viewport } from './viewport.ts';

/** All that is needed to paint a scene on a canvas. */
export interface Pen {
  g: CanvasRenderingContext2D;
  scene: Scene;
  look: Look;
  palette: Palette;
  viewport: Viewport;
  /** Places of the boxes that may be in sight, in order. */
  visible: readonly number[];
  /** Where a box stands now, in the world. */
  at(place: number): Point;
  /** The world's places on the screen. */
  x(x: number): number;
  y(y: number): number;
}

/** A canvas as large as the stage, with nothing on it. */
export function cleared(canvas: HTMLCanvasElement, { width, height }: Viewport): CanvasRenderingContext2D {
  const ratio = devicePixelRatio || 1;
  const g = canvas.getContext('2d')!;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  g.clearRect(0, 0, width, height);
  return g;
}

/** A colour of the page by its name. */
export function ink({ palette }: Pen, name: string): string {
  return palette.colours.get(name) ?? '#888';
}

/** Where the middle of a box is on the screen, from top to bottom. */
export function middle(pen: Pen, place: number): number {
  return pen.y(pen.at(place).y + pen.scene.boxes[place]!.h / 2);
}

const fitted = new Map<string, string>();

/** Writes a text, cut short with an ellipsis where it is wider than `width`. */
export function write(g: CanvasRenderingContext2D, text: string, x: number, y: number, width: number): void {
  const id = `${g.font}|${Math.round(width / 4)}|${text}`;
  let short = fitted.get(id);
  if (short === undefined) {
    short = text;
    if (g.measureText(text).width > width) {
      let low = 0;
      let high = text.length;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (g.measureText(`${text.slice(0, middle)}…`).width <= width) low = middle;
        else high = middle - 1;
      }
      short = low > 0 ? `${text.slice(0, low)}…` : '';
    }
    if (fitted.size > 20_000) fitted.clear();
    fitted.set(id, short);
  }
  if (short) g.fillText(short, x, y);
}

/** A small arrow head with its tip at a point, looking right (1) or left (-1). */
export function arrow(
  g: CanvasRenderingContext2D,
  x: number,
  y: number,
  direction: 1 | -1,
  hollow: string | undefined,
): void {
  g.setLineDash([]);
  g.beginPath();
  g.moveTo(x, y);
  g.lineTo(x - direction * 8, y - 4.5);
  g.lineTo(x - direction * 8, y + 4.5);
  g.closePath();
  if (hollow === undefined) g.fill();
  else {
    const own = g.fillStyle;
    g.fillStyle = hollow;
    g.fill();
    g.fillStyle = own;
    g.lineWidth = 1.5;
    g.stroke();
  }
}
