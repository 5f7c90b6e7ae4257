/** The language: text in, syntax tree or record out. */
import type { DocumentRecord } from '../model/record.ts';
import { createParser, type Parsed, type Parser } from './parser.ts';
import { summarise } from './summarise.ts';

export type { Parsed } from './parser.ts';

let parser: Parser | undefined;

/** The syntax tree of a text, its tokens and comments. Reads every text, and never throws. */
export function parseText(text: string): Parsed {
  parser ??= createParser();
  return parser.parse(text);
}

/** How many tokens a text has; the benchmark's floor. */
export function countTokens(text: string): number {
  parser ??= createParser();
  return parser.countTokens(text);
}

/** What the document at this address (URI) states. Reads every text, and never throws. */
export function readDocument(uri: string, text: string): DocumentRecord {
  return recordOf(uri, parseText(text));
}

/** What a document states that is parsed already. */
export function recordOf(uri: string, parsed: Parsed): DocumentRecord {
  return summarise(uri, parsed);
}
