/** The tokens and comments of a text as one sequence: what the formatter lays out anew, and must not lose. */
import type { Parsed } from '../language/index.ts';

/** A token or a comment as it stands in the text. Lines and columns count from zero; ends are exclusive. */
export interface Piece {
  /** As it was written; its lines end with `\n`. */
  text: string;
  /** The token's type; undefined for comments. */
  type?: string;
  comment: boolean;
  /** Nothing stands before it in its line. */
  first: boolean;
  /** Nothing but comments stands behind it in its line. */
  last: boolean;
  offset: number;
  end: number;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** All pieces, in order. A comment that the lexer has made part of a token stays in that one. */
export function piecesOf({ tokens, comments }: Pick<Parsed, 'tokens' | 'comments'>): Piece[] {
  let end = 0;
  const pieces = [
    ...tokens.map(token => pieceOf(token, false)),
    ...comments.map(comment => pieceOf(comment, true)),
  ].sort((a, b) => a.offset - b.offset);
  const own = pieces.filter(({ offset }, i) => {
    end = Math.max(end, i > 0 ? pieces[i - 1].end : 0);
    return offset >= end;
  });
  for (let i = own.length - 2; i >= 0; i--) {
    const [piece, next] = [own[i], own[i + 1]];
    next.first = piece.endLine < next.line;
    piece.last = next.first || (next.comment && next.last);
  }
  return own;
}

function pieceOf(token: Parsed['tokens'][number], comment: boolean): Piece {
  const text = token.image.includes('\r') ? token.image.replace(/\r\n?/g, '\n') : token.image;
  return {
    text: comment ? text.trimEnd() : text,
    ...(!comment && { type: token.tokenType.name }),
    comment,
    first: true,
    last: true,
    offset: token.startOffset,
    end: token.endOffset! + 1,
    line: token.startLine! - 1,
    column: token.startColumn! - 1,
    endLine: token.endLine! - 1,
    endColumn: token.endColumn!,
  };
}

/** Whether a piece is a comment behind which no word stands in its line, or can stand there. */
export function endsLine({ comment, last, text, line, endLine }: Piece): boolean {
  return comment && (last || text.startsWith('//') || line !== endLine);
}

/** Between these signs and their neighbours stands no space: `[1..*]`. */
const NONE_BEFORE: ReadonlySet<string | undefined> = new Set([',', ']', '..']);
const NONE_BEHIND: ReadonlySet<string | undefined> = new Set(['[', '..']);
/** Beside these stands a space, whether or not one was written. Other neighbours that were written without one keep it so. */
const SPACED: ReadonlySet<string | undefined> = new Set([',', '|', '[', ']', 'STRING', 'BLOCK', undefined]);

/** The space between two pieces in one line. */
export function spaceBetween(left: Piece, right: Piece): string {
  if (NONE_BEFORE.has(right.type) || NONE_BEHIND.has(left.type)) return '';
  return right.offset > left.end || SPACED.has(left.type) || SPACED.has(right.type) ? ' ' : '';
}
