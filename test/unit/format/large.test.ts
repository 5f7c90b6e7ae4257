import assert from 'node:assert/strict';
import { editsBetween } from '../../../server/src/format/edits.ts';
import { formatText } from '../../../server/src/format/format.ts';

/** Texts of many thousand pieces of one sort. */
const LARGE: Record<string, string> = {
  'comments between words': `service A "A" { owner B, ${'/* c */ '.repeat(20_000)}C }\n`,
  'comments above a statement': `${'/* c */ '.repeat(20_000)}person A\n`,
  'comments behind one': `person A ${'/* c */ '.repeat(20_000)}\n`,
  'lines of a description': `service A "A" {\n"""\n${' text\n'.repeat(130_000)}"""\n}\n`,
  'values of a list': `service A "A" {\n satisfies ${'R-1, '.repeat(20_000)}R-2\n}\n`,
  'words that do not belong there': `service A "A" ${'x '.repeat(20_000)}\n`,
};

describe('the formatter bears many thousand', function () {
  this.timeout(20_000);
  for (const [what, text] of Object.entries(LARGE)) {
    it(what, () => {
      const result = formatText(text);
      assert('text' in result);
      assert.notDeepEqual(editsBetween(text, result.text), []);
    });
  }
});
