import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { Project } from '../../../server/src/engine/project.ts';
import { readDocument } from '../../../server/src/language/index.ts';
import { LIBRARY_TEXT, LIBRARY_URI } from '../../../server/src/language/library/library.ts';
import type { Category } from '../../../server/src/rules/rule.ts';

interface Example {
  /** The file and the line of the model text's first line. */
  where: string;
  text: string;
}

/** The blocks of model text in a Markdown file. */
function examplesIn(file: string): Example[] {
  const markdown = readFileSync(file, 'utf8');
  return [...markdown.matchAll(/^( *)```ptree\n(.*?)^\1```$/gms)].map(({ 2: text, index }) => ({
    where: `${file}:${markdown.slice(0, index).split('\n').length + 1}`,
    text,
  }));
}

/** What is found in a model text that is a project by itself: `line: rule: message`. */
function findingsIn(text: string, ...categories: Category[]): string[] {
  const project = new Project(undefined, '2026-06-01');
  const uri = 'file:///example.ptree';
  project.replace(LIBRARY_URI, readDocument(LIBRARY_URI, LIBRARY_TEXT));
  project.replace(uri, readDocument(uri, text));
  project.settle();
  return project
    .findingsIn(uri)
    .filter(({ category }) => categories.includes(category))
    .map(({ at, rule, message }) => `${at.line + 1}: ${rule}: ${message}`);
}

describe('the examples in the documentation', () => {
  // What rules.md shows is tested with the rules: there every other example has a mistake.
  const files = globSync(['docs/**/*.md', '*.md'], { exclude: ['docs/rules.md'] }).sort();

  it('are found', () => assert(examplesIn('docs/language.md').length > 5));

  for (const { where, text } of files.flatMap(examplesIn))
    it(`${where} is well-formed`, () => assert.deepEqual(findingsIn(text, 'form'), []));

  it('begin with a hospital in which nothing is amiss', () =>
    assert.deepEqual(findingsIn(examplesIn('docs/language.md')[0].text, 'form', 'consistency', 'completeness'), []));

  it('are not all well-formed by chance', () => assert.equal(findingsIn('service S "S" {', 'form').length, 1));
});
