/** Lines as the formatter writes them, and the columns of the comments behind them. */
import type { Behind } from './tree.ts';

/** Lists and one-line bodies that would be wider are written over several lines. Comments behind code do not count. */
export const WIDTH = 100;

/** One step of nesting. */
export const STEP = '  ';

/** A line; its code may hold line breaks, where a text or a comment spans lines. */
export interface Line {
  code: string;
  /** The comments behind it, as one text. */
  comment?: string;
  /** Where the first of them stood, and how far from the code. */
  column?: number;
  gap?: number;
  /** The last of them runs to the end of the line. */
  full?: boolean;
}

/** Puts comments behind the last line; those that find no place there get lines of their own. */
export function putBehind(lines: Line[], comments: readonly Behind[], indent: string): void {
  const line = lines.at(-1)!;
  for (const { piece, gap } of comments) {
    if (line.full) lines.push({ code: indent + piece.text });
    else if (line.comment === undefined) Object.assign(line, { comment: piece.text, column: piece.column, gap });
    else line.comment += ` ${piece.text}`;
    line.full ||= piece.text.startsWith('//');
  }
}

/** Width of the widest line of a code that may hold line breaks. */
export function widest(code: string): number {
  return code.split('\n').reduce((most, line) => Math.max(most, line.length), 0);
}

/** Adds lines at the end; there may be more than a call can take as arguments. */
export function append(lines: Line[], more: readonly Line[]): void {
  for (const line of more) lines.push(line);
}

/** Width of the last line of a code that may hold line breaks. */
function widthOf(code: string): number {
  return code.length - (code.lastIndexOf('\n') + 1);
}

/**
 * The text of lines. Comments that stood in one column, set off from their code, stay in one column, however the code beside them has
 * grown or shrunk; any other comment follows its code after one space.
 */
export function join(lines: readonly Line[]): string {
  const columns = Map.groupBy(
    lines.filter(({ comment }) => comment !== undefined),
    ({ column }) => column!,
  );
  const target = new Map<Line, number>();
  for (const group of columns.values()) {
    if (group.length < 2 || group.every(({ gap }) => gap! < 2)) continue;
    const gap = group.reduce((least, line) => Math.min(least, line.gap!), Number.MAX_SAFE_INTEGER);
    const column = group.reduce((most, { code }) => Math.max(most, widthOf(code)), 0) + Math.max(1, gap);
    for (const line of group) target.set(line, column);
  }
  return lines
    .map(line => {
      const { code, comment } = line;
      if (comment === undefined) return code;
      const width = widthOf(code);
      return code + ' '.repeat((target.get(line) ?? width + 1) - width) + comment;
    })
    .join('\n');
}
