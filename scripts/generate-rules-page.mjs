/**
 * Generates `docs/rules.md`, the reference of every rule, from the rules themselves and from what the built-in kinds demand.
 *
 *     node scripts/generate-rules-page.mjs            writes it
 *     node scripts/generate-rules-page.mjs --check    ends with exit code 1 where the file is not current
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Project } from '../server/src/engine/project.ts';
import { referencePage } from '../server/src/rules/reference.ts';
import { libraryRecord } from '../server/src/workspace/library.ts';

const file = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'docs/rules.md');

const project = new Project();
const library = libraryRecord();
project.replace(library.document, library);
project.settle();
const page = referencePage(project.graph);

if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  console.error('docs/rules.md is not current: run "npm run generate" and commit it.');
  process.exitCode = 1;
}
