import type { Graph } from '../model/graph.ts';
import type { Attribute, Entry, EntryType, Range, Severity } from '../model/record.ts';

/** What a rule is about: the text's form, contradictions in the model, or what is still missing. */
export type Category = 'form' | 'consistency' | 'completeness';

/** A further place that explains a finding. */
export interface Related {
  /** Address of its document. */
  document: string;
  at: Range;
  message: string;
}

/** What a rule has to say about its subject. */
export interface Report {
  /** A sentence that names entries by key and name, and says what to do. */
  message: string;
  /** The narrowest range; it must be one of the subject's record (not a copy), since it moves with the text. */
  at: Range;
  related?: readonly Related[];
  tags?: readonly Tag[];
  /** What quick fixes need to know, as plain data. */
  data?: Readonly<Record<string, string>>;
}

/** What the demand of a kind has to say: its id and severity come from the model. */
export interface DemandReport extends Report {
  /** The demand's rule id, then those of the ancestors' demands that it replaces. */
  ids: readonly string[];
  category: Category;
  severity: Severity;
}

/** How an editor shows the text under a finding beside its severity: faded, or struck through. */
export type Tag = 'unnecessary' | 'deprecated';

/** What a rule may look at beside its subject. */
export interface Context {
  readonly graph: Graph;
  /** The date for which the model is judged, `YYYY-MM-DD`. */
  readonly today: string;
  /** The project's limit for reviews in months; undefined: none. */
  readonly reviewMonths: number | undefined;
  /** Whether this rule id means something in this project: a built-in rule, or a declared kind's demand. */
  isRule(id: string): boolean;
  /** The ids of rules that may be meant by an id that no rule has, best first. */
  nearRules(id: string): readonly string[];
  /** Whether waivers can silence a rule; so it is for all but the fixed rules of the language. */
  canWaive(id: string): boolean;
  /** Whether this `waive` statement of an entry silences any finding now. */
  isWaiverUsed(holder: Entry, waiver: Attribute): boolean;
}

/**
 * One rule. It is a pure function of the graph, one subject and a date; whatever it asks of the graph is noted, so that it runs again
 * when, and only when, that changes.
 */
export interface Rule {
  id: string;
  category: Category;
  /** Unless the project says otherwise. */
  severity: Severity;
  /** A few words for lists: `A name that nothing declares`. */
  title: string;
  /** One or two plain sentences: what it checks and why. */
  explanation: string;
  /** Model text in which it fires, and the same mended; shown on the rule's page and tested. */
  example: { wrong: string; right: string };
  /** It can be neither waived nor switched off. */
  fixed?: true;
  /** The entries that it judges. */
  on: readonly EntryType[];
  /** It judges every declaration of a key; others judge only the declaration that counts. */
  everyDeclaration?: true;
  /** It judges entries without a key too. */
  keyless?: true;
  /** Reports what is wrong with the subject. Rules that are found in the text itself have none. */
  check?(subject: Entry, context: Context, report: (report: Report) => void): void;
}
