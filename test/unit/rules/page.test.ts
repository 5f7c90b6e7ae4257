import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { demandOutlines, rulePage } from '../../../server/src/rules/page.ts';
import { allDemandOutlines } from '../../../server/src/rules/reference.ts';
import { ALL_RULES } from '../../../server/src/rules/table.ts';
import { projectOf, uriOf } from '../helpers/expect.ts';

const { graph } = projectOf(new Map());

/** The model texts of a page, in order. */
const examplesIn = (page: string): string[] => [...page.matchAll(/```ptree\n(.*?)\n```/gs)].map(([, text]) => text);

describe('the page of a rule', () => {
  it('says what it checks, how severe it is, and shows it wrong and right', () => {
    const page = rulePage('requires-unknown')!;
    assert.match(page, /^### requires-unknown\n\n\*\*A repository that does not say what it requires\.\*\*\n/);
    assert.match(page, /\*info · completeness\*/);
    assert.equal(examplesIn(page).length, 2);
    assert.match(page, /`waive requires-unknown "the reason"`/);
    assert.match(page, /`"rules": \{ "requires-unknown": "off" \}`/);
  });

  it('says so where the rule can be neither waived nor switched off', () => {
    const page = rulePage('unresolved')!;
    assert.match(page, /can be neither waived nor switched off/);
    assert.doesNotMatch(page, /`waive/);
  });

  it('tells how to switch on a rule that is off', () =>
    assert.match(rulePage('stale-review')!, /switch it on .*`"rules": \{ "stale-review": "warning" \}`/));

  it('exists for what a kind demands, and names the other end that would do as well', () => {
    const page = rulePage('service.hosted-on', graph)!;
    assert.match(page, /^### service\.hosted-on\n\n\*\*A service runs somewhere\.\*\*\n\n\*info · completeness\*/);
    assert.match(
      page,
      /Products of kind `service`, and of kinds that extend it, have at least one `hosted on` of kind `enclave`\./,
    );
    assert.match(page, /State `hosted on` at the product, or `hosts` at the other end/);
  });

  it('of a demand names the demands whose place it takes', () => {
    const model = 'kind room extends product { complete info owner [2] "Rooms have <two> *owners*." }';
    const page = rulePage('room.owner', projectOf(new Map([['a.ptree', model]])).graph)!;
    assert.match(page, /It takes the place of `product\.owner`/);
    assert.ok(page.includes('**Rooms have \\<two\\> \\*owners\\*.**'), 'the author’s words are no Markdown');
  });

  it('does not exist for what is no rule', () => {
    for (const id of ['', 'x', '.', 'product.', 'product.name', 'facility.owner', 'nobody.owner']) {
      assert.equal(rulePage(id, graph), undefined, id);
    }
  });

  for (const { id } of allDemandOutlines(graph)) {
    it(`shows examples in which ${id} fires and keeps quiet`, () => {
      const fired = examplesIn(rulePage(id, graph)!).map(text =>
        projectOf(new Map([['a.ptree', text]]))
          .findingsIn(uriOf('a.ptree'))
          .filter(({ rule, category }) => rule === id || category === 'form' || rule === 'unresolved')
          .map(({ rule }) => rule),
      );
      assert.deepEqual(fired, [[id], []]);
    });
  }
});

describe('docs/rules.md', () => {
  const text = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

  it('has a section for every rule, at an address that is the rule’s id', () => {
    for (const { id } of ALL_RULES) assert.ok(text.includes(`\n### ${id}\n`), id);
    for (const { id } of allDemandOutlines(graph)) assert.ok(text.includes(`<a id="${id}"></a>\n\n### ${id}\n`), id);
  });

  it('lists the demands of a kind once, inherited ones aside', () =>
    assert.deepEqual(
      demandOutlines('facility', graph).map(({ id, severity }) => `${id} ${severity}`),
      ['facility.hosts error'],
    ));
});
