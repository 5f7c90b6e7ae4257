import { isWithin } from './addresses.ts';
import { Walk } from './discover.ts';
import type { Files } from './files.ts';

/** One look at what stands in the workspace's folders now; it remembers what it has read, so that a batch of events costs little. */
export class Look {
  private readonly files: Files;
  private readonly walks: ReadonlyMap<string, Walk>;

  constructor(files: Files, folders: Iterable<string>, excluded: (path: string) => boolean) {
    this.files = files;
    this.walks = new Map([...folders].map(folder => [folder, new Walk(files, folder, excluded)]));
  }

  /** The walk through the workspace folder of which something is part; undefined where all leave it out, or where it is gone. */
  async at(address: string): Promise<{ kind: 'file' | 'folder'; walk: Walk } | undefined> {
    const walks = [...this.walks].filter(([folder]) => isWithin(folder, address));
    const kind = walks.length > 0 ? await this.files.kindOf(address) : undefined;
    if (kind === undefined) return undefined;
    for (const [, walk] of walks) if (!(await walk.leavesOut(address, kind))) return { kind, walk };
    return undefined;
  }
}
