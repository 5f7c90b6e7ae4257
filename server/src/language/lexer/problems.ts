/** Problems that the lexer finds, at tokens. */
import type { Problem, Range } from '../../model/record.ts';
import type { Token } from './tokens.ts';

/** From the beginning of a token to the end of another (or its own). Tokens count from one and end inclusively. */
export function rangeOf(from: Token, to: Token = from): Range {
  return {
    line: from.startLine! - 1,
    character: from.startColumn! - 1,
    endLine: to.endLine! - 1,
    endCharacter: to.endColumn!,
  };
}

/** A problem at a token. */
export function problemAt(rule: string, message: string, token: Token, data?: Record<string, string>): Problem {
  return { rule, message, range: rangeOf(token), ...(data && { data }) };
}
