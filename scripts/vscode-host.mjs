/**
 * Installs the embedded VS Code: the real workbench and the real extension host, as the npm package code-server ships
 * them, with Chromium to show it. It needs nothing but the package registries, where the desktop VS Code is a download
 * from elsewhere. It goes into an ignored folder, on demand, as it takes 600 MB and a minute.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { installDebianPackages } from './debian.mjs';
import { Missing, main, mustRun, onPath, root } from './process.mjs';

/** The version of the npm package; VS Code's own is 1.139.1. */
const version = '4.139.1';

/** Where it goes. */
export const hostFolder = join(root, '.vscode-host');

/** The package inside code-server that is VS Code itself. */
const codeFolder = join(hostFolder, 'node_modules', 'code-server', 'lib', 'vscode');

/** Written last, so that an interrupted installation is not taken for a whole one. */
const marker = join(hostFolder, 'installed.json');

/** The two modules that have to be compiled; all others bring binaries. */
const compiledModules = ['@vscode/spdlog', '@vscode/native-watchdog'];

/** Where Chromium or Chrome may be; the first that exists is taken, the environment's CHROMIUM before all. */
const browsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @typedef {{ server: string, browser: string }} Host the script of VS Code's server and the browser's executable */

/**
 * Installs what is missing of the embedded VS Code.
 * @returns {Promise<Host>}
 * @throws {Missing} where this machine lacks something that cannot be installed from here
 */
export async function installHost() {
  if (process.platform === 'win32') throw new Missing('The embedded VS Code runs on Linux and macOS, not on Windows.');
  await installSystemPackages();
  const recipe = JSON.stringify({ version, node: process.version, arch: process.arch });
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== recipe) {
    console.log('Installing the embedded VS Code into .vscode-host …');
    await installCode();
    writeFileSync(marker, recipe);
  }
  const browser = findBrowser();
  if (!browser) throw new Missing('Chromium or Chrome is missing. Set CHROMIUM to the path of one.');
  return { server: join(codeFolder, 'out', 'server-main.js'), browser };
}

/** @returns {string | undefined} the path of a Chromium or Chrome on this machine */
export function findBrowser() {
  return [process.env.CHROMIUM, ...browsers].find(path => path && existsSync(path));
}

/** Chromium and a compiler, through apt where that is at hand and allowed. */
async function installSystemPackages() {
  const missing = findBrowser() ? [] : ['chromium'];
  if (!existsSync(marker)) {
    for (const [command, name] of [
      ['make', 'make'],
      ['g++', 'g++'],
      ['python3', 'python3'],
    ]) {
      if (!onPath(command)) missing.push(name);
    }
  }
  await installDebianPackages(missing, `The embedded VS Code needs ${missing.join(', ')}, which this machine lacks.`);
}

/**
 * The npm package without its install scripts, which would compile a dozen modules that are not used here and ask for
 * Kerberos headers; then VS Code's own packages, and the two modules that do need compiling.
 */
async function installCode() {
  rmSync(hostFolder, { recursive: true, force: true });
  mkdirSync(hostFolder, { recursive: true });
  writeFileSync(join(hostFolder, 'package.json'), '{ "name": "vscode-host", "private": true }');
  await npm(hostFolder, 'install', '--ignore-scripts', `code-server@${version}`);
  await npm(codeFolder, 'install', '--omit=dev', '--ignore-scripts');
  await npm(codeFolder, 'rebuild', ...compiledModules);
}

/**
 * Runs npm in a folder outside the project, on this Node and with this Node's headers where its package has them.
 * @param {string} cwd
 * @param {string[]} args
 */
async function npm(cwd, ...args) {
  const nodeFolder = dirname(dirname(process.execPath));
  const headers = existsSync(join(nodeFolder, 'include', 'node')) ? { npm_config_nodedir: nodeFolder } : {};
  const env = {
    ...headers,
    npm_config_local_prefix: cwd,
    PATH: dirname(process.execPath) + delimiter + process.env.PATH,
  };
  const flags = ['--no-audit', '--no-fund'];
  const cli = process.env.npm_execpath;
  if (cli) await mustRun(process.execPath, [cli, ...args, ...flags], { cwd, env });
  else await mustRun('npm', [...args, ...flags], { cwd, env });
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    const host = await installHost();
    console.log(`VS Code: ${host.server}\nBrowser: ${host.browser}`);
  });
}
