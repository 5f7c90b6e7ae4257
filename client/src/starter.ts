import { STARTER } from '../../server/src/starter.ts';

/** One file of a new project, its path relative to the project's folder. */
export interface StarterFile {
  path: string;
  text: string;
}

/**
 * What a new project begins with: a small tree that shows each kind of link, and has one finding to mend.
 * @param name the project's name: the folder's
 */
export function starterFiles(name: string): StarterFile[] {
  return [
    { path: 'product-tree.json', text: `${JSON.stringify({ name, title: name }, null, 2)}\n` },
    { path: 'main.ptree', text: STARTER },
  ];
}
