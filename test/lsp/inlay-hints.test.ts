import assert from 'node:assert/strict';
import type { InlayHint } from 'vscode-languageserver';
import { start, type TestServer } from './harness.ts';

const MODEL = `
  // file: main.ptree
  <|package OPS "Operations" {
    service NIGHTLOG "Log of the Night" in OPS {
      """Written by [[POINTING]] each night."""
      owner TJenness, NET
      manager none
      uses POINTING "where it looks", boost_python, night-log, MISSING, "An Undeclared One"
      steward TJenness
      satisfies DMS-REQ-0001, DMS-REQ-0002
      document LSE-61
      reviewed 2026-01 by TJenness
    }
    service OLD "Old Log" { obsolete "Nobody reads it." replaced by NIGHTLOG }|>
    software LATER "Later" { used in NIGHTLOG }
  }
  // file: others.ptree
  extend kind service { field steward person }
  software POINTING "Pointing Component, which turns the telescope to the sky"
  library boost_python "Boost Python"
  library night-log "Night Log"
  person TJenness "Tim Jenness"
  team NET "Networks"
  document LSE-61 "System Requirements"
  requirement DMS-REQ-0001 "First" { satisfied by POINTING }
  requirement DMS-REQ-0002 "Second"
`;

/** `4:19 Tim Jenness`, a line for each hint. */
async function hints(server: TestServer, { file, range }: { file: string; range: object }): Promise<string[]> {
  const params = { textDocument: { uri: server.uri(file) }, range };
  const found = await server.ask<InlayHint[] | null>('textDocument/inlayHint', params);
  return (found ?? []).map(({ position, label }) => `${position.line + 1}:${position.character + 1} ${label}`);
}

const ALL = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

describe('textDocument/inlayHint', () => {
  it('shows the names behind keys of products, people and teams; of nothing else', async () => {
    await using server = await start(MODEL);
    assert.deepEqual(await hints(server, server.mark()), [
      '4:19 Tim Jenness',
      '4:24 Networks',
      '6:18 Pointing Component, which turns the tel…',
      '7:21 Tim Jenness',
      '10:33 Tim Jenness',
      '12:75 Log of the Night',
    ]);
  });

  it('stands right behind the key, before its note', async () => {
    await using server = await start(MODEL);
    const text = (await server.text('main.ptree')).split('\n')[5];
    assert.equal(text.slice(17 - 'POINTING'.length, 17), 'POINTING');
    const params = { textDocument: { uri: server.uri('main.ptree') }, range: ALL };
    const found = await server.ask<InlayHint[]>('textDocument/inlayHint', params);
    const hint = found.find(({ position }) => position.line === 5)!;
    assert.deepEqual([hint.position.character, hint.paddingLeft], [17, true]);
    assert.equal(hint.tooltip, 'Pointing Component, which turns the telescope to the sky');
  });

  it('answers for the lines that are asked for', async () => {
    await using server = await start(MODEL);
    const range = { start: { line: 12, character: 0 }, end: { line: 13, character: 0 } };
    assert.deepEqual(await hints(server, { file: 'main.ptree', range }), ['13:44 Log of the Night']);
    assert.deepEqual(await hints(server, { file: 'main.ptree', range: { ...range, end: range.start } }), []);
  });

  it('says of `satisfied by` which products they are, and nothing of `satisfies`', async () => {
    await using server = await start(MODEL);
    const shown = await hints(server, { file: 'others.ptree', range: ALL });
    assert.deepEqual(shown, ['8:57 Pointing Component, which turns the tel…']);
  });

  it('can be switched off, and the editor is told to look again', async () => {
    await using server = await start(MODEL);
    const asked = new Promise<void>(resolve => {
      server.connection.onRequest('workspace/inlayHint/refresh', () => resolve());
    });
    assert.equal((await hints(server, server.mark())).length, 6);
    await server.reconfigure('ptree', { inlayHints: { enabled: false } });
    await asked;
    assert.deepEqual(await hints(server, server.mark()), []);
  });

  it('heeds the setting from the start', async () => {
    await using server = await start(MODEL, { configuration: { ptree: { inlayHints: { enabled: false } } } });
    assert.deepEqual(await hints(server, server.mark()), []);
  });
});
