/** The words that begin statements, and what may follow them: one row for each, as the lexer needs it. */
import { PROPERTIES } from '../../model/properties.ts';

/** What a word at the beginning of a statement means for the words behind it. */
export interface Opening {
  /** The token type that the word becomes. */
  type: string;
  /** The connector that may follow in the statement. */
  clause?: string;
  /** Its values are a list, which may go on in deeper lines right after the word. */
  list?: true;
  /** The next word names a property. */
  property?: true;
}

/** Words of the language that begin a statement; the first half of those that are two words is in `PAIRS`. */
export const OPENINGS: ReadonlyMap<string, Opening> = new Map<string, Opening>([
  ...PROPERTIES.map(({ word, clause }): [string, Opening] => [
    word,
    { type: 'ATTRIBUTE', list: true, ...(clause && { clause: clause.word }) },
  ]),
  ['person', { type: 'person' }],
  ['requirement', { type: 'requirement', clause: 'in' }],
  ['term', { type: 'term' }],
  // At top level these three begin a declaration, inside braces an attribute: the grammar tells which.
  ['team', { type: 'team', list: true }],
  ['document', { type: 'document', list: true }],
  ['repository', { type: 'repository', list: true }],
  ['kind', { type: 'kind', clause: 'extends' }],
  ['extend kind', { type: 'EXTEND_KIND', clause: 'extends' }],
  ['consistent', { type: 'consistent', property: true }],
  ['complete', { type: 'complete', property: true }],
  ['field', { type: 'field', property: true, clause: 'one of' }],
]);

/** Any other word: a kind and its product, or a field and its values. */
export const HEAD: Opening = { type: 'HEAD', clause: 'in', list: true };
/** A description is over where its quotes end. */
export const DESCRIPTION: Opening = { type: 'DESCRIPTION' };
/** What can begin no statement takes the rest of its line. */
export const STRAY: Opening = { type: 'STRAY' };

/** Words of the language that are two words: the second half by the first. */
export const PAIRS: ReadonlyMap<string, string> = new Map([
  ['used', 'in'],
  ['hosted', 'on'],
  ['satisfied', 'by'],
  ['extend', 'kind'],
  ['replaced', 'by'],
  ['one', 'of'],
]);
