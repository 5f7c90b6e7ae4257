import type { Graph } from '../../model/graph.ts';
import type { Attribute, DocumentRecord, Entry, Range, Value } from '../../model/record.ts';
import type { Finding } from '../../rules/finding.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import type { Change } from './changes.ts';
import type { SourceText } from './source-text.ts';

/** What a fix may look at. */
export interface Scene {
  project: LoadedProject;
  graph: Graph;
  /** Address of the finding's document. */
  document: string;
  /** What that document states; of a `product-tree.json`, nothing. */
  record: DocumentRecord;
  source: SourceText;
  /** The present day, `YYYY-MM-DD`. */
  today: string;
  /** Whether the editor can offer several values in one gap. */
  snippets: boolean;
}

/** One way to mend a finding. */
export interface Fix {
  /** What it does, in plain words, with keys and names. */
  title: string;
  /** The one that nearly everybody wants. */
  preferred?: true;
  /** What it changes; only worked out for the fix that is taken. */
  changes(): readonly Change[];
}

/** One sort of fix, for all findings of the rules that it is listed for. */
export interface Fixer {
  /** One or two words, unique within a rule. */
  id: string;
  /** What it does, for the page of quick fixes. */
  does: string;
  /** It changes nothing that the model states: done on save, where the author asks for that. */
  safe?: true;
  /** It may be done to all findings of the rule at once: its first fix is the one that is meant. */
  bulk?: true;
  /** What may be found after it, in a few words; left out: nothing new. */
  leaves?: string;
  fixes(finding: Finding, scene: Scene): Iterable<Fix>;
}

/** The statement and the value at a place of a document. */
export interface Spot {
  entry?: Entry;
  attribute?: Attribute;
  value?: Value;
}

/** What stands at a place: the innermost entry, its statement, and the value that begins there. */
export function spotAt(record: DocumentRecord, at: Range): Spot {
  const entry = record.entries.findLast(({ extent }) => covers(extent, at));
  const attribute = entry?.attributes.find(({ extent }) => covers(extent, at));
  const value = attribute?.values.find(({ range }) => sameStart(range, at));
  return { ...(entry && { entry }), ...(attribute && { attribute }), ...(value && { value }) };
}

/** Whether a range holds another. */
export function covers(outer: Range, inner: Range): boolean {
  const begun = inner.line > outer.line || (inner.line === outer.line && inner.character >= outer.character);
  return (
    begun &&
    (inner.endLine < outer.endLine || (inner.endLine === outer.endLine && inner.endCharacter <= outer.endCharacter))
  );
}

/** Whether two ranges begin at the same place. */
export function sameStart(a: Range, b: Range): boolean {
  return a.line === b.line && a.character === b.character;
}

/** A list that a rule gave along in one text. */
export function wordsOf(data: string | undefined): string[] {
  return data ? data.split(',') : [];
}
