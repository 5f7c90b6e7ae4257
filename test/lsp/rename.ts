/** What tests of rename share: asking for one, and what a project says with every key in its namespace. */
import assert from 'node:assert/strict';
import type { PrepareRenameResult, Range, WorkspaceEdit } from 'vscode-languageserver';
import { Project } from '../../server/src/engine/project.ts';
import { readDocument } from '../../server/src/language/index.ts';
import type { Entry, Range as RecordRange } from '../../server/src/model/record.ts';
import { namespaceOf } from '../../server/src/model/record.ts';
import { libraryRecord } from '../../server/src/workspace/library.ts';
import { readSettings } from '../../server/src/workspace/settings-file.ts';
import type { TestServer } from './harness.ts';

/** `textDocument/rename` from a mark. */
export function rename(server: TestServer, newName: string, mark?: string | number): Promise<WorkspaceEdit | null> {
  return server.ask('textDocument/rename', { ...server.at(mark), newName });
}

/** `textDocument/prepareRename` from a mark. */
export function prepare(server: TestServer, mark?: string | number): Promise<PrepareRenameResult | null> {
  return server.ask('textDocument/prepareRename', server.at(mark));
}

/** The sentence with which a rename is refused. */
export async function refusal(asked: Promise<unknown>): Promise<string> {
  try {
    assert.fail(`answered with ${JSON.stringify(await asked)}`);
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    return (error as Error).message;
  }
}

/** Every change of an edit, as `file:line:column old → new`. */
export async function changes(server: TestServer, edit: WorkspaceEdit | null): Promise<string[]> {
  const lines: string[] = [];
  for (const change of edit?.documentChanges ?? []) {
    assert('textDocument' in change);
    for (const one of change.edits) {
      assert('newText' in one);
      lines.push(`${await server.place(change.textDocument.uri, one.range as Range)} → ${one.newText}`);
    }
  }
  return lines.sort();
}

/**
 * What a project says, places aside, as JSON: a graph of its own is made of the files, and every key stands with the namespace in which it
 * was found: `"document:LSE-61"`; one that nothing declares with `?`.
 */
export async function graphOf(server: TestServer, files: readonly string[]): Promise<string> {
  const project = new Project();
  const library = libraryRecord();
  project.replace(library.document, library);
  for (const file of files) project.replace(file, readDocument(file, await server.text(file)));
  project.settle();
  const { graph } = project;
  const say = (entry: Entry): unknown => {
    const keys = new Map<RecordRange, string>();
    for (const link of graph.linksOf(entry)) {
      const target = graph.resolve(link);
      if (!link.quoted) keys.set(link.range, target ? id(target) : `?:${link.key}`);
    }
    const { key: _, nestedIn, description, ...rest } = entry;
    let at = 0;
    const text = description?.text.replace(/\[\[[^\]]+\]\]/g, () => keys.get(description.mentions[at++].range)!);
    const stated = JSON.parse(
      JSON.stringify({ ...rest, description: text }, (name, value) => {
        if (name === 'range' || name === 'extent') return undefined;
        const key = keys.get(value?.range);
        if (key) return { ...value, text: key };
        return name === 'text' && /^[A-Z\d-]+\.[a-z-]+$/.test(value) ? `kind:${value}` : value;
      }),
    );
    return { id: id(entry), in: nestedIn && `product:${nestedIn}`, ...stated };
  };
  const said = files.map(file => graph.record(file)!.entries.map(say));
  const settings = await server.text('product-tree.json').catch(() => '{}');
  const rules = Object.entries(readSettings(settings).rules.severities).map(([rule, to]) => [`kind:${rule}`, to]);
  return JSON.stringify([said, rules], null, 1);
}

const id = (entry: Entry): string => `${namespaceOf(entry.type)}:${entry.key}`;
