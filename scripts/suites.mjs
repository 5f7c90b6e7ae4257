/** How a suite is run and counted, by what it is: a command that passes or fails, or tests that mocha counts. */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binFolder, mustRun, root, run } from './process.mjs';

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Counts */

/** @typedef {{ name: string, quick?: boolean, run: () => Promise<Counts> }} Suite `quick`: part of `npm run test:quick` */

/**
 * The counts of something that passes or fails as a whole.
 * @param {boolean} good
 * @returns {Counts}
 */
export const whole = good => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: [] });

/**
 * A suite that is one of package.json's scripts: one passed where its exit code is 0.
 * @param {string} name
 * @returns {() => Promise<Counts>}
 */
export const script = name => async () => whole((await run('npm', ['run', '--silent', name])).code === 0);

/** Flags with which mocha runs two files of a suite at a time. */
export const inPairs = ['--parallel', '--jobs', '2'];

/**
 * A suite of tests that mocha runs in Node. That no file fits counts as failed.
 * @param {string} pattern the test files, relative to the repository
 * @param {{ env?: NodeJS.ProcessEnv, flags?: string[] }} [options] what the tests find in the environment, and flags for mocha
 * @returns {() => Promise<Counts>}
 */
export const mocha =
  (pattern, { env = {}, flags = [] } = {}) =>
  async () => {
    const files = globSync(pattern, { cwd: root }).sort();
    if (files.length === 0) {
      console.error(`No file fits ${pattern}.`);
      return whole(false);
    }
    const args = ['--reporter', join(root, 'scripts', 'mocha-reporter.mjs'), '--forbid-only', ...flags, ...files];
    return counted(counts => run(join(binFolder, 'mocha'), args, { env: { ...env, ...counts } }));
  };

/**
 * Runs something whose tests report through mocha-reporter.mjs. A run without counts, or without tests, is a failure.
 * @param {(env: NodeJS.ProcessEnv) => Promise<unknown>} body is given the environment that the tests need
 * @returns {Promise<Counts>}
 */
export async function counted(body) {
  const folder = mkdtempSync(join(tmpdir(), 'counts-'));
  const file = join(folder, 'counts.json');
  try {
    await body({ TEST_COUNTS: file });
    if (!existsSync(file)) {
      console.error('The run ended before its tests did.');
      return whole(false);
    }
    const counts = JSON.parse(readFileSync(file, 'utf8'));
    if (counts.passed + counts.failed + counts.skipped.length > 0) return counts;
    console.error('The run has no tests.');
    return whole(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Whether the generated files are current: generating them again changes nothing in the work tree.
 * @returns {Promise<Counts>}
 */
export async function generatedFilesAreCurrent() {
  const state = async () => (await mustRun('git', ['status', '--porcelain'])) + (await mustRun('git', ['diff']));
  const before = await state();
  await mustRun('npm', ['run', 'generate']);
  const current = (await state()) === before;
  if (!current)
    console.error(
      `"npm run generate" changes these files; commit them:\n${await mustRun('git', ['status', '--short'])}`,
    );
  return whole(current);
}
