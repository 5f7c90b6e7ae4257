/**
 * The attributes of the language, each listed once. Parsing, linking, rules, completion, hover and the reference page all
 * read this table; adding an attribute means adding a row.
 */
import type { EntryType } from './record.ts';

/** What an attribute's values must be. Names of entry types, `party` (a person or a team), `rule`: a key of such; the rest: plain values. */
export type ValueType =
  | 'text'
  | 'code'
  | 'date'
  | 'url'
  | 'email'
  | 'block'
  | 'rule'
  | 'party'
  | 'person'
  | 'team'
  | 'product'
  | 'document'
  | 'requirement'
  | 'repository';

/** A relation between entries, named after its forward end. */
export type Relation =
  | 'uses'
  | 'hosts'
  | 'contains'
  | 'satisfies'
  | 'requires'
  | 'manager'
  | 'owner'
  | 'team'
  | 'document'
  | 'repository'
  | 'reviewed'
  | 'replaced by'
  | 'lead'
  | 'in document'
  | 'kind'
  | 'extends'
  | 'demands'
  | 'field'
  | 'mentions';

/** One attribute of the language. */
export interface Property {
  /** The word that begins the statement. */
  word: string;
  /** The entries that may say it. */
  on: readonly EntryType[];
  value: ValueType;
  /** It takes one value at most. */
  single?: true;
  /** Its values may carry a note in quotes; `required`: they must. */
  notes?: 'allowed' | 'required';
  /** `none` may stand in place of values. */
  none?: true;
  /** It may be stated more than once. */
  repeatable?: true;
  /** A value may be left out (`obsolete`). */
  optional?: true;
  /** The connector that may follow, and what it takes. */
  clause?: { word: 'by' | 'until' | 'replaced by'; value: ValueType };
  /** The relation that its values state; `reversed`: from the value to the entry that says it. */
  relation?: Relation;
  reversed?: true;
  /** One sentence for hover, completion and the reference page. */
  says: string;
}

const REGISTRY = ['person', 'team', 'document', 'requirement', 'repository', 'term'] as const;

/** In the order in which the formatter and the reference page list them. */
export const PROPERTIES: readonly Property[] = [
  { word: 'short', on: ['product'], value: 'text', single: true, says: 'A short name.' },
  {
    word: 'manager',
    on: ['product'],
    value: 'party',
    none: true,
    relation: 'manager',
    says: 'Who answers for its budget and its engineers: people or teams.',
  },
  {
    word: 'owner',
    on: ['product'],
    value: 'party',
    none: true,
    relation: 'owner',
    says: 'Who answers for its quality and accepts it: people or teams.',
  },
  {
    word: 'team',
    on: ['product', 'person', 'repository'],
    value: 'team',
    none: true,
    relation: 'team',
    says: 'The teams that build or run it; for a person: where they work.',
  },
  { word: 'wbs', on: ['product'], value: 'code', none: true, says: 'Codes of the work breakdown structure.' },
  {
    word: 'uses',
    on: ['product'],
    value: 'product',
    notes: 'allowed',
    none: true,
    relation: 'uses',
    says: 'The products that it needs to be built or to run.',
  },
  {
    word: 'used in',
    on: ['product'],
    value: 'product',
    notes: 'allowed',
    none: true,
    relation: 'uses',
    reversed: true,
    says: 'The products that need it.',
  },
  {
    word: 'hosts',
    on: ['product'],
    value: 'product',
    notes: 'allowed',
    none: true,
    relation: 'hosts',
    says: 'The products that run in it.',
  },
  {
    word: 'hosted on',
    on: ['product'],
    value: 'product',
    notes: 'allowed',
    none: true,
    relation: 'hosts',
    reversed: true,
    says: 'The products in which it runs.',
  },
  {
    word: 'document',
    on: ['product'],
    value: 'document',
    notes: 'allowed',
    none: true,
    relation: 'document',
    says: 'The documents that characterise it.',
  },
  {
    word: 'repository',
    on: ['product'],
    value: 'repository',
    notes: 'allowed',
    none: true,
    relation: 'repository',
    says: 'The repositories that hold its source.',
  },
  { word: 'authors', on: ['document'], value: 'text', single: true, says: 'Who wrote the document, in quotes.' },
  { word: 'date', on: ['document'], value: 'date', single: true, says: 'When the document was issued.' },
  { word: 'email', on: ['person'], value: 'email', single: true, says: 'An e-mail address, in quotes.' },
  { word: 'lead', on: ['team'], value: 'person', none: true, relation: 'lead', says: 'The people who lead the team.' },
  { word: 'link', on: ['product', ...REGISTRY], value: 'url', none: true, says: 'Web addresses, bare or in quotes.' },
  {
    word: 'requires',
    on: ['repository'],
    value: 'repository',
    notes: 'allowed',
    none: true,
    relation: 'requires',
    says: 'The repositories that this one needs; `none` when it needs none.',
  },
  { word: 'readme', on: ['repository'], value: 'block', single: true, says: 'The text of its readme, between """.' },
  {
    word: 'obsolete',
    on: ['product'],
    value: 'text',
    single: true,
    optional: true,
    clause: { word: 'replaced by', value: 'product' },
    says: 'Kept for the record only, with an optional reason, and what replaces it.',
  },
  {
    word: 'reviewed',
    on: ['product'],
    value: 'date',
    single: true,
    clause: { word: 'by', value: 'person' },
    says: 'When it was last reviewed, and by whom.',
  },
  {
    word: 'waive',
    on: ['product', ...REGISTRY, 'kind'],
    value: 'rule',
    single: true,
    repeatable: true,
    notes: 'required',
    clause: { word: 'until', value: 'date' },
    says: 'Silences a rule here and for everything below, with a reason and an optional last day.',
  },
  {
    word: 'satisfies',
    on: ['product'],
    value: 'requirement',
    notes: 'allowed',
    none: true,
    relation: 'satisfies',
    says: 'The requirements that it fulfils.',
  },
  {
    word: 'satisfied by',
    on: ['requirement'],
    value: 'product',
    notes: 'allowed',
    none: true,
    relation: 'satisfies',
    reversed: true,
    says: 'The products that fulfil it.',
  },
];

const BY_WORD = new Map(PROPERTIES.map(property => [property.word, property]));

/** The attribute that this word begins, where the language has one. */
export function propertyOf(word: string): Property | undefined {
  return BY_WORD.get(word);
}

/** The words that begin the declaration of a registry entry. */
export const REGISTRY_WORDS: readonly string[] = REGISTRY;

/** Every word of the language that begins a statement: no kind and no field can be named like one. */
export const STATEMENT_WORDS: ReadonlySet<string> = new Set([
  ...PROPERTIES.map(property => property.word),
  ...REGISTRY,
  'kind',
  'extend kind',
  'consistent',
  'complete',
  'field',
]);
