/**
 * What the client and the server say to each other about the views of the explorer: Products, Hosting, People, Requirements and
 * Repositories. Like `protocol.ts` it imports nothing.
 */

/** The views, in their order. */
export const explorerViews = ['products', 'hosting', 'people', 'requirements', 'repositories'] as const;

/** One of the views. */
export type ExplorerView = (typeof explorerViews)[number];

/** Findings that no waiver silences: errors, warnings and notes (info and hint). */
export interface FindingCounts {
  errors: number;
  warnings: number;
  notes: number;
}

/**
 * Request, without parameters: the projects with their numbers. From now on the server sends {@link explorerChangedNotification}s.
 * @see ExplorerProject
 */
export const explorerProjectsRequest = 'ptree/explorer/projects';

/** A project as the status bar shows it. */
export interface ExplorerProject {
  /** Address of its folder. */
  project: string;
  title: string;
  /** Products that are no packages. */
  products: number;
  /** All findings, those about its texts and its settings included. */
  counts: FindingCounts;
}

/**
 * Notification to the client, once it is quiet after a change: ask again for what is shown.
 * @see ExplorerChangedParams
 */
export const explorerChangedNotification = 'ptree/explorer/changed';

/** All projects, as they are now. */
export interface ExplorerChangedParams {
  projects: ExplorerProject[];
}

/**
 * Request: the nodes one level below a node, or at the top of a view.
 * @see ExplorerChildrenParams
 * @see ExplorerNode
 */
export const explorerChildrenRequest = 'ptree/explorer/children';

/** Whose children are wanted. */
export interface ExplorerChildrenParams {
  view: ExplorerView;
  /** The node's id; none: the top of the view. */
  id?: string;
  /** Only what has this text in its key or name, and what leads there. */
  filter?: string;
}

/** What a node looks like; the client chooses the pictures. For a product: the nearest of its kinds that is built in. */
export type ExplorerIcon =
  | 'project'
  | 'package'
  | 'facility'
  | 'enclave'
  | 'service'
  | 'software'
  | 'environment'
  | 'cots'
  | 'library'
  | 'network'
  | 'hardware'
  | 'dataset'
  | 'product'
  | 'person'
  | 'team'
  | 'document'
  | 'requirement'
  | 'unsatisfied'
  | 'repository'
  | 'group'
  | 'undeclared'
  | 'error'
  | 'warning'
  | 'note';

/** What a node is, which decides what can be done with it. */
export type ExplorerNodeType =
  | 'project'
  | 'group'
  | 'undeclared'
  | 'finding'
  | 'product'
  | 'party'
  | 'document'
  | 'requirement'
  | 'repository';

/** A node of a view. All texts are plain. */
export interface ExplorerNode {
  /** Unique within its view, and the same as long as the keys on the way to it are. */
  id: string;
  type: ExplorerNodeType;
  icon: ExplorerIcon;
  label: string;
  description: string;
  tooltip: string;
  /** The key of the entry that it stands for; empty where it stands for none. */
  key: string;
  /** It has children. */
  expandable: boolean;
  /** It is shown for what is below it, because of the filter. */
  leadsOn: boolean;
  /** Findings about it and, where the view sums them, below it. */
  counts: FindingCounts;
  /** Kept for the record only. */
  obsolete: boolean;
  /** Where it is stated: a document's address, a line and a character from 0. */
  place?: { uri: string; line: number; character: number };
}

/**
 * Request: where the entry around a place is shown; null where none is, or where the filter hides it.
 * @see ExplorerAtParams
 * @see ExplorerAtResult
 */
export const explorerAtRequest = 'ptree/explorer/at';

/** A place in a document, line and character from 0. */
export interface ExplorerAtParams {
  uri: string;
  line: number;
  character: number;
  filter?: string;
}

/** The view and the nodes from its top to the entry. */
export type ExplorerAtResult = { view: ExplorerView; path: ExplorerNode[] } | null;
