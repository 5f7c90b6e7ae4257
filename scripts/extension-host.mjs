/** Runs one suite of test/e2e/host/ inside a real extension host. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from './process.mjs';

/**
 * @typedef {object} HostRun
 * @property {string} suite the file's name in test/e2e/host/ without `.test.ts`
 * @property {string} folder the workspace
 * @property {string} [extension] the folder of the extension under development; this one where none is given
 * @property {string} [extensionsFolder] installed extensions
 * @property {Record<string, unknown>} [settings] user settings
 */

/**
 * Runs the suite in an empty profile. The result is in the file that TEST_COUNTS names.
 * @param {HostRun} run
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>} whatever the tests' result: the counts tell
 */
export async function runInExtensionHost({ suite, folder, extension = root, extensionsFolder, settings = {} }, env) {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  mkdirSync(join(profile, 'data', 'User'), { recursive: true });
  writeFileSync(join(profile, 'data', 'User', 'settings.json'), JSON.stringify(settings));
  try {
    await runTests({
      vscodeExecutablePath: join(root, 'test', 'e2e', 'driver.mjs'),
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(root, 'test', 'out', 'host', 'run.cjs'),
      extensionTestsEnv: { ...env, TEST_SUITE: suite },
      launchArgs: [
        folder,
        `--user-data-dir=${join(profile, 'data')}`,
        `--extensions-dir=${extensionsFolder ?? join(profile, 'extensions')}`,
      ],
    });
  } catch (error) {
    console.error(String(error));
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
