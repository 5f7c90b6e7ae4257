import assert from 'node:assert/strict';
import type { Rule } from '../../../server/src/rules/rule.ts';
import { ALL_RULES } from '../../../server/src/rules/table.ts';
import { projectOf, uriOf } from '../helpers/expect.ts';

/** Found where files are read: text cannot show them. */
const OF_FILES = ['unreadable-file', 'invalid-project'];

/** How often a rule fires in a text; a rule that is off is switched on. */
function fires({ id, severity }: Rule, text: string): number {
  const severities = { [id]: severity === 'off' ? 'warning' : severity } as const;
  const project = projectOf(new Map([['example.ptree', text]]), { settings: { severities } });
  return project.findingsIn(uriOf('example.ptree')).filter(({ rule }) => rule === id).length;
}

describe('the examples of the rules', () => {
  for (const rule of ALL_RULES) {
    const { id, example } = rule;
    if (OF_FILES.includes(id)) continue;
    it(`${id} fires in what is wrong`, () => assert.ok(fires(rule, example.wrong) > 0));
    it(`${id} keeps quiet in what is right`, () => assert.equal(fires(rule, example.right), 0));
  }

  it('belong to rules with ids of their own', () => {
    const ids = ALL_RULES.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });
});
