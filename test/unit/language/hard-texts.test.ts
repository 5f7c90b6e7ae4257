/** Texts that would cost a careless reader minutes, and an editor its life. */
import assert from 'node:assert/strict';
import { read } from './read.ts';

const N = 5_000;
const TEXTS: Record<string, string> = {
  'bodies in bodies': 'package A "a" {\n'.repeat(N) + '}\n'.repeat(N),
  'opening braces': '{'.repeat(N),
  'closing braces': '}'.repeat(N),
  'quotes that nobody closes': 'service A "a\n'.repeat(N),
  'quotes that nobody opens': 'service A a"\n'.repeat(N),
  'descriptions that nobody closes': `service A "a" {\n${'  """x\n  owner A\n'.repeat(N)}`,
  'comments that nobody closes': '/* a\n'.repeat(N),
  'comments between words': `service A "a" { uses ${'B, /**/ // c\n'.repeat(N)} }`,
  'words on one line': 'a '.repeat(N * 10),
  'a list on one line': `service A "a" { uses ${'B, '.repeat(N * 10)} }`,
  brackets: `kind a {\n complete owner ${'['.repeat(N)}\n}`,
  'mentions and code': `service A "a" { """${'[[A]] `x` ```\n'.repeat(N)}""" }`,
  'a word of dashes': `service ${'A-'.repeat(N)} "a"`,
  backslashes: `service A "${'\\'.repeat(N)}\n`,
};

describe('hard texts', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`${name} read in a moment`, () => {
      const start = performance.now();
      read(text);
      // Tens of milliseconds on an idle machine; what grows with the square of the length takes minutes.
      assert.ok(performance.now() - start < 5_000);
    });
  }
});
