import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { propertyOf, REGISTRY_WORDS, STATEMENT_WORDS } from '../../../server/src/model/properties.ts';
import { ALL_RULES } from '../../../server/src/rules/table.ts';

const MARKDOWN = readFileSync('docs/language.md', 'utf8');

/** The text between a heading and the next one of its level. */
function section(heading: string): string {
  const from = MARKDOWN.indexOf(`\n${heading}\n`);
  assert(from >= 0, `docs/language.md has no “${heading}”`);
  const level = heading.slice(0, heading.indexOf(' ') + 1);
  const to = MARKDOWN.indexOf(`\n${level}`, from + 1);
  return MARKDOWN.slice(from, to < 0 ? undefined : to);
}

/** The rules that the tables list: id → category and default severity. */
function listedRules(): Record<string, string> {
  const rules: Record<string, string> = {};
  for (const part of section('## Rules')
    .split(/^\*\*(?=\w+: )/m)
    .slice(1)) {
    const category = part.slice(0, part.indexOf(':')).toLowerCase();
    for (const [row, first, second] of part.matchAll(/^\| (\[.*?) \| (.*?) \|/gm)) {
      const severity = category === 'form' ? 'error' : second;
      for (const [link, id, target] of first.matchAll(/\[`([\w-]+)`\]\(rules\.md#([\w-]+)\)/g)) {
        assert.equal(id, target, `${link} leads elsewhere in: ${row}`);
        rules[id] = `${category} ${severity}`;
      }
    }
  }
  return rules;
}

describe('the tables of docs/language.md', () => {
  it('list every rule with its category and default', () => {
    const actual = ALL_RULES.map(({ id, category, severity }) => [id, `${category} ${severity}`] as const);
    assert.deepEqual(listedRules(), Object.fromEntries(actual));
  });

  it('list every attribute of products', () => {
    const listed = [...section('### Attributes').matchAll(/^\| `([\w ]+)` \|/gm)].map(([, word]) => word);
    const expected = [...STATEMENT_WORDS].filter(word => propertyOf(word)?.on.includes('product'));
    assert.deepEqual(listed.sort(), expected.sort());
  });

  it('list what each entry of the registry may say', () => {
    const rows = [...section('## The registry').matchAll(/^\| `(\w+) KEY.*?\| (.*) \|$/gm)];
    assert.deepEqual(
      rows.map(([, type]) => type),
      REGISTRY_WORDS,
    );
    for (const [, type, row] of rows) {
      const listed = [...row.matchAll(/`([a-z]+(?: by)?)[^`]*`/g)].map(([, word]) => word);
      const expected = [...STATEMENT_WORDS].filter(
        word => word !== 'waive' && propertyOf(word)?.on.some(owner => owner === type),
      );
      assert.deepEqual(listed.filter(word => word !== 'none').sort(), expected.sort(), type);
    }
  });

  it('list every word that begins a statement', () => {
    const listed = [...section('## All words of the language').matchAll(/^\| \w.*$/gm)].flatMap(([row]) =>
      [...row.matchAll(/`([\w ]+)`/g)].map(([, word]) => word),
    );
    assert.deepEqual([...new Set(listed)].sort(), [...STATEMENT_WORDS].sort());
  });
});
