/** Keys and names by their first letters. */
import assert from 'node:assert/strict';
import { readDocument } from '../../../server/src/language/index.ts';
import { KeyIndex } from '../../../server/src/model/key-index.ts';
import type { Entry } from '../../../server/src/model/record.ts';

const entriesOf = (text: string): Entry[] => readDocument('file:///a.ptree', text).entries;
const keys = (found: Iterable<Entry>): string[] => [...found].map(({ key }) => key);

describe('The index of keys', () => {
  const index = new KeyIndex(
    entriesOf(`
      service PRSRV "Prompt Services"
      software pr-base "Base of the PROMPT pipelines" { short "PRB" }
      enclave PRENC "Enclave"
      requirement PR-1 "Prompt"
      team PROMPT "Prompt Team"
      person Prost "Pia Rost"
    `),
  );

  it('finds keys by their beginnings, ignoring case, in order, each namespace by itself', () => {
    assert.deepEqual(keys(index.byKey('product', 'PR')), ['pr-base', 'PRENC', 'PRSRV']);
    assert.deepEqual(keys(index.byKey('product', 'prs')), ['PRSRV']);
    assert.deepEqual(keys(index.byKey('product', '')), ['pr-base', 'PRENC', 'PRSRV']);
    assert.deepEqual(keys(index.byKey('party', 'pro')), ['PROMPT', 'Prost']);
    assert.deepEqual(keys(index.byKey('term', '')), []);
    assert.equal(index.byKey('product', 'pr').size, 3);
  });

  it('finds those of one kind, or one type', () => {
    assert.deepEqual(keys(index.byKey('product', 'p', 'enclave')), ['PRENC']);
    assert.deepEqual(keys(index.byKey('party', '', 'team')), ['PROMPT']);
    assert.deepEqual(keys(index.byKey('party', 'x', 'team')), []);
  });

  it('finds products by the beginnings of the words of their names', () => {
    assert.deepEqual(keys(index.byWord('product', 'prompt')), ['PRSRV', 'pr-base']);
    assert.deepEqual(keys(index.byWord('product', 'prb')), ['pr-base']);
    assert.deepEqual(keys(index.byWord('product', 'rompt')), []);
  });

  it('equals a list that is searched from end to end, after any sequence of changes', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const syllables = ['a', 'B', 'b', 'ab', 'Ba', '-c', '/d'];
    const word = (): string => `k${Array.from({ length: random(4) }, () => syllables[random(7)]).join('')}`;
    const held: Entry[] = [];
    const changing = new KeyIndex([]);
    for (let round = 0; round < 60; round++) {
      // A few changes, or so many at once that all is sorted again.
      for (let change = random(4) === 0 ? 300 : random(8); change > 0; change--) {
        if (held.length > 0 && random(3) === 0) changing.delete(held.splice(random(held.length), 1)[0]);
        else {
          const [entry] = entriesOf(`${random(2) ? 'service' : 'cots'} ${word()}x "${word()} ${word()}"`);
          held.push(entry);
          changing.add(entry);
        }
      }
      const prefix = word().slice(0, random(4));
      const expected = held.filter(({ key }) => key.toLowerCase().startsWith(prefix.toLowerCase()));
      assert.deepEqual(keys(changing.byKey('product', prefix)).sort(), keys(expected).sort());
      const services = expected.filter(({ kind }) => kind?.text === 'service');
      assert.deepEqual(keys(changing.byKey('product', prefix, 'service')).sort(), keys(services).sort());
      const named = held.flatMap(entry =>
        [...new Set(entry.name!.text.toLowerCase().match(/[a-z]+/g))].flatMap(part =>
          part.startsWith(prefix.toLowerCase()) ? entry.key : [],
        ),
      );
      assert.deepEqual(keys(changing.byWord('product', prefix)).sort(), named.sort());
      const inOrder = keys(changing.byKey('product', '')).map(key => key.toLowerCase());
      assert.deepEqual(inOrder, inOrder.toSorted());
    }
    assert(held.length > 1000);
  });
});
