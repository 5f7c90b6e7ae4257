/** A declaration as a block of text: with the comments that belong to it, ready to be taken out and put in elsewhere. */
import type { Entry } from '../../model/record.ts';
import { type Edit, without } from '../code-actions/layout.ts';
import type { SourceText } from '../code-actions/source-text.ts';

/** Where a declaration and its comments stand. */
export interface Block {
  /** Offsets of all that goes along: comments right above and beside it included. */
  from: number;
  to: number;
  /** The blanks with which its first line begins. */
  indent: string;
}

/** A change within the text of a block, by offsets of its document. */
export interface Change {
  from: number;
  to: number;
  text: string;
}

/** The block of an entry: the comments in the lines right above it, and those in its own lines, belong to it. */
export function blockOf(source: SourceText, { extent }: Pick<Entry, 'extent'>): Block {
  const { text, comments } = source;
  const isBlank = (from: number, to: number): boolean => /^[ \t]*$/.test(text.slice(from, to));
  let [from, to] = [source.from(extent), source.to(extent)];
  const indent = source.indentAt(from);
  for (const { startOffset, endOffset } of comments) {
    if (startOffset >= to && isBlank(to, startOffset)) to = endOffset! + 1;
  }
  for (const { startOffset, endOffset } of comments.toReversed()) {
    if (endOffset! < from && isBlank(endOffset! + 1, from)) from = startOffset;
  }
  if (!isBlank(source.lineStart(from), from) || !isBlank(to, source.lineEnd(to))) return { from, to, indent };
  from = source.lineStart(from);
  for (const { startOffset, endOffset } of comments.toReversed()) {
    const start = source.lineStart(startOffset);
    const lineAbove = from > 0 && source.lineStart(from - 1) === source.lineStart(endOffset!);
    if (endOffset! < from && lineAbove && isBlank(start, startOffset)) from = start;
  }
  return { from, to, indent };
}

/** The text of a block with these changes made, indented like what stands where it goes; lines end with `\n`. */
export function textOf(
  source: SourceText,
  { from, to, indent }: Block,
  changes: readonly Change[],
  at: string,
): string {
  let text = '';
  let done = from;
  for (const change of changes) {
    text += source.text.slice(done, change.from) + change.text;
    done = change.to;
  }
  text += source.text.slice(done, to);
  return rebased(text, indent, at);
}

/** A text whose lines are indented by `old`, indented by `at`. */
export function rebased(text: string, old: string, at: string): string {
  const deeper = ' '.repeat(Math.max(0, at.length - old.length));
  const lines = text.split(/\r?\n/).map((line, i) => {
    if (line.trim() === '') return '';
    if (line.startsWith(old)) return at + line.slice(old.length);
    return i === 0 ? at + line.trimStart() : deeper + line;
  });
  return lines.join('\n');
}

/** Takes a block out; the braces around it, too, where nothing is left between them. */
export function takeOut(source: SourceText, { from, to }: Block, around: Entry | undefined): Edit {
  const body = around && source.bodyOf(around);
  if (body?.close !== undefined) {
    const rest = source.text.slice(body.open + 1, from) + source.text.slice(to, body.close);
    if (rest.trim() === '') return { from: body.heading, to: body.close + 1, text: [] };
  }
  const edit = without(source, from, to);
  // An empty line that was above it is not left above a closing brace.
  const [above] = /\n[ \t]*\r?\n$/.exec(source.text.slice(0, edit.from)) ?? [''];
  if (!/^[ \t]*\}/.test(source.text.slice(edit.to)) || above === '') return edit;
  return { ...edit, from: edit.from - above.length + 1 };
}

/** Says `in KEY` behind the heading of a product that does not say so yet. */
export function sayParent(source: SourceText, { name, range }: Entry, key: string): Change {
  const at = source.to(name?.range ?? range);
  return { from: at, to: at, text: ` in ${key}` };
}

/** Takes `in KEY` out of the heading of a product. */
export function unsayParent(source: SourceText, { parent }: Entry): Change[] {
  const connector = parent && source.tokenBefore(source.from(parent.range));
  if (!connector) return [];
  const start = connector.startOffset;
  const blanks = /[ \t]*$/.exec(source.text.slice(source.lineStart(start), start))![0].length;
  return [{ from: start - blanks, to: source.to(parent.range), text: '' }];
}
