import { readDocument } from '../language/index.ts';
import { LIBRARY_TEXT, LIBRARY_URI } from '../language/library/library.ts';
import type { DocumentRecord } from '../model/record.ts';
import type { Finding } from '../rules/finding.ts';
import { baseName, canonical, folderOf, isWithin } from './addresses.ts';
import { discover, isDocument } from './discover.ts';
import { decode, type Files } from './files.ts';
import { isLibrary, libraryRecord } from './library.ts';
import { LoadedProject } from './loaded-project.ts';
import { NO_SETTINGS, PROJECT_FILE, readSettings } from './settings-file.ts';

/** A document that the workspace knows. */
interface Source {
  /** The text in the editor, which counts before the disk's. */
  openText?: string;
  owner?: LoadedProject;
  record: DocumentRecord;
}

/** A change of a file or folder outside the editor. */
export interface FileChange {
  uri: string;
  type: 'created' | 'changed' | 'deleted';
}

/** What the workspace may be told from outside. */
export interface WorkspaceOptions {
  /** The date for which the model is judged, `YYYY-MM-DD`. */
  today(): string;
  /** Paths relative to a workspace folder that are never looked into (an editor's own setting). */
  excluded?(path: string): boolean;
}

/** How far loading has come. */
export type Progress = (done: number, total: number) => void;

/**
 * Every project of every folder that is open, each with its engine. Texts from the editor count at once; files on disk are read when
 * the workspace is told that they changed. `settle` brings findings up to date and says which documents to show again.
 */
export class Workspace {
  /** How many documents were parsed since the start; tests and the bench read it. */
  parsed = 0;
  /** Everything is read: what crosses files can be told. */
  loaded = false;
  private readonly files: Files;
  private readonly options: WorkspaceOptions;
  private readonly folders = new Set<string>();
  private readonly projects = new Map<string, LoadedProject>();
  private readonly sources = new Map<string, Source>();
  private readonly unreadable = new Map<string, string>();
  /** Texts of project files that are open in the editor. */
  private readonly openSettings = new Map<string, string>();
  private readonly touched = new Set<string>();
  private today: string;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(files: Files, options: WorkspaceOptions) {
    this.files = files;
    this.options = options;
    this.today = options.today();
  }

  // ── What it knows ─────────────────────────────────────────────────────────────────────────────────────────────

  /** All projects with documents or a project file, in the order of their folders. */
  allProjects(): LoadedProject[] {
    const used = [...this.projects.values()].filter(
      ({ documents, settingsFile }) => documents.size > 0 || settingsFile,
    );
    return used.sort((a, b) => (a.root < b.root ? -1 : 1));
  }

  /** The project to which a document belongs, its settings included. */
  projectOf(uri: string): LoadedProject | undefined {
    const address = canonical(uri);
    return (
      this.sources.get(address)?.owner ??
      [...this.projects.values()].find(({ settingsFile }) => settingsFile === address)
    );
  }

  /** The projects that a document is part of: its owner; for a document of the built-in library, all that start with it. */
  projectsWith(uri: string): LoadedProject[] {
    const address = canonical(uri);
    if (isLibrary(address)) return this.allProjects().filter(({ engine }) => engine.graph.record(address));
    const owner = this.projectOf(address);
    return owner ? [owner] : [];
  }

  /** What a document states, whether or not it belongs to a project. */
  record(uri: string): DocumentRecord | undefined {
    const address = canonical(uri);
    return address === LIBRARY_URI ? libraryRecord() : this.sources.get(address)?.record;
  }

  /** A document's text as the editor shows it; else from disk; undefined where it cannot be read. */
  async text(uri: string): Promise<string | undefined> {
    const address = canonical(uri);
    if (address === LIBRARY_URI) return LIBRARY_TEXT;
    const open = this.openText(address);
    if (open !== undefined) return open;
    const text = await this.read(address);
    return 'text' in text ? text.text : undefined;
  }

  /** The text of a document that is open in the editor. */
  openText(uri: string): string | undefined {
    const address = canonical(uri);
    return this.sources.get(address)?.openText ?? this.openSettings.get(address);
  }

  /** Whether a document is open in the editor. */
  isOpen(uri: string): boolean {
    return this.openText(uri) !== undefined;
  }

  /** Addresses of all documents and project files that can have findings. */
  addresses(): string[] {
    const settings = [...this.projects.values()].flatMap(({ settingsFile }) => settingsFile ?? []);
    return [...new Set([...this.sources.keys(), ...this.unreadable.keys(), ...settings])].sort();
  }

  /** Everything found in a document or project file. Before all is loaded: only what its own text shows. */
  findingsIn(uri: string): readonly Finding[] {
    const address = canonical(uri);
    const unreadable = this.unreadable.get(address);
    if (unreadable !== undefined) return [unreadableFinding(address, unreadable)];
    const source = this.sources.get(address);
    if (source === undefined) {
      return [...this.projects.values()].find(({ settingsFile }) => settingsFile === address)?.settingsFindings() ?? [];
    }
    if (source.owner === undefined) return [];
    const findings = source.owner.engine.findingsIn(address);
    return this.loaded ? findings : findings.filter(({ category }) => category === 'form');
  }

  // ── Folders ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** Reads every folder: project files, open documents, then the rest in slices. `settle` afterwards. */
  load(folders: readonly string[], progress: Progress = () => {}): Promise<void> {
    return this.enqueue(async () => {
      this.loaded = false;
      for (const folder of folders) this.folders.add(canonical(folder));
      for (const folder of folders) this.project(canonical(folder));
      await this.readFolders(folders.map(canonical), progress);
      this.loaded = true;
      for (const uri of this.addresses()) this.touched.add(uri);
    });
  }

  /** A workspace folder is closed: its documents go, but for those that are open or in another folder. */
  async removeFolder(uri: string): Promise<void> {
    const folder = canonical(uri);
    await this.enqueue(async () => {
      this.folders.delete(folder);
      for (const address of this.addresses()) {
        const elsewhere = [...this.folders].some(other => isWithin(other, address));
        if (isWithin(folder, address) && !elsewhere) this.drop(address);
      }
      this.assignAll();
    });
  }

  // ── The editor ────────────────────────────────────────────────────────────────────────────────────────────────

  /** A text is opened or has changed in the editor. */
  edit(uri: string, text: string): void {
    const address = canonical(uri);
    if (isLibrary(address)) return;
    if (baseName(address) === PROJECT_FILE) {
      this.openSettings.set(address, text);
      if (this.useSettings(address, text)) this.assignAll();
    } else {
      this.unreadable.delete(address);
      this.put(address, text, true);
    }
  }

  /** A text is closed in the editor: what is on disk counts again. */
  async close(uri: string): Promise<void> {
    const address = canonical(uri);
    if (isLibrary(address)) return;
    this.openSettings.delete(address);
    const source = this.sources.get(address);
    if (source) delete source.openText;
    await this.filesChanged([{ uri: address, type: 'changed' }]);
  }

  /** Files or folders changed on disk; one call is one batch. */
  filesChanged(changes: readonly FileChange[]): Promise<void> {
    return this.enqueue(async () => {
      let structure = false;
      for (const { uri, type } of changes) {
        const address = canonical(uri);
        if (this.isOpen(address)) continue;
        const isSettings = baseName(address) === PROJECT_FILE;
        if (type === 'deleted') {
          for (const known of this.addresses()) if (isWithin(address, known) && !this.isOpen(known)) this.drop(known);
          structure = true;
        } else if (isSettings || isDocument(address)) {
          structure ||= isSettings;
          await this.readFile(address);
        } else if (type === 'created') {
          await this.readFolders([address], () => {});
          structure = true;
        }
      }
      if (structure) this.assignAll();
    });
  }

  /** Brings findings up to date. Returns the addresses of what must be shown again, gone documents included. */
  settle(): Set<string> {
    const today = this.options.today();
    if (today !== this.today) {
      this.today = today;
      for (const { engine, settings } of this.projects.values()) engine.configure(settings.rules, today);
    }
    const changed = new Set(this.touched);
    this.touched.clear();
    if (!this.loaded) return changed;
    for (const { engine, settingsFile } of this.projects.values()) {
      const documents = engine.settle();
      for (const uri of documents) changed.add(uri);
      // A kind that comes or goes decides which rule ids mean something.
      if (documents.size > 0 && settingsFile) changed.add(settingsFile);
    }
    return changed;
  }

  /** Forgets what is not open and reads all folders again: what is excluded has changed. */
  async reload(progress: Progress = () => {}): Promise<void> {
    await this.enqueue(async () => {
      for (const uri of this.addresses()) if (!this.isOpen(uri)) this.drop(uri);
    });
    await this.load([...this.folders], progress);
  }

  // ── How it is done ────────────────────────────────────────────────────────────────────────────────────────────

  /** One thing after the other, so that the later of two changes counts. */
  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => {});
    return result;
  }

  private async readFolders(folders: readonly string[], progress: Progress): Promise<void> {
    const documents = new Set<string>();
    for (const folder of folders) {
      const found = await discover(this.files, folder, path => this.options.excluded?.(path) ?? false);
      for (const { uri, message } of found.unreadable) this.markUnreadable(uri, message);
      for (const uri of found.projectFiles) if (!this.isOpen(uri)) await this.readFile(uri);
      for (const uri of found.documents) documents.add(canonical(uri));
    }
    this.assignAll();
    let done = 0;
    let rest = performance.now();
    for (const uri of documents) {
      if (!this.isOpen(uri)) await this.readFile(uri);
      progress(++done, documents.size);
      // Keeps requests and typing alive while a large project loads.
      if (performance.now() - rest > 25) {
        await new Promise(resolve => setTimeout(resolve, 0));
        rest = performance.now();
      }
    }
  }

  private async read(address: string): Promise<{ text: string } | { unreadable: string }> {
    try {
      return decode(await this.files.read(address));
    } catch {
      return { unreadable: 'This file cannot be read. Check that it exists and that you may read it.' };
    }
  }

  private async readFile(address: string): Promise<void> {
    const text = await this.read(address);
    if (this.isOpen(address)) return;
    if ('unreadable' in text && !(await this.exists(address))) {
      this.drop(address);
      return;
    }
    if ('unreadable' in text && baseName(address) === PROJECT_FILE) {
      this.markUnreadable(address, text.unreadable);
      this.useSettings(address, '{}');
      return;
    }
    if ('unreadable' in text) {
      this.drop(address);
      this.markUnreadable(address, text.unreadable);
      return;
    }
    this.unreadable.delete(address);
    if (baseName(address) === PROJECT_FILE) this.useSettings(address, text.text);
    else this.put(address, text.text, false);
  }

  private async exists(address: string): Promise<boolean> {
    try {
      return (await this.files.list(folderOf(address))).some(({ name }) => name === baseName(address));
    } catch {
      return false;
    }
  }

  private put(address: string, text: string, open: boolean): void {
    const record = readDocument(address, text);
    this.parsed++;
    const known = this.sources.get(address);
    const source: Source = known ?? { record };
    if (open) source.openText = text;
    source.record = record;
    this.sources.set(address, source);
    if (known === undefined) this.assign(address, source);
    else if (source.owner) {
      source.owner.engine.replace(address, record);
      source.record = source.owner.engine.graph.record(address) ?? record;
    }
    this.touched.add(address);
  }

  private drop(address: string): void {
    this.unreadable.delete(address);
    this.touched.add(address);
    if (baseName(address) === PROJECT_FILE) {
      this.projects.get(folderOf(address))?.configure(undefined, NO_SETTINGS, this.today);
      return;
    }
    const source = this.sources.get(address);
    this.move(address, source, undefined);
    this.sources.delete(address);
  }

  private markUnreadable(address: string, message: string): void {
    this.unreadable.set(canonical(address), message);
    this.touched.add(canonical(address));
  }

  private project(root: string): LoadedProject {
    let project = this.projects.get(root);
    if (project === undefined) {
      project = new LoadedProject(root, this.today);
      this.projects.set(root, project);
    }
    return project;
  }

  /** Takes over a project file. True if documents may belong elsewhere now. */
  private useSettings(address: string, text: string): boolean {
    this.touched.add(address);
    return this.project(folderOf(address)).configure(address, readSettings(text), this.today);
  }

  /** Documents find their projects anew: a project file has come, gone or changed. */
  private assignAll(): void {
    for (const [address, source] of this.sources) this.assign(address, source);
    for (const [root, { settingsFile, documents }] of this.projects) {
      if (!settingsFile && documents.size === 0 && !this.folders.has(root)) this.projects.delete(root);
    }
    const named = this.allProjects().filter(({ settingsFile }) => settingsFile);
    for (const project of named) {
      project.namesakes = named.filter(other => other !== project && other.name === project.name);
      this.touched.add(project.settingsFile!);
    }
  }

  private assign(address: string, source: Source): void {
    const roots = [...this.projects.values()].filter(
      ({ root, settingsFile }) => isWithin(root, address) && (settingsFile !== undefined || this.folders.has(root)),
    );
    roots.sort((a, b) => b.root.length - a.root.length);
    // A file on its own, outside every folder, is checked together with the open files beside it.
    const owner = roots[0] ?? this.project(folderOf(address));
    this.move(address, source, owner.isExcluded(address) ? undefined : owner);
  }

  private move(address: string, source: Source | undefined, owner: LoadedProject | undefined): void {
    if (source === undefined || (source.owner === owner && owner?.documents.has(address))) return;
    source.owner?.documents.delete(address);
    source.owner?.engine.replace(address, undefined);
    source.owner = owner;
    owner?.documents.add(address);
    owner?.engine.replace(address, source.record);
    this.touched.add(address);
  }
}

function unreadableFinding(document: string, message: string): Finding {
  const at = { line: 0, character: 0, endLine: 0, endCharacter: 0 };
  return {
    rule: 'unreadable-file',
    category: 'form',
    severity: 'error',
    subject: null,
    message,
    document,
    at,
    related: [],
    waived: null,
    tags: [],
  };
}
