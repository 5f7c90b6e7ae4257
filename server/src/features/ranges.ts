import type { Range as LspRange, Position } from 'vscode-languageserver-types';
import type { Range } from '../model/record.ts';

/** A record's range as the Language Server Protocol spells it. */
export function toLsp(range: Range): LspRange {
  return {
    start: { line: range.line, character: range.character },
    end: { line: range.endLine, character: range.endCharacter },
  };
}

/** Whether a position lies in a range; its end counts, since a cursor stands between characters. */
export function contains(range: Range, { line, character }: Position): boolean {
  if (line < range.line || line > range.endLine) return false;
  if (line === range.line && character < range.character) return false;
  return line !== range.endLine || character <= range.endCharacter;
}

/** Whether a record's range and one of the protocol's have a place in common; their ends count. */
export function overlaps({ line, character, endLine, endCharacter }: Range, { start, end }: LspRange): boolean {
  const endsBefore = endLine < start.line || (endLine === start.line && endCharacter < start.character);
  const beginsBehind = line > end.line || (line === end.line && character > end.character);
  return !endsBefore && !beginsBehind;
}
