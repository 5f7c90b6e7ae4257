import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { ALL_RULES } from '../../../server/src/rules/table.ts';
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

  it('accepts a project that says everything, and one that says nothing', () => {
    assert.deepEqual(wrong({}), []);
    assert.deepEqual(
      wrong({
        $schema: './product-tree.schema.json',
        name: 'st-elsewhere',
        title: 'St. Elsewhere Hospital',
        exclude: ['drafts/**'],
        kinds: 'library',
        rules: {
          'service.hosted-on': 'off',
          'clinic.tier': 'hint',
          'public-link': 'warning',
          'one-sided-link': 'info',
        },
        review: { maxAge: '18 months' },
      }),
      [],
    );
    assert.deepEqual(wrong({ kinds: 'none', review: { maxAge: '1 year' } }), []);
  });

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
    it(`refuses ${mistake}`, () => assert.deepEqual(wrong(project), expected));
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
