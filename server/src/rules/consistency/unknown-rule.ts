import type { Rule } from '../rule.ts';
import { didYouMean } from '../wording.ts';

/**
 * A waiver that names a rule which does not exist: neither a rule of the language nor a demand of a declared kind. The same
 * is said of "rules" in `product-tree.json` by whoever reads that file.
 *
 *     product NORTH "North Campus" { waive product.ownr "planned" }
 */
export const unknownRule: Rule = {
  id: 'unknown-rule',
  category: 'consistency',
  severity: 'warning',
  title: 'A rule that does not exist',
  explanation:
    'A waiver, or `rules` in `product-tree.json`, names a rule that this project does not have. Rules are those of this page, and ' +
    '`KIND.PROPERTY` for what a declared kind demands.',
  example: {
    wrong: 'product NORTH "North Campus" {\n  owner none\n  waive product.ownr "planned"\n}',
    right: 'product NORTH "North Campus" {\n  owner none\n  waive product.owner "planned"\n}',
  },
  fixed: true,
  on: ['product', 'person', 'team', 'document', 'requirement', 'repository', 'term', 'kind'],
  everyDeclaration: true,
  keyless: true,
  check(subject, { isRule, nearRules }, report) {
    for (const { property, values } of subject.attributes) {
      const rule = property === 'waive' ? values[0] : undefined;
      if (!rule?.text || rule.form !== 'word' || isRule(rule.text)) continue;
      const near = nearRules(rule.text);
      report({
        message: `No rule is called ${rule.text}.${didYouMean(near) || ' Correct the id, or take the waiver out.'}`,
        at: rule.range,
        data: { key: rule.text, near: near.join(',') },
      });
    }
  },
};
