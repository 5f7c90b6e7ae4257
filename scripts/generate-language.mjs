/**
 * Generates what is derived from the language's sources: the parser's tables and syntax tree types from the grammar, and a
 * module with the text of the built-in kinds, so that the server needs no disk to read them. The results are committed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const language = path.join(root, 'server/src/language');

const libraryText = path.join(language, 'generated/library-text.ts');
rmSync(libraryText, { force: true }); // Langium asks about files that it does not know.

const cli = path.join(root, 'node_modules/langium-cli/bin/langium.js');
execFileSync(process.execPath, [cli, 'generate', '--file', 'grammar/langium-config.json'], {
  cwd: root,
  stdio: 'inherit',
});

const kinds = readFileSync(path.join(language, 'library/kinds.ptree'), 'utf8');
writeFileSync(
  libraryText,
  `// Generated from library/kinds.ptree by scripts/generate-language.mjs: do not edit.\nexport const KINDS_TEXT = ${JSON.stringify(kinds)};\n`,
);
