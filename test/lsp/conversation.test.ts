import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { LSPErrorCodes } from 'vscode-languageserver';
import { shared, start } from './harness.ts';

const root = join(import.meta.dirname, '..', '..');
const TEXT = 'service A "Alpha" { uses <|>B }\ncots B "Beta"';

describe('A cancelled request', () => {
  const on = shared(TEXT);
  const position = { line: 0, character: 25 };
  const context = { includeDeclaration: true };
  const requests: [string, object][] = [
    ['textDocument/definition', { position }],
    ['textDocument/typeDefinition', { position }],
    ['textDocument/implementation', { position }],
    ['textDocument/references', { position, context }],
    ['textDocument/documentHighlight', { position }],
    ['textDocument/hover', { position }],
    ['textDocument/completion', { position }],
    ['textDocument/prepareRename', { position }],
    ['textDocument/rename', { position, newName: 'C' }],
    ['textDocument/documentSymbol', {}],
    ['textDocument/foldingRange', {}],
    ['workspace/symbol', { query: 'A' }],
  ];
  for (const [method, params] of requests) {
    it(`${method} is answered with the error RequestCancelled, never with a result`, async () => {
      const { server } = on;
      const all = { ...params, textDocument: { uri: server.uri('main.ptree') } };
      const { result, error } = await server.askAndCancel(method, all);
      assert.equal(result, undefined);
      assert.equal(error?.code, LSPErrorCodes.RequestCancelled);
      // The same question, not cancelled, is answered.
      await server.ask(method, all);
    });
  }

  it('loses nothing: what was typed before it counts', async () => {
    await using server = await start(TEXT);
    await server.replace('main.ptree', 'cots B', 'cots C');
    const { error } = await server.askAndCancel('textDocument/hover', server.at());
    assert.equal(error?.code, LSPErrorCodes.RequestCancelled);
    assert.ok((await server.problems()).some(line => line.startsWith('main.ptree:1:26 error unresolved')));
  });

  it('is recognised, since one copy of vscode-jsonrpc is installed', () => {
    // With two, an error that one copy makes is no error to the other, and a cancelled request looks answered.
    const copies = globSync('node_modules/**/vscode-jsonrpc/package.json', { cwd: root });
    const installed = copies.filter(path => !path.includes(join('typescript', 'vendor')));
    assert.deepEqual(installed, [join('node_modules', 'vscode-jsonrpc', 'package.json')]);
    assert.equal(globSync('node_modules/**/vscode-languageserver-protocol/package.json', { cwd: root }).length, 1);
  });
});

describe('A request', () => {
  it('waits while the workspace loads, and answers from all of it', async () => {
    const many = Array.from({ length: 200 }, (_, n) => `// file: f${n}.ptree\nhardware H${n} "Number ${n}" { uses B }`);
    await using server = await start(`${many.join('\n')}\n// file: main.ptree\nhardware <|>B "Beta"\n`);
    assert.equal((await server.references()).length, 200);
    await using fresh = await start(`${many.join('\n')}\n// file: main.ptree\nhardware <|>B "Beta"\n`, {
      waits: false,
    });
    assert.equal((await fresh.references()).length, 200);
  });

  it('about a file that the server does not know is answered with nothing', async () => {
    await using server = await start(TEXT);
    const textDocument = { uri: server.uri('unknown.ptree') };
    const position = { line: 3, character: 3 };
    for (const method of ['definition', 'hover', 'documentSymbol', 'foldingRange', 'documentHighlight', 'references']) {
      assert.equal(
        await server.ask(`textDocument/${method}`, { textDocument, position, context: { includeDeclaration: true } }),
        null,
      );
    }
  });

  it('beyond the end of a file is answered with nothing', async () => {
    await using server = await start(TEXT);
    const params = { ...server.at(), position: { line: 999, character: 999 } };
    assert.equal(await server.ask('textDocument/definition', params), null);
    assert.equal(await server.ask('textDocument/hover', params), null);
  });
});

describe('The end', () => {
  it('`shutdown` and `exit` end the process with 0, whatever it is doing', async () => {
    const many = Array.from({ length: 300 }, (_, n) => `// file: f${n}.ptree\nhardware H${n} "Number ${n}"`);
    const server = await start(many.join('\n'), { waits: false });
    await server.stop();
    assert.equal(server.process.exitCode, 0);
  });

  it('`exit` without `shutdown` ends it with 1', async () => {
    const server = await start(TEXT);
    const ended = new Promise(resolve => server.process.once('exit', resolve));
    await server.connection.sendNotification('exit');
    assert.equal(await ended, 1);
    await assert.rejects(server.stop());
  });

  it('a client that goes away takes it along', async () => {
    const server = await start(TEXT);
    const ended = new Promise(resolve => server.process.once('exit', resolve));
    server.process.stdin.end();
    assert.equal(await ended, 1);
    await assert.rejects(server.stop());
  });
});
