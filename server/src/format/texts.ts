/** Texts and comments over several lines: they move with their statement, and are otherwise left as their author wrote them. */
import type { Piece } from './pieces.ts';

/**
 * A text between triple quotes whose statement began a line at column `from` and does so at `to` afterwards. Its lines keep their
 * indentation against each other, and none stands left of `to`, where it could be taken for the next statement. `from` undefined: the
 * statement did not begin a line, and the text stands straight below it.
 */
export function moveBlock(text: string, from: number | undefined, to: number): string {
  if (!text.includes('\n')) return text;
  const [first, ...rest] = text.split('\n');
  const closes = /^\s*"""$/.test(rest.at(-1)!);
  const inner = (closes ? rest.slice(0, -1) : rest).map(line => (line.trim() === '' ? '' : line));
  const depth = inner.reduce(
    (least, line) => (line === '' ? least : Math.min(least, indentOf(line))),
    Number.MAX_SAFE_INTEGER,
  );
  const further = from === undefined || inner.every(line => line === '') ? 0 : Math.max(0, depth - from);
  const indent = ' '.repeat(to + further);
  const moved = inner.map(line => (line === '' ? '' : indent + line.slice(depth)));
  return [first, ...moved, ...(closes ? [`${' '.repeat(to)}"""`] : [])].join('\n');
}

/** A comment that stands in a line of its own, at column `to` afterwards: its further lines go along as far as they can. */
export function moveComment({ text, column }: Piece, to: number): string {
  if (!text.includes('\n')) return text;
  const [first, ...rest] = text.split('\n');
  const moved = rest.map(line => {
    if (line.trim() === '') return '';
    return to > column ? ' '.repeat(to - column) + line : line.slice(Math.min(column - to, indentOf(line)));
  });
  return [first, ...moved].join('\n');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
