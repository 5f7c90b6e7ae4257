/**
 * Roles by position. The lexer reads every word as an ID; here the words that begin a statement, and those that connect its
 * parts, become words of the language. So `owner`, `in` or `AND` may be keys, and a half-typed word spoils nothing.
 *
 * A statement begins a line, or follows a brace. After a comma, or after the statement's own word, a line that is indented
 * deeper than its statement goes on with the list.
 */
import type { Problem } from '../../model/record.ts';
import { DESCRIPTION, HEAD, OPENINGS, type Opening, PAIRS, STRAY } from './openings.ts';
import { problemAt } from './problems.ts';
import type { Token, TokenType } from './tokens.ts';

const SEVERITIES: ReadonlySet<string> = new Set(['error', 'warning', 'info', 'hint', 'off']);

/** The statement that is being read. */
interface Statement {
  head: Token;
  opening: Opening;
  /** Indentation of the line on which it begins. */
  indent: number;
  /** The connector that may still follow. */
  clause: string | undefined;
  /** Its property is still to come. */
  property: boolean;
}

/** Tokens in their roles, and lines that were indented as if they had another. */
export interface Classified {
  tokens: Token[];
  problems: Problem[];
}

/** Gives words, blocks and strays their roles, in place; some tokens become one. */
export function classify(text: string, tokens: Token[], types: Record<string, TokenType>): Classified {
  const classifier = new Classifier(text, tokens, types);
  return { tokens: classifier.run(), problems: classifier.problems };
}

// Every token of a project passes here: comparisons of numbers, and no allocation on the common path.
class Classifier {
  readonly problems: Problem[] = [];
  private readonly text: string;
  private readonly tokens: Token[];
  private readonly types: Record<string, TokenType>;
  private readonly result: Token[] = [];
  private statement: Statement | undefined;
  /** Indentation of the line that is being read. */
  private indent = 0;
  private readonly word: number;

  constructor(text: string, tokens: Token[], types: Record<string, TokenType>) {
    this.text = text;
    this.tokens = tokens;
    this.types = types;
    this.word = types.ID.tokenTypeIdx!;
  }

  run(): Token[] {
    const { tokens, result, types } = this;
    const [open, close] = [types['{'].tokenTypeIdx, types['}'].tokenTypeIdx];
    for (let i = 0; i < tokens.length; ) {
      const token = tokens[i];
      const startsLine = i === 0 || tokens[i - 1].endLine !== token.startLine;
      if (startsLine) this.indent = token.startColumn! - 1;
      if (token.tokenTypeIdx === open || token.tokenTypeIdx === close) {
        const before = result.at(-1)?.image ?? '}';
        if (token.tokenTypeIdx === open && (before === '{' || before === '}')) this.become(token, 'BARE');
        this.statement = undefined;
        result.push(token);
        i++;
      } else if (!this.statement || (startsLine && !this.goesOn(this.statement, i))) {
        i = this.begin(i);
      } else if (token.tokenTypeIdx === this.word && (this.statement.clause || this.statement.property)) {
        i = this.connect(this.statement, i);
      } else {
        this.statement.property = false;
        result.push(token);
        i++;
      }
    }
    return result;
  }

  /** Begins a statement with token `i`. Returns the index of the token after its head. */
  private begin(i: number): number {
    const token = this.tokens[i];
    if (token.tokenType.name === 'BLOCK') {
      this.result.push(this.become(token, DESCRIPTION.type));
      this.statement = undefined;
      return i + 1;
    }
    if (token.tokenTypeIdx !== this.word) return this.strayLine(i);
    const pair = this.pairAt(i);
    const double = pair === undefined ? undefined : OPENINGS.get(pair);
    const opening = double ?? OPENINGS.get(token.image) ?? HEAD;
    const head = this.become(double ? this.join(i, i + 1) : token, opening.type);
    const { clause, property = false } = opening;
    this.statement = { head, opening, indent: this.indent, clause, property };
    this.result.push(head);
    return double ? i + 2 : i + 1;
  }

  /** What can begin no statement takes the rest of its line with it, up to a brace. */
  private strayLine(i: number): number {
    let last = i;
    while (this.sameLine(last) && !'{}'.includes(this.tokens[last + 1].image)) last++;
    this.result.push(this.become(this.join(i, last), STRAY.type));
    this.statement = undefined;
    return last + 1;
  }

  /** Gives word `i`, inside a statement that waits for a property or a connector, its role. Returns the next index. */
  private connect(statement: Statement, i: number): number {
    const token = this.tokens[i];
    const before = this.result.at(-1)!;
    const pair = this.pairAt(i);
    let type: string | undefined;
    if (statement.property && before === statement.head && this.isSeverity(i)) {
      this.result.push(this.become(token, 'SEVERITY'));
      return i + 1;
    }
    if (statement.property && (pair === undefined || pair !== statement.clause)) type = 'PROPERTY';
    else if ((pair ?? token.image) === statement.clause && this.mayConnect(statement, i, before)) {
      type = 'CLAUSE';
      statement.clause = undefined;
    }
    if (type) statement.property = false;
    this.result.push(type ? this.become(pair ? this.join(i, i + 1) : token, type) : token);
    return type && pair ? i + 2 : i + 1;
  }

  /** A key may be called like a connector: `service in "Name" in DMSRV`. Right after its head, what follows tells. */
  private mayConnect({ head, clause }: Statement, i: number, before: Token): boolean {
    if (before.image === ',') return false;
    if (before !== head || (clause !== 'in' && clause !== 'extends')) return true;
    return this.sameLine(i) && this.tokens[i + 1].tokenTypeIdx === this.word;
  }

  private isSeverity(i: number): boolean {
    return SEVERITIES.has(this.tokens[i].image) && this.sameLine(i) && this.tokens[i + 1].tokenTypeIdx === this.word;
  }

  /** Whether the line that begins with token `i` goes on with the statement. */
  private goesOn({ head, indent, opening }: Statement, i: number): boolean {
    if (this.indent <= indent) return this.goesOnShallow({ head, opening }, i);
    const { image, tokenType } = this.tokens[i];
    if (image === ',' || image === '|') return true;
    const before = this.result.at(-1)!;
    const afterComma = before.image === ',' || before.image === '|';
    if (afterComma || (before === head && opening.list)) return !this.isStatementAfterAll(i, afterComma);
    // A list in which someone forgot a comma: a value with a comma after it, or alone in its line, begins no statement.
    if (!opening.list || !VALUES.has(tokenType.name) || OPENINGS.has(image)) return false;
    if (this.sameLine(i)) return this.tokens[i + 1].image === ',';
    return head.endLine! < before.startLine!;
  }

  /** A line that is not deep enough, but begins no statement: a word with a comma after it, where the list expects a value. */
  private goesOnShallow({ head, opening }: Pick<Statement, 'head' | 'opening'>, i: number): boolean {
    const before = this.result.at(-1)!;
    if (!opening.list || (before !== head && before.image !== ',')) return false;
    const { image, tokenType } = this.tokens[i];
    if (!VALUES.has(tokenType.name) || OPENINGS.has(image)) return false;
    if (!this.sameLine(i) || this.tokens[i + 1].image !== ',') return false;
    const message = `This line goes on with the list of \`${head.image.replace(/\s+/g, ' ')}\`: indent it deeper.`;
    this.problems.push(problemAt('syntax', message, this.tokens[i]));
    return true;
  }

  /** A deeper line that is a statement nevertheless: someone has just typed the comma, or the word, above it. */
  private isStatementAfterAll(i: number, afterComma: boolean): boolean {
    const { tokenType, image } = this.tokens[i];
    if (tokenType.name !== 'ID') return afterComma && tokenType.name === 'BLOCK';
    if (!this.sameLine(i) || !VALUES.has(this.tokens[i + 1].tokenType.name)) return false;
    if (this.tokens[i + 1].tokenType.name === 'STRING') return false;
    if (OPENINGS.has(image) || this.pairAt(i)) return true;
    return this.sameLine(i + 1) && /^["{]/.test(this.tokens[i + 2].image);
  }

  private become(token: Token, name: string): Token {
    const type = this.types[name];
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx!;
    return token;
  }

  /** One token in place of those from `from` to `to`. */
  private join(from: number, to: number): Token {
    const [a, b] = [this.tokens[from], this.tokens[to]];
    const { endOffset, endLine, endColumn } = b;
    return { ...a, image: this.text.slice(a.startOffset, b.endOffset! + 1), endOffset, endLine, endColumn };
  }

  /** The word of two words that begins with token `i`, if one does. */
  private pairAt(i: number): string | undefined {
    const second = PAIRS.get(this.tokens[i].image);
    if (second === undefined || !this.sameLine(i) || this.tokens[i + 1].image !== second) return undefined;
    return `${this.tokens[i].image} ${second}`;
  }

  /** Whether the next token stands on the line on which token `i` ends. */
  private sameLine(i: number): boolean {
    return i + 1 < this.tokens.length && this.tokens[i].endLine === this.tokens[i + 1].startLine;
  }
}

const VALUES: ReadonlySet<string> = new Set(['ID', 'NUMBER', 'URL', 'STRING']);
