/** What to make of texts whose quotes do not pair up, once the whole text has been read. */
import { STATEMENT_WORDS } from '../../model/properties.ts';
import type { Problem } from '../../model/record.ts';
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

/** A line of several words in a row, or of one alone, or that begins with what begins no statement. */
function isProse(line: Token[]): boolean {
  const [a, b, c] = line.map(token => token.tokenType.name);
  if (line.some(token => '{}'.includes(token.image) || isBlock(token))) return false;
  if (a !== 'ID') return true;
  if (STATEMENT_WORDS.has(line[0].image))
    return line.length > 4 && line.slice(0, 5).every(t => t.tokenType.name === 'ID');
  return b === undefined || (b === 'ID' && c !== 'STRING') || b === 'OTHER';
}

/** The index of the first word of a text in the line of the `"` that closes it: after the key, the statement's word or a comma. */
function wordsBefore(tokens: Token[], quote: Token): number {
  let start = tokens.length;
  while (start > 0 && tokens[start - 1].endLine === quote.startLine && !'{},'.includes(tokens[start - 1].image))
    start--;
  const head = tokens[start];
  const beginsStatement = start === 0 || tokens[start - 1].image !== ',';
  const keep = !beginsStatement ? 1 : takesText(head) ? 1 : 2;
  return Math.min(start + keep, tokens.length);
}

/** Attributes whose value is a text: all their words belong to it. */
function takesText(head: Token | undefined): boolean {
  return head !== undefined && ['short', 'authors', 'email', 'obsolete', 'link'].includes(head.image);
}
