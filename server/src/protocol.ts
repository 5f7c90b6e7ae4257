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

// ── Preview ─────────────────────────────────────────────────────────────────────────────────────────────────────────
// A project is named by the address of its folder. The skeleton comes once; afterwards patches by key, as long as it is open.

/**
 * Request, without parameters: the projects that can be previewed.
 * @see PreviewProject
 */
export const previewProjectsRequest = 'ptree/preview/projects';

/** A project, as a list to choose from shows it. */
export interface PreviewProject {
  project: string;
  name: string;
  /** How many products it declares. */
  products: number;
}

/**
 * Request: all that the preview draws of a project. From now on the server sends {@link previewPatchNotification}s of it.
 * @see PreviewOpenParams
 * @see PreviewSkeleton
 */
export const previewOpenRequest = 'ptree/preview/open';

/** Which project: by its address, else the one to which a document belongs, else the first. */
export interface PreviewOpenParams {
  project?: string;
  uri?: string;
}

/** Notification to the server: nobody looks at this project any more. */
export const previewCloseNotification = 'ptree/preview/close';

/** Which project nobody looks at. */
export interface PreviewCloseParams {
  project: string;
}

/** A kind, with the kinds that it extends, nearest first; itself first. */
export interface PreviewKind {
  key: string;
  name: string;
  chain: string[];
}

/** What the preview draws of one product. Links are keys in order; what nothing declares is among them, names in quotes as they are written. */
export interface PreviewRow {
  key: string;
  name: string;
  kind: string;
  /** The key of the product that contains it; empty for a root. */
  parent: string;
  /** 1: it says so itself; 2: what contains it does; else 0. */
  obsolete: number;
  /** Findings: errors, warnings, notes (info and hint), and waived ones of any severity. */
  findings: [errors: number, warnings: number, notes: number, waived: number];
  /** Ids of the rules that found something, waived ones included. */
  rules: string[];
  owner: string[];
  manager: string[];
  team: string[];
  uses: string[];
  hosts: string[];
  /** Products whose repositories its own repositories require. */
  requires: string[];
}

/**
 * A project by columns, one place for each product in the order of the text: half the size of objects. `kind`, `rules`, `owner`, `manager`
 * and `team` are places in the tables of the same names or in `parties`; `links` are flat pairs of places in `keys`, and beyond its end in
 * `undeclared`.
 */
export interface PreviewSkeleton {
  project: string;
  title: string;
  /** Counts the patches since the server's start. */
  version: number;
  kinds: PreviewKind[];
  parties: [key: string, name: string][];
  ruleIds: string[];
  kindKeys: string[];
  undeclared: string[];
  keys: string[];
  names: string[];
  kind: number[];
  parent: number[];
  obsolete: number[];
  /** Places of products with findings, and their findings. */
  found: [place: number, findings: PreviewRow['findings'], rules: number[]][];
  owner: number[][];
  manager: number[][];
  team: number[][];
  links: { uses: number[]; hosts: number[]; requires: number[] };
}

/**
 * Notification to the client: what has changed in a project that is open. Its size follows the change, not the project.
 * @see PreviewPatch
 */
export const previewPatchNotification = 'ptree/preview/patch';

/** A product that is new or differs: the new values of what differs. New ones say where they stand in the text. */
export type PreviewChange = { key: string; after?: string; before?: string } & Partial<PreviewRow>;

/** What changed at once. Renames count first, then what is gone, then changes. */
export interface PreviewPatch {
  project: string;
  version: number;
  /** Keys that took the place of others: the product is the same. */
  renamed: [from: string, to: string][];
  gone: string[];
  changed: PreviewChange[];
  /** People and teams that are new or have another name. */
  parties: [key: string, name: string][];
  /** All kinds, where one of them differs. */
  kinds?: PreviewKind[];
  /** The project's title, where it differs. */
  title?: string;
  /** The project is no more: ask for another one. */
  closed?: true;
}

/**
 * Request: what the preview's panel says of one product; null where nothing declares it.
 * @see PreviewDetailsParams
 * @see PreviewDetails
 */
export const previewDetailsRequest = 'ptree/preview/details';

/** Which product of which project. */
export interface PreviewDetailsParams {
  project: string;
  key: string;
}

/** A place in a document: its address, a line and a character, both from 0. */
export interface PreviewPlace {
  uri: string;
  line: number;
  character: number;
}

/** A value in the panel: a text, and where it leads. */
export interface PreviewValue {
  text: string;
  /** The key, where the text is a name. */
  key?: string;
  /** The name, where the text is a key: of what people know by its key, such as a requirement. */
  name?: string;
  /** A product to select. */
  product?: string;
  place?: PreviewPlace;
  /** A web address. */
  link?: string;
  note?: string;
  /** Nothing declares it. */
  undeclared?: true;
}

/** What the panel says beyond the row. Texts are plain; the description is Markdown, shown as text. */
export interface PreviewDetails {
  key: string;
  description: string;
  /** What the description refers to, by what stands in its double brackets. */
  mentions: [written: string, value: PreviewValue][];
  place: PreviewPlace;
  /** The path of the file within the project. */
  file: string;
  /** Why it is obsolete; what replaces it is among the facts. */
  obsolete?: string;
  facts: { label: string; values: PreviewValue[] }[];
  findings: PreviewFinding[];
}

/** A finding in the panel. */
export interface PreviewFinding {
  rule: string;
  severity: 'error' | 'warning' | 'info' | 'hint';
  message: string;
  place: PreviewPlace;
  /** The reason for which it is waived, and until when. */
  waived?: string;
}

/**
 * Request: the product in whose declaration a place stands; null where there is none.
 * @see PreviewAtParams
 * @see PreviewAtResult
 */
export const previewAtRequest = 'ptree/preview/at';

/** A place in a document: line and character from 0. */
export type PreviewAtParams = PreviewPlace;

/** The product there, and its project. */
export type PreviewAtResult = { project: string; key: string } | null;
