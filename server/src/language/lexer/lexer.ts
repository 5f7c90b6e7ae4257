/**
 * The lexer: reads words and texts, decides their roles by position, and hands the parser a stream of tokens in which texts are
 * closed and braces balance, whatever the text was.
 */
import { DefaultLexer, type LexerResult, type LexingReport } from 'langium';
import type { Problem } from '../../model/record.ts';
import { balance } from './braces.ts';
import { classify } from './classify.ts';
import { problemAt } from './problems.ts';
import { takeBackProse, unclosedTexts } from './texts.ts';
import type { PtreeTokenBuilder, Token } from './tokens.ts';

/** What the lexer did, beside the tokens for the parser. */
export interface Report extends LexingReport {
  /** The tokens as the parser saw them, in order. */
  tokens: Token[];
  /** Comments, in order. */
  comments: Token[];
  problems: Problem[];
  /** Texts were closed or braces balanced. */
  mended: boolean;
}

export class PtreeLexer extends DefaultLexer {
  override tokenize(text: string): LexerResult & { report: Report } {
    const { unclosed } = this.tokenBuilder as PtreeTokenBuilder;
    unclosed.clear();
    const read = super.tokenize(text);
    const comments = [...read.hidden];
    const problems = comments.filter(isUnclosed).map(unclosedComment);
    let tokens = read.tokens;
    if (unclosed.size > 0) {
      const taken = takeBackProse(text, tokens, unclosed);
      tokens = taken.tokens;
      problems.push(...taken.problems, ...unclosedTexts(tokens, unclosed));
    }
    const classified = classify(text, tokens, this.definition);
    const balanced = balance(classified.tokens, this.definition);
    problems.push(...balanced.problems);
    const mended = problems.length > 0;
    problems.push(...classified.problems);
    const report: Report = {
      diagnostics: [],
      tokens: balanced.tokens,
      comments,
      problems,
      mended,
    };
    // The parser takes hidden tokens away as it goes; errors cannot occur, since OTHER matches any character.
    return { tokens: balanced.tokens, hidden: read.hidden, errors: read.errors, report };
  }
}

const isUnclosed = (comment: Token): boolean => comment.tokenType.name === 'UNCLOSED_COMMENT';
const unclosedComment = (comment: Token): Problem =>
  problemAt('syntax', 'This comment is not closed: write */ where it ends, or begin it with //.', comment, {
    insert: ' */',
  });
