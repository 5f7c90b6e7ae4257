import type { ClientCapabilities, Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditorSettings } from '../editor-settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a feature may use while the server runs. */
export interface Session {
  connection: Connection;
  workspace: Workspace;
  /** The texts that are open in the editor. */
  documents: TextDocuments<TextDocument>;
  /** What the editor can do, as it said when it started the server. */
  client(): ClientCapabilities;
  /** The editor's settings for Product Tree, as it told them last. */
  settings(): EditorSettings;
  /** The editor itself completes what the schema of `product-tree.json` lists. */
  editorKnowsSchema(): boolean;
  /** Takes over all that was typed and brings findings up to date; every request does it first. */
  settle(): void;
  /** Waits until all that was asked for before is done (loading, changed files and settings), then settles. */
  ready(): Promise<void>;
  /** Calls the listener whenever findings were brought up to date, with the addresses of the documents that may differ. */
  onSettled(listener: (addresses: ReadonlySet<string>) => void): void;
}

/** One feature of the server: what it can do, and who answers. One file each, one line each in `features/table.ts`. */
export interface Feature {
  capabilities: ServerCapabilities;
  register(session: Session): void;
}
