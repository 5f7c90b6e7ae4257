import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editsBetween } from '../../../server/src/format/edits.ts';

/** Edits as `first line:column-last line:column "text"`. */
function edits(before: string, after: string): string[] {
  return editsBetween(before, after).map(
    ({ range: { line, character, endLine, endCharacter }, text }) =>
      `${line}:${character}-${endLine}:${endCharacter} ${JSON.stringify(text)}`,
  );
}

function apply(before: string, after: string): string {
  const all = editsBetween(before, after).map(({ range, text }) => ({
    range: {
      start: { line: range.line, character: range.character },
      end: { line: range.endLine, character: range.endCharacter },
    },
    newText: text,
  }));
  return TextDocument.applyEdits(TextDocument.create('', '', 0, before), all);
}

describe('the edits between two texts', () => {
  it('are none between equal ones', () => assert.deepEqual(edits('a\nb\n', 'a\nb\n'), []));

  it('change no more of a line than differs', () => {
    assert.deepEqual(edits('a\n    owner  B\nc\n', 'a\n  owner B\nc\n'), ['1:0-1:4 "  "', '1:9-1:11 " "']);
    assert.deepEqual(edits('  uses A,B\n', '  uses A, B\n'), ['0:9-0:9 " "']);
  });

  it('take a line from one place to another', () =>
    assert.deepEqual(edits('one\ntwo\nthree\nfour\n', 'two\nthree\nfour\none\n'), ['0:0-1:0 ""', '4:0-4:0 "one\\n"']));

  it('end the last line', () => assert.deepEqual(edits('a', 'a\n'), ['0:1-0:1 "\\n"']));

  it('split no character', () => assert.deepEqual(edits('"😀"', '"😁"'), ['0:1-0:3 "😁"']));

  it('make one text of the other, whatever they are', () => {
    const line = fc.tuple(
      fc.constantFrom('', 'a', 'b', 'ab', ' a', '😀'),
      fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
    );
    const text = fc.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('', 'a')).map(all => all.flat(2).join(''));
    fc.assert(
      fc.property(text, text, (before, after) => assert.equal(apply(before, after), after)),
      { numRuns: 2000 },
    );
  });

  it('take no longer than a moment where nothing is alike', () => {
    const lines = (word: string): string => Array.from({ length: 20_000 }, (_, i) => `${word} ${i}\n`).join('');
    const [before, after] = [`top\n${lines('a')}end\n`, `top\n${lines('b')}c\nend\n`];
    assert.deepEqual(edits(before, after).length, 1);
    assert.equal(apply(before, after), after);
  }).timeout(5000);
});
