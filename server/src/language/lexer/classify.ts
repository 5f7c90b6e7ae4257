/**
 * Roles by position. The lexer reads every word as an ID; here the words that begin a statement, and those that connect its
 * parts, become words of the language. So `owner`, `in` or `AND` may be keys, and a half-typed word spoils nothing.
 *
 * A statement begins a line, or follows a brace. After a comma, or after the statement's own word, a line that is indented
 * deeper than its statement goes on with the list.
 */
import { propertyOf, STATEMENT_WORDS } from '../../model/properties.ts';
import type { Token, TokenType } from './tokens.ts';

const SEVERITIES: ReadonlySet<string> = new Set(['error', 'warning', 'info', 'hint', 'off']);
/** Words that begin a declaration at top level and an attribute inside braces: the grammar tells which. */
const ENTRY_WORDS: ReadonlySet<string> = new Set([
  'person',
  'team',
  'document',
  'requirement',
  'repository',
  'term',
  'kind',
  'consistent',
  'complete',
  'field',
]);
/** Words of the language that are two words. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['used', 'in'],
  ['hosted', 'on'],
  ['satisfied', 'by'],
  ['extend', 'kind'],
  ['replaced', 'by'],
  ['one', 'of'],
]);

/** The statement that is being read. */
interface Statement {
  /** Its first token. */
  head: Token;
  /** The connector that may follow in it, where it may have one. */
  clause: string | undefined;
  /** Indentation of the line on which it begins. */
  indent: number;
  /** Whether its values are a list that may go on in a deeper line. */
  list: boolean;
  /** A demand and a field wait for their property; a description is over where it ends. */
  expects?: 'property' | 'statement';
}

/** The type of a token, by name. */
const is = (token: Token | undefined, ...names: string[]): boolean =>
  token !== undefined && names.includes(token.tokenType.name);
const isWord = (token: Token | undefined): boolean => is(token, 'ID');
const isValue = (token: Token | undefined): boolean => is(token, 'ID', 'NUMBER', 'URL', 'STRING');
const onOneLine = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.endLine === b.startLine;

/** Gives words, blocks and strays their roles, in place. Returns the tokens, some of which are now one. */
export function classify(text: string, tokens: Token[], types: Record<string, TokenType>): Token[] {
  const become = (token: Token, name: string): Token => {
    const type = types[name];
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx!;
    return token;
  };
  /** Joins the token at `from` with those up to `to` into one. */
  const join = (from: number, to: number): Token => {
    const [a, b] = [tokens[from], tokens[to]];
    const { endOffset, endLine, endColumn } = b;
    return { ...a, image: text.slice(a.startOffset, b.endOffset! + 1), endOffset, endLine, endColumn };
  };
  const pairAt = (i: number): string | undefined => {
    const [a, b] = [tokens[i], tokens[i + 1]];
    return isWord(b) && b.image === PAIRS.get(a.image) && onOneLine(a, b) ? `${a.image} ${b.image}` : undefined;
  };

  const result: Token[] = [];
  let statement: Statement | undefined;
  let indent = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const before = result.at(-1);
    const startsLine = i === 0 || !onOneLine(tokens[i - 1], token);
    if (startsLine) indent = token.startColumn! - 1;
    if (is(token, '{', '}')) {
      statement = undefined;
      result.push(token);
      continue;
    }

    if (!statement || statement.expects === 'statement' || (startsLine && !goesOn(statement, i, before))) {
      const [added, next] = begin(i);
      statement = added;
      result.push(added.head);
      i = next;
    } else if (isWord(token)) {
      const pair = pairAt(i);
      if (statement.expects === 'property' && before === statement.head && severityAt(i)) {
        result.push(become(token, 'SEVERITY'));
      } else if (statement.expects === 'property' && pair !== 'one of') {
        statement.expects = undefined;
        if (pair) result.push(become(join(i, ++i), 'PROPERTY'));
        else result.push(become(token, 'PROPERTY'));
      } else if (statement.clause && connects(statement, pair ?? token.image, before)) {
        statement.clause = undefined;
        statement.expects = undefined;
        result.push(become(pair ? join(i, ++i) : token, 'CLAUSE'));
      } else result.push(token);
    } else {
      if (statement.expects === 'property') statement.expects = undefined;
      result.push(token);
    }
  }
  return result;

  /** The statement that begins with token `i`, and the last token of its head. */
  function begin(i: number): [Statement, number] {
    const token = tokens[i];
    const statementOf = (head: Token, more: Partial<Statement> = {}): Statement => {
      return { head, clause: undefined, indent, list: false, ...more };
    };
    if (is(token, 'BLOCK')) return [statementOf(become(token, 'DESCRIPTION'), { expects: 'statement' }), i];
    if (!isWord(token)) return strayLine(i);
    const pair = pairAt(i);
    if (pair && STATEMENT_WORDS.has(pair)) {
      const head = join(i, i + 1);
      if (pair === 'extend kind') return [statementOf(become(head, 'EXTEND_KIND'), { clause: 'extends' }), i + 1];
      return [statementOf(become(head, 'ATTRIBUTE'), { list: true }), i + 1];
    }
    const word = token.image;
    if (ENTRY_WORDS.has(word)) {
      become(token, word);
      if (word === 'kind') return [statementOf(token, { clause: 'extends' }), i];
      if (word === 'requirement') return [statementOf(token, { clause: 'in' }), i];
      if (word === 'field') return [statementOf(token, { clause: 'one of', expects: 'property' }), i];
      const demand = word === 'consistent' || word === 'complete';
      return [statementOf(token, demand ? { expects: 'property' } : { list: propertyOf(word) !== undefined }), i];
    }
    const property = propertyOf(word);
    if (property) {
      return [statementOf(become(token, 'ATTRIBUTE'), { clause: property.clause?.word, list: true }), i];
    }
    return [statementOf(become(token, 'HEAD'), { clause: 'in', list: true }), i];
  }

  /** What can begin no statement takes the rest of its line with it, up to a brace. */
  function strayLine(i: number): [Statement, number] {
    let last = i;
    while (last + 1 < tokens.length && onOneLine(tokens[last], tokens[last + 1]) && !is(tokens[last + 1], '{', '}')) {
      last++;
    }
    const head = become(join(i, last), 'STRAY');
    return [{ head, clause: undefined, indent, list: false, expects: 'statement' }, last];
  }

  /** Whether the line that begins with token `i` goes on with the statement. */
  function goesOn(current: Statement, i: number, before: Token | undefined): boolean {
    const token = tokens[i];
    if (indent <= current.indent || current.expects === 'statement') return false;
    if (is(token, ',', '|')) return true;
    const next = onOneLine(token, tokens[i + 1]) ? tokens[i + 1] : undefined;
    const afterComma = is(before, ',', '|');
    if (afterComma || (before === current.head && current.list)) return !isStatementAfterAll(i, next, afterComma);
    // A list in which someone forgot a comma: a key alone, or one with a comma after it, begins no statement.
    if (!current.list || !isValue(token) || STATEMENT_WORDS.has(token.image)) return false;
    return is(next, ',') || (next === undefined && current.head.endLine! < before!.startLine!);
  }

  /** A deeper line that is a statement nevertheless: someone has just typed the comma, or the word, above it. */
  function isStatementAfterAll(i: number, next: Token | undefined, afterComma: boolean): boolean {
    if (!isWord(tokens[i])) return is(tokens[i], 'BLOCK') && afterComma;
    if (!is(next, 'ID', 'NUMBER', 'URL')) return false;
    const third = onOneLine(next, tokens[i + 2]) ? tokens[i + 2] : undefined;
    return STATEMENT_WORDS.has(tokens[i].image) || pairAt(i) !== undefined || is(third, 'STRING', '{');
  }

  function severityAt(i: number): boolean {
    return SEVERITIES.has(tokens[i].image) && isWord(tokens[i + 1]) && onOneLine(tokens[i], tokens[i + 1]);
  }

  /** Whether a word is the statement's connector. As a key it may be called like one: `service in "Name" in DMSRV`. */
  function connects(current: Statement, word: string, before: Token | undefined): boolean {
    if (word !== current.clause || is(before, ',')) return false;
    return before !== current.head || (word !== 'in' && word !== 'extends');
  }
}
