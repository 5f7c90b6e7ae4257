/**
 * `npm start` opens a copy of the large example in an editor with the extension: in desktop VS Code where `code` is on
 * the PATH, else in the embedded one, whose address it prints. A line says when the extension is ready.
 *
 * `npm start -- --check` opens the embedded one in headless Chromium, and ends with exit code 0 where the extension
 * started and showed its findings, else 1.
 */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundle, packageExtension, vsix } from './build.mjs';
import { main, mustRun, onPath, run } from './process.mjs';
import { installHost } from './vscode-host.mjs';
import { installExtension, openWorkbench, startBrowser, startServer, workbenchUrl } from './vscode-server.mjs';
import { copyExample } from './workspace-copy.mjs';

/** What the extension writes into its output channel, and with it into a log file, once all findings are there. */
const readyLine = /Product Tree is ready: .*/;

/** How long `--check` waits, in milliseconds. */
const checkLimit = 90_000;

/**
 * Waits until the extension says in the logs of an editor that it is ready.
 * @param {string} dataFolder the editor's user data
 * @returns {Promise<string>} the line that says so
 */
async function ready(dataFolder) {
  for (;;) {
    for (const log of globSync('**/*Product Tree.log', { cwd: dataFolder })) {
      const line = readyLine.exec(readFileSync(join(dataFolder, log), 'utf8'))?.[0];
      if (line) return line;
    }
    await sleep(300, undefined, { ref: false });
  }
}

/**
 * Opens the folder in desktop VS Code, with a profile of its own, until its window is closed.
 * @param {string} folder
 * @param {string} profile
 */
async function openDesktop(folder, profile) {
  const data = join(profile, 'data');
  const flags = ['--user-data-dir', data, '--extensions-dir', join(profile, 'extensions')];
  await mustRun('code', [...flags, '--install-extension', vsix]);
  console.log(`Desktop VS Code opens ${folder}. This command ends when its window is closed.`);
  const closed = run('code', [...flags, '--new-window', '--wait', '--disable-workspace-trust', folder]);
  const line = await Promise.race([ready(data), closed]);
  if (typeof line === 'string') console.log(line);
  return (await closed).code;
}

/**
 * Opens the folder in the embedded VS Code.
 * @param {string} folder
 * @param {string} profile
 * @param {boolean} check look at it in headless Chromium and end, instead of serving it until a signal comes
 */
async function openEmbedded(folder, profile, check) {
  const host = await installHost();
  const extensionsFolder = join(profile, 'extensions');
  await installExtension(host, vsix, extensionsFolder);
  const server = await startServer(host, { dataFolder: join(profile, 'data'), extensionsFolder });
  try {
    const url = workbenchUrl(server, { folder });
    if (check) return await findingsArrive(host, url, server.dataFolder);
    console.log(`Open this address in a browser. Ctrl+C ends the editor.\n\n    ${url}\n`);
    void ready(server.dataFolder).then(console.log);
    await server.closed;
  } finally {
    await server.stop();
  }
}

/**
 * Whether the extension starts and its findings reach the Problems panel.
 * @param {import('./vscode-host.mjs').Host} host
 * @param {string} url
 * @param {string} dataFolder
 * @returns {Promise<number>} the exit code
 */
async function findingsArrive(host, url, dataFolder) {
  const browser = await startBrowser(host);
  try {
    const { page } = await openWorkbench(browser, url);
    const line = await Promise.race([ready(dataFolder), sleep(checkLimit, undefined, { ref: false })]);
    if (!line) throw new Error(`The extension was not ready in ${checkLimit / 1000} s.`);
    console.log(line);
    const problems = page.locator('#status\\.problems a[aria-label]', { hasText: /[1-9]/ });
    // The editor takes findings over in slices: it has all once the numbers stay as they are.
    let shown = await problems.getAttribute('aria-label');
    for (let before; before !== shown; shown = await problems.getAttribute('aria-label')) {
      before = shown;
      await sleep(1500);
    }
    console.log(`The editor shows: ${shown}.`);
    return 0;
  } finally {
    await browser.close();
  }
}

await main(async () => {
  const check = process.argv.includes('--check');
  await bundle();
  await packageExtension();
  const folder = copyExample('rubin-dm');
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const remove = () => {
    for (const path of [dirname(folder), profile]) rmSync(path, { recursive: true, force: true });
  };
  process.once('exit', remove);
  return !check && onPath('code') ? openDesktop(folder, profile) : openEmbedded(folder, profile, check);
});
