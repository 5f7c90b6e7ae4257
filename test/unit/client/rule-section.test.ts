import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rulePage } from '../../../client/src/rule-section.ts';

const page = `# The rules

## Rules of the language

### syntax

A stray brace.

#### More

Of the same rule.

### syntax-2

Another.

## Demands

### \`facility.hosts\`

A facility hosts enclaves.`;

describe('the page of a rule', () => {
  it('is its section, up to the next heading of the same level', () => {
    assert.equal(rulePage(page, 'syntax', []), '### syntax\n\nA stray brace.\n\n#### More\n\nOf the same rule.\n');
  });

  it('ends at a higher heading, too', () => {
    assert.equal(rulePage(page, 'syntax-2', []), '### syntax-2\n\nAnother.\n');
  });

  it('is found whether its id is written as code or not', () => {
    assert.equal(rulePage(page, 'facility.hosts', []), '### `facility.hosts`\n\nA facility hosts enclaves.');
  });

  it('is the sentence of a rule that a project states itself', () => {
    const rules = [{ id: 'service.tier', title: 'Every service has a tier.' }];
    assert.equal(rulePage(page, 'service.tier', rules), '## `service.tier`\n\nEvery service has a tier.\n');
  });

  it('says so where there is no such rule', () => {
    assert.match(rulePage(page, 'facility', []), /No open project has a rule of this name/);
  });

  it('is there for rules of the shipped page', () => {
    const shipped = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
    assert.match(rulePage(shipped, 'uses-cycle', []), /^### uses-cycle[\s\S]*```ptree/);
  });
});
