import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { parseText } from '../language/index.ts';
import type { DocumentRecord, Entry } from '../model/record.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answerAtOnce } from './answer.ts';
import type { Feature } from './feature.ts';

/** `textDocument/foldingRange`: bodies, descriptions, lists over several lines and blocks of comments. */
export const folding: Feature = {
  capabilities: { foldingRangeProvider: true },
  register(session) {
    session.connection.onFoldingRanges(
      answerAtOnce(session, ({ textDocument }) => foldingRangesOf(session.workspace, textDocument.uri)),
    );
  },
};

/** What of a document can be folded, by line; null where its text is not known. */
export async function foldingRangesOf(workspace: Workspace, uri: string): Promise<FoldingRange[] | null> {
  const record = workspace.record(uri);
  const text = record && (await workspace.text(uri));
  if (record === undefined || text === undefined) return null;
  return [...bodies(record), ...comments(text)].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function* bodies({ entries }: DocumentRecord): Iterable<FoldingRange> {
  for (const entry of entries) {
    // The closing brace stays in sight.
    yield* lines(entry.extent.line, entry.extent.endLine - 1);
    for (const { line, endLine } of texts(entry)) yield* lines(line, endLine);
  }
}

function texts({ description, attributes, demands = [], fields = [] }: Entry): { line: number; endLine: number }[] {
  const described = description ? [description.range] : [];
  return [...described, ...[...attributes, ...demands, ...fields].map(({ extent }) => extent)];
}

/** A comment over several lines, or several comments on lines of their own one below the other. */
function* comments(text: string): Iterable<FoldingRange> {
  let block: { startLine: number; endLine: number } | undefined;
  for (const { startOffset, startLine: from, endLine: to } of parseText(text).comments) {
    const [startLine, endLine] = [from! - 1, to! - 1];
    const alone = text.slice(text.lastIndexOf('\n', startOffset - 1) + 1, startOffset).trim() === '';
    if (alone && block?.endLine === startLine - 1) block.endLine = endLine;
    else {
      if (block) yield* lines(block.startLine, block.endLine, FoldingRangeKind.Comment);
      block = alone ? { startLine, endLine } : undefined;
    }
  }
  if (block) yield* lines(block.startLine, block.endLine, FoldingRangeKind.Comment);
}

function* lines(startLine: number, endLine: number, kind?: FoldingRangeKind): Iterable<FoldingRange> {
  if (endLine > startLine) yield { startLine, endLine, ...(kind ? { kind } : {}) };
}
