import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { ALL_RULES } from '../../../server/src/rules/table.ts';
import { readSettings } from '../../../server/src/workspace/settings-file.ts';
import schema from '../../../syntaxes/product-tree.schema.json' with { type: 'json' };

/** Keywords beside the standard that VS Code understands: they help the author and judge nothing. */
const EDITOR_KEYWORDS = ['defaultSnippets', 'enumDescriptions', 'patternErrorMessage'];

describe('the schema of product-tree.json', () => {
  const validate = new Ajv({ strict: true, allowMatchingProperties: true, allErrors: true })
    .addVocabulary(EDITOR_KEYWORDS)
    .compile(schema);
  const wrong = (project: unknown) =>
    validate(project)
      ? []
      : [...new Set((validate.errors ?? []).map(error => `${error.instancePath || '/'} ${error.keyword}`))];

  /** What the program that reads the file has to say; it leaves the ids of rules to the rule `unknown-rule`. */
  const reported = (project: unknown) => readSettings(JSON.stringify(project)).problems.map(problem => problem.message);

  const GOOD: [string, unknown][] = [
    ['says nothing', {}],
    ['starts without kinds', { kinds: 'none', review: { maxAge: '1 year' } }],
    [
      'says everything',
      {
        $schema: './product-tree.schema.json',
        name: 'st-anne',
        title: 'Products of St. Anne’s Hospital',
        exclude: ['drafts/**'],
        kinds: 'library',
        rules: {
          'service.hosted-on': 'off',
          'clinic.tier': 'hint',
          'public-link': 'warning',
          'one-sided-link': 'info',
        },
        review: { maxAge: '18 months' },
      },
    ],
  ];
  for (const [what, project] of GOOD) {
    it(`accepts a project that ${what}, as the program does`, () => {
      assert.deepEqual(wrong(project), []);
      assert.deepEqual(reported(project), []);
    });
  }

  const MISTAKES: [string, unknown, string[]][] = [
    ['no object', [], ['/ type']],
    ['an unknown property', { nmae: 'x' }, ['/ additionalProperties']],
    ['an empty name', { name: ' ' }, ['/name pattern']],
    ['one pattern without its list', { exclude: 'drafts/**' }, ['/exclude type']],
    ['kinds from nowhere', { kinds: 'all' }, ['/kinds enum']],
    ['a rule that does not exist', { rules: { 'public-lnik': 'off' } }, ['/rules additionalProperties']],
    ['a severity that does not exist', { rules: { 'public-link': 'fatal' } }, ['/rules/public-link enum']],
    ['a severity that does not exist, of a demand', { rules: { 'clinic.tier': true } }, ['/rules/clinic.tier enum']],
    ['a rule that cannot be switched off', { rules: { unresolved: 'off' } }, ['/rules/unresolved enum']],
    ['an age without a unit', { review: { maxAge: '18' } }, ['/review/maxAge pattern']],
    ['an age that is a number', { review: { maxAge: 18 } }, ['/review/maxAge type']],
    ['another property of reviews', { review: { age: '1 year' } }, ['/review additionalProperties']],
  ];
  for (const [mistake, project, expected] of MISTAKES) {
    it(`refuses ${mistake}`, () => {
      assert.deepEqual(wrong(project), expected);
      if (!mistake.startsWith('a rule')) assert.equal(reported(project).length, 1, 'the program refuses it, too');
    });
  }

  it('describes every property and suggests every rule', () => {
    const { rules } = schema.properties;
    for (const [name, property] of Object.entries({ ...schema.properties, ...rules.properties }))
      assert.match(property.description, /\.$/, name);
    for (const rule of ALL_RULES) {
      assert(rule.id in rules.properties, `the schema lacks the rule ${rule.id}`);
      assert.equal(
        wrong({ rules: { [rule.id]: 'off' } }).length > 0,
        rule.fixed === true,
        `whether ${rule.id} can be switched off`,
      );
    }
  });
});
