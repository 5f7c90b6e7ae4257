/** The suites in a real VS Code: those inside its extension host, and the ones that look at its window. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vsix } from './build.mjs';
import { runInExtensionHost } from './extension-host.mjs';
import { root } from './process.mjs';
import { counted, inPairs, mocha } from './suites.mjs';
import { installHost } from './vscode-host.mjs';
import { installExtension } from './vscode-server.mjs';
import { copyExample } from './workspace-copy.mjs';

/** With trust as a person has it, and the question left out that a new folder raises: the folder is not trusted. */
const untrusted = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** An extension that does nothing: tests need one in development even where an installed one is tested. */
const emptyExtension = join(root, 'test', 'e2e', 'empty-extension');

/** @type {import('./suites.mjs').Suite[]} */
export const editorSuites = [
  { name: 'editor: project', run: () => inCopy('rubin-dm', folder => ({ suite: 'project', folder })) },
  { name: 'editor: installed package', run: installed },
  {
    name: 'editor: untrusted folder',
    run: () => inCopy('quickstart', folder => ({ suite: 'untrusted', folder, settings: untrusted })),
  },
  { name: 'editor: other folder', run: elsewhere },
  { name: 'package', run: mocha('test/e2e/package/**/*.test.ts') },
  { name: 'window', run: windows },
  { name: 'web', run: mocha('test/e2e/web/**/*.test.ts') },
];

/**
 * Runs a suite on a copy of an example.
 * @param {string} example
 * @param {(folder: string) => import('./extension-host.mjs').HostRun} describe
 */
async function inCopy(example, describe) {
  const folder = copyExample(example);
  try {
    return await counted(env => runInExtensionHost(describe(folder), env));
  } finally {
    rmSync(dirname(folder), { recursive: true });
  }
}

/** The package, installed into a profile that has nothing else. */
function installed() {
  return withPackage(extensionsFolder => {
    const run = { suite: 'installed', extension: emptyExtension, extensionsFolder };
    return inCopy('rubin-dm', folder => ({ ...run, folder }));
  });
}

/**
 * Windows with the package, which is installed once for all. They mostly wait for the editor, so that two share a machine well. A busy
 * machine may swallow a click or a key, which a person would give again: a drive that fails is tried once more, and the report names it.
 */
function windows() {
  return withPackage(extensionsFolder => {
    const env = { PTREE_EXTENSIONS: extensionsFolder };
    return mocha('test/e2e/ui/**/*.test.ts', { env, flags: [...inPairs, '--retries', '1'] })();
  });
}

/**
 * Runs something with a folder of extensions that holds the package alone.
 * @param {(extensionsFolder: string) => Promise<import('./suites.mjs').Counts>} run
 */
async function withPackage(run) {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const extensionsFolder = join(profile, 'extensions');
  try {
    await installExtension(await installHost(), vsix, extensionsFolder);
    return await run(extensionsFolder);
  } finally {
    rmSync(profile, { recursive: true });
  }
}

/** A folder in which nothing concerns the extension. */
async function elsewhere() {
  const folder = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  writeFileSync(join(folder, 'notes.md'), '# Notes\n');
  writeFileSync(join(folder, 'package.json'), '{ "name": "other" }\n');
  try {
    return await counted(env => runInExtensionHost({ suite: 'elsewhere', folder }, env));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
