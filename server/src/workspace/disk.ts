import { lstat, readdir, readFile } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import type { Files } from './files.ts';

/** Files on this machine's disk. Links to folders are not followed: they may lead in circles. */
export const diskFiles: Files = {
  read: uri => readFile(URI.parse(uri).fsPath),
  async list(uri) {
    const items = await readdir(URI.parse(uri).fsPath, { withFileTypes: true });
    return items
      .filter(item => item.isFile() || item.isDirectory() || item.isSymbolicLink())
      .map(item => ({ name: item.name, kind: item.isDirectory() ? 'folder' : 'file' }));
  },
  async kindOf(uri) {
    const there = await lstat(URI.parse(uri).fsPath).catch(() => undefined);
    return there && (there.isDirectory() ? 'folder' : 'file');
  },
};
