import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bundleCommandLine } from '../../../scripts/build.mjs';

const MAIN = resolve(import.meta.dirname, '../../out/cli/ptree.cjs');

// Once for all suites that import this file: what is tested is what ships.
before('the command line is built', () => bundleCommandLine('test/out/cli'));

/** What a command printed, and its exit code. */
export interface Run {
  out: string;
  err: string;
  code: number | null;
}

/** Runs the real command line in a folder, as a user does. */
export function ptree(folder: string, ...words: string[]): Run {
  return ptreeReading('', folder, ...words);
}

/** The same, with a text on its standard input. */
export function ptreeReading(input: string, folder: string, ...words: string[]): Run {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { out: stdout, err: stderr, code: status };
}

/** A temporary folder with these files; gone after the test. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ptree-cli-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  folders.push(folder);
  return folder;
}

const folders: string[] = [];

/** Removes the folders of all tests; call it in `after`. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
