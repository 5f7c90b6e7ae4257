import { canonical, isWithin } from './addresses.ts';
import { isDocument, Walk } from './discover.ts';
import { type Files, type FileText, readText } from './files.ts';
import { isSettings } from './settings-file.ts';

/** A change of a file or folder outside the editor. */
export interface FileChange {
  uri: string;
  type: 'created' | 'changed' | 'deleted';
}

/** What has become of files and folders that changed. */
export interface Seen {
  /** Addresses where nothing is any more that counts; all below them is gone too. */
  gone: Set<string>;
  texts: Map<string, FileText>;
  unreadable: { uri: string; message: string }[];
}

/** One look at what stands in the workspace's folders now; it remembers what it has read, so that a batch of events costs little. */
export class Look {
  private readonly files: Files;
  private readonly walks: ReadonlyMap<string, Walk>;

  constructor(files: Files, folders: Iterable<string>, excluded: (path: string) => boolean) {
    this.files = files;
    this.walks = new Map([...folders].map(folder => [folder, new Walk(files, folder, excluded)]));
  }

  /** Reads what files and folders that changed have become; what is neither a document nor a project file is of no interest. */
  async take(changes: readonly FileChange[]): Promise<Seen> {
    const seen: Seen = { gone: new Set(), texts: new Map(), unreadable: [] };
    const wanted: string[] = [];
    for (const { uri, type } of changes) {
      const address = canonical(uri);
      const there = type === 'deleted' ? undefined : await this.at(address);
      if (there === undefined) seen.gone.add(address);
      else if (there.kind === 'folder') {
        const { documents, projectFiles, unreadable } = await there.walk.find(address);
        wanted.push(...projectFiles, ...documents);
        seen.unreadable.push(...unreadable);
      } else if (isDocument(address) || isSettings(address)) wanted.push(address);
    }
    for (const address of new Set(wanted)) seen.texts.set(address, await readText(this.files, address));
    return seen;
  }

  /** The walk through the workspace folder of which something is part; undefined where all leave it out, or where it is gone. */
  private async at(address: string): Promise<{ kind: 'file' | 'folder'; walk: Walk } | undefined> {
    const walks = [...this.walks].filter(([folder]) => isWithin(folder, address));
    const kind = walks.length > 0 ? await this.files.kindOf(address) : undefined;
    if (kind === undefined) return undefined;
    for (const [, walk] of walks) if (!(await walk.leavesOut(address, kind))) return { kind, walk };
    return undefined;
  }
}
