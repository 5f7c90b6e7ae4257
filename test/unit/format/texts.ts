/** Texts for the formatter's property tests: every text of the project, others shaken out of their layout, and others spoilt. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseText } from '../../../server/src/language/index.ts';
import { MISTAKES } from '../../fuzz/mistakes.ts';
import { randomFrom } from '../../fuzz/random.ts';

const root = join(import.meta.dirname, '../../..');

/** Every text of the language in the project, by where it stands: examples, the documentation's, the built-in kinds. */
export function allTexts(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of globSync(['examples/**/*.ptree', 'server/**/*.ptree', 'test/fuzz/*.ptree'], {
    cwd: root,
  }).sort()) {
    texts.set(file, readFileSync(join(root, file), 'utf8'));
  }
  for (const file of globSync(['docs/**/*.md', '*.md'], { cwd: root }).sort()) {
    const markdown = readFileSync(join(root, file), 'utf8');
    for (const { 2: text, index } of markdown.matchAll(/^( *)```ptree\n(.*?)^\1```$/gms)) {
      texts.set(`${file}:${markdown.slice(0, index).split('\n').length + 1}`, text);
    }
  }
  return texts;
}

/** Space and comments as people, and nobody, would put them between two words. */
const PLAIN = [' ', ' ', ' ', '  ', '\t', '\n', '\n  ', '\n      ', '\n\n\n'];
const COMMENTS = [' /* note */ ', ' // note\n    ', '\n// note\n', '\n    /* two\n  lines */\n  '];
const SPACES = [...PLAIN, ...COMMENTS];

/** Texts of the project with another space between some of their words, and some lines moved. */
export function shaken(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .record({
      text: fc.constantFrom(...texts),
      seed: fc.nat(),
      rate: fc.constantFrom(3, 10, 50),
      ends: fc.constantFrom('\n', '\n', '\r\n'),
    })
    .map(({ text, seed, rate, ends }) => {
      const random = randomFrom(seed);
      const lines = text.split('\n');
      // Attributes in another order: neighbouring lines change places.
      for (let i = 1; i < lines.length; i++) {
        const alike = /^ +[a-z]+ \S/.test(lines[i]) && /^ +[a-z]+ \S/.test(lines[i - 1]);
        if (alike && !/[{},]$/.test(lines[i] + lines[i - 1]) && random.number(4) === 0) {
          [lines[i], lines[i - 1]] = [lines[i - 1], lines[i]];
        }
      }
      const moved = lines.join('\n');
      let result = '';
      let at = 0;
      for (const { startOffset, endOffset } of parseText(moved).tokens) {
        const space = moved.slice(at, startOffset);
        result += space.includes('//') || random.number(rate) > 0 ? space : random.pick(SPACES);
        result += moved.slice(startOffset, endOffset! + 1);
        at = endOffset! + 1;
      }
      return (result + moved.slice(at)).replaceAll('\n', ends);
    });
}

/** Texts of the project with one or two mistakes as people make them, or with any characters lost or put in. */
export function spoilt(texts: readonly string[]): fc.Arbitrary<string> {
  const bits = [...'{ } " """ , | [ ] .. // /* */ in by owner none 7 = 😀'.split(' '), '\n', '\r', ' ', '\t'];
  return fc
    .record({
      text: fc.constantFrom(...texts),
      seed: fc.nat(),
      mistakes: fc.array(fc.constantFrom(...MISTAKES), { maxLength: 2 }),
      cuts: fc.array(fc.record({ at: fc.nat(), length: fc.nat(6), bit: fc.constantFrom('', ...bits) }), {
        maxLength: 4,
      }),
    })
    .map(({ text, seed, mistakes, cuts }) => {
      const lines = text.split('\n');
      for (const mistake of mistakes) mistake.make(lines, randomFrom(seed));
      let result = lines.join('\n');
      for (const { at, length, bit } of cuts) {
        const from = at % (result.length + 1);
        result = result.slice(0, from) + bit + result.slice(from + length);
      }
      return result;
    });
}
