import assert from 'node:assert/strict';
import { readDocument } from '../../../server/src/language/index.ts';
import snippets from '../../../syntaxes/snippets.json' with { type: 'json' };
import { scopesOf } from './scopes.ts';

/** What a snippet inserts when each tab stop keeps what it proposes. */
function inserted(body: string[]): string[] {
  return body.map(line =>
    line
      .replace(/\$CURRENT_YEAR/g, '2030')
      .replace(/\$\{\d+\|([^,|]+)[^}]*\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace(/\$\d/g, '')
      .replace(/\t/g, '  '),
  );
}

describe('the snippets', () => {
  for (const [name, { prefix, body, description }] of Object.entries(snippets)) {
    it(`${name}: “${prefix}” inserts text in which the colours find their way`, async () => {
      const lines = inserted(body);
      assert(description.length > 0);
      assert(!/[$\t]/.test(lines.join()), `all tab stops are understood: ${lines.join('\n')}`);
      assert.equal(lines.join().split('{').length, lines.join().split('}').length, 'braces balance');
      const scopes = await scopesOf(lines);
      const plain = lines.flatMap((line, row) =>
        [...line].filter((character, column) => /\S/.test(character) && scopes[row][column].length < 2),
      );
      assert.deepEqual(plain, [], lines.join('\n'));
    });

    it(`${name}: the text is well-formed as soon as the tab stops are filled in`, () => {
      const placed = inserted(body).filter(line => line.trim() !== '');
      const text = prefix === 'waive' ? ['product P "P" {', ...placed, '}'] : placed;
      const { problems } = readDocument('file:///snippet.ptree', text.join('\n'));
      assert.deepEqual(
        problems.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });

    it(`${name}: the tab stops count from 1 and end at 0`, () => {
      const stops = [...body.join('\n').matchAll(/\$\{?(\d+)/g)].map(match => Number(match[1]));
      const order = [...new Set(stops)].sort((a, b) => a - b);
      assert.deepEqual(
        order,
        order.map((_, index) => index),
      );
      assert.equal(stops[0], 1);
      assert.equal(stops.at(-1), 0);
    });
  }
});
