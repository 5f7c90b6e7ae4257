/**
 * `npm test` runs every suite and ends with the sum of their counts; `npm run test:quick` (--quick) leaves out what takes
 * longer than two minutes. With `--only NAME`, repeatable, it runs the suites of these names; with `--seed NUMBER`, random tests
 * begin from that number.
 *
 * A skipped test is printed by name; where CI is set in the environment it counts as failed. Exit code: 0 where nothing
 * failed, else 1.
 */
import { parseArgs } from 'node:util';
import { bundle, bundleForTests, bundleHostTests, packageExtension } from './build.mjs';
import { installDebianPackages } from './debian.mjs';
import { editorSuites } from './editor-suites.mjs';
import { Missing, main, onPath } from './process.mjs';
import { generatedFilesAreCurrent, inPairs, mocha, script, whole } from './suites.mjs';

/** What all that follow run on; in every choice. Where it fails, nothing more is run. */
const build = {
  name: 'build',
  quick: true,
  run: async () => {
    await bundle();
    await bundleForTests();
    await bundleHostTests();
    await packageExtension();
    process.env.PTREE_BUILT = 'yes';
    return whole(true);
  },
};

/** @type {import('./suites.mjs').Suite[]} */
const suites = [
  { name: 'types', quick: true, run: script('types') },
  { name: 'lint', quick: true, run: script('lint') },
  { name: 'dead code', run: script('knip') },
  { name: 'generated files', run: generatedFilesAreCurrent },
  build,
  // No file of these shares anything with another.
  { name: 'unit', quick: true, run: mocha('test/unit/**/*.test.ts', { flags: inPairs }) },
  { name: 'lsp', quick: true, run: mocha('test/lsp/**/*.test.ts', { flags: inPairs }) },
  { name: 'recovery', run: mocha('test/fuzz/**/*.test.ts', { flags: inPairs }) },
  { name: 'preview', run: mocha('test/webview/**/*.test.ts', { flags: inPairs }) },
  ...editorSuites,
  { name: 'other editors', run: otherEditors },
];

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string', multiple: true }, seed: { type: 'string' } },
});
// Tests of random texts and edits read it, print it, and have one of their own otherwise.
if (values.seed !== undefined) process.env.PTREE_SEED = values.seed;

await main(async () => {
  const only = values.only && [build.name, ...values.only];
  const chosen = suites.filter(({ name, quick }) => only?.includes(name) ?? (quick || !values.quick));
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  for (const suite of chosen) {
    console.log(`\n── ${suite.name}`);
    const start = Date.now();
    const { passed, failed, skipped } = await counts(suite);
    for (const name of skipped) console.log(`skipped: ${suite.name}: ${name}`);
    const skipsFail = Boolean(process.env.CI);
    sum.passed += passed;
    sum.failed += failed + (skipsFail ? skipped.length : 0);
    sum.skipped += skipsFail ? 0 : skipped.length;
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    lines.push(`${suite.name}: ${passed} passed, ${failed} failed, ${skipped.length} skipped in ${seconds} s`);
    console.log(lines.at(-1));
    if (suite === build && failed > 0) break;
  }
  console.log(`\n${lines.join('\n')}\n`);
  console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`);
  return sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});

/**
 * Runs a suite; an error that it throws is one failure, and one that says what this machine lacks ends the run.
 * @param {import('./suites.mjs').Suite} suite
 */
async function counts(suite) {
  try {
    return await suite.run();
  } catch (error) {
    if (error instanceof Missing) throw error;
    console.error(error);
    return whole(false);
  }
}

/** The server under an editor that is not ours. Where Neovim cannot be installed, its test says that it is skipped. */
async function otherEditors() {
  if (!onPath('nvim') && onPath('apt-get') && process.getuid?.() === 0) {
    await installDebianPackages(['neovim'], "A test needs Debian's Neovim, which this machine lacks.");
  }
  return mocha('test/editors/**/*.test.ts')();
}
