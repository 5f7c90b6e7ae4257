import assert from 'node:assert/strict';
import { formatText } from '../../../server/src/format/format.ts';

/** Why a text is not formatted, and the line to look at. */
function refusal(text: string): [string, number] {
  const result = formatText(text);
  assert('refused' in result, 'the text is refused');
  return [result.refused, result.line];
}

describe('the formatter refuses a text', () => {
  it('whose braces do not pair up', () =>
    assert.deepEqual(refusal('package A "A" {\n  service B "B" {\n    owner C\n}\n'), [
      'A text is formatted once its quotes and braces pair up. This { is never closed: write } in a line of its own where what belongs to it ends.',
      1,
    ]));

  it('whose quotes do not', () => {
    assert.match(refusal('service A "A {\n}\n')[0], /This text is not closed/);
    assert.match(refusal('service A "A" {\n  """Half\n  owner B\n}\n')[0], /description/);
  });

  it('that would be read otherwise, for what is wrong in it', () => {
    // Side by side, the list that has lost its word and the word that has lost its list would find each other.
    const text = 'service A "A" {\n    satisfies\nR-1\n  , R-2, R-3,\nrepository none }\n';
    assert.deepEqual(refusal(text), [
      'This text cannot be formatted before its errors are mended: it would be read otherwise.',
      1,
    ]);
  });

  it('in which a comment is not closed', () => assert.match(refusal('service A "A"\n/* half\n')[0], /comment/));
});
