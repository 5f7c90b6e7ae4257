/** Every text can be read, whatever it is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseText, readDocument } from '../../server/src/language/index.ts';
import type { DocumentRecord, Range } from '../../server/src/model/record.ts';
import { seedOr } from './random.ts';

const sample = readFileSync(join(import.meta.dirname, 'sample.ptree'), 'utf8');
const seed = seedOr(1);

/** What people, and editors, put into texts. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '{',
      '}',
      '"',
      '"""',
      ',',
      '|',
      '[',
      ']',
      '..',
      '*',
      '/*',
      '*/',
      '//',
      '\n',
      '\n  ',
      '\r\n',
      '\t',
      '\0',
      '\\',
      '\uFEFF',
    ],
    ...[
      'in',
      'by',
      'until',
      'extends',
      'replaced by',
      'one of',
      'field',
      'complete',
      'team',
      'kind',
      'extend kind',
      'used in',
    ],
    ...['error', 'none', 'owner', 'readme', 'http://', '1..', '2020-', '[1', 'é', '😀', '\u2028', '“'],
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
/** Somewhere in the text, some characters give way to a piece. */
const splice = fc.record({ at: fc.nat(), remove: fc.nat({ max: 40 }), piece });

const spoilt = fc.array(splice, { minLength: 1, maxLength: 12 }).map(splices =>
  splices.reduce((text, { at, remove, piece: inserted }) => {
    const from = at % (text.length + 1);
    return text.slice(0, from) + inserted + text.slice(from + remove);
  }, sample),
);

describe('any text', function () {
  this.timeout(60_000);

  it('becomes a record of plain data, whose ranges lie in the text', () => {
    fc.assert(
      fc.property(spoilt, text => {
        const record = readDocument('file:///a.ptree', text);
        assert.deepEqual(JSON.parse(JSON.stringify(record)), record);
        const lines = text.split(/\r\n?|\n/).length;
        for (const range of rangesOf(record)) {
          assert.ok(range.line >= 0 && range.character >= 0 && range.endLine < lines, JSON.stringify(range));
          const forward = range.endLine > range.line || range.endCharacter >= range.character;
          assert.ok(forward, JSON.stringify(range));
        }
      }),
      { seed, numRuns: 1500, endOnFailure: true },
    );
  });

  it('is accepted by the grammar: the lexer leaves it nothing to refuse', () => {
    fc.assert(
      fc.property(spoilt, text => {
        assert.deepEqual(
          parseText(text).problems.filter(({ message }) => message === 'This does not belong here.'),
          [],
        );
      }),
      { seed: seed + 1, numRuns: 1500, endOnFailure: true },
    );
  });

  it('has one syntax finding per line at most', () => {
    fc.assert(
      fc.property(spoilt, text => {
        const { problems } = readDocument('file:///a.ptree', text);
        const lines = problems.filter(({ rule }) => rule === 'syntax').map(({ range }) => range.line);
        assert.equal(new Set(lines).size, lines.length);
      }),
      { seed: seed + 2, numRuns: 500, endOnFailure: true },
    );
  });

  it('need not even be text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        readDocument('file:///a.ptree', text);
      }),
      { seed: seed + 3, numRuns: 1000, endOnFailure: true },
    );
  });
});

function rangesOf(record: DocumentRecord): Range[] {
  const ranges: Range[] = [];
  JSON.stringify(record, (_, value) => {
    if (typeof value === 'object' && value !== null && 'endCharacter' in value) ranges.push(value as Range);
    return value;
  });
  return ranges;
}
