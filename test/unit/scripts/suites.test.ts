import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { counted, mocha } from '../../../scripts/suites.mjs';

describe('a suite', () => {
  const failure = { passed: 0, failed: 1, skipped: [] };

  it('has the counts that its tests report', async () => {
    const counts = { passed: 3, failed: 1, skipped: ['one that waits'] };
    assert.deepEqual(await counted(async env => writeFileSync(env.TEST_COUNTS!, JSON.stringify(counts))), counts);
  });

  it('fails where it ends before its tests do', async () => {
    assert.deepEqual(await counted(async () => {}), failure);
  });

  it('fails where it has no tests', async () => {
    const none = JSON.stringify({ passed: 0, failed: 0, skipped: [] });
    assert.deepEqual(await counted(async env => writeFileSync(env.TEST_COUNTS!, none)), failure);
    assert.deepEqual(await mocha('test/no-such-folder/**/*.test.ts')(), failure);
  });
});
