import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { parseText } from '../../../server/src/language/index.ts';
import { scopesOf } from './scopes.ts';

/** What each token of the parser must look like, by the token type's name; any other name is a word that begins a declaration. */
const LOOKS: Record<string, RegExp> = {
  ATTRIBUTE: /keyword\.other\.attribute/,
  HEAD: /entity\.name\.type\.kind|keyword\.other\.field/,
  EXTEND_KIND: /storage\.modifier/,
  CLAUSE: /keyword\.control\.connector/,
  PROPERTY: /variable\.other\.property/,
  SEVERITY: /constant\.language\.severity/,
  DESCRIPTION: /meta\.description/,
  BLOCK: /meta\.description/,
  STRING: /string\.quoted\.double/,
  URL: /markup\.underline\.link/,
  NUMBER: /constant\.numeric/,
  ID: /^(?!.*(keyword|storage|string|comment))/,
};
const DECLARATION = /storage\.type\.declaration|keyword\.other\.(attribute|demand)/;
const PUNCTUATION = /^\W/;

/** Tokens that look like something else than the parser takes them for: `line: token, type, scopes`. */
async function disagreements(text: string): Promise<string[]> {
  const scopes = await scopesOf(text.split('\n'));
  return parseText(text).tokens.flatMap(({ startLine, startColumn, image, tokenType }) => {
    const { name } = tokenType;
    const seen = scopes[startLine! - 1][startColumn! - 1].slice(1).join(' ');
    const looks = LOOKS[name] ?? (PUNCTUATION.test(name) ? /punctuation|operator|numeric|meta\.bounds/ : DECLARATION);
    return looks.test(seen) ? [] : [`${startLine}: ${image}, ${name}, ${seen}`];
  });
}

describe('the colours follow the parser', () => {
  for (const file of globSync(['examples/**/*.ptree', 'server/src/language/library/*.ptree']).sort())
    it(`in ${file}`, async () => assert.deepEqual(await disagreements(readFileSync(file, 'utf8')), []));

  for (const file of globSync(['docs/*.md', '*.md'], { exclude: ['docs/rules.md'] }).sort())
    for (const [index, [, text]] of [...readFileSync(file, 'utf8').matchAll(/^```ptree\n(.*?)^```$/gms)].entries())
      it(`in example ${index + 1} of ${file}`, async () => assert.deepEqual(await disagreements(text), []));
});
