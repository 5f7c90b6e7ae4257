import assert from 'node:assert/strict';
import { readDocument } from '../../../server/src/language/index.ts';
import { LIBRARY_TEXT, LIBRARY_URI } from '../../../server/src/language/library/library.ts';

describe('the built-in kinds', () => {
  const { entries, problems, mended } = readDocument(LIBRARY_URI, LIBRARY_TEXT);

  it('are written in the language, without a mistake', () => {
    assert.deepEqual(problems, []);
    assert.equal(mended, false);
    assert.ok(entries.every(({ type }) => type === 'kind'));
  });

  it('extend each other and no one else', () => {
    const kinds = new Set(entries.map(({ key }) => key));
    const named = entries.flatMap(({ parent, demands }) => [
      ...(parent ? [parent.text] : []),
      ...demands!.flatMap(({ targets }) => targets.map(({ text }) => text)),
    ]);
    assert.deepEqual(
      named.filter(key => !kinds.has(key)),
      [],
    );
  });

  it('give a reason with each demand', () => {
    const demands = entries.flatMap(entry => entry.demands!);
    assert.equal(demands.length, 7);
    assert.deepEqual(
      demands.filter(({ message }) => !message),
      [],
    );
  });
});
