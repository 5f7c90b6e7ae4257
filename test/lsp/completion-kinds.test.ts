/** Completion in what a project says of kinds: headings, demands, fields. */
import assert from 'node:assert/strict';
import { offered } from './completion.ts';
import { shared } from './harness.ts';

const LIBRARY = 'cots dataset enclave environment facility hardware library network package product service software';
const KINDS = [...LIBRARY.split(' '), 'ward'];

describe('Completion in kinds', () => {
  const project = shared(
    `
    // file: here.ptree
    // file: kinds.ptree
    kind ward "A ward" extends product {
      field beds number "How many beds"
    }
  `,
    { open: ['here.ptree'] },
  );
  const at = (text: string) => offered(project.server, text);
  const inside = (line: string) => at(`kind room extends ward {\n  ${line}\n}`);

  it('offers `extends` behind a kind, and kinds behind it, but not the kind itself', async () => {
    assert.deepEqual((await at('kind room <|>')).labels, ['extends']);
    assert.equal((await at('kind room "A room" ex<|>')).taken('extends'), 'kind room "A room" extends');
    assert.deepEqual((await at('kind ward2 extends <|>')).labels, KINDS);
    assert.deepEqual((await at('kind ward extends war<|>')).labels, []);
    assert.equal((await at('kind room extends se<|> {')).taken('service'), 'kind room extends service {');
    assert.deepEqual((await at('kind <|>')).labels, []);
    assert.deepEqual((await at('kind room extends ward <|>')).labels, []);
  });

  it('offers kinds to `extend kind`', async () => {
    assert.deepEqual((await at('extend kind <|>')).labels, KINDS);
    assert.equal((await at('extend kind wa<|> {')).taken('ward'), 'extend kind ward {');
    assert.deepEqual((await at('extend kind ward <|>')).labels, []);
  });

  it('offers properties and severities to a demand', async () => {
    const { labels, taken } = await inside('complete <|>');
    const attributes = ['short', 'manager', 'owner', 'team', 'wbs', 'uses', 'used in', 'hosts', 'hosted on'];
    const more = ['document', 'repository', 'link', 'obsolete', 'reviewed', 'satisfies', 'contains', 'beds'];
    assert.deepEqual(labels, [...attributes, ...more, 'error', 'warning', 'info', 'hint', 'off']);
    assert.equal(taken('hosted on'), 'complete hosted on');
    assert.equal((await inside('complete hosted o<|>')).taken('hosted on'), 'complete hosted on');
    assert.deepEqual((await inside('consistent info <|>')).labels, [...attributes, ...more]);
    assert.deepEqual((await inside('consistent inf<|>')).labels, ['info']);
  });

  it('offers bounds and, where the values are products, kinds', async () => {
    const { labels, taken } = await inside('consistent hosts <|>');
    assert.deepEqual(labels, ['[1..*]', '[1]', '[0]', ...[...KINDS, 'room'].sort()]);
    assert.equal(taken('[1..*]'), 'consistent hosts [1..*]');
    assert.deepEqual((await inside('complete owner <|>')).labels, ['[1..*]', '[1]', '[0]']);
    assert.deepEqual((await inside('complete owner [1..*] <|>')).labels, []);
    assert.deepEqual((await inside('complete beds [1] <|>')).labels, []);
    assert((await inside('complete contains [1] <|>')).labels.includes('service'));
  });

  it('completes bounds in brackets that the editor has closed', async () => {
    assert.equal((await inside('complete owner [<|>]')).taken('1..*'), 'complete owner [1..*]');
    assert.equal((await inside('complete owner [<|>')).taken('1..*]'), 'complete owner [1..*]');
    assert.deepEqual((await inside('field x [<|>]')).labels, ['0..*', '0..1']);
  });

  it('offers kinds that the demand does not name yet', async () => {
    const { labels, taken } = await inside('consistent uses [1..*] software | <|> "Why"');
    assert(!labels.includes('software') && labels.includes('cots'));
    assert.equal(taken('cots'), 'consistent uses [1..*] software | cots "Why"');
    assert.deepEqual((await inside('consistent uses [1..*] software <|>')).labels, []);
  });

  it('offers types to a field', async () => {
    const { labels, taken } = await inside('field tier <|>');
    const types = ['one of', 'text', 'number', 'date', 'url', 'person', 'team', 'document', '[0..*]', '[0..1]'];
    assert.deepEqual(labels, [...types, ...[...KINDS, 'room'].sort()]);
    assert.equal(taken('one of'), 'field tier one of');
    assert.equal((await inside('field tier one <|>')).taken('one of'), 'field tier one of');
    assert.deepEqual((await inside('field tier [0..*] per<|>')).labels, ['person']);
    for (const line of ['field <|>', 'field tier text <|>', 'field tier one of <|>', 'field tier one of gold, <|>']) {
      assert.deepEqual((await inside(line)).labels, [], line);
    }
  });

  it('offers rules to a kind’s waiver', async () => {
    assert((await inside('waive ward.<|>')).labels.length === 0, 'it demands nothing');
    assert.deepEqual((await inside('waive unused-d<|>')).labels, ['unused-declaration']);
  });
});
