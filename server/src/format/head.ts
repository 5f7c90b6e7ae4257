/** The words of a statement up to its body, in one line or in several. */
import { propertyOf } from '../model/properties.ts';
import { type Line, putBehind, STEP, WIDTH, widest } from './lines.ts';
import { listLines } from './list.ts';
import { endsLine, type Piece, spaceBetween } from './pieces.ts';
import { moveBlock, moveComment } from './texts.ts';
import { type Member, wordOf } from './tree.ts';

/**
 * The lines of a member's head, which has a word at least. `asWritten`: something is wrong in it, so that its line breaks stay, and
 * words without a space between them; they may be what it lives by.
 */
export function headLines(member: Member, indent: string, asWritten: boolean): Line[] {
  const { head, body } = member;
  const flow = (breaks: Breaks): Line[] => flowing(member, indent, breaks, asWritten);
  if (asWritten) return flow(i => head[i].first);
  const flat = flow(() => false);
  const width = widest(flat[0].code) + (body ? 2 : 0);
  const broken = flat.length > 1 || flat[0].comment !== undefined;
  const values = head.filter(({ type }) => type === ',').length;
  if (isList(member) && (broken || isBlock(head) || (width > WIDTH && values > 0))) {
    return listLines(head, indent, propertyOf(wordOf(member))?.value === 'requirement');
  }
  // A comment at the end of a line: the words below it go on with the statement where its author broke it, and might not elsewhere.
  if (broken) return flow(i => head[i].first);
  if (width <= WIDTH) return flat;
  return flow((i, line) => mayBreak(head, i) && line.length + widthToBreak(head, i) > WIDTH);
}

/** Whether to break the line before the `i`-th piece, with what stands in the line by then. */
type Breaks = (i: number, line: string) => boolean;

/** Words one after the other; the lines after the first are indented deeper. */
function flowing({ head }: Member, indent: string, breaks: Breaks, asWritten: boolean): Line[] {
  const deeper = indent + STEP;
  const lines: Line[] = [{ code: indent + written(head[0], head[0], indent) }];
  let over = false;
  for (let i = 1; i < head.length; i++) {
    const [before, piece] = [head[i - 1], head[i]];
    if (endsLine(piece)) {
      if (piece.first) lines.push({ code: deeper + moveComment(piece, deeper.length) });
      else putBehind(lines, [{ piece, gap: piece.column - before.endColumn }], deeper);
      over = true;
    } else if (over || breaks(i, lines.at(-1)!.code)) {
      lines.push({ code: deeper + written(piece, head[0], indent) });
      over = false;
    } else {
      const apart = asWritten ? (piece.offset > before.end ? ' ' : '') : spaceBetween(before, piece);
      lines.at(-1)!.code += apart + written(piece, head[0], indent);
    }
  }
  return lines;
}

function written({ text, type }: Piece, first: Piece, indent: string): string {
  if (type === 'BLOCK' || type === 'DESCRIPTION')
    return moveBlock(text, first.first ? first.column : undefined, indent.length);
  return /^\w+\s+\w+$/.test(text) ? text.replace(/\s+/, ' ') : text;
}

/** Where a statement that is no list of values may be broken: behind a comma or a `|`. */
function mayBreak(head: readonly Piece[], i: number): boolean {
  return head[i - 1].type === ',' || head[i - 1].type === '|';
}

/** Columns from the space before the `i`-th piece to the next place for a break. */
function widthToBreak(head: readonly Piece[], i: number): number {
  let width = 1 + head[i].text.length;
  for (let j = i + 1; j < head.length && !mayBreak(head, j); j++) {
    if (head[j].text.startsWith('//')) break;
    width += spaceBetween(head[j - 1], head[j]).length + head[j].text.length;
  }
  return width;
}

/** Whether a member is a list of values, which may become a block of lines. */
function isList(member: Member): boolean {
  const { role, head } = member;
  if (role !== 'attribute' || head.some(({ type }) => type === 'BLOCK' || type === 'CLAUSE')) return false;
  // A list line that stands too far left has a comma where its first value should be.
  if (head.slice(1).find(({ comment }) => !comment)?.type === ',') return false;
  return !propertyOf(wordOf(member))?.single;
}

/** A list that its author wrote over several lines, with a comma at its end, stays a block. */
function isBlock(head: readonly Piece[]): boolean {
  const last = head.findLast(({ comment }) => !comment)!;
  return last.type === ',' && head.at(-1)!.line > head[0].line;
}
