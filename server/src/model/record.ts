/**
 * Records: what one document states, as plain data. A record knows no parser, no editor and no other document; it can be
 * written as JSON and read back. Everything right of the parser works on records.
 */

/** A stretch of a document's text: zero-based lines, UTF-16 characters, end exclusive (as in LSP, but flat). */
export interface Range {
  line: number;
  character: number;
  endLine: number;
  endCharacter: number;
}

/** What a declaration declares. */
export type EntryType = 'product' | 'person' | 'team' | 'document' | 'requirement' | 'repository' | 'term' | 'kind';

/** Keys are unique within a namespace. People and teams share one: `party`. */
export type Namespace = 'product' | 'party' | 'document' | 'requirement' | 'repository' | 'term' | 'kind';

/** The namespace in which an entry of this type declares its key. */
export function namespaceOf(type: EntryType): Namespace {
  return type === 'person' || type === 'team' ? 'party' : type;
}

/** A piece of text and where it stands. For quoted texts `text` is unquoted and unescaped, `range` includes the quotes. */
export interface Text {
  text: string;
  range: Range;
}

/** How a value was written: a word (a key, a code), a quoted text, a number or date, or a bare URL. */
export type ValueForm = 'word' | 'text' | 'number' | 'url';

/** One value of an attribute. */
export interface Value extends Text {
  form: ValueForm;
  /** The quoted note that follows a value: `uses PACS "stores images"`, or the reason in `waive RULE "reason"`. */
  note?: Text;
}

/** An attribute statement: `owner TJenness, KTLim`, `reviewed 2020-04 by KTLim`, `waive RULE "reason" until 2027`, `tier gold`. */
export interface Attribute {
  /** A word of the language (see `properties.ts`), else the name of a field that a kind may declare. */
  property: string;
  /** The property's word. */
  range: Range;
  /** The whole statement. */
  extent: Range;
  /** The values in order; empty when they are missing or `none` is stated. */
  values: Value[];
  /** `none` stands in place of values: the author states that there are none. */
  none?: true;
  /** What follows `by`, `until` or `replaced by`. */
  clause?: Value;
}

/** What a description, or another text, refers to as `[[KEY]]` or `[[term:KEY]]`. */
export interface Mention {
  key: string;
  /** The key alone, without brackets and prefix. */
  range: Range;
  /** The namespace that the author named before the colon. Without it: product, else document, requirement or term. */
  namespace?: Namespace;
}

/** A description, dedented, as Markdown. `range` includes the quotes. */
export interface Description extends Text {
  mentions: Mention[];
}

/** Severities as users write them; `off` silences a rule. */
export type Severity = 'error' | 'warning' | 'info' | 'hint' | 'off';

/** `consistent hosts [1..*] enclave "A facility hosts enclaves."`: what a kind demands of its products. */
export interface Demand {
  level: 'consistent' | 'complete';
  severity?: Severity;
  /** A property's word (`hosts`, `hosted on`, `contains`, …) or a field's name; empty when it is missing. */
  property: string;
  /** The property's word; the level's word when the property is missing. */
  range: Range;
  extent: Range;
  /** Fewest and most values; `most` null: any number. */
  least: number;
  most: number | null;
  /** Keys of the kinds whose products count; empty: any. */
  targets: Text[];
  /** The author's reason, a sentence. */
  message?: string;
}

/** `field tier one of gold, silver "What support it gets"`: an attribute that a kind declares for its products. */
export interface Field {
  name: string;
  range: Range;
  extent: Range;
  least: number;
  most: number | null;
  /** `choice` (one of), `text`, `number`, `date`, `url`, `person`, `team`, `document`, or a kind's key. */
  type: Text;
  /** The values to choose from, where `type` is `choice`. */
  choices: Text[];
  label?: string;
}

/** One declaration: a product, a registry entry or a kind. */
export interface Entry {
  type: EntryType;
  /** Address of the document (URI). */
  document: string;
  /** The key; empty when the author has not typed it yet. */
  key: string;
  /** Where the key stands; the declaration's first word when there is no key. */
  range: Range;
  /** The whole declaration, from its first word to its closing brace. */
  extent: Range;
  /** Products: the kind, the declaration's first word. */
  kind?: Text;
  /** The name, title, meaning …: the quoted text after the key. */
  name?: Text;
  /** Products: `in PARENT`. Requirements: `in DOCUMENT`. Kinds: `extends KIND`. */
  parent?: Text;
  /** Products that stand in another product's braces: that product's key (empty when it has none). */
  nestedIn?: string;
  description?: Description;
  attributes: Attribute[];
  /** Kinds: `extend kind KEY` adds to a kind that is declared elsewhere. */
  extension?: true;
  /** No more than its first line has been written, and that is faulty: it is too early to say what else it lacks. */
  unfinished?: true;
  demands?: Demand[];
  fields?: Field[];
}

/** Something wrong with the text itself, whatever other documents say. */
export interface Problem {
  /** A rule of category `form`: `syntax`, `incomplete`, `misplaced`, `key-shape`, `reserved-name`, `field-value` or `repeated-attribute`. */
  rule: string;
  message: string;
  range: Range;
  /** The entry in which it stands, where there is one. */
  subject?: { type: EntryType; key: string; name?: string };
  related?: { range: Range; message: string }[];
  /** What quick fixes need to know, as plain data: for instance `{ insert: '}' }`. */
  data?: Record<string, string>;
}

/** All that one document states. */
export interface DocumentRecord {
  document: string;
  /** In the order of the text: a product stands before the products that are nested in it. */
  entries: Entry[];
  problems: Problem[];
  /** The lexer mended quotes or braces: the text must not be formatted. */
  mended: boolean;
}
