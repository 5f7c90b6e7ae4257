/**
 * Generates `docs/quick-fixes.md`, the list of quick fixes, from the fixes themselves.
 *
 *     node scripts/generate-quick-fixes-page.mjs            writes it
 *     node scripts/generate-quick-fixes-page.mjs --check    ends with exit code 1 where the file is not current
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { quickFixesPage } from '../server/src/features/code-actions/page.ts';

const file = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'docs/quick-fixes.md');

const page = quickFixesPage();
if (!process.argv.includes('--check')) writeFileSync(file, page);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== page) {
  console.error('docs/quick-fixes.md is not current: run "npm run generate" and commit it.');
  process.exitCode = 1;
}
