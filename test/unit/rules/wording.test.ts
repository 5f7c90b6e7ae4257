/** What messages have in common, whatever the rule: nobody meets the words of a programmer, and each says what to do. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { ruleOf } from '../../../server/src/rules/table.ts';
import { MISTAKES } from '../../fuzz/mistakes.ts';
import { randomFrom } from '../../fuzz/random.ts';
import { parseFiles } from '../../lsp/marked.ts';
import { CASES, settingsFor } from '../../lsp/quick-fix-cases.ts';
import { projectOf, uriOf } from '../helpers/expect.ts';

const JARGON =
  /\b(?:token|pars\w+|AST|node|identifier|keyword|literal|expected|unexpected|invalid|undefined|null|array|string|boolean|object|body|bodies|regex|syntax|exception|ambiguous|cardinality|bounds|whitespace|delimiter)\b/i;

/** What somebody is asked to do, or a question to answer. */
const ADVICE =
  /\b(?:write|take|give|mend|declare|remove|put|move|add|keep|choose|say|state|name|list|review|refer|begin|indent|correct|release|make|must|change|needs|takes|save|split|close)\b|\?$/i;

/** Every message of all rules, from the examples of the rules, the models of the quick fixes and mistakes in a real file. */
function* messages(): Iterable<{ rule: string; message: string }> {
  for (const { rule, text } of CASES) {
    const { rules } = settingsFor(rule) as { rules?: Record<string, 'warning'> };
    const files = new Map([...parseFiles(text).files].filter(([name]) => name.endsWith('.ptree')));
    const project = projectOf(files, { settings: { severities: rules ?? {}, reviewMonths: 18 } });
    for (const name of files.keys()) yield* project.findingsIn(uriOf(name));
  }
  const [sample] = globSync('test/fuzz/sample.ptree').map(file => readFileSync(file, 'utf8'));
  for (const [seed, mistake] of MISTAKES.entries()) {
    const lines = sample!.split('\n');
    if (!mistake.make(lines, randomFrom(seed))) continue;
    yield* projectOf(new Map([['sample.ptree', lines.join('\n')]])).findingsIn(uriOf('sample.ptree'));
  }
}

describe('the words of messages', () => {
  const all = new Map([...messages()].map(({ rule, message }) => [message, rule]));

  it('are many', () => assert(all.size > 150, `${all.size} messages`));

  it('are sentences, and no programmer’s', () => {
    const wrong = [...all.keys()].filter(message => {
      // What authors wrote themselves is not ours.
      const ours = message.replace(/`[^`]*`|"[^"]*"/g, '…');
      return !/[.?]$/.test(message) || JARGON.test(ours) || /\s{2}|\bundefined\b|\[object/.test(ours);
    });
    assert.deepEqual(wrong, []);
  });

  it('say what to do, where the rule is of the language', () => {
    const mute = [...all]
      .filter(([message, rule]) => ruleOf(rule) && !ADVICE.test(message))
      .map(([message]) => message);
    assert.deepEqual(mute, []);
  });
});
