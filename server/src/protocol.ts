/**
 * What the client and the server say to each other beyond the Language Server Protocol.
 *
 * Both sides import this file; it imports nothing, so that it can be bundled into either. Each request is one constant
 * with the method's name and two types, one for what is asked and one for the answer.
 */

/** The scheme of the read-only documents that show the built-in library, for example `ptree-library:/kinds.ptree`. */
export const libraryScheme = 'ptree-library';

/**
 * Request: the text of a document of the built-in library.
 * @see LibraryTextParams
 * @see LibraryTextResult
 */
export const libraryTextRequest = 'ptree/libraryText';

/** Which document of the library is wanted. */
export interface LibraryTextParams {
  /** The document's URI, as go-to-definition gave it; its scheme is {@link libraryScheme}. */
  uri: string;
}

/** The text of that document, or null where the library has none by that name. */
export type LibraryTextResult = string | null;

/**
 * Request, without parameters: every rule that can make a finding in the open projects, the demands of their own kinds
 * included, in the order of the rules' page.
 * @see RulesResult
 */
export const rulesRequest = 'ptree/rules';

/** One rule, as a list shows it. */
export interface RuleSummary {
  /** The rule's id, for example `facility.hosts`: also the heading of its section in `docs/rules.md`. */
  id: string;
  /** What the rule says, in one sentence. */
  title: string;
}

/** All rules. */
export type RulesResult = RuleSummary[];

/**
 * Request, without parameters: wait until every project is loaded and judged, then count.
 * @see CheckSummary
 */
export const checkRequest = 'ptree/check';

/** The counts over all projects of the workspace. Findings that a waiver silences are counted in `waived` alone. */
export interface CheckSummary {
  /** Projects in the workspace. */
  projects: number;
  /** Products that are no packages. */
  products: number;
  /** Products of the kind `package` or one that extends it. */
  packages: number;
  /** Findings of severity error. */
  errors: number;
  /** Findings of severity warning. */
  warnings: number;
  /** Findings of severity info or hint. */
  infos: number;
  /** Findings of any severity that a waiver silences. */
  waived: number;
}

/**
 * Request, without parameters: how much work the server has done since it started. Tests and the benchmark hold it against
 * what an edit may cost.
 * @see WorkDone
 */
export const workRequest = 'ptree/work';

/** Work since the start. */
export interface WorkDone {
  /** Documents parsed. */
  parsed: number;
  /** Entries judged. */
  judged: number;
}

/**
 * Command of the client: shows places in the editor's peek view. A code lens carries it, with plain positions that the client turns into
 * its own.
 * @see ReferencesLensArguments
 */
export const showReferencesCommand = 'ptree.showReferences';

/** A place in a text, as the Language Server Protocol spells it. */
export interface PlainPosition {
  line: number;
  character: number;
}

/** A stretch of text, as the Language Server Protocol spells it. */
export interface PlainRange {
  start: PlainPosition;
  end: PlainPosition;
}

/** The document and the place in it at which the view opens, and the places that it shows. */
export type ReferencesLensArguments = [uri: string, at: PlainPosition, places: { uri: string; range: PlainRange }[]];

/**
 * Command of the client: goes to one of some findings and says there what it is.
 * @see FindingsLensArguments
 */
export const showFindingsCommand = 'ptree.showFindings';

/** The document in which the findings are, and where. */
export type FindingsLensArguments = [uri: string, findings: PlainRange[]];
