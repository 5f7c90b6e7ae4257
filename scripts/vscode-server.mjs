/** Starts the embedded VS Code and shows it in headless Chromium. See vscode-host.mjs for what is installed. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { endings, mustRun } from './process.mjs';

/** How long the server may take to listen, in milliseconds. */
const startLimit = 60_000;

/** A quiet editor: nothing that asks the network, greets, advertises or writes files by itself. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** VS Code's environment: no extension gallery, and nothing of an editor that this script may run in. */
const quietEnvironment = { NODE_OPTIONS: '', VSCODE_IPC_HOOK_CLI: '', EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/** @typedef {import('./vscode-host.mjs').Host} Host */

/**
 * @typedef {object} Server
 * @property {string} origin such as `http://127.0.0.1:40123`
 * @property {string} token what a page must know to connect
 * @property {string} dataFolder settings, and under it the logs
 * @property {Promise<unknown>} closed settled once the server has ended
 * @property {() => Promise<void>} stop ends the server and removes the folders that were made for it
 */

/**
 * Starts VS Code's server on a free port of this machine, with a connection token.
 * @param {Host} host
 * @param {object} [options]
 * @param {string} [options.dataFolder] user data; made and removed again where none is given
 * @param {string} [options.extensionsFolder] installed extensions; empty where none is given
 * @param {Record<string, unknown>} [options.settings] user settings beside the quiet ones
 * @param {boolean} [options.testable] let a page name extensions to load and tests to run, as a test needs
 * @returns {Promise<Server>}
 */
export async function startServer(host, { dataFolder, extensionsFolder, settings = {}, testable = false } = {}) {
  const temporary = mkdtempSync(join(tmpdir(), 'vscode-'));
  const data = dataFolder ?? join(temporary, 'data');
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    process.execPath,
    [
      host.server,
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--accept-server-license-terms'],
      ...[
        '--telemetry-level',
        'off',
        '--disable-experiments',
        '--disable-update-check',
        '--disable-getting-started-override',
      ],
      ...['--server-data-dir', temporary, '--user-data-dir', data],
      ...['--extensions-dir', extensionsFolder ?? join(temporary, 'extensions')],
      // A built workbench otherwise ignores the extension and the tests that the page's address names.
      ...(testable ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...quietEnvironment, TMPDIR: temporary },
    },
  );
  const closed = new Promise(resolve => child.once('exit', resolve));
  const end = () => {
    endGroup(child);
    rmSync(temporary, { recursive: true, force: true });
  };
  process.once('exit', end);
  for (const signal of endings) process.on(signal, () => process.exit(1));
  const stop = async () => {
    process.off('exit', end);
    await ended(child);
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    return { origin: `http://127.0.0.1:${await listening(child)}`, token, dataFolder: data, closed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Waits for the line in which the server names its port.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>} the port
 */
function listening(child) {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ data) => {
      output += data;
      const port = /host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', code => reject(new Error(`VS Code's server ended with exit code ${code}:\n${output}`)));
    setTimeout(() => reject(new Error(`VS Code's server did not start:\n${output}`)), startLimit).unref();
  });
}

/**
 * Ends a process, gently first.
 * @param {import('node:child_process').ChildProcess} child
 */
async function ended(child) {
  if (child.exitCode !== null || child.signalCode) return;
  const exit = new Promise(resolve => child.once('exit', resolve));
  child.kill();
  const force = setTimeout(() => child.kill('SIGKILL'), 5000);
  await exit;
  clearTimeout(force);
  endGroup(child);
}

/**
 * Ends a process at once, with all that it started: an extension host goes on for a moment after its server.
 * @param {import('node:child_process').ChildProcess} child started as the leader of a group
 */
function endGroup(child) {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing is left of the group.
  }
}

/**
 * Installs a packaged extension.
 * @param {Host} host
 * @param {string} vsix the package
 * @param {string} extensionsFolder
 */
export async function installExtension(host, vsix, extensionsFolder) {
  const data = mkdtempSync(join(tmpdir(), 'vscode-'));
  const folders = ['--extensions-dir', extensionsFolder, '--server-data-dir', data, '--user-data-dir', data];
  await mustRun(process.execPath, [host.server, '--install-extension', vsix, ...folders], { env: quietEnvironment });
  rmSync(data, { recursive: true, force: true });
}

/**
 * The address of the workbench. Paths are absolute.
 * @param {Server} server
 * @param {{ folder?: string, file?: string, extensions?: string[], tests?: string }} what `folder`: the workspace, or a
 *   `.code-workspace` file; `file`: opened in an editor; `extensions` and `tests`: only with a testable server
 */
export function workbenchUrl(server, { folder, file, extensions = [], tests }) {
  // The page's own host must be the authority: another one opens a second, unrelated document.
  const remote = (/** @type {string} */ path) =>
    server.origin.replace('http://', 'vscode-remote://') + path.split('/').map(encodeURIComponent).join('/');
  const payload = [
    ...extensions.map(path => ['extensionDevelopmentPath', remote(path)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
  ];
  const url = new URL(server.origin);
  url.searchParams.set('tkn', server.token);
  if (!folder) url.searchParams.set('ew', 'true');
  else url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * Starts headless Chromium, without any way to the network.
 * @param {Host} host
 */
export function startBrowser(host) {
  const offline = '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1';
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    offline,
  ];
  return chromium.launch({ executablePath: host.browser, args });
}

/**
 * Opens the workbench in a page.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {(line: string) => void} [log] takes what an extension host under test writes to its console
 * @returns {Promise<{ page: import('playwright-core').Page, exit: Promise<number> }>} the page, and the exit code of the
 *   tests that the address named
 */
export async function openWorkbench(browser, url, log = () => {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  /** @type {PromiseWithResolvers<number>} */
  const { promise: exit, resolve } = Promise.withResolvers();
  await page.exposeFunction('codeAutomationExit', resolve);
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) =>
    log(format(...args)),
  );
  await page.goto(url);
  return { page, exit };
}
