/** Rename in the whole of the example, which refers to each of these keys from many places. */
import assert from 'node:assert/strict';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { start } from './harness.ts';
import { changes, graphOf } from './rename.ts';

const example = join(import.meta.dirname, '..', '..', 'examples', 'rubin-dm');

/** Where a key of each namespace is declared, its new key, and how many places must change at least. */
const RENAMES: readonly [namespace: string, file: string, declaration: string, to: string, atLeast: number][] = [
  ['product', 'prompt/services.ptree', 'service PRPRSRV', 'PROMPT.PROCESSING', 4],
  ['party', 'registry/people.ptree', 'person KTLim', 'KLim', 10],
  ['document', 'registry/documents.ptree', 'document LSE-61', 'LSE-061', 100],
  ['requirement', 'registry/requirements.ptree', 'requirement DMS-REQ-0008', 'DMS-REQ-8', 10],
  ['repository', 'registry/repositories.ptree', 'repository lsst/daf_butler', 'lsst/data/butler', 5],
];

describe('Rename in the example', function () {
  this.timeout(60_000);

  for (const [namespace, file, declaration, to, atLeast] of RENAMES) {
    const [type, key] = declaration.split(' ');
    it(`of the ${namespace} ${key} keeps all else and all findings as they are`, async () => {
      const prepare = (folder: string): Promise<void> => cp(example, folder, { recursive: true });
      await using server = await start('', { open: [], prepare });
      const files = (await readdir(example, { recursive: true })).filter(name => name.endsWith('.ptree')).sort();
      const findings = async (): Promise<string[]> => {
        const lines = await server.problems();
        return lines.map(line => line.replaceAll(key, '§').replaceAll(to, '§').replace(/:\d+ /, ' ')).sort();
      };
      const before = { graph: await graphOf(server, files), findings: await findings() };
      assert(before.findings.length > 50, 'the example has findings');

      const text = await server.text(file);
      const offset = text.indexOf(`${declaration} "`) + type.length + 1;
      const position = TextDocument.create('', '', 0, text).positionAt(offset);
      const edit = await server.ask<WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri: server.uri(file) },
        position,
        newName: to,
      });
      const changed = await changes(server, edit);
      assert(changed.length >= atLeast, `${changed.length} places`);
      assert(changed.every(line => line.endsWith(` ${key} → ${to}`)));
      await server.apply(edit);

      const whole = new RegExp(`\\b${namespace}:${key}(?![\\w./-]*\\w)`, 'g');
      assert.equal(await graphOf(server, files), before.graph.replaceAll(whole, `${namespace}:${to}`));
      assert.deepEqual(await findings(), before.findings);
    });
  }
});
