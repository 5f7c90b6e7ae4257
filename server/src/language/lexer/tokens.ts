/**
 * The token types: how Langium's token builder is told that words of the language are never read as such (they are decided
 * by position, see `classify.ts`), and that unclosed texts close themselves (see `quotes.ts`).
 */
import { DefaultTokenBuilder, type GrammarAST, type LexerResult } from 'langium';
import { endOfBlock, endOfString } from './quotes.ts';

/** A token: its image, its type, and where it stands (lines and columns count from one, ends are inclusive). */
export type Token = LexerResult['tokens'][number];
export type TokenType = Token['tokenType'];

/** Matches at an offset of a text, as a sticky regular expression would. */
type Matcher = (text: string, offset: number) => RegExpExecArray | null;

/** Terminals that only `classify.ts` gives out. */
const BY_POSITION = new Set([
  'HEAD',
  'ATTRIBUTE',
  'EXTEND_KIND',
  'CLAUSE',
  'PROPERTY',
  'SEVERITY',
  'DESCRIPTION',
  'BARE',
  'STRAY',
]);

const never: Matcher = () => null;

/**
 * Every character with which OTHER may begin, for the lexer's table of first characters: all ASCII punctuation, and one of each
 * of the buckets of 255 in which the lexer keeps the rest of Unicode.
 */
const ANY_START = [
  ...Array.from({ length: 222 }, (_, i) => i + 33),
  ...Array.from({ length: 257 }, (_, i) => (i + 1) * 255),
];

/** A token of that image and nothing else. Custom patterns answer with what a regular expression would. */
function matched(image: string): RegExpExecArray {
  return [image] as unknown as RegExpExecArray;
}

export class PtreeTokenBuilder extends DefaultTokenBuilder {
  /** Texts that had to close themselves since the lexer last asked, by offset. */
  readonly unclosed = new Set<number>();

  protected override buildTerminalToken(terminal: GrammarAST.TerminalRule): TokenType {
    const token = super.buildTerminalToken(terminal);
    const custom = (PATTERN: Matcher, START_CHARS_HINT: (string | number)[], LINE_BREAKS = false) =>
      Object.assign(token, { PATTERN, START_CHARS_HINT, LINE_BREAKS });
    // Without a hint at its first characters, one custom pattern makes the whole lexer try every pattern everywhere.
    if (BY_POSITION.has(terminal.name)) return custom(never, ['\0']);
    switch (terminal.name) {
      case 'BLOCK':
        return custom(this.block, ['"'], true);
      case 'STRING':
        return custom(this.string, ['"']);
      case 'OTHER':
        return custom((text, offset) => matched(text[offset]), ANY_START);
      default:
        return token;
    }
  }

  protected override buildKeywordToken(
    keyword: GrammarAST.Keyword,
    terminals: TokenType[],
    caseInsensitive: boolean,
  ): TokenType {
    if (/^\w/.test(keyword.value)) {
      return { name: keyword.value, PATTERN: never, START_CHARS_HINT: ['\0'], LINE_BREAKS: false };
    }
    return super.buildKeywordToken(keyword, terminals, caseInsensitive);
  }

  private readonly block: Matcher = (text, offset) => {
    if (!text.startsWith('"""', offset)) return null;
    const { end, closed } = endOfBlock(text, offset);
    if (!closed) this.unclosed.add(offset);
    return matched(text.slice(offset, end));
  };

  private readonly string: Matcher = (text, offset) => {
    const { end, closed } = endOfString(text, offset);
    if (!closed) this.unclosed.add(offset);
    return matched(text.slice(offset, end));
  };
}
