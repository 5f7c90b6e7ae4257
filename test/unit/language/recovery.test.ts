import assert from 'node:assert/strict';
import { attributesOf, expectProblems, read, tree } from './read.ts';

describe('texts close themselves', () => {
  it('a quote that is not closed ends with its line, but for a brace', () =>
    expectProblems(`
      service A "The first {
                ^^^^^^^^^^ syntax: This text is not closed: write " where it ends.
        owner KTLim
        short "A
              ^^ syntax: This text is not closed: write " where it ends.
      }
    `));

  it('a quote that was not opened takes the words before it', () => {
    const text = expectProblems(`
      service A The first" {
                ^^^ syntax: This text lacks its opening quotes: write " before it.
        uses B stores images", C
               ^^^^^^ syntax: This text lacks its opening quotes: write " before it.
        short The A"
              ^^^ syntax: This text lacks its opening quotes: write " before it.
      }
    `);
    const [a] = read(text).entries;
    assert.deepEqual(
      a.attributes.map(({ values }) => values.map(value => value.note?.text ?? value.text)),
      [['stores images', 'C'], ['The A']],
    );
  });

  it('a description that is not closed ends before the statement that follows', () => {
    const text = expectProblems(`
      package A "a" {
        """What A is.
        ^^^^^^^^^^^^^ syntax: This description is not closed: write """ where it ends.
        owner KTLim
        service B "b" {
          """
          ^^^ syntax: This description is not closed: write """ where it ends.
          What B is, over
          two lines.
          owner FMueller
        }
      }
      package C "c" { """What C is.""" }
    `);
    assert.deepEqual(tree(text), ['A', 'B nested in A', 'C']);
    assert.deepEqual(
      read(text).entries.map(({ description }) => description?.text),
      ['What A is.', 'What B is, over\ntwo lines.', 'What C is.'],
    );
  });

  it('a description that was not opened takes the prose above its quotes', () => {
    const text = expectProblems(`
      service A "a" {
        short "A"
        Stores what (nearly) everyone
        ^^^^^^ syntax: This description lacks its opening quotes: write """ before it.
        needs; consistent with it.
        """
        owner KTLim
      }
    `);
    assert.deepEqual(attributesOf(text), ['short A', 'owner KTLim']);
  });

  it('sound descriptions may hold lines that look like statements', () =>
    expectProblems(`
      service A "a" {
        """
        owner KTLim
        service B "b" {
        }
        """
        owner KTLim
      }
    `));

  it('a comment that is not closed ends with its line', () => {
    const text = expectProblems(`
      service A "a" {
        owner KTLim /* to do
                    ^^^^^^^^ syntax: This comment is not closed: write */ where it ends, or begin it with //.
        team LDF
      }
    `);
    assert.deepEqual(attributesOf(text), ['owner KTLim', 'team LDF']);
  });
});

describe('braces balance themselves', () => {
  it('a closing brace is missing', () => {
    const text = expectProblems(`
      package A "a" {
        service B "b" {
                      ^ syntax: This { is never closed: write } in a line of its own where what belongs to it ends.
          owner KTLim
        service C "c" {
          owner KTLim
        }
      }
      package D "d" {
      }
    `);
    assert.deepEqual(tree(text), ['A', 'B nested in A', 'C nested in A', 'D']);
  });

  it('a closing brace is missing at the end', () =>
    expectProblems(`
      package A "a" {
                    ^ syntax: This { is never closed: write } in a line of its own where what belongs to it ends.
        service B "b" {
          owner KTLim
        }
    `));

  it('an opening brace is missing', () => {
    const text = expectProblems(`
      package A "a" {
        service B "b"
        ^^^^^^^ syntax: The lines below are indented as if they belonged to \`service B\`: write { at the end of its line.
          owner KTLim
        }
        service C "c" { owner KTLim }
      }
    `);
    assert.deepEqual(tree(text), ['A', 'B nested in A', 'C nested in A']);
  });

  it('a brace too many', () => {
    const text = expectProblems(`
      package A "a" {
        service B "b" {
          owner KTLim
        }
          }
          ^ syntax: This } closes nothing: remove it, or write { behind the name above to which it belongs.
        service C "c" { owner KTLim }
      }
    `);
    assert.deepEqual(tree(text), ['A', 'B nested in A', 'C nested in A']);
  });

  it('someone has just typed a declaration with its brace', () => {
    const text = expectProblems(`
      package A "a" {
        service NEW "New" {
                          ^ syntax: This { is never closed: write } in a line of its own where what belongs to it ends.
        service B "b" {
          owner KTLim
        }
      }
    `);
    assert.deepEqual(tree(text), ['A', 'NEW nested in A', 'B nested in A']);
  });

  it('braces that balance are left alone, however the text is indented', () => {
    const text = 'package A "a" {\nservice B "b" {\nowner X\n      }\n   service C "c" {\n}}\npackage D "d" {}';
    assert.deepEqual(tree(text), ['A', 'B nested in A', 'C nested in A', 'D']);
    assert.deepEqual(read(text).problems, []);
  });

  it('where indentation means nothing, they are counted', () => {
    const text = 'package A "a" {\nservice B "b" {\nservice C "c" {\n}\nservice D "d" {\nservice E "e" {\n}\n}\n}';
    assert.deepEqual(tree(text), ['A', 'B nested in A', 'C nested in B', 'D nested in B', 'E nested in D']);
    assert.deepEqual(
      read(text).problems.map(({ range }) => range.line),
      [0],
    );
  });

  it('bodies within bodies without end are cut off', () => {
    const deep = 20_000;
    const { problems, entries } = read(`${'package A "a" {\n'.repeat(deep)}${'}\n'.repeat(deep)}package B "b" {}`);
    assert.equal(problems.filter(({ rule }) => rule === 'syntax').length, 1);
    assert.equal(entries.at(-1)?.key, 'B');
  });
});

describe('a problem belongs to the innermost entry around it', () => {
  it('also where the lexer has found it', () => {
    const text =
      'package A "a" {\n  service B "b" {\n    short "B\n  }\n  wbs 1,, 2\n}\nteam C "c" {\n  lead X Y\n}\n"d';
    const subjects = read(text).problems.map(
      ({ subject }) => subject && `${subject.type} ${subject.key} ${subject.name}`,
    );
    assert.deepEqual(subjects, ['product B b', 'product A a', 'team C c', undefined]);
  });
});

describe('a record says whether its text was mended', () => {
  it('because nothing may format it then', () => {
    assert.equal(read('service A "a" { owner }').mended, false);
    assert.equal(read('service A "a').mended, true);
    assert.equal(read('service A "a" {').mended, true);
  });
});

describe('half a declaration', () => {
  it('is marked as unfinished while nothing stands below it', () => {
    const unfinished = (text: string): (true | undefined)[] => read(text).entries.map(entry => entry.unfinished);
    assert.deepEqual(unfinished('service NEW'), [true]);
    assert.deepEqual(unfinished('service NEW "New" in'), [true]);
    assert.deepEqual(unfinished('service NEW "New"'), [undefined]);
    assert.deepEqual(unfinished('service NEW {\n  owner KTLim\n}'), [undefined]);
  });

  it('a word or a sentence declares nothing', () => {
    assert.deepEqual(read('ser\nThis is a sentence\n').entries, []);
  });
});
