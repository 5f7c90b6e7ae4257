#!/usr/bin/env node
/**
 * Takes the command line of the desktop VS Code and runs the tests it names in the embedded one, so that
 * `runTests` of @vscode/test-electron can be given this file as its executable:
 *
 *     driver.mjs FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--user-data-dir=DIR] [--extensions-dir=DIR]
 *
 * Settings, workspace trust among them, are those of `User/settings.json` under the user data. Other flags are ignored.
 * The exit code is that of the tests; 1 where they give none in five minutes.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main, root } from '../../scripts/process.mjs';
import { installHost } from '../../scripts/vscode-host.mjs';
import { openWorkbench, startBrowser, startServer, workbenchUrl } from '../../scripts/vscode-server.mjs';

const limit = 300_000;

/** Lines that VS Code itself writes to the console of its extension host. */
const noise =
  /^(\[(AgentHost|reconnection|AccountPolicy)|Ignoring fetching additional builtin|\[Service Worker\]|Creating a socket|Resolv(ing|ed) connection token|Updating additional builtin)/;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true, default: [] },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

/** @param {unknown} path */
const absolute = path => (typeof path === 'string' ? resolve(path) : undefined);

/** @param {string | undefined} dataFolder */
function userSettings(dataFolder) {
  const file = dataFolder && join(dataFolder, 'User', 'settings.json');
  return file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

await main(async () => {
  const host = await installHost();
  const dataFolder = absolute(values['user-data-dir']);
  const extensionsFolder = absolute(values['extensions-dir']);
  const settings = userSettings(dataFolder);
  const server = await startServer(host, { dataFolder, extensionsFolder, settings, testable: true });
  const browser = await startBrowser(host);
  try {
    const url = workbenchUrl(server, {
      folder: absolute(positionals[0]),
      extensions: /** @type {string[]} */ (values.extensionDevelopmentPath).map(path => resolve(path)),
      tests: absolute(values.extensionTestsPath),
    });
    const { page, exit } = await openWorkbench(browser, url, line => noise.test(line) || console.log(line));
    const late = new Promise(resolve => setTimeout(resolve, limit, undefined).unref());
    const code = await Promise.race([exit, late]);
    if (code !== undefined) return code;
    const picture = join(root, 'test', 'out', 'pictures', 'no-answer.png');
    mkdirSync(join(picture, '..'), { recursive: true });
    await page.screenshot({ path: picture });
    console.error(`The tests gave no exit code in ${limit / 1000} s. A picture of the editor: ${picture}`);
    return 1;
  } finally {
    await browser.close();
    await server.stop();
  }
});
