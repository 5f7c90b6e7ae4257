/**
 * The formatter: a text in, the same text well laid out. What a text says never changes: every word and comment is kept, and a text in
 * which quotes or braces had to be mended is left alone, since what was guessed there must not become what is written.
 */
import { type Parsed, parseText } from '../language/index.ts';
import { summarise } from '../language/summarise.ts';
import type { DocumentRecord } from '../model/record.ts';
import { join } from './lines.ts';
import { blockLines, type Trouble } from './print.ts';
import { runOf } from './range.ts';
import { saysTheSame } from './same.ts';
import { treeOf } from './tree.ts';

/** A text well laid out, or a sentence that says why it was left alone, with the line (from zero) that is to be mended. */
export type Formatted = { text: string } | { refused: string; line: number };

/** Lines of a text, from zero, both inclusive. */
export interface LineRange {
  from: number;
  to: number;
}

/** What is formatted once is formatted: a layout that a second look would change is looked at again, so many times at most. */
const LOOKS = 5;

/** Formats a whole text, or the statements that some of its lines touch. Takes every text, and never throws. */
export function formatText(text: string, lines?: LineRange): Formatted {
  const parsed = parseText(text);
  if (parsed.mended) {
    const { message, range } = parsed.problems[0];
    return { refused: `A text is formatted once its quotes and braces pair up. ${message}`, line: range.line };
  }
  const record = summarise('', parsed);
  if (lines) return checked(parsed, record, formatLines(parsed, record, lines));
  let result = checked(parsed, record, formatAll(parsed, record));
  for (let look = 1; look < LOOKS && 'text' in result && result.text !== text; look++) {
    // A text that has trouble may have it in other lines now.
    const again = parseText(result.text);
    const next = formatAll(again, summarise('', again));
    if (next === result.text) break;
    result = checked(parsed, record, next);
  }
  return result;
}

/** A layout of a text, if it says the same. */
function checked(parsed: Parsed, record: DocumentRecord, result: string): Formatted {
  if (result === parsed.text) return { text: result };
  const after = parseText(result);
  if (saysTheSame(parsed, record, after, summarise('', after))) return { text: result };
  const worst = record.problems.find(({ rule }) => rule === 'syntax') ?? record.problems[0];
  return {
    refused: 'This text cannot be formatted before its errors are mended: it would be read otherwise.',
    line: worst?.range.line ?? 0,
  };
}

function formatAll(parsed: Parsed, record: DocumentRecord): string {
  const lines = blockLines(treeOf(parsed), undefined, 0, troubleOf(record));
  if (lines.length === 0) return '';
  const mark = parsed.text.startsWith('\uFEFF') ? '\uFEFF' : '';
  return mark + withLineEnds(`${join(lines)}\n`, parsed.text);
}

function formatLines(parsed: Parsed, record: DocumentRecord, { from, to }: LineRange): string {
  const { text } = parsed;
  const run = runOf(treeOf(parsed), text, from, to);
  if (run === undefined) return text;
  const lines = blockLines({ members: run.members, below: [] }, run.owner, run.depth, troubleOf(record));
  return text.slice(0, run.start) + withLineEnds(join(lines), text) + text.slice(run.end);
}

/** Ends lines as the first one of the text does. */
function withLineEnds(result: string, text: string): string {
  return /^[^\n]*\r\n/.test(text) ? result.replace(/\r?\n/g, '\r\n') : result;
}

function troubleOf({ problems }: DocumentRecord): Trouble {
  return new Set(problems.map(({ range }) => range.line));
}
