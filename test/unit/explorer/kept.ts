/** A workspace in memory that is edited, with an explorer that is kept all the while: what it shows, and what a fresh one would. */
import assert from 'node:assert/strict';
import { Explorer } from '../../../server/src/explorer/explorer.ts';
import { type ExplorerView, explorerViews } from '../../../server/src/protocol-explorer.ts';
import type { Files } from '../../../server/src/workspace/files.ts';
import { Workspace } from '../../../server/src/workspace/workspace.ts';
import { countedOneByOne, type Drawn, Expected } from './expected.ts';

/** Where everything stands. */
export const FOLDER = 'file:///p';

/** Files that are nothing but texts by address. */
class Memory implements Files {
  readonly texts = new Map<string, string>();

  async read(uri: string): Promise<Uint8Array> {
    const text = this.texts.get(uri);
    if (text === undefined) throw new Error('There is no such file.');
    return new TextEncoder().encode(text);
  }

  async list(uri: string): Promise<{ name: string; kind: 'file' | 'folder' }[]> {
    const below = [...this.texts.keys()].filter(file => file.startsWith(`${uri}/`));
    const names = below.map(file => file.slice(uri.length + 1).split('/'));
    const kinds = new Map(names.map(([name, ...more]) => [name, more.length > 0 ? 'folder' : 'file'] as const));
    return [...kinds].map(([name, kind]) => ({ name, kind }));
  }

  async kindOf(uri: string): Promise<'file' | 'folder' | undefined> {
    if (this.texts.has(uri)) return 'file';
    return [...this.texts.keys()].some(file => file.startsWith(`${uri}/`)) ? 'folder' : undefined;
  }
}

/** The workspace and its explorer. */
export class Kept {
  private readonly files = new Memory();
  private readonly workspace = new Workspace(this.files, { today: () => '2026-06-15' });
  private readonly explorer: Explorer;

  private constructor() {
    this.explorer = new Explorer(this.workspace);
  }

  /** A workspace with one folder, which is empty. */
  static async start(): Promise<Kept> {
    const kept = new Kept();
    await kept.workspace.load([FOLDER]);
    kept.settle();
    return kept;
  }

  /** The text of a file, undefined where it is gone, as the editor shows it. */
  text(file: string): string | undefined {
    return this.workspace.openText(file) ?? this.files.texts.get(file);
  }

  /** Types a text into a file that is open in the editor; it opens where it was not. */
  type(file: string, text: string): void {
    this.workspace.edit(file, text);
    this.settle();
  }

  /** Saves and closes what is open, then writes files to disk; undefined: they are deleted. All is one batch. */
  async write(texts: ReadonlyMap<string, string | undefined>): Promise<void> {
    for (const [file, text] of texts) {
      if (text === undefined) this.files.texts.delete(file);
      else this.files.texts.set(file, text);
      if (this.workspace.isOpen(file)) await this.workspace.close(file);
    }
    await this.workspace.filesChanged(
      [...texts].map(([uri, text]) => ({ uri, type: text === undefined ? 'deleted' : 'changed' })),
    );
    this.settle();
  }

  /** Fails where anything that is shown differs from what a fresh explorer shows, or a filter shows something else than it should. */
  check(filter: string): void {
    const fresh = new Explorer(this.workspace);
    assert.deepEqual(this.explorer.projects(), fresh.projects(), 'the numbers of the projects');
    assert.deepEqual(this.explorer.projects(), countedOneByOne(this.workspace), 'the numbers, counted one by one');
    const expected = new Expected(this.workspace);
    for (const view of explorerViews) {
      const all = draw(this.explorer, view, '');
      assert.deepEqual(all, draw(fresh, view, ''), view);
      expected.checkSums(view, all);
      const some = draw(this.explorer, view, filter);
      assert.deepEqual(some, draw(fresh, view, filter), `${view}, filtered by ${filter}`);
      assert.deepEqual(lines(some), lines(expected.left(all, filter)), `${view}: what a filter by ${filter} leaves`);
    }
    for (const address of this.workspace.addresses()) this.checkPlaces(address, filter);
  }

  /** Each place is found where it is shown: else it could not be revealed. */
  private checkPlaces(uri: string, filter: string): void {
    for (const { extent } of this.workspace.record(uri)?.entries ?? []) {
      const found = this.explorer.at({ uri, line: extent.line, character: extent.character, filter });
      if (found === null) continue;
      let level: string | undefined;
      for (const node of found.path) {
        const shown = this.explorer.children({ view: found.view, filter, ...(level && { id: level }) });
        assert.deepEqual(
          shown.find(({ id }) => id === node.id),
          node,
          `${found.view}: the way to ${uri}:${extent.line}`,
        );
        level = node.id;
      }
    }
  }

  private settle(): void {
    this.explorer.update(this.workspace.settle());
  }
}

/** A view with everything open. */
function draw(explorer: Explorer, view: ExplorerView, filter: string, id?: string): Drawn[] {
  const nodes = explorer.children({ view, filter, ...(id && { id }) });
  return nodes.map(node => ({ node, below: node.expandable ? draw(explorer, view, filter, node.id) : [] }));
}

/** A drawing as a person reads it. */
function lines(drawn: readonly Drawn[], indent = ''): string[] {
  return drawn.flatMap(({ node: { icon, label, description, counts }, below }) => [
    `${indent}${icon} ${label} "${description}" ${counts.errors}/${counts.warnings}/${counts.notes}`,
    ...lines(below, `${indent}  `),
  ]);
}
