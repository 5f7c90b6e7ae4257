import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readDocument } from '../../../server/src/language/index.ts';
import type { DocumentRecord } from '../../../server/src/model/record.ts';

const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** The records of all files of an example, in the order of their paths. */
export function readExample(name: string): DocumentRecord[] {
  return globSync(join(name, '**/*.ptree'), { cwd: EXAMPLES })
    .sort()
    .map(path => join(EXAMPLES, path))
    .map(path => readDocument(pathToFileURL(path).href, readFileSync(path, 'utf8')));
}
