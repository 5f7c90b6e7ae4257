/**
 * Mocha's usual report on the screen, and the counts as JSON in the file that TEST_COUNTS names, from which test.mjs
 * adds up. A run that dies before its end writes no counts, and so cannot pass for a good one.
 */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

export default class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    /** @type {string[]} */
    const skipped = [];
    runner.on('pending', test => skipped.push(test.fullTitle()));
    runner.on('retry', (test, error) => console.log(`  tried again: ${test.fullTitle()}: ${error.message}`));
    runner.once('end', () => {
      const { passes: passed, failures: failed } = this.stats;
      if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed, failed, skipped }));
    });
  }
}
