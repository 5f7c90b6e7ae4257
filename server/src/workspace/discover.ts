import ignore, { type Ignore } from 'ignore';
import { inFolder } from './addresses.ts';
import { decode, type Files } from './files.ts';
import { PROJECT_FILE } from './settings-file.ts';

/** What a walk through a folder found. */
export interface Discovered {
  /** Addresses of the `.ptree` files. */
  documents: string[];
  /** Addresses of the `product-tree.json` files. */
  projectFiles: string[];
  /** Folders named like documents, and folders that could not be read, with a sentence each. */
  unreadable: { uri: string; message: string }[];
}

/** Whether an address is that of a document of the language. */
export function isDocument(uri: string): boolean {
  return /\.ptree$/i.test(uri);
}

/**
 * Finds the documents and project files below a folder. Skips `node_modules` and `.git`, whatever the `.gitignore` files on the way
 * name, and what `excluded` (paths relative to the folder, with `/`) says.
 */
export async function discover(files: Files, folder: string, excluded: (path: string) => boolean): Promise<Discovered> {
  const found: Discovered = { documents: [], projectFiles: [], unreadable: [] };
  const visit = async (
    uri: string,
    path: string,
    ignores: readonly { base: string; rules: Ignore }[],
  ): Promise<void> => {
    let items: Awaited<ReturnType<Files['list']>>;
    try {
      items = await files.list(uri);
    } catch {
      found.unreadable.push({ uri, message: 'This folder cannot be read. Check its permissions.' });
      return;
    }
    const here = items.some(({ name, kind }) => name === '.gitignore' && kind === 'file')
      ? [...ignores, await readIgnore(uri, path)]
      : ignores;
    for (const { name, kind } of items.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = path === '' ? name : `${path}/${name}`;
      const asked = kind === 'folder' ? `${child}/` : child;
      if (here.some(({ base, rules }) => rules.ignores(asked.slice(base.length)))) continue;
      if (excluded(child)) continue;
      const address = inFolder(uri, name);
      if (kind === 'folder') {
        if (name === 'node_modules' || name === '.git') continue;
        if (isDocument(name)) {
          found.unreadable.push({
            uri: address,
            message: `\`${name}\` is a folder, though its name ends like a model file. Rename the folder.`,
          });
        }
        await visit(address, child, here);
      } else if (isDocument(name)) found.documents.push(address);
      else if (name === PROJECT_FILE) found.projectFiles.push(address);
    }
  };
  const readIgnore = async (uri: string, path: string): Promise<{ base: string; rules: Ignore }> => {
    const rules = ignore();
    try {
      const text = decode(await files.read(inFolder(uri, '.gitignore')));
      if ('text' in text) rules.add(text.text);
    } catch {
      // Gone since it was listed: nothing to ignore.
    }
    return { base: path === '' ? '' : `${path}/`, rules };
  };
  await visit(folder, '', []);
  return found;
}
