import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Parsed, parseText } from '../../language/index.ts';
import type { Entry, Range } from '../../model/record.ts';

type Token = Parsed['tokens'][number];

/** Where an entry's braces stand. */
export interface Body {
  /** The offset behind the last word or text of the heading. */
  heading: number;
  /** The offset of the opening brace. */
  open: number;
  /** The offset of the closing brace; undefined where it is missing. */
  close: number | undefined;
}

/** The text of a document, with what a fix must know of it to put a statement in or take one out. */
export class SourceText {
  readonly document: TextDocument;
  readonly text: string;
  private parsed: Parsed | undefined;

  constructor(document: TextDocument) {
    this.document = document;
    this.text = document.getText();
  }

  /** The tokens as the parser saw them; those that the lexer has added stand right behind the one before. */
  get tokens(): readonly Token[] {
    this.parsed ??= parseText(this.text);
    return this.parsed.tokens;
  }

  /** The syntax tree. */
  get tree(): Parsed['ast'] {
    this.parsed ??= parseText(this.text);
    return this.parsed.ast;
  }

  get comments(): readonly Token[] {
    this.parsed ??= parseText(this.text);
    return this.parsed.comments;
  }

  get eol(): string {
    return this.text.includes('\r\n') ? '\r\n' : '\n';
  }

  from({ line, character }: Range): number {
    return this.document.offsetAt({ line, character });
  }

  to({ endLine, endCharacter }: Range): number {
    return this.document.offsetAt({ line: endLine, character: endCharacter });
  }

  /** The offset of the beginning of a line of the offset given. */
  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The offset of the end of the line, before its line end. */
  lineEnd(offset: number): number {
    const at = this.text.indexOf('\n', offset);
    if (at < 0) return this.text.length;
    return this.text[at - 1] === '\r' && at > offset ? at - 1 : at;
  }

  /** The blanks with which the line of an offset begins. */
  indentAt(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(offset)))![0];
  }

  /** The index of the token that begins at an offset; -1 where none does. Tokens that the lexer added are passed over. */
  tokenFrom(offset: number): number {
    return this.tokens.findIndex(token => token.startOffset === offset && !isAdded(token));
  }

  /** The last token that ends at or before an offset. */
  tokenBefore(offset: number): Token | undefined {
    return this.tokens.findLast(token => !isAdded(token) && token.endOffset! < offset);
  }

  /** The index of the brace that belongs to the opening brace with this index. */
  closing(open: number): number {
    let depth = 0;
    for (let i = open; i < this.tokens.length; i++) {
      if (this.tokens[i].image === '{') depth++;
      else if (this.tokens[i].image === '}' && --depth === 0) return i;
    }
    return -1;
  }

  /** Where an entry's braces stand; undefined where it has none. */
  bodyOf(entry: Entry): Body | undefined {
    const [start, end] = [this.from(entry.range), this.to(entry.extent)];
    const open = this.tokens.findIndex(({ image, startOffset }) => image === '{' && startOffset >= start);
    const brace = this.tokens[open];
    if (!brace || isAdded(brace) || brace.startOffset >= end) return undefined;
    const close = this.tokens[this.closing(open)];
    return {
      heading: this.tokens[open - 1].endOffset! + 1,
      open: brace.startOffset,
      close: close && !isAdded(close) ? close.startOffset : undefined,
    };
  }
}

/** A token that the lexer has added where the author wrote none. */
export function isAdded(token: Token): boolean {
  return token.isInsertedInRecovery === true;
}
