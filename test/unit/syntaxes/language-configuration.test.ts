import assert from 'node:assert/strict';
import configuration from '../../../syntaxes/language-configuration.json' with { type: 'json' };

describe('the language configuration', () => {
  const words = (text: string) =>
    text.match(new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`));

  it('takes a key with its dashes, dots and slashes for one word', () => {
    assert.deepEqual(words('uses DMS-REQ-0008, lsst/daf_butler, 1.02C.08 "x"'), [
      'uses',
      'DMS-REQ-0008',
      'lsst/daf_butler',
      '1.02C.08',
      'x',
    ]);
    assert.deepEqual(words('waive service.hosted-on "Überall"'), ['waive', 'service.hosted-on', 'Überall']);
  });

  it('keeps a half-typed key together with its last sign, but takes no comment or full stop into a word', () => {
    assert.deepEqual(words('satisfies DMS-REQ-'), ['satisfies', 'DMS-REQ-']);
    assert.deepEqual(words('repository lsst/'), ['repository', 'lsst/']);
    assert.deepEqual(words('waive service.'), ['waive', 'service.']);
    assert.deepEqual(words('A// b'), ['A', 'b']);
    assert.deepEqual(words('It uses PACS. Then'), ['It', 'uses', 'PACS', 'Then']);
  });

  it('indents after an open brace, and not after one that is closed, quoted or in a comment', () => {
    const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
    const opens = (line: string) => new RegExp(increaseIndentPattern).test(line);
    assert(opens('service S "S" {'));
    assert(opens('service S "a { b" in P { // note'));
    assert(!opens('service S "S" { team LDF }'));
    assert(!opens('service S "S {"'));
    assert(!opens('// service S {'));
    assert(new RegExp(decreaseIndentPattern).test('  } // end'));
    assert(!new RegExp(decreaseIndentPattern).test('  team A }'));
  });

  it('indents a list’s next line, and goes back after its last', () => {
    const afterEnter = (previous: string, before: string) =>
      configuration.onEnterRules.find(
        rule => new RegExp(rule.beforeText).test(before) && new RegExp(rule.previousLineText ?? '').test(previous),
      )?.action.indent ?? 'keep';
    assert.equal(afterEnter('service S "S" {', '  satisfies'), 'indent');
    assert.equal(afterEnter('service S "S" {', '  uses PACS "images",'), 'indent');
    assert.equal(afterEnter('  satisfies', '    A, B,'), 'keep');
    assert.equal(afterEnter('    A, B,', '    team, owner,'), 'keep');
    assert.equal(afterEnter('    A, B,', '    C "a note", D'), 'outdent');
    assert.equal(afterEnter('    A, B,', '  owner KTLim'), 'keep');
    assert.equal(afterEnter('  owner KTLim', '  obsolete'), 'keep');
  });

  it('closes quotes, but not within a text or a comment', () => {
    for (const open of ['"', '"""']) {
      const pair = configuration.autoClosingPairs.find(candidate => candidate.open === open);
      assert.deepEqual(pair, { open, close: open, notIn: ['string', 'comment'] });
    }
  });
});
