/**
 * What the formatter promises for every text: the project's own, made-up ones, ones shaken out of their layout, and spoilt ones.
 * `PTREE_SEED=7` tries others.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { editsBetween } from '../../../server/src/format/edits.ts';
import { formatText, type LineRange } from '../../../server/src/format/format.ts';
import { parseText, readDocument } from '../../../server/src/language/index.ts';
import { sameContent } from '../../../server/src/model/reconcile.ts';
import type { Entry } from '../../../server/src/model/record.ts';
import { seedOr } from '../../fuzz/random.ts';
import { generated } from './generated.ts';
import { allTexts, shaken, spoilt } from './texts.ts';

const RUNS = 400;

/** What became of the texts that were tried. */
class Count {
  texts = 0;
  formatted = 0;
  unchanged = 0;
  /** Quotes or braces do not pair up. */
  mended = 0;
  /** The formatter's own check held a layout back. */
  heldBack = 0;
  tokens = 0;
  comments = 0;
  edits = 0;

  toString(): string {
    const { texts, formatted, unchanged, mended, heldBack, tokens, comments, edits } = this;
    const formattedAs = `${formatted} formatted (${unchanged} as they were), ${mended} refused, ${heldBack} held back`;
    return `${texts} texts: ${formattedAs}; ${tokens} tokens, ${comments} comments kept; ${edits} edits`;
  }
}

/** Words and comments, sorted; commas aside, since a block has one at its end, and space within them. */
function contentOf(text: string): { tokens: string[]; comments: string[] } {
  const { tokens, comments } = parseText(text);
  const images = (all: typeof tokens): string[] => all.map(({ image }) => image.trim().replace(/\s+/g, ' ')).sort();
  return { tokens: images(tokens).filter(image => image !== ','), comments: images(comments) };
}

/** What is read of a text, the order of attributes aside. */
function entriesOf(text: string): unknown[] {
  const byName = (a: { property: string }, b: { property: string }): number => a.property.localeCompare(b.property);
  return readDocument('', text).entries.map(({ unfinished, ...entry }: Entry) => ({
    ...entry,
    attributes: entry.attributes.toSorted(byName),
  }));
}

function applied(before: string, after: string): { text: string; edits: number } {
  const edits = editsBetween(before, after).map(({ range, text }) => ({
    range: {
      start: { line: range.line, character: range.character },
      end: { line: range.endLine, character: range.endCharacter },
    },
    newText: text,
  }));
  return { text: TextDocument.applyEdits(TextDocument.create('', '', 0, before), edits), edits: edits.length };
}

/** What must stay as it is where only some lines are formatted: the lines of the statements above and below those that are touched. */
function around(text: string, { from, to }: LineRange): { above: string; below: string } {
  const { ast, comments } = parseText(text);
  const statements = ast.statements.map(({ $cstNode }) => $cstNode!.range);
  const stretches = [
    // What stands between two statements belongs to the one below.
    ...statements.map(({ start, end }, i) => [Math.min(start.line, (statements[i - 1]?.end.line ?? -1) + 1), end.line]),
    ...comments.map(({ startLine, endLine }) => [startLine! - 1, endLine! - 1]),
  ];
  const grown = stretches
    .filter(([first, last]) => first <= to && last >= from)
    .reduce((all, [first, last]) => ({ from: Math.min(all.from, first), to: Math.max(all.to, last) }), { from, to });
  if (grown.from < from || grown.to > to) return around(text, grown);
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  const above = statements.findLast(({ end }) => end.line < from)?.end.line ?? -1;
  const below = statements.find(({ start }) => start.line > to)?.start.line ?? lines.length;
  return { above: lines.slice(0, above + 1).join(''), below: lines.slice(below).join('') };
}

/** Holds one text to all that is promised. */
function check(text: string, count: Count, lines?: LineRange): void {
  count.texts++;
  const result = formatText(text, lines);
  const { mended } = parseText(text);
  if ('refused' in result) {
    if (mended) count.mended++;
    else count.heldBack++;
    return;
  }
  assert(!mended, 'a text whose quotes or braces were mended is left alone');
  count.formatted++;
  if (result.text === text) count.unchanged++;
  if (lines) {
    const { above, below } = around(text, lines);
    assert(result.text.startsWith(above) && result.text.endsWith(below), 'other statements stay as they are');
  } else assert.deepEqual(formatText(result.text), result, 'what is formatted stays as it is');
  const kept = contentOf(text);
  assert.deepEqual(contentOf(result.text), kept, 'every word and comment is kept');
  assert(sameContent(entriesOf(text), entriesOf(result.text)), 'the text says the same');
  const { text: after, edits } = applied(text, result.text);
  assert.equal(after, result.text, 'the edits make the whole');
  count.tokens += kept.tokens.length;
  count.comments += kept.comments.length;
  count.edits += edits;
}

describe('the formatter, for every text,', function () {
  this.timeout(60_000);
  const seed = seedOr(42);
  const texts = [...allTexts().values()];
  const short = texts.filter(({ length }) => length < 6000);
  const count = new Count();

  const holds = (arbitrary: fc.Arbitrary<string>, mostHeldBack: number): void => {
    const own = new Count();
    fc.assert(
      fc.property(arbitrary, text => check(text, own)),
      { seed, numRuns: RUNS },
    );
    console.log(`      ${own}`);
    assert(own.formatted > RUNS / 4, 'texts are formatted, not only refused');
    assert(own.heldBack <= mostHeldBack, `${own.heldBack} texts held back`);
  };

  it('keeps its promises for the texts of this project', () => {
    for (const text of texts) check(text, count);
    console.log(`      ${count}`);
    assert.equal(count.heldBack, 0);
    assert(count.formatted > 100);
  });

  it('keeps its promises for texts made up', () => holds(generated, RUNS / 100));

  it('keeps its promises for texts shaken out of their layout', () => holds(shaken(short), RUNS / 100));

  it('keeps its promises for texts with mistakes in them', () => holds(spoilt(short), RUNS / 100));

  it('keeps its promises for any characters', () => {
    const own = new Count();
    const characters = fc.string({ unit: fc.constantFrom(...'aA1 {}",|[].*/\n\r\t="-é😀') });
    fc.assert(
      fc.property(characters, text => check(text, own)),
      { seed, numRuns: RUNS },
    );
    console.log(`      ${own}`);
  });

  it('keeps its promises for some lines of a text, and touches the statements there alone', () => {
    const own = new Count();
    fc.assert(
      fc.property(shaken(short), fc.nat(), fc.nat(9), (text, at, more) => {
        const lines = text.split('\n').length;
        const from = at % lines;
        check(text, own, { from, to: Math.min(from + more, lines - 1) });
      }),
      { seed, numRuns: RUNS },
    );
    console.log(`      ${own}`);
    assert(own.formatted > RUNS / 4);
  });
});
