/** What to make of texts whose quotes do not pair up, once the whole text has been read. */
import { propertyOf } from '../../model/properties.ts';
import type { Problem } from '../../model/record.ts';
import { OPENINGS, PAIRS } from './openings.ts';
import { problemAt } from './problems.ts';
import type { Token } from './tokens.ts';

const isBlock = (token: Token): boolean => token.tokenType.name === 'BLOCK';

/** The problems of texts that had to close themselves (by their offsets), those that have been mended otherwise left out. */
export function unclosedTexts(tokens: Token[], unclosed: ReadonlySet<number>): Problem[] {
  return tokens
    .filter(token => unclosed.has(token.startOffset))
    .map(token =>
      isBlock(token)
        ? problemAt('syntax', 'This description is not closed: write """ where it ends.', token, { insert: '"""' })
        : problemAt('syntax', 'This text is not closed: write " where it ends.', token, { insert: '"' }),
    );
}

/**
 * Closing quotes without opening ones. What stands before them is their text: the lines of prose above `"""`, the words
 * before `"`. They become one text, and one problem.
 */
export function takeBackProse(
  text: string,
  tokens: Token[],
  unclosed: Set<number>,
): { tokens: Token[]; problems: Problem[] } {
  const result: Token[] = [];
  const problems: Problem[] = [];
  for (const token of tokens) {
    const from = unclosed.has(token.startOffset)
      ? isBlock(token)
        ? token.image === '"""' && proseBefore(result, result.length)
        : token.image === '"' && wordsBefore(result, token)
      : false;
    if (from === false || from === result.length) {
      result.push(token);
      continue;
    }
    const first = result[from];
    for (const taken of result.splice(from)) unclosed.delete(taken.startOffset);
    unclosed.delete(token.startOffset);
    const { startOffset, startLine, startColumn } = first;
    result.push({
      ...token,
      image: text.slice(startOffset, token.endOffset! + 1),
      startOffset,
      startLine,
      startColumn,
    });
    const quotes = token.image;
    const what = isBlock(token) ? 'description' : 'text';
    problems.push(
      problemAt('syntax', `This ${what} lacks its opening quotes: write ${quotes} before it.`, first, {
        before: quotes,
      }),
    );
  }
  return { tokens: result, problems };
}

/** The index of the first token of the prose that ends before `end`: `end` where there is none. */
function proseBefore(tokens: Token[], end: number): number {
  let first = end;
  while (first > 0) {
    let start = first - 1;
    while (start > 0 && tokens[start - 1].endLine === tokens[start].startLine) start--;
    if (!isProse(tokens.slice(start, first))) return first;
    first = start;
  }
  return first;
}

/**
 * Whether a line is somebody's prose: it begins with what begins no statement, holds signs that no statement has, or three words
 * in a row (five after a word of the language), or is one word alone.
 */
function isProse(line: Token[]): boolean {
  if (line.some(token => '{}'.includes(token.image) || isBlock(token))) return false;
  const [first] = line;
  if (first.tokenType.name !== 'ID') return true;
  const opens = OPENINGS.has(first.image) || (line.length > 1 && OPENINGS.has(`${first.image} ${line[1].image}`));
  if (line.length === 1) return !opens;
  if (line.at(-1)!.image.endsWith('.')) return true;
  if (!opens && line.some(token => token.tokenType.name === 'OTHER' || token.image.endsWith('.'))) return true;
  let row = 0;
  for (const { tokenType } of line) {
    row = tokenType.name === 'ID' || tokenType.name === 'NUMBER' ? row + 1 : 0;
    if (row === (opens ? 5 : 3)) return true;
  }
  return false;
}

/** The index of the first word of a text in the line of the `"` that closes it: after the key, the statement's word or a comma. */
function wordsBefore(tokens: Token[], quote: Token): number {
  let start = tokens.length;
  while (start > 0 && tokens[start - 1].endLine === quote.startLine && !'{},'.includes(tokens[start - 1].image))
    start--;
  const after = tokens[start - 1];
  if (after?.image === ',' && after.endLine === quote.startLine) return Math.min(start + 1, tokens.length);
  const [first, second] = tokens.slice(start, start + 2).map(token => token.image);
  const pair = PAIRS.get(first) === second;
  const takesText = ['text', 'email', 'url'].includes(propertyOf(first)?.value ?? '');
  return Math.min(start + (pair ? 2 : 1) + (takesText ? 0 : 1), tokens.length);
}
