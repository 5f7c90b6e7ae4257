import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../../scripts/process.mjs';
import { installHost } from '../../../scripts/vscode-host.mjs';
import { startBrowser } from '../../../scripts/vscode-server.mjs';

/** The folder that the page serves; its address is nothing that a disk has. */
const folder = 'memory:/quickstart';
const example = join(root, 'examples', 'quickstart');
const texts = Object.fromEntries(
  readdirSync(example).map(name => [`${folder}/${name}`, readFileSync(join(example, name), 'utf8')]),
);

/** A message between the page and the worker, as JSON-RPC has it. */
interface RpcMessage {
  id?: number | string;
  method?: string;
  params?: { uri?: string; diagnostics?: { code: string }[]; items?: unknown[] };
  result?: unknown;
  error?: { message: string };
}

/**
 * The page's script: starts the worker and is its client. It answers what the server asks, from the texts alone, and notes findings.
 * It runs in the browser, so it uses nothing from around it.
 */
const pageScript = `
  const worker = new Worker('/server-browser.js');
  const waiting = new Map();
  window.findings = {};
  window.failures = [];
  worker.onerror = event => window.failures.push(event.message);
  const names = uri => Object.keys(texts).filter(one => one.startsWith(uri + '/')).map(one => one.slice(uri.length + 1));
  const answers = {
    'ptree/files/read': ({ uri }) => btoa(unescape(encodeURIComponent(texts[uri]))),
    'ptree/files/list': ({ uri }) => names(uri).map(name => ({ name, kind: 'file' })),
    'ptree/files/kindOf': ({ uri }) => (uri in texts ? 'file' : names(uri).length > 0 ? 'folder' : null),
    'workspace/configuration': ({ items }) => items.map(() => null),
  };
  worker.onmessage = ({ data }) => {
    if (data.method === undefined) {
      waiting.get(data.id)(data);
      waiting.delete(data.id);
    } else if (data.id !== undefined) {
      try {
        const result = answers[data.method]?.(data.params) ?? null;
        worker.postMessage({ jsonrpc: '2.0', id: data.id, result });
      } catch (error) {
        worker.postMessage({ jsonrpc: '2.0', id: data.id, error: { code: -32603, message: String(error) } });
      }
    } else if (data.method === 'textDocument/publishDiagnostics') {
      window.findings[data.params.uri] = data.params.diagnostics.map(({ code }) => code);
    }
  };
  let last = 0;
  window.ask = (method, params) =>
    new Promise(resolve => {
      waiting.set(++last, resolve);
      worker.postMessage({ jsonrpc: '2.0', id: last, method, params });
    });
  window.tell = (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params });
`;

describe('the server in a web worker', function () {
  this.timeout(60_000);
  let server: Server;
  let browser: Browser;
  let page: Page;

  const ask = async <R>(method: string, params: object): Promise<R> => {
    const call = `window.ask(${JSON.stringify(method)}, ${JSON.stringify(params)})`;
    const { result, error } = (await page.evaluate(call)) as RpcMessage;
    assert.equal(error, undefined);
    return result as R;
  };

  before(async () => {
    const html = `<!doctype html><script>const texts = ${JSON.stringify(texts)};${pageScript}</script>`;
    server = createServer((request, response) => {
      const isWorker = request.url === '/server-browser.js';
      response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(isWorker ? readFileSync(join(root, 'dist', 'server-browser.js')) : html);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    browser = await startBrowser(await installHost());
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await ask('initialize', {
      processId: null,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'quickstart' }],
      capabilities: {},
    });
    await page.evaluate("window.tell('initialized', {})");
  });

  after(async () => {
    await browser?.close();
    server?.close();
  });

  it('reads the folder through its client, and finds what is wrong', async () => {
    const summary = await ask<{ projects: number; products: number }>('ptree/check', {});
    assert.equal(summary.projects, 1);
    assert.ok(summary.products > 3, `${summary.products} products`);
    const found = (await page.evaluate('window.findings')) as Record<string, string[]>;
    assert.ok(found[`${folder}/hospital.ptree`]?.includes('facility.hosts'), JSON.stringify(found));
    assert.deepEqual(await page.evaluate('window.failures'), []);
  });

  it('leads from a name to what it stands for', async () => {
    const uri = `${folder}/hospital.ptree`;
    const lines = texts[uri].split('\n');
    const line = lines.findIndex(text => text.includes('hosts RECORDS'));
    const position = { line, character: lines[line].indexOf('RECORDS') + 2 };
    const found = await ask<{ targetUri?: string; uri?: string; range?: { start: { line: number } } }[]>(
      'textDocument/definition',
      { textDocument: { uri }, position },
    );
    const [target] = [found].flat();
    assert.equal(target.uri ?? target.targetUri, uri);
    assert.match(lines[target.range!.start.line], /service RECORDS "Patient Records"/);
  });
});
