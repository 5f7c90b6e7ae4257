/**
 * Selection ranges (`textDocument/selectionRange`): what is selected when a selection grows: the word, the value, the list, the statement,
 * the inside of the braces, the declaration, what that is nested in, the whole text.
 */
import type { Position, SelectionRange } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Parsed, parseText } from '../language/index.ts';
import type { DocumentRecord, Entry, Range } from '../model/record.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answerAtOnce } from './answer.ts';
import type { Feature } from './feature.ts';
import { contains, toLsp } from './ranges.ts';

export const selectionRanges: Feature = {
  capabilities: { selectionRangeProvider: true },
  register(session) {
    session.connection.onSelectionRanges(
      answerAtOnce(session, ({ textDocument, positions }) => rangesAt(session.workspace, textDocument.uri, positions)),
    );
  },
};

async function rangesAt(
  workspace: Workspace,
  uri: string,
  positions: readonly Position[],
): Promise<SelectionRange[] | null> {
  const record = workspace.record(uri);
  const text = record && (await workspace.text(uri));
  if (record === undefined || text === undefined) return null;
  const document = TextDocument.create('', '', 0, text);
  const parsed = parseText(text);
  return positions.map(position => chain(position, [...stretches(document, parsed, record, position)]));
}

/** Stretches of text from the smallest to the largest, each within the next. */
function chain(position: Position, stretches: readonly Range[]): SelectionRange {
  const here = { line: position.line, character: position.character };
  const around = stretches.filter(range => contains(range, position)).sort(smallerFirst);
  const nested: Range[] = [{ ...here, endLine: here.line, endCharacter: here.character }];
  for (const range of around) {
    const last = nested.at(-1)!;
    if (isWithin(last, range) && !isWithin(range, last)) nested.push(range);
  }
  // The cursor itself is no selection, unless there is nothing else.
  const chosen = nested.length > 1 ? nested.slice(1) : nested;
  return chosen.reduceRight<SelectionRange | undefined>(
    (parent, range) => ({ range: toLsp(range), ...(parent && { parent }) }),
    undefined,
  )!;
}

/** Of two stretches around one place: the one that begins later, else the one that ends earlier. */
function smallerFirst(a: Range, b: Range): number {
  return b.line - a.line || b.character - a.character || a.endLine - b.endLine || a.endCharacter - b.endCharacter;
}

function isWithin(inner: Range, outer: Range): boolean {
  const end = { line: inner.endLine, character: inner.endCharacter };
  return contains(outer, inner) && contains(outer, end);
}

/** All that may be selected at a place, in no order. */
function* stretches(
  document: TextDocument,
  { text, tokens, comments }: Parsed,
  { entries }: DocumentRecord,
  position: Position,
): Iterable<Range> {
  const at = document.offsetAt(position);
  const range = (from: number, to: number): Range => {
    const [start, end] = [document.positionAt(from), document.positionAt(to)];
    return { line: start.line, character: start.character, endLine: end.line, endCharacter: end.character };
  };
  yield range(0, text.length);
  const line = text.slice(document.offsetAt({ line: position.line, character: 0 }), at);
  const [before] = /[\p{L}\p{N}_]*$/u.exec(line)!;
  const [after] = /^[\p{L}\p{N}_]*/u.exec(text.slice(at, at + 200))!;
  yield range(at - before.length, at + after.length);
  for (const { startOffset, endOffset } of comments) yield range(startOffset, endOffset! + 1);
  const open: number[] = [];
  for (const { image, startOffset, endOffset } of tokens) {
    const end = endOffset! + 1;
    if (image === '{') open.push(end);
    else if (image === '}') {
      const start = open.pop();
      if (start === undefined || start > at || startOffset < at) continue;
      const inside = text.slice(start, startOffset);
      const blank = /^\s*/.exec(inside)![0].length;
      yield range(start + blank, Math.max(start + blank, start + inside.trimEnd().length));
    } else if (startOffset <= at && at <= end) {
      yield range(startOffset, end);
      const quotes = /^"*/.exec(image)![0].length;
      if (quotes > 0 && image.length >= 2 * quotes) yield range(startOffset + quotes, end - quotes);
    }
  }
  for (const entry of entries) if (contains(entry.extent, position)) yield* stretchesOf(entry);
}

function* stretchesOf({ extent, attributes, demands = [], fields = [] }: Entry): Iterable<Range> {
  yield extent;
  for (const { extent, values } of attributes) {
    yield extent;
    for (const { range, note } of values) if (note) yield span(range, note.range);
    const [first, last] = [values.at(0), values.at(-1)];
    if (first && last) yield span(first.range, (last.note ?? last).range);
  }
  for (const { extent } of [...demands, ...fields]) yield extent;
}

function span(from: Range, to: Range): Range {
  return { line: from.line, character: from.character, endLine: to.endLine, endCharacter: to.endCharacter };
}
