import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/rules/finding.ts';
import { projectOf, uriOf } from '../helpers/expect.ts';

/** What is found in so many lines. */
function findingsIn(lines: number, line: (n: number) => string): readonly Finding[] {
  const text = Array.from({ length: lines }, (_, n) => `${line(n)}\n`).join('');
  return projectOf(new Map([['a.ptree', text]])).findingsIn(uriOf('a.ptree'));
}

const count = (findings: readonly Finding[], rule: string): number =>
  findings.filter(found => found.rule === rule).length;

describe('a model that nobody writes by hand', () => {
  const many = 6000;

  it('a branch thousands of products long', () => {
    const found = findingsIn(many, n => `product P${n} "${n}" ${n === many - 1 ? '{ obsolete }' : `in P${n + 1}`}`);
    assert.equal(count(found, 'product.owner'), 0, 'all of them are obsolete');
  });

  it('packages in packages, the manager at the bottom', () => {
    const found = findingsIn(many, n => {
      if (n === 0) return 'person ANNA';
      if (n === many - 1) return `product P${n} "${n}" in P${n - 1} { manager ANNA }`;
      return `package P${n} "${n}"${n === 1 ? '' : ` in P${n - 1}`}`;
    });
    assert.equal(count(found, 'package-manager'), many - 2);
    assert.match(found[0].message, /ANNA manages all products below it/);
  });

  it('products that all contain each other are reported once, and in few words', () => {
    const found = findingsIn(many, n => `product P${n} "${n}" in P${(n + 1) % many}`);
    assert.equal(count(found, 'containment-cycle'), 1);
    assert.ok(found.every(({ message }) => message.length < 400));
  });

  it('kinds that extend each other in a long line', () => {
    const found = findingsIn(1000, n => `kind k${n} extends k${n + 1}`);
    assert.equal(count(found, 'unresolved'), 1);
  });

  it('one key and one name hundreds of times', () => {
    const same = findingsIn(500, () => 'product P "One"');
    assert.equal(count(same, 'duplicate-key'), 500);
    assert.ok(same.every(({ related }) => related.length <= 10));
    assert.equal(
      count(
        findingsIn(500, n => `product P${n} "One"`),
        'duplicate-name',
      ),
      500,
    );
  });
});
