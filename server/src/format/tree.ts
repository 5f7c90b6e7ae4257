/** Statements with the comments around and within them: what moves together when statements change their places. */

import type { Body, Statement } from '../language/generated/ast.ts';
import type { Parsed } from '../language/index.ts';
import { isProduct } from '../language/summarise.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** A statement, and the comments that belong to it. */
export interface Member {
  statement: Statement;
  /** What it is, as far as its place and layout depend on it. `attribute`: a field too; `child`: a product. */
  role: 'description' | 'attribute' | 'child' | 'declaration' | 'other';
  /** Comments on the lines above, with the space between them. */
  above: Above[];
  /** An empty line stands above the statement, or above its first comment. */
  blank: boolean;
  /** An empty line stands between the last comment above and the statement. */
  blankBelowComments: boolean;
  /** Its words and the comments between them, up to its body. */
  head: Piece[];
  body?: Block;
  /** Comments in the line in which it ends. */
  behind: Behind[];
}

export interface Above {
  piece: Piece;
  /** An empty line stands above it. */
  blank: boolean;
}

/** A comment behind code, and how far from it: its column tells which comments stand below each other. */
export interface Behind {
  piece: Piece;
  /** Columns between the code and the comment. */
  gap: number;
}

/** A body. */
export interface Block {
  open: Piece;
  close: Piece;
  /** Comments in the line of the opening brace. */
  opened: Behind[];
  members: Member[];
  /** Comments below the last member. */
  below: Above[];
}

/** The members of a text, and the comments below the last one. */
export interface Tree {
  members: Member[];
  below: Above[];
}

/** Reads the statements and comments of a parsed text whose quotes and braces pair up. */
export function treeOf(parsed: Parsed): Tree {
  return new Reader(piecesOf(parsed)).read(parsed.ast.statements, false);
}

class Reader {
  private readonly pieces: readonly Piece[];
  private at = 0;

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  /** Statements up to a closing brace or the end; `nested`: in the braces of a declaration. */
  read(statements: readonly Statement[], nested: boolean): Tree {
    const members = statements.map(statement => this.member(statement, nested));
    return { members, below: this.commentsBefore(Number.POSITIVE_INFINITY) };
  }

  private member(statement: Statement, nested: boolean): Member {
    const { offset, end } = statement.$cstNode!;
    const { body } = statement;
    const above = this.commentsBefore(offset);
    const blankBelowComments = this.blankHere();
    const head = this.take(piece => piece.offset < (body ? body.$cstNode!.offset : end));
    const role = roleOf(statement, nested);
    const member: Member = {
      statement,
      role,
      above,
      blank: above[0]?.blank ?? blankBelowComments,
      blankBelowComments,
      head,
      behind: [],
    };
    if (body) member.body = this.block(body, member, nested);
    else if (head.at(-1)?.text === ',') this.takeIntoList(member);
    member.behind = this.behind();
    return member;
  }

  private block(body: Body, { head, role }: Member, nested: boolean): Block {
    const open = this.pieces[this.at++];
    // A comment above a brace that has a line of its own moves behind the brace, which moves up.
    const moved: Behind[] = [];
    while (head.at(-1)?.comment && head.at(-1)!.endLine < open.line) moved.unshift({ piece: head.pop()!, gap: 1 });
    const opened = [...moved, ...this.behind()];
    const within = role === 'child' || role === 'declaration' || nested;
    const { members, below } = this.read(body.statements, within);
    return { open, close: this.pieces[this.at++], opened, members, below };
  }

  /** A list that ends with a comma goes on with the deeper comments below it. */
  private takeIntoList(member: Member): void {
    const { head } = member;
    const start = this.at;
    const behind = this.behind();
    const deeper = this.take(({ comment, column, last }) => comment && last && column > head[0].column);
    if (deeper.length > 0) member.head = [...head, ...behind.map(({ piece }) => piece), ...deeper];
    else this.at = start;
  }

  /** Comments up to an offset, each with the space above it. */
  private commentsBefore(offset: number): Above[] {
    const comments: Above[] = [];
    while (this.at < this.pieces.length && this.pieces[this.at].comment && this.pieces[this.at].offset < offset) {
      comments.push({ blank: this.blankHere(), piece: this.pieces[this.at] });
      this.at++;
    }
    return comments;
  }

  /** Comments in the line in which the last piece ended, but for those that stand before a statement there. */
  private behind(): Behind[] {
    const found: Behind[] = [];
    for (let i = this.at; this.pieces[i]?.comment && this.pieces[i].line === this.pieces[i - 1].endLine; i++) {
      found.push({ piece: this.pieces[i], gap: this.pieces[i].column - this.pieces[i - 1].endColumn });
    }
    const next = this.pieces[this.at + found.length];
    if (next && next.text !== '}' && next.line === this.pieces[this.at + found.length - 1]?.endLine) return [];
    this.at += found.length;
    return found;
  }

  /** Whether an empty line stands above the next piece. */
  private blankHere(): boolean {
    const before = this.pieces[this.at - 1];
    const next = this.pieces[this.at];
    return before !== undefined && next !== undefined && next.line > before.endLine + 1;
  }

  private take(which: (piece: Piece) => boolean): Piece[] {
    const start = this.at;
    while (this.at < this.pieces.length && which(this.pieces[this.at])) this.at++;
    return this.pieces.slice(start, this.at);
  }
}

function roleOf(statement: Statement, nested: boolean): Member['role'] {
  switch (statement.$type) {
    case 'Description':
      return 'description';
    case 'Attribute':
      return 'attribute';
    case 'Named':
      return isProduct(statement, nested) ? 'child' : 'attribute';
    case 'Registered':
    case 'Kind':
      return 'declaration';
    default:
      return 'other';
  }
}

/** The word that begins a member; empty where there is none. */
export function wordOf({ statement }: Member): string {
  return 'word' in statement ? statement.word.replace(/\s+/g, ' ') : '';
}

/** The lines over which a member stretches, its comments included, from the first to the last. */
export function stretchOf({ above, head, body, behind }: Member): { from: number; to: number } {
  const first = above[0]?.piece ?? head[0] ?? body!.open;
  const last = behind.at(-1)?.piece ?? body?.close ?? head.at(-1)!;
  return { from: first.line, to: last.endLine };
}
