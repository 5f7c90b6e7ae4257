import { type Line, putBehind, STEP, WIDTH } from './lines.ts';
import { endsLine, type Piece, spaceBetween } from './pieces.ts';
import { moveComment } from './texts.ts';

/**
 * A list as a block: its word, then its values in deeper lines that end with commas, so that adding one changes one or two lines. The
 * lines are filled; `byHundred`: each prefix and hundred of numbered keys begins a new one. Where comments stand behind values, the
 * lines stay as they are, since a comment may be about its line.
 */
export function listLines(head: readonly Piece[], indent: string, byHundred: boolean): Line[] {
  const deeper = indent + STEP;
  const lines: Line[] = [{ code: indent + head[0].text.replace(/\s+/, ' ') }];
  /** The line that is being filled, and the value that is being read. */
  let row = { text: '', group: '' };
  let value = { text: '', group: '' };
  const keepRows = head.some(piece => !piece.first && endsLine(piece));
  const endRow = (): void => {
    if (row.text !== '') lines.push({ code: deeper + row.text });
    row = { text: '', group: '' };
  };
  const endValue = (): void => {
    if (value.text === '') return;
    const full = deeper.length + row.text.length + value.text.length + ' ,'.length > WIDTH;
    if (row.text !== '' && (full || (byHundred && value.group !== row.group))) endRow();
    row = { text: `${row.text}${row.text && ' '}${value.text},`, group: value.group };
    value = { text: '', group: '' };
  };
  for (let i = 1; i < head.length; i++) {
    const [before, piece] = [head[i - 1], head[i]];
    if (piece.type === ',') endValue();
    else if (endsLine(piece)) {
      endValue();
      endRow();
      if (piece.first) lines.push({ code: deeper + moveComment(piece, deeper.length) });
      else putBehind(lines, [{ piece, gap: piece.column - before.endColumn }], deeper);
    } else {
      if (keepRows && piece.first && value.text === '') endRow();
      value.text += (value.text && spaceBetween(before, piece)) + piece.text;
      value.group ||= groupOf(piece);
    }
  }
  endValue();
  endRow();
  return lines;
}

/** `DMS-REQ-1` for DMS-REQ-0100 to DMS-REQ-0199; keys without a number are one group. */
function groupOf({ text, comment }: Piece): string {
  if (comment) return '';
  const [, prefix, number] = /^(.*?)(\d+)$/.exec(text) ?? [];
  return number === undefined ? '-' : `${prefix}${Math.floor(Number(number) / 100)}`;
}
