/** Where a statement begins: attributes, fields, demands and whole declarations. */
import assert from 'node:assert/strict';
import { CompletionTriggerKind } from 'vscode-languageserver';
import { EDITOR } from './capabilities.ts';
import { offered } from './completion.ts';
import { shared } from './harness.ts';

const MODEL = `
  // file: here.ptree
  // file: kinds.ptree
  extend kind service {
    field tier one of gold, silver "What support it gets"
    field go-live date
    complete tier [1]
  }
  kind ward "A ward of the hospital" extends product
`;

const KINDS =
  'cots dataset enclave environment facility hardware library network package product service software ward';

describe('Completion where a statement begins', () => {
  const project = shared(MODEL, { open: ['here.ptree'] });
  const at = (text: string, context?: object) => offered(project.server, text, context);

  it('offers kinds and registry declarations at top level, as whole declarations', async () => {
    const { labels, taken } = await at('// The hospital.\n<|>');
    assert.deepEqual(labels, [
      ...KINDS.split(' '),
      ...'person team document requirement repository term kind'.split(' '),
      'extend kind',
    ]);
    assert.equal(taken('service'), 'service <KEY> "<Name>" {\n\t<>\n}');
    assert.equal(taken('person'), 'person <KEY> "<Name>"');
    assert.equal(taken('requirement'), 'requirement <KEY> "<Title>"');
    assert.equal(taken('kind'), 'kind <name> extends <product> {\n\t<>\n}');
  });

  it('filters by what is typed, and replaces it', async () => {
    const { labels, taken } = await at('se<|>');
    assert.deepEqual(labels, ['service']);
    assert.equal(taken('service'), 'service <KEY> "<Name>" {\n\t<>\n}');
    assert.deepEqual((await at('SER<|>')).labels, ['service']);
    assert.deepEqual((await at('xyz<|>')).labels, []);
  });

  it('offers a kind’s word alone where its declaration stands already', async () => {
    const { taken } = await at('ser<|> PICTURES "Pictures"');
    assert.equal(taken('service'), 'service  PICTURES "Pictures"');
  });

  it('shows a kind with its name', async () => {
    const { items } = await at('wa<|>');
    assert.deepEqual(items[0].labelDetails, { detail: ' A ward of the hospital', description: 'kind' });
  });

  it('offers in a product: the description, what its kind demands, other attributes, fields, kinds', async () => {
    const { labels, taken } = await at('service S "S" {\n  <|>\n}');
    const attributes =
      'short manager team wbs used in hosts document repository link obsolete reviewed waive satisfies'.split(' ');
    const all = [...attributes.slice(0, 4), 'used in', ...attributes.slice(6)];
    assert.deepEqual(labels, [
      '"""',
      ...['owner', 'uses', 'hosted on', 'tier'],
      ...all,
      'go-live',
      ...KINDS.split(' '),
    ]);
    assert.equal(taken('owner'), 'owner');
    assert.equal(taken('"""'), '"""<>"""');
    assert.equal(taken('short'), 'short "<Short name>"');
    assert.equal(taken('waive'), 'waive <RULE> "<Why it does not apply>"');
    assert.equal(taken('tier'), 'tier');
  });

  it('leaves out what the product says already, before and after the cursor', async () => {
    const { labels } = await at(
      'service S "S" {\n  """Text."""\n  owner A\n  <|>\n  hosted on B\n  tier gold\n  waive x "y"\n}',
    );
    for (const said of ['"""', 'owner', 'hosted on', 'tier']) assert(!labels.includes(said), said);
    for (const unsaid of ['uses', 'go-live', 'waive']) assert(labels.includes(unsaid), unsaid);
  });

  it('does not count what nested products and the product around say', async () => {
    const { labels } = await at(
      'package P "P" {\n  owner A\n  service S "S" {\n    <|>\n    service T "T" { wbs 1 }\n  }\n}',
    );
    assert(labels.includes('owner') && labels.includes('wbs'));
  });

  it('offers no field of another kind', async () => {
    const { labels } = await at('facility F "F" {\n  <|>\n}');
    assert(!labels.includes('tier'));
  });

  it('completes words of two words, however far they are typed', async () => {
    for (const typed of ['host', 'hosted', 'hosted ', 'hosted o', 'hosted on']) {
      const { labels, taken } = await at(`service S "S" {\n  ${typed}<|>\n}`);
      assert(labels.includes('hosted on'), typed);
      assert.equal(taken('hosted on'), 'hosted on', typed);
    }
    assert.deepEqual((await at('service S "S" {\n  hosted o<|>\n}')).labels, ['hosted on']);
    assert.deepEqual((await at('service S "S" { used <|>')).labels, ['used in']);
    assert.equal((await at('extend <|>')).taken('extend kind'), 'extend kind <service> {\n\t<>\n}');
  });

  it('offers in registry entries what they may say', async () => {
    const offers = async (entry: string) => (await at(`${entry} K "Name" {\n  <|>\n}`)).labels;
    assert.deepEqual(await offers('person'), ['team', 'email', 'link', 'waive', '"""']);
    assert.deepEqual(await offers('team'), ['lead', 'link', 'waive', '"""']);
    assert.deepEqual(await offers('document'), ['authors', 'date', 'link', 'waive', '"""']);
    assert.deepEqual(await offers('requirement'), ['link', 'waive', 'satisfied by', '"""']);
    assert.deepEqual(await offers('repository'), ['team', 'link', 'requires', 'readme', 'waive', '"""']);
    assert.deepEqual(await offers('term'), ['link', 'waive', '"""']);
    assert.deepEqual((await at('person K { email "k@example.org" <|>')).labels, []);
    assert.deepEqual((await at('person K { team T }\nperson L { <|>')).labels, [
      'team',
      'email',
      'link',
      'waive',
      '"""',
    ]);
  });

  it('offers in kinds demands, fields and waivers', async () => {
    const { labels } = await at('kind room {\n  <|>\n}');
    assert.deepEqual(labels, ['consistent', 'complete', 'field', 'waive', '"""']);
    assert.deepEqual((await at('extend kind service {\n  co<|>\n}')).labels, ['consistent', 'complete']);
  });

  it('works on below a line that is half typed', async () => {
    const { labels } = await at('package P "P" {\n  owner A,\n\n  <|>\n  service S "S\n');
    assert(labels.includes('manager') && !labels.includes('owner'));
    assert((await at('package P "P" {\n  team\n  man<|>\n')).labels.includes('manager'));
  });

  it('says nothing when a blank is typed before a statement', async () => {
    const context = { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: ' ' };
    assert.deepEqual((await at('service S "S" {\n  <|>\n}', context)).labels, []);
    assert.deepEqual((await at('service S "S" {\n  hosted <|>\n}', context)).labels, ['hosted on']);
  });

  it('offers nothing in comments, names, texts, keys and addresses', async () => {
    for (const text of [
      '// a comment about ser<|>',
      '//ser<|>',
      '/* ser<|> */',
      'service S "ser<|>"',
      'service S "ser<|>',
      'service <|>',
      'service S<|>',
      'service S <|>',
      'person <|>',
      'service S "S" {\n  """the own<|> of it"""\n}',
      'service S "S" {\n  """\n  own<|>\n  """\n}',
      'service S "S" {\n  short "own<|>"\n}',
      'service S "S" {\n  link https://example.org/own<|>\n}',
      'service S "S" {\n  link <|>\n}',
      'service S "S" {\n  wbs 1.0<|>\n}',
      'service S "S" {\n  reviewed <|>\n}',
    ]) {
      assert.deepEqual((await at(text)).labels, [], text);
    }
  });
});

describe('Completion in an editor without snippets', () => {
  const completion = { completionItem: { snippetSupport: false } };
  const capabilities = { ...EDITOR, textDocument: { ...EDITOR.textDocument, completion } };
  const project = shared(MODEL, { open: ['here.ptree'], capabilities });

  it('inserts plain words over what is typed', async () => {
    const { taken, items } = await offered(project.server, 'ser<|>');
    assert.equal(taken('service'), 'service ');
    assert.deepEqual(items[0].textEdit, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
      newText: 'service ',
    });
    assert.equal((await offered(project.server, 'service S "S" {\n  sho<|>\n}')).taken('short'), 'short');
  });
});
