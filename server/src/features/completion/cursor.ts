/**
 * Where the cursor stands, in the terms of the language. A word of our own is put at the cursor and the text is read again:
 * so the lexer itself says whether a statement begins here, what the statement around is, and whose braces surround it, in broken
 * text too.
 */
import { parseText } from '../../language/index.ts';
import type { EntryType } from '../../model/record.ts';

/** A token, as far as completion looks at it. */
export type Token = ReturnType<typeof parseText>['tokens'][number];

/** Braces around the cursor: the declaration that opened them. */
export interface Body {
  /** What is declared; undefined for braces that no declaration opened. */
  type?: EntryType;
  /** The kind's word, for products. */
  kind?: string;
  /** Empty while it is not typed. */
  key: string;
  /** The words of the statements that stand in it, before and after the cursor. */
  said: readonly string[];
}

/** What the cursor stands in, and what has been typed there. */
export interface Cursor {
  /** A statement begins here; it goes on here; a `[[` is open in a description. */
  place: 'statement' | 'value' | 'mention';
  /** What has been typed of the word so far. */
  prefix: string;
  /** Offsets: where the word begins, where the cursor is, where the word ends. */
  from: number;
  at: number;
  to: number;
  /** The statement's tokens before the cursor, its own word first; empty where a statement begins. */
  before: readonly Token[];
  /** The statement's tokens behind the word. */
  after: readonly Token[];
  /** The bodies around, innermost first. */
  bodies: readonly Body[];
  /** For mentions: the type that stands before the colon, and what follows the word. */
  mention?: { type?: string; follows: string };
}

/** What stands for the word at the cursor; no key has it. */
const STAND_IN = 'cursor__';

const WORD_BEFORE = /(?:[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]|\.(?!\.)|\/(?![/*]))*)?$/u;
const WORD_AFTER = /^(?:[\p{L}\p{M}\p{N}_-]|\.(?!\.)|\/(?![/*]))*/u;
/** The first half of a word of the language that is two words. */
const HALF = /(?<![^\s{}[\]])(?:used|hosted|satisfied|extend|replaced|one)[ \t]+$/;

const DECLARING: ReadonlySet<string> = new Set(['person', 'team', 'document', 'requirement', 'repository', 'term']);
const BEGINS: ReadonlySet<string> = new Set([
  ...DECLARING,
  'HEAD',
  'ATTRIBUTE',
  'EXTEND_KIND',
  'DESCRIPTION',
  'STRAY',
  'kind',
  'consistent',
  'complete',
  'field',
]);

/**
 * The ways to read the cursor's place, the likelier first: behind `hosted ` a word of two words may go on, else something new
 * begins. None in comments, in quotes, and where nothing can be made of it.
 */
export function cursorsAt(text: string, at: number): Cursor[] {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const typed = WORD_BEFORE.exec(line)![0];
  const half = HALF.exec(line.slice(0, line.length - typed.length))?.[0] ?? '';
  const to = at + WORD_AFTER.exec(text.slice(at, at + 200))![0].length;
  const cursors = half === '' ? [] : [cursorAt(text, at - typed.length - half.length, at, to)];
  return [...cursors, cursorAt(text, at - typed.length, at, to)].filter(cursor => cursor !== undefined);
}

function cursorAt(text: string, from: number, at: number, to: number): Cursor | undefined {
  const { tokens } = parseText(text.slice(0, from) + STAND_IN + text.slice(to));
  const index = tokens.findIndex(token => token.startOffset <= from && token.endOffset! >= from);
  const found = tokens[index];
  if (found === undefined) return undefined;
  const { bodies, before } = walk(tokens, index);
  if (found.image !== STAND_IN) {
    return found.tokenType.name === 'DESCRIPTION' ? mentionAt(text, at, to, bodies) : undefined;
  }
  const begins = BEGINS.has(found.tokenType.name);
  const after = tokens.slice(index + 1);
  const end = after.findIndex(token => BEGINS.has(token.tokenType.name) || '{}'.includes(token.image));
  return {
    place: begins ? 'statement' : 'value',
    prefix: text.slice(from, at).replace(/\s+/g, ' '),
    from,
    at,
    to,
    before: begins ? [] : before,
    after: end < 0 ? after : after.slice(0, end),
    bodies,
  };
}

/** The tokens of the statement up to `index`, and the bodies that are open there. */
function walk(tokens: readonly Token[], index: number): { before: Token[]; bodies: Body[] } {
  const open: { heading: readonly Token[]; said: string[] }[] = [];
  let statement: Token[] = [];
  for (const token of tokens.slice(0, index)) {
    if (token.image === '{') {
      open.push({ heading: statement, said: [] });
      statement = [];
    } else if (token.image === '}') {
      open.pop();
      statement = [];
    } else if (BEGINS.has(token.tokenType.name)) {
      open.at(-1)?.said.push(wordOf(token));
      statement = [token];
    } else statement.push(token);
  }
  let depth = 0;
  for (const token of tokens.slice(index + 1)) {
    if (token.image === '{') depth++;
    else if (token.image === '}' && --depth < 0) break;
    else if (depth === 0 && BEGINS.has(token.tokenType.name)) open.at(-1)?.said.push(wordOf(token));
  }
  const bodies = open.map(({ heading, said }, level) => ({ ...headingOf(heading, level), said }));
  return { before: statement, bodies: bodies.reverse() };
}

/** What a declaration declares; `level`: how many bodies it stands in. */
function headingOf([head, key]: readonly Token[], level: number): Omit<Body, 'said'> {
  const name = head?.tokenType.name;
  const named = { key: key?.tokenType.name === 'ID' ? key.image : '' };
  if (name === 'HEAD') return { type: 'product', kind: head.image, ...named };
  if (name === 'kind' || name === 'EXTEND_KIND') return { type: 'kind', ...named };
  const attribute = level > 0 && (name === 'team' || name === 'document' || name === 'repository');
  if (name !== undefined && DECLARING.has(name) && !attribute) return { type: name as EntryType, ...named };
  return { key: '' };
}

/** A statement's word, its blanks single. */
export function wordOf({ image, tokenType }: Token): string {
  return tokenType.name === 'DESCRIPTION' ? '"""' : image.replace(/\s+/g, ' ');
}

function mentionAt(text: string, at: number, to: number, bodies: readonly Body[]): Cursor | undefined {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const match = /\[\[(?:([a-z]+):)?([^\s[\]:]*)$/.exec(line);
  if (!match) return undefined;
  const [, type, prefix] = match;
  const follows = text.slice(to, to + 2);
  return {
    place: 'mention',
    prefix,
    from: at - prefix.length,
    at,
    to,
    before: [],
    after: [],
    bodies,
    mention: { ...(type && { type }), follows },
  };
}
