import { folderOf, isWithin } from './addresses.ts';
import { LoadedProject } from './loaded-project.ts';
import { NO_SETTINGS, readSettings } from './settings-file.ts';

/** Which projects there are, and to which of them a document belongs. */
export class Projects {
  /** Addresses of the workspace's folders. */
  readonly folders = new Set<string>();
  private readonly byRoot = new Map<string, LoadedProject>();

  /** All projects, used or not yet. */
  all(): Iterable<LoadedProject> {
    return this.byRoot.values();
  }

  /** All projects with documents or a project file, in the order of their folders. */
  used(): LoadedProject[] {
    const used = [...this.byRoot.values()].filter(({ documents, settingsFile }) => documents.size > 0 || settingsFile);
    return used.sort((a, b) => (a.root < b.root ? -1 : 1));
  }

  /** The project that this `product-tree.json` makes. */
  withSettings(address: string): LoadedProject | undefined {
    const project = this.byRoot.get(folderOf(address));
    return project?.settingsFile === address ? project : undefined;
  }

  /** Takes over the text of a project file (undefined: it is gone). True if documents may belong elsewhere now. */
  configure(address: string, text: string | undefined, today: string): boolean {
    const root = folderOf(address);
    if (text !== undefined) return this.project(root, today).configure(address, readSettings(text), today);
    return this.byRoot.get(root)?.configure(undefined, NO_SETTINGS, today) ?? false;
  }

  /** The project of which a document is part: the innermost around it; undefined where that one leaves it out. */
  ownerOf(address: string, today: string): LoadedProject | undefined {
    let owner: LoadedProject | undefined;
    for (const project of this.byRoot.values()) {
      const counts = project.settingsFile !== undefined || this.folders.has(project.root);
      if (!counts || !isWithin(project.root, address)) continue;
      if (owner === undefined || project.root.length > owner.root.length) owner = project;
    }
    // A file on its own, outside every folder, is checked together with the open files beside it.
    owner ??= this.project(folderOf(address), today);
    return owner.isExcluded(address) ? undefined : owner;
  }

  /** Makes the project of a workspace folder. */
  addFolder(folder: string, today: string): void {
    this.folders.add(folder);
    this.project(folder, today);
  }

  /** Forgets projects that nothing is left of, and finds those that share a name. */
  tidy(): void {
    for (const [root, { settingsFile, documents }] of this.byRoot) {
      if (!settingsFile && documents.size === 0 && !this.folders.has(root)) this.byRoot.delete(root);
    }
    const named = this.used().filter(({ settingsFile }) => settingsFile);
    for (const project of named) {
      project.namesakes = named.filter(other => other !== project && other.name === project.name);
    }
  }

  private project(root: string, today: string): LoadedProject {
    let project = this.byRoot.get(root);
    if (project === undefined) {
      project = new LoadedProject(root, today);
      this.byRoot.set(root, project);
    }
    return project;
  }
}
