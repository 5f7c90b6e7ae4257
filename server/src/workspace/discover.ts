import ignore, { type Ignore } from 'ignore';
import { baseName, folderOf, inFolder, relativePath } from './addresses.ts';
import { decode, type Files } from './files.ts';
import { PROJECT_FILE } from './settings-file.ts';

/** What a walk through a folder found. */
export interface Discovered {
  /** Addresses of the `.ptree` files. */
  documents: string[];
  /** Addresses of the `product-tree.json` files. */
  projectFiles: string[];
  /** Folders named like documents, and folders that could not be read, with a sentence each. */
  unreadable: { uri: string; message: string }[];
}

/** The rules of one `.gitignore`, for paths below `base` (empty, or ending with `/`). */
interface IgnoreFile {
  base: string;
  rules: Ignore;
}

/** Whether an address is that of a document of the language. */
export function isDocument(uri: string): boolean {
  return /\.ptree$/i.test(uri);
}

/**
 * Finds the documents and project files of a workspace folder. Skips `node_modules` and `.git`, whatever the `.gitignore` files on the
 * way name, and what `excluded` (paths relative to the folder, with `/`) says. Good for one look: it remembers what it has read.
 */
export class Walk {
  private readonly files: Files;
  private readonly folder: string;
  private readonly excluded: (path: string) => boolean;
  private readonly ignores = new Map<string, Promise<readonly IgnoreFile[]>>();

  constructor(files: Files, folder: string, excluded: (path: string) => boolean) {
    this.files = files;
    this.folder = folder;
    this.excluded = excluded;
  }

  /** Everything in the folder, or in one of its subfolders. */
  async find(from = this.folder): Promise<Discovered> {
    const found: Discovered = { documents: [], projectFiles: [], unreadable: [] };
    if (isDocument(from)) found.unreadable.push({ uri: from, message: folderLikeDocument(from) });
    await this.visit(from, found);
    return found;
  }

  /** Whether a walk through the workspace folder would leave out a file or folder, or a folder in which it stands. */
  async leavesOut(uri: string, kind: 'file' | 'folder'): Promise<boolean> {
    const path = relativePath(this.folder, uri);
    if (path === undefined) return true;
    if (path === '') return false;
    return (await this.skips(path, kind)) || this.leavesOut(folderOf(uri), 'folder');
  }

  private async visit(uri: string, found: Discovered): Promise<void> {
    const path = relativePath(this.folder, uri) ?? '';
    let items: Awaited<ReturnType<Files['list']>>;
    try {
      items = await this.files.list(uri);
    } catch {
      found.unreadable.push({
        uri,
        message: 'This folder cannot be read. Check that it exists and that you may read it.',
      });
      return;
    }
    for (const { name, kind } of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (await this.skips(path === '' ? name : `${path}/${name}`, kind)) continue;
      const address = inFolder(uri, name);
      if (kind === 'folder') {
        if (isDocument(name)) found.unreadable.push({ uri: address, message: folderLikeDocument(address) });
        await this.visit(address, found);
      } else if (isDocument(name)) found.documents.push(address);
      else if (name === PROJECT_FILE) found.projectFiles.push(address);
    }
  }

  /** Whether the last step of a path is left out. */
  private async skips(path: string, kind: 'file' | 'folder'): Promise<boolean> {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (kind === 'folder' && (name === 'node_modules' || name === '.git')) return true;
    if (this.excluded(path)) return true;
    const asked = kind === 'folder' ? `${path}/` : path;
    const ignores = await this.ignoresIn(path.slice(0, Math.max(0, slash)));
    return ignores.some(({ base, rules }) => rules.ignores(asked.slice(base.length)));
  }

  /** The `.gitignore` files that count in a folder: its own, and those of the folders around it. */
  private ignoresIn(path: string): Promise<readonly IgnoreFile[]> {
    let ignores = this.ignores.get(path);
    if (ignores === undefined) {
      ignores = this.readIgnores(path);
      this.ignores.set(path, ignores);
    }
    return ignores;
  }

  private async readIgnores(path: string): Promise<readonly IgnoreFile[]> {
    const around = path === '' ? [] : await this.ignoresIn(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    try {
      const text = decode(await this.files.read(inFolder(this.folder, path, '.gitignore')));
      if (!('text' in text)) return around;
      return [...around, { base: path === '' ? '' : `${path}/`, rules: ignore().add(text.text) }];
    } catch {
      return around;
    }
  }
}

function folderLikeDocument(uri: string): string {
  return `\`${baseName(uri)}\` is a folder, though its name ends like a model file. Rename the folder.`;
}
