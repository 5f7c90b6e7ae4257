/** Folders to work on, so that nothing that is tried changes the repository. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './process.mjs';

/**
 * Copies an example into a new temporary folder, which the caller removes when done.
 * @param {string} name the example's folder, such as `rubin-dm`
 * @param {string} [into] a temporary folder to copy it into, made for this copy where none is given
 * @returns {string} the copy, a folder of the same name
 */
export function copyExample(name, into = temporary()) {
  const copy = join(into, name);
  cpSync(join(root, 'examples', name), copy, { recursive: true });
  return copy;
}

/**
 * Makes a folder in a new temporary folder, which the caller removes when done.
 * @param {string} name
 * @param {Record<string, string>} files texts by path
 * @returns {string} the folder
 */
export function makeFolder(name, files) {
  const folder = join(temporary(), name);
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function temporary() {
  return mkdtempSync(join(tmpdir(), 'product-tree-'));
}
