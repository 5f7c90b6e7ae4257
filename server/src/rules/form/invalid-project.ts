import type { Rule } from '../rule.ts';

/** A `product-tree.json` that cannot be used as it stands. Whoever reads it reports this, and takes the rest of it as it is. */
export const invalidProject: Rule = {
  id: 'invalid-project',
  category: 'form',
  severity: 'error',
  title: 'A product-tree.json that is malformed, or shares another’s name',
  explanation:
    '`product-tree.json` is not well-formed JSON, says something that it cannot say, or gives its project a name that another ' +
    'project of the workspace has. What can be read of it counts, so that the model is judged all the same.',
  example: {
    wrong: '// product-tree.json: { "name": "hospital", "review": { "maxAge": "soon" } }',
    right: '// product-tree.json: { "name": "hospital", "review": { "maxAge": "18 months" } }',
  },
  fixed: true,
  on: [],
};
