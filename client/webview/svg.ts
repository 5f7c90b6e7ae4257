import { iconOfKind, outlineOf } from './icons.ts';
import type { Box, Scene } from './layout/scene.ts';
import { nameOf } from './model.ts';
import type { Look } from './view/look.ts';
import type { Palette } from './view/palette.ts';

const PAD = 24;

/**
 * A scene as an SVG document at 100 %: the same boxes, lines and colours as on the page. It depends on nothing but what is given, so that
 * equal layouts give equal files.
 */
export function svgOf(scene: Scene, look: Look, palette: Palette, title: string): string {
  const colour = (name: string): string => palette.colours.get(name) ?? '#888888';
  const parts = [...linesOf(scene, colour), ...scene.boxes.flatMap(box => boxOf(box, scene, look, colour))];
  const width = Math.ceil(scene.width) + 2 * PAD;
  const height = Math.ceil(scene.height) + 2 * PAD;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-PAD} ${-PAD} ${width} ${height}" role="img">`,
    `<title>${safe(title)}</title>`,
    `<rect x="${-PAD}" y="${-PAD}" width="${width}" height="${height}" fill="${colour('bg')}"/>`,
    `<g font-family="${safe(palette.font)}" font-size="13" fill="none" stroke-linecap="round" stroke-linejoin="round">`,
    ...parts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** A text that is safe in XML; control characters cannot be written there at all. */
function safe(text: string): string {
  return text.replace(/[\p{Cc}&<>"']/gu, sign => (/\p{Cc}/u.test(sign) ? ' ' : `&#${sign.charCodeAt(0)};`));
}

/** Cut short to a width, by the average width of a letter. */
function cut(text: string, width: number, size: number): string {
  const most = Math.max(1, Math.floor(width / (size * 0.54)));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

function linesOf(scene: Scene, colour: (name: string) => string): string[] {
  const { boxes } = scene;
  const lines: string[] = [];
  if (scene.view === 'tree') {
    for (const { parent, x, y, h } of boxes) {
      if (parent < 0) continue;
      const above = boxes[parent]!;
      const from = above.y + above.h / 2;
      const to = y + h / 2;
      const bus = above.x + above.w + 26;
      lines.push(`<path d="M${above.x + above.w} ${from}H${bus}V${to}H${x}" stroke="${colour('line')}"/>`);
    }
  }
  for (const { from, to, label, side } of scene.edges) {
    const a = boxes[from]!;
    const b = boxes[to]!;
    const [x0, y0, x1, y1] = [a.x + a.w, a.y + a.h / 2, a.column === b.column ? b.x + b.w : b.x, b.y + b.h / 2];
    const bend = a.column === b.column ? 40 : Math.max(30, (x1 - x0) / 2);
    const end = a.column === b.column ? x1 + bend : x1 - bend;
    const ink = colour(side === 'needed by' ? 'used-in' : 'uses');
    const dash = side === 'needed by' ? ' stroke-dasharray="6 4"' : '';
    const tip = a.column === b.column ? 8 : -8;
    lines.push(
      `<path d="M${x0} ${y0}C${x0 + bend} ${y0} ${end} ${y1} ${x1} ${y1}" stroke="${ink}" stroke-width="1.5"${dash}/>`,
    );
    lines.push(`<path d="M${x1} ${y1}l${tip} -4.5v9z" fill="${ink}"/>`);
    const at = side === 'needed by' ? `x="${x0 + 8}"` : `x="${x1 - 12}" text-anchor="end"`;
    lines.push(
      `<text ${at} y="${(side === 'needed by' ? y0 : y1) - 5}" font-size="11" fill="${colour('dim')}">${safe(label)}</text>`,
    );
  }
  return lines;
}

function boxOf(box: Box, scene: Scene, look: Look, colour: (name: string) => string): string[] {
  const { x, y, w, h, role, label } = box;
  const product = look.model.products[box.product];
  const text = (at: number, line: number, size: number, what: string, width: number, extra = ''): string =>
    `<text x="${at}" y="${line}" font-size="${size}" fill="${colour('fg')}"${extra}>${safe(cut(what, width, size))}</text>`;
  if (role === 'heading' || role === 'more') return [text(x, y + 16, 12, label ?? '', w, ' font-weight="600"')];
  const own = colour(product ? look.colours.of(product.id) : 'dim');
  const dash = product === undefined || product.obsolete > 0 || !product.declared ? ' stroke-dasharray="5 3"' : '';
  const edge =
    box.product >= 0 && box.product === look.selected
      ? `stroke="${colour('accent')}" stroke-width="2"`
      : `stroke="${role === 'container' ? own : colour('card-line')}"`;
  const fill = role === 'container' ? 'none' : colour('card');
  const parts = [`<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="6" fill="${fill}" ${edge}${dash}/>`];
  if (role !== 'container') parts.push(`<rect x="${x}" y="${y}" width="4" height="${h}" rx="2" fill="${own}"/>`);
  if (product === undefined) return [...parts, text(x + 14, y + 24, 13, label ?? '', w - 20, ' font-weight="600"')];
  const icon = product.declared ? iconOfKind(look.model.chain(product.kind)) : 'undeclared';
  const middle = role === 'container' ? y + 19 : y + h / 2;
  parts.push(
    `<path transform="translate(${x + 12} ${middle - 8})" d="${outlineOf(icon)}" stroke="${own}" stroke-width="1.25"/>`,
  );
  const struck = product.obsolete > 0 ? ' text-decoration="line-through"' : '';
  const bold = role === 'container' || look.model.isPackage(product.id) ? ' font-weight="600"' : '';
  const left = x + 36;
  if (role === 'card') {
    parts.push(text(left, y + 19, 13, nameOf(product), w - 62, struck + bold));
    parts.push(
      `<text x="${left}" y="${y + 35}" font-size="11" font-family="monospace" fill="${colour('dim')}">${safe(cut(product.key, w - 120, 11))}</text>`,
    );
  } else parts.push(text(left, middle + 4, role === 'container' ? 13 : 12, nameOf(product), w - 60, struck + bold));
  const folded = box.expanded === false && scene.view === 'tree';
  const [errors, warnings] = folded
    ? [look.model.below[product.id]!.errors, look.model.below[product.id]!.warnings]
    : product.findings;
  let right = x + w - 10;
  for (const [count, name] of [
    [warnings, 'warning'],
    [errors, 'error'],
  ] as const) {
    if (count === 0) continue;
    const line = role === 'card' ? y + h - 9 : middle + 4;
    parts.push(
      `<text x="${right}" y="${line}" font-size="11" text-anchor="end" fill="${colour(name)}">${name === 'error' ? '⊗' : '⚠'} ${count}</text>`,
    );
    right -= 32;
  }
  return parts;
}
