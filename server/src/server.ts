import picomatch from 'picomatch';
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
  WatchKind,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULT_EDITOR_SETTINGS, type EditorSettings, readEditorSettings } from './editor-settings.ts';
import { toDiagnostic } from './features/diagnostics.ts';
import type { Feature, Session } from './features/feature.ts';
import { FEATURES } from './features/table.ts';
import { Refresh } from './refresh.ts';
import { canonical } from './workspace/addresses.ts';
import { presentDay } from './workspace/day.ts';
import type { Files } from './workspace/files.ts';
import { isLibrary } from './workspace/library.ts';
import type { FileChange } from './workspace/look.ts';
import { PROJECT_FILE } from './workspace/settings-file.ts';
import { Workspace } from './workspace/workspace.ts';

/** What a client may say when it starts the server. */
interface InitializationOptions {
  /** The address before a rule's id under which the client opens the rule's page. */
  rulePages?: string;
  /** The date for which the model is judged, `YYYY-MM-DD`; the present day if left out. */
  today?: string;
  /** The editor itself completes what the schema of `product-tree.json` lists. */
  projectSchema?: boolean;
}

const CHANGE: Record<FileChangeType, FileChange['type']> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/**
 * The language server over any connection and any files: the same for Node, for a browser's worker and for tests. A keystroke goes
 * `didChange` → `edited` → `flush`: Workspace.edit parses and judges, `publish` sends what changed.
 */
export class Server {
  private readonly connection: Connection;
  private readonly documents = new TextDocuments(TextDocument);
  private readonly workspace: Workspace;
  private readonly edited = new Set<TextDocument>();
  private readonly published = new Set<string>();
  private readonly settled: ((addresses: ReadonlySet<string>) => void)[] = [];
  /** Work that was begun and will change what the workspace knows. */
  private readonly background = new Set<Promise<void>>();
  /** The patterns of `files.exclude` that are switched on. */
  private excludes: readonly string[] = [];
  private settings: EditorSettings = DEFAULT_EDITOR_SETTINGS;
  private readonly refresh: Refresh;
  private client: ClientCapabilities = {};
  private options: InitializationOptions = {};
  private excluded: (path: string) => boolean = () => false;
  private folders: readonly string[] = [];
  private flushing: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, files: Files, features: readonly Feature[] = FEATURES) {
    this.connection = connection;
    this.refresh = new Refresh(connection, () => this.client);
    this.workspace = new Workspace(files, {
      today: () => this.options.today ?? presentDay(),
      excluded: path => this.excluded(path),
    });
    const session: Session = {
      connection,
      workspace: this.workspace,
      documents: this.documents,
      client: () => this.client,
      settings: () => this.settings,
      editorKnowsSchema: () => this.options.projectSchema === true,
      settle: () => this.flush(),
      ready: () => this.ready(),
      onSettled: listener => this.settled.push(listener),
    };
    connection.onInitialize(params => this.initialize(params, features));
    connection.onInitialized(() => this.follow(this.start()));
    connection.onDidChangeWatchedFiles(({ changes }) => this.follow(this.filesChanged(changes.filter(isOurs))));
    connection.onDidChangeConfiguration(() => this.follow(this.reconfigure()));
    connection.onShutdown(() => {
      this.cancelFlush();
      this.refresh.cancel();
    });
    this.documents.onDidChangeContent(({ document }) => this.note(document));
    this.documents.onDidClose(({ document }) => {
      this.edited.delete(document);
      this.follow(this.workspace.close(document.uri));
    });
    for (const feature of features) feature.register(session);
    this.documents.listen(connection);
  }

  private initialize(
    { workspaceFolders, rootUri, initializationOptions, capabilities }: InitializeParams,
    features: readonly Feature[],
  ): InitializeResult {
    this.client = capabilities;
    this.options = initializationOptions ?? {};
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    return {
      serverInfo: { name: 'Product Tree' },
      capabilities: Object.assign(
        {
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
        ...features.map(({ capabilities }) => capabilities),
      ),
    };
  }

  private async start(): Promise<void> {
    const { connection } = this;
    if (this.client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(change => this.follow(this.changeFolders(change)));
    }
    await Promise.all(
      [this.watchFiles(), this.watchConfiguration(), this.readConfiguration()].map(work => this.attempt(work)),
    );
    await this.load(this.folders);
  }

  /** Goes on without what the client refuses. */
  private async attempt(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.connection.console.warn(`The editor refused a request: ${String(error)}`);
    }
  }

  private async changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
    for (const { uri } of removed) await this.workspace.removeFolder(uri);
    if (added.length > 0) await this.load(added.map(({ uri }) => uri));
  }

  private async filesChanged(changes: readonly FileEvent[]): Promise<void> {
    await this.workspace.filesChanged(changes.map(({ uri, type }) => ({ uri, type: CHANGE[type] })));
    if (changes.some(({ uri }) => uri.endsWith('/.gitignore'))) await this.workspace.reload();
  }

  private async watchFiles(): Promise<void> {
    if (!this.client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [
        { globPattern: '**/*.ptree', kind: WatchKind.Change },
        { globPattern: `**/${PROJECT_FILE}`, kind: WatchKind.Change },
        { globPattern: '**/.gitignore', kind: WatchKind.Change },
        // A folder that is deleted, moved or restored sends no event for the files in it: whatever comes or goes may be one.
        { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
      ],
    });
  }

  private async watchConfiguration(): Promise<void> {
    if (!this.client.workspace?.didChangeConfiguration?.dynamicRegistration) return;
    await this.connection.client.register(DidChangeConfigurationNotification.type, { section: ['files', 'ptree'] });
  }

  private async load(folders: readonly string[]): Promise<void> {
    const progress = await this.connection.window.createWorkDoneProgress();
    progress.begin('Product Tree', 0, 'Reading the product tree', false);
    let shown = 0;
    await this.workspace.load(folders, (done, total) => {
      const percent = Math.floor((100 * done) / total);
      if (percent < shown + 5 && done < total) return;
      shown = percent;
      progress.report(percent, `${done} of ${total} files`);
    });
    progress.done();
  }

  private note(document: TextDocument): void {
    this.edited.add(document);
    this.flushing ??= setTimeout(() => this.flush(), 0);
  }

  private cancelFlush(): void {
    clearTimeout(this.flushing);
    this.flushing = undefined;
  }

  /** Takes over what was typed, judges it, and publishes what changed. */
  private flush(): void {
    this.cancelFlush();
    if (this.edited.size > 0 && this.documents.keys().length > this.edited.size) this.refresh.soon();
    for (const document of this.edited) this.workspace.edit(document.uri, document.getText());
    this.edited.clear();
    const addresses = this.workspace.settle();
    this.publish(addresses);
    if (addresses.size > 0) for (const listener of this.settled) listener(addresses);
  }

  /** Shows what a piece of work in the background has changed; who asks meanwhile can wait for it. */
  private follow(work: Promise<void>): void {
    const all = work
      .then(() => {
        this.flush();
        this.refresh.soon();
      })
      .catch(error => this.connection.console.error(`The model could not be read: ${String(error)}`))
      .finally(() => this.background.delete(all));
    this.background.add(all);
  }

  private async ready(): Promise<void> {
    while (this.background.size > 0) await Promise.all(this.background);
    this.flush();
  }

  private publish(addresses: Iterable<string>): void {
    for (const address of addresses) {
      if (isLibrary(address)) continue;
      const findings = this.workspace.findingsIn(address).filter(({ waived }) => waived === null);
      const open = this.openUnder(address);
      // What never had findings need not be cleared.
      if (findings.length === 0 && !open && !this.published.has(address)) continue;
      if (findings.length > 0) this.published.add(address);
      else this.published.delete(address);
      this.connection.sendDiagnostics({
        uri: open?.uri ?? address,
        ...(open ? { version: open.version } : {}),
        diagnostics: findings.map(finding => toDiagnostic(finding, this.options.rulePages)),
      });
    }
  }

  /** The open text of an address that the editor spells in its own way. */
  private openUnder(address: string): TextDocument | undefined {
    if (!this.workspace.isOpen(address)) return undefined;
    return this.documents.get(address) ?? this.documents.all().find(({ uri }) => canonical(uri) === address);
  }

  private async reconfigure(): Promise<void> {
    const before = JSON.stringify(this.excludes);
    await this.attempt(this.readConfiguration());
    if (before !== JSON.stringify(this.excludes)) await this.workspace.reload();
  }

  /** Takes over the editor's settings, where the client tells: our own, and which files it hides (`files.exclude`). */
  private async readConfiguration(): Promise<void> {
    if (!this.client.workspace?.configuration) return;
    const sections = [{ section: 'files' }, { section: 'ptree' }];
    const [files, ptree]: ({ exclude?: Record<string, boolean> } | null)[] =
      await this.connection.workspace.getConfiguration(sections);
    this.settings = readEditorSettings(ptree);
    this.excludes = Object.entries(files?.exclude ?? {}).flatMap(([pattern, on]) => (on === true ? pattern : []));
    this.excluded = this.excludes.length > 0 ? picomatch([...this.excludes], { dot: true }) : () => false;
  }
}

/** Events from inside git's and npm's own folders are none of ours. */
function isOurs({ uri }: { uri: string }): boolean {
  return !/\/(\.git|node_modules)\//.test(uri);
}
