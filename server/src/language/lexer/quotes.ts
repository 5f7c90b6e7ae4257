/**
 * Texts that close themselves. A quote that someone has just typed, or forgotten, must not swallow the statements below it:
 * `"…` ends with its line, `"""…` ends before a line that no description contains.
 */
import { STATEMENT_WORDS } from '../../model/properties.ts';

/** Where a text ends (exclusive), and whether its closing quotes are there. */
export interface TextEnd {
  end: number;
  closed: boolean;
}

const CLOSED_STRING = /"(?:\\.|[^"\\\n\r])*"/y;
/** The rest of the line without a brace that opens a body: `service KEY "Name {` lacks its quote, not its brace. */
const UNCLOSED_STRING = /"[^\n\r]*?(?=[ \t]*\{?[ \t]*(?:[\n\r]|$))/y;

/** The end of the text that opens with a `"` at `start`. */
export function endOfString(text: string, start: number): TextEnd {
  CLOSED_STRING.lastIndex = start;
  if (CLOSED_STRING.test(text)) return { end: CLOSED_STRING.lastIndex, closed: true };
  // `Name"` has lost its opening quote: this is the closing one, and what follows it is no text.
  if (start > 0 && /[\p{L}\p{N}.)!?]/u.test(text[start - 1])) return { end: start + 1, closed: false };
  UNCLOSED_STRING.lastIndex = start;
  UNCLOSED_STRING.test(text);
  return { end: UNCLOSED_STRING.lastIndex, closed: false };
}

/** `}`, or a declaration's beginning: `service KEY "Name`. */
const DECLARATION = /[ \t]*(?:\}|[\p{L}_][\p{L}\d_-]*[ \t]+[\p{L}_][\p{L}\d_./-]*[ \t]+"(?!""))/uy;
/** A whole line that is a declaration: `service KEY "Name" in PARENT {`. */
const WHOLE_DECLARATION =
  /^[\p{L}_][\p{L}\d_-]*[ \t]+[\p{L}_][\p{L}\d_./-]*[ \t]+"[^"]*"(?:[ \t]+in[ \t]+\S+)?[ \t]*(?:\{.*)?$/u;

/** Whether a line is a statement from its first to its last character: a brace, a declaration, an attribute with its list. */
function isStatement(line: string): boolean {
  if (/^[{}]+$/.test(line) || WHOLE_DECLARATION.test(line)) return true;
  if (/^(?:consistent|complete)[ \t].*\[|^field[ \t]+\S+[ \t]+(?:\S+$|one of\b|\[)/.test(line)) return true;
  const word = /^[a-z]+(?: in\b| on\b| by\b)?/.exec(line)?.[0] ?? '';
  if (!STATEMENT_WORDS.has(word)) return false;
  const list = line
    .slice(word.length)
    .replace(/"[^"]*"/g, '')
    .replace(/[ \t](?:by|until|replaced by)[ \t]+\S+$/, '');
  // Two words in a row without a comma are prose: `uses of this product`.
  return line.length > word.length && list.split(',').every(value => /^(?:[\w.:/-]*[\w/-])?$/.test(value.trim()));
}

function beginsDeclaration(text: string, lineStart: number): boolean {
  DECLARATION.lastIndex = lineStart;
  return DECLARATION.test(text);
}

function lineAt(text: string, lineStart: number): string {
  const end = text.indexOf('\n', lineStart);
  return text.slice(lineStart, end < 0 ? text.length : end).trim();
}

/** Triple quotes with a text right behind them; or alone in their line, but not as deep as the line that they would close. */
function looksOpening(text: string, at: number, indent: number): boolean {
  const lineStart = text.lastIndexOf('\n', at) + 1;
  const alone = text.slice(lineStart, at).trim() === '';
  return alone && (/[^\s{}/]/.test(text[at + 3] ?? ' ') || at - lineStart !== indent);
}

function indentAt(text: string, lineStart: number): number {
  let i = lineStart;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i - lineStart;
}

function withoutTrailingSpace(text: string, low: number, end: number): number {
  while (end > low && /\s/.test(text[end - 1])) end--;
  return end;
}

/** How many `"""` stand at or after an offset. Counted once per text: the answer is remembered for the last one. */
const tripleQuotesFrom = (() => {
  let known = '';
  let offsets: number[] = [];
  return (text: string, offset: number): number => {
    if (text !== known) {
      known = text;
      offsets = [];
      for (let i = text.indexOf('"""'); i >= 0; i = text.indexOf('"""', i + 3)) offsets.push(i);
    }
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (offsets[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return offsets.length - low;
  };
})();

/**
 * The end of the description that opens with `"""` at `start`.
 *
 * No line of a description is indented less than its opening line (the formatter sees to it), so that a statement there ends
 * it. Where the quotes of the rest of the file do not pair up, or those that would close it look as if they opened another, a
 * statement that is indented just as deep ends it too.
 */
export function endOfBlock(text: string, start: number): TextEnd {
  const close = text.indexOf('"""', start + 3);
  let lineStart = text.indexOf('\n', start) + 1;
  if (close >= 0 && (lineStart === 0 || close < lineStart)) return { end: close + 3, closed: true };
  const indent = indentAt(text, text.lastIndexOf('\n', start) + 1);
  const stop = close < 0 ? text.length : close;
  let doubtful: boolean | undefined;
  while (lineStart > 0 && lineStart <= stop) {
    const depth = indentAt(text, lineStart);
    let ends = depth < indent && beginsDeclaration(text, lineStart);
    if (!ends && depth <= indent) {
      doubtful ??= tripleQuotesFrom(text, start) % 2 === 1 || looksOpening(text, close, indent);
      ends = doubtful && isStatement(lineAt(text, lineStart));
    }
    if (ends) return { end: withoutTrailingSpace(text, start + 3, lineStart), closed: false };
    lineStart = text.indexOf('\n', lineStart) + 1;
  }
  if (close >= 0) return { end: close + 3, closed: true };
  return { end: withoutTrailingSpace(text, start + 3, text.length), closed: false };
}
