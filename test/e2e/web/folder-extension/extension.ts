/** A folder in memory, filled with the texts that the page's server sends; and VS Code's API, for the tests to ask. */
import * as vscode from 'vscode';

/** The folder's scheme, as an extension that opens folders from elsewhere has one. */
const scheme = 'memory';

/** As much of the proposed API as is needed. Every extension that opens folders in the web has it: VS Code asks it which files there are. */
interface Searchable {
  registerFileSearchProvider(scheme: string, provider: { provideFileSearchResults(): vscode.Uri[] }): vscode.Disposable;
}

/** VS Code calls it when the folder is opened. */
export async function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): Promise<void> {
  // A test runs expressions in this worker: they find the API here, and so learn what an extension beside this one is given.
  Object.assign(globalThis, { vscode });
  const answer = await fetch(vscode.Uri.joinPath(extensionUri, 'folder.json').toString(true));
  const folder = new MemoryFolder((await answer.json()) as Record<string, string>);
  const workspace = vscode.workspace as typeof vscode.workspace & Searchable;
  subscriptions.push(
    workspace.registerFileSystemProvider(scheme, folder, { isCaseSensitive: true }),
    workspace.registerFileSearchProvider(scheme, { provideFileSearchResults: () => folder.files }),
  );
}

/** Files by path; a folder is there as long as a file is in it. */
class MemoryFolder implements vscode.FileSystemProvider {
  readonly #files: Map<string, { bytes: Uint8Array; changed: number }>;
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;

  constructor(texts: Record<string, string>) {
    const encoder = new TextEncoder();
    this.#files = new Map(
      Object.entries(texts).map(([path, text]) => [path, { bytes: encoder.encode(text), changed: 1 }]),
    );
  }

  /** All files. VS Code itself takes those that it looks for. */
  get files(): vscode.Uri[] {
    return [...this.#files.keys()].map(path => vscode.Uri.from({ scheme, path }));
  }

  watch(): vscode.Disposable {
    // Every change is told, whoever asks.
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    if (file) return { type: vscode.FileType.File, ctime: 1, mtime: file.changed, size: file.bytes.length };
    if (this.readDirectory(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 1, mtime: 1, size: 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const start = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const items = new Map<string, vscode.FileType>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(start)) continue;
      const [name, ...below] = path.slice(start.length).split('/');
      items.set(name, below.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...items];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (!file) throw vscode.FileSystemError.FileNotFound(uri);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, { bytes, changed: Date.now() });
    this.#changes.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions('No test renames a file.');
  }

  createDirectory(): void {
    // A folder needs no making.
  }
}
