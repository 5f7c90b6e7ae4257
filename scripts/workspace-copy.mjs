/** A copy of an example to work on, so that nothing that is tried changes the repository. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './process.mjs';

/**
 * Copies an example into a new temporary folder, which the caller removes when done.
 * @param {string} name the example's folder, such as `rubin-dm`
 * @returns {string} the copy, a folder of the same name
 */
export function copyExample(name) {
  const copy = join(mkdtempSync(join(tmpdir(), 'product-tree-')), name);
  cpSync(join(root, 'examples', name), copy, { recursive: true });
  return copy;
}
