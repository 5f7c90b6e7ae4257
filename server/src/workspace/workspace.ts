import { readDocument } from '../language/index.ts';
import { LIBRARY_TEXT, LIBRARY_URI } from '../language/library/library.ts';
import type { DocumentRecord } from '../model/record.ts';
import type { Finding } from '../rules/finding.ts';
import { canonical, foldersAround, isWithin } from './addresses.ts';
import { Walk } from './discover.ts';
import { type Files, type FileText, readText } from './files.ts';
import { isLibrary, libraryRecord } from './library.ts';
import type { LoadedProject } from './loaded-project.ts';
import { type FileChange, Look } from './look.ts';
import { Projects } from './projects.ts';
import { isSettings } from './settings-file.ts';
import { unreadableFinding } from './unreadable.ts';

/** A document that the workspace knows. */
interface Source {
  /** The text in the editor, which counts before the disk's. */
  openText?: string;
  owner?: LoadedProject;
  record: DocumentRecord;
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
  private readonly files: Files;
  private readonly options: WorkspaceOptions;
  private readonly projects = new Projects();
  private readonly sources = new Map<string, Source>();
  private readonly unreadable = new Map<string, string>();
  /** Texts of project files that are open in the editor. */
  private readonly openSettings = new Map<string, string>();
  private readonly touched = new Set<string>();
  /** The folders that are being read: what crosses files cannot be told there yet. */
  private loading: readonly string[] | 'everything' = 'everything';
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
    return this.projects.used();
  }

  /** The project to which a document belongs, its settings included. */
  projectOf(uri: string): LoadedProject | undefined {
    const address = canonical(uri);
    return this.sources.get(address)?.owner ?? this.projects.withSettings(address);
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
    const text = await readText(this.files, address);
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
    const settings = [...this.projects.all()].flatMap(({ settingsFile }) => settingsFile ?? []);
    return [...new Set([...this.sources.keys(), ...this.unreadable.keys(), ...settings])].sort();
  }

  /** Everything found in a document or project file. While its project is read: only what its own text shows. */
  findingsIn(uri: string): readonly Finding[] {
    const address = canonical(uri);
    const unreadable = this.unreadable.get(address);
    if (unreadable !== undefined) return [unreadableFinding(address, unreadable)];
    const source = this.sources.get(address);
    if (source === undefined) return this.projects.withSettings(address)?.settingsFindings() ?? [];
    if (source.owner === undefined) return [];
    const findings = source.owner.engine.findingsIn(address);
    return this.isLoading(source.owner) ? findings.filter(({ category }) => category === 'form') : findings;
  }

  // ── Folders ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** Reads folders: project files, then the documents in slices; what is open is there already. `settle` afterwards. */
  load(folders: readonly string[], progress: Progress = () => {}): Promise<void> {
    const addresses = folders.map(canonical);
    return this.enqueue(async () => {
      this.loading = addresses;
      for (const folder of addresses) this.projects.addFolder(folder, this.today);
      await this.readFolders(addresses, progress);
    });
  }

  /** Reads what was left out before and leaves out what is excluded now. */
  reload(progress: Progress = () => {}): Promise<void> {
    return this.enqueue(async () => {
      const found = await this.readFolders([...this.projects.folders], progress);
      for (const address of this.addresses()) if (!found.has(address) && !this.isOpen(address)) this.drop(address);
      this.assignAll();
    });
  }

  /** A workspace folder is closed: its documents go, but for those that are open or in another folder. */
  removeFolder(uri: string): Promise<void> {
    const folder = canonical(uri);
    return this.enqueue(async () => {
      this.projects.folders.delete(folder);
      for (const address of this.addresses()) {
        if (!isWithin(folder, address) || this.isOpen(address)) continue;
        if (![...this.projects.folders].some(other => isWithin(other, address))) this.drop(address);
      }
      this.assignAll();
    });
  }

  // ── The editor ────────────────────────────────────────────────────────────────────────────────────────────────

  /** A text is opened or has changed in the editor. */
  edit(uri: string, text: string): void {
    const address = canonical(uri);
    if (isLibrary(address)) return;
    this.unreadable.delete(address);
    if (isSettings(address)) {
      this.openSettings.set(address, text);
      if (this.useSettings(address, text)) this.assignAll();
    } else this.put(address, text, true);
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

  /** Files or folders changed on disk; one call is one batch: no finding is worked out before all of it is read. */
  filesChanged(changes: readonly FileChange[]): Promise<void> {
    return this.enqueue(async () => {
      const look = new Look(this.files, this.projects.folders, path => this.excluded(path));
      const { gone, texts, unreadable } = await look.take(changes.filter(({ uri }) => !this.isOpen(uri)));
      const dropped = this.forget(gone);
      for (const { uri, message } of unreadable) this.markUnreadable(uri, message);
      for (const [address, text] of texts) this.take(address, text);
      if (dropped || texts.keys().some(isSettings)) this.assignAll();
    });
  }

  /** Brings findings up to date. Returns the addresses of what must be shown again, gone documents included. */
  settle(): Set<string> {
    const today = this.options.today();
    if (today !== this.today) {
      this.today = today;
      for (const { engine, settings } of this.projects.all()) engine.configure(settings.rules, today);
    }
    const changed = new Set(this.touched);
    this.touched.clear();
    for (const project of this.projects.all()) {
      if (this.isLoading(project)) continue;
      const documents = project.engine.settle();
      for (const uri of documents) changed.add(uri);
      // A kind that comes or goes decides which rule ids mean something.
      if (documents.size > 0 && project.settingsFile) changed.add(project.settingsFile);
    }
    return changed;
  }

  // ── How it is done ────────────────────────────────────────────────────────────────────────────────────────────

  /** One thing after the other, so that the later of two changes counts. */
  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => {});
    return result;
  }

  private excluded(path: string): boolean {
    return this.options.excluded?.(path) ?? false;
  }

  private isLoading({ root }: LoadedProject): boolean {
    if (this.loading === 'everything') return true;
    return this.loading.some(folder => isWithin(folder, root) || isWithin(root, folder));
  }

  /** Reads what is not known yet of some folders. Returns the addresses of all that there is in them. */
  private async readFolders(folders: readonly string[], progress: Progress): Promise<Set<string>> {
    const there = new Set<string>();
    const unread = new Set<string>();
    for (const folder of folders) {
      const found = await new Walk(this.files, folder, path => this.excluded(path)).find();
      for (const { uri, message } of found.unreadable) this.markUnreadable(uri, message);
      for (const uri of found.projectFiles)
        if (!this.projects.withSettings(uri)) this.take(uri, await readText(this.files, uri));
      for (const uri of found.documents) if (!this.sources.has(uri)) unread.add(uri);
      for (const uri of [...found.documents, ...found.projectFiles]) there.add(uri);
      for (const { uri } of found.unreadable) there.add(uri);
    }
    this.assignAll();
    if (unread.size > 0) this.loading = folders;
    let done = 0;
    let rest = performance.now();
    for (const uri of unread) {
      this.take(uri, await readText(this.files, uri));
      progress(++done, unread.size);
      // Keeps requests and typing alive while a large project loads.
      if (performance.now() - rest > 25) {
        await new Promise(resolve => setTimeout(resolve, 0));
        rest = performance.now();
      }
    }
    this.loading = [];
    for (const uri of this.addresses()) this.touched.add(uri);
    return there;
  }

  /** Takes over what was read from disk, unless the editor has a text of its own by now. */
  private take(address: string, text: FileText): void {
    if (this.isOpen(address)) return;
    if ('text' in text) {
      this.unreadable.delete(address);
      if (isSettings(address)) this.useSettings(address, text.text);
      else this.put(address, text.text, false);
    } else {
      if (isSettings(address)) this.useSettings(address, '{}');
      else this.drop(address);
      this.markUnreadable(address, text.unreadable);
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
    if (known === undefined) this.move(address, source, this.projects.ownerOf(address, this.today));
    else if (source.owner) {
      source.owner.engine.replace(address, record);
      source.record = source.owner.engine.graph.record(address) ?? record;
    }
    this.touched.add(address);
  }

  /** Drops what stood at these addresses, or below them where they were folders; what is open stays. True if there was any. */
  private forget(gone: ReadonlySet<string>): boolean {
    const isGone = (address: string): boolean =>
      gone.has(address) || foldersAround(address).some(folder => gone.has(folder));
    const known = gone.size > 0 ? this.addresses().filter(address => isGone(address) && !this.isOpen(address)) : [];
    for (const address of known) this.drop(address);
    return known.length > 0;
  }

  private drop(address: string): void {
    this.unreadable.delete(address);
    this.touched.add(address);
    if (isSettings(address)) this.projects.configure(address, undefined, this.today);
    const source = this.sources.get(address);
    if (source) this.move(address, source, undefined);
    this.sources.delete(address);
  }

  private markUnreadable(address: string, message: string): void {
    this.unreadable.set(address, message);
    this.touched.add(address);
  }

  /** Takes over a project file. True if documents may belong elsewhere now. */
  private useSettings(address: string, text: string): boolean {
    this.touched.add(address);
    return this.projects.configure(address, text, this.today);
  }

  /** Documents find their projects anew: a project file has come, gone or changed. */
  private assignAll(): void {
    for (const [address, source] of this.sources) {
      this.move(address, source, this.projects.ownerOf(address, this.today));
    }
    this.projects.tidy();
    for (const { settingsFile } of this.projects.all()) if (settingsFile) this.touched.add(settingsFile);
  }

  private move(address: string, source: Source, owner: LoadedProject | undefined): void {
    if (source.owner === owner && owner?.documents.has(address)) return;
    source.owner?.documents.delete(address);
    source.owner?.engine.replace(address, undefined);
    source.owner = owner;
    owner?.documents.add(address);
    owner?.engine.replace(address, source.record);
    this.touched.add(address);
  }
}
