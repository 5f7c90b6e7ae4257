import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { formatText } from '../../../server/src/format/format.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('examples and built-in kinds are laid out as the formatter does it', () => {
  const files = globSync(['examples/**/*.ptree', 'server/src/language/library/*.ptree'], { cwd: root });

  it('are found', () => assert(files.length > 30));

  for (const file of files.sort()) {
    it(file, () => {
      const text = readFileSync(root + file, 'utf8');
      assert.deepEqual(formatText(text), { text }, `mend it with: ptree format ${file}`);
    });
  }
});
