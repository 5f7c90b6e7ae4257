import assert from 'node:assert/strict';
import type { SignatureHelp } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EDITOR } from './capabilities.ts';
import { shared, start, type TestServer } from './harness.ts';

const MODEL = `
  // file: here.ptree
  // file: kinds.ptree
  extend kind service {
    field tier one of gold, silver, bronze "What support it gets"
    field crew [0..*] person
  }
`;

/** The help at the cursor `<|>` of a text that is put into the open file. */
async function help(server: TestServer, marked: string): Promise<SignatureHelp | null> {
  const text = marked.replace('<|>', '');
  await server.setText('here.ptree', text);
  const position = TextDocument.create('', '', 0, text).positionAt(marked.indexOf('<|>'));
  return server.ask('textDocument/signatureHelp', { textDocument: { uri: server.uri('here.ptree') }, position });
}

/** The form with the active part in brackets `‹ ›`, and what is said of that part; undefined: no help. */
async function shown(server: TestServer, marked: string): Promise<[form: string, says: string] | undefined> {
  const found = await help(server, marked);
  if (!found) return undefined;
  const { label, parameters } = found.signatures[found.activeSignature!];
  const { label: place, documentation } = parameters![found.activeParameter!];
  const [from, to] = place as [number, number];
  const form = `${label.slice(0, from)}‹${label.slice(from, to)}›${label.slice(to)}`;
  return [form, String(documentation ?? '')];
}

describe('textDocument/signatureHelp', () => {
  const model = shared(MODEL, { open: ['here.ptree'] });
  const form = async (marked: string): Promise<string | undefined> => (await shown(model.server, marked))?.[0];
  const inKind = (line: string): Promise<string | undefined> => form(`kind k {\n  ${line}\n}`);
  const inService = (line: string): Promise<string | undefined> => form(`service S "S" {\n  ${line}\n}`);

  it('leads through a demand, part by part', async () => {
    const rest = 'severity ‹property› [1..*] kind | kind "reason"';
    assert.equal(await inKind('consistent <|>'), `consistent ${rest}`);
    assert.equal(await inKind('consistent hos<|>'), `consistent ${rest}`);
    assert.equal(await inKind('complete info <|>'), `complete ${rest}`);
    assert.equal(await inKind('complete in<|>fo hosts'), 'complete ‹severity› property [1..*] kind | kind "reason"');
    const bounds = 'consistent severity property ‹[1..*]› kind | kind "reason"';
    for (const typed of ['hosts <|>', 'hosted on <|>', 'hosts [<|>', 'hosts [1<|>', 'hosts [1..<|>]']) {
      assert.equal(await inKind(`consistent ${typed}`), bounds, typed);
    }
    const kinds = 'consistent severity property [1..*] ‹kind | kind› "reason"';
    for (const typed of ['<|>', 'encl<|>', 'enclave | <|>', 'enclave | serv<|> "Why."']) {
      assert.equal(await inKind(`consistent hosts [1..*] ${typed}`), kinds, typed);
    }
    const reason = 'consistent severity property [1..*] kind | kind ‹"reason"›';
    for (const typed of ['enclave <|>', 'enclave "<|>', 'enclave "A facility <|>hosts."', '"A<|>']) {
      assert.equal(await inKind(`consistent hosts [1..*] ${typed}`), reason, typed);
    }
  });

  it('says in plain words what the part is for', async () => {
    const { server } = model;
    const [, says] = (await shown(server, 'kind k {\n  consistent hosts [<|>\n}'))!;
    assert.equal(says, 'How many: [1] exactly one, [1..*] at least one, [0..2] two at most, [0] none.');
    const found = (await help(server, 'kind k {\n  complete <|>\n}'))!;
    assert.match(String(found.signatures[0].documentation), /it is still missing otherwise \(a warning\)/);
  });

  it('leads through the declaration of a field, in both its forms', async () => {
    assert.equal(await inKind('field <|>'), 'field ‹name› [0..1] type "label"');
    assert.equal(await inKind('field tier <|>'), 'field name [0..1] ‹type› "label"');
    assert.equal(await inKind('field tier [0..<|>'), 'field name ‹[0..1]› type "label"');
    assert.equal(await inKind('field tier [0..*] da<|>'), 'field name [0..1] ‹type› "label"');
    assert.equal(await inKind('field tier date <|>'), 'field name [0..1] type ‹"label"›');
    assert.equal(await inKind('field tier one of <|>'), 'field name [0..1] one of ‹value, value› "label"');
    assert.equal(await inKind('field tier one of gold, <|>'), 'field name [0..1] one of ‹value, value› "label"');
    assert.equal(await inKind('field tier one of gold "<|>'), 'field name [0..1] one of value, value ‹"label"›');
    const { signatures } = (await help(model.server, 'kind k {\n  field <|>\n}'))!;
    assert.deepEqual(
      signatures.map(({ label }) => label),
      ['field name [0..1] type "label"', 'field name [0..1] one of value, value "label"'],
    );
  });

  it('leads through a waiver', async () => {
    assert.equal(await inService('waive <|>'), 'waive ‹rule› "reason" until date');
    assert.equal(await inService('waive service.ho<|>'), 'waive ‹rule› "reason" until date');
    assert.equal(await inService('waive service.uses <|>'), 'waive rule ‹"reason"› until date');
    assert.equal(await inService('waive service.uses "Not <|>'), 'waive rule ‹"reason"› until date');
    assert.equal(await inService('waive service.uses "Not yet." <|>'), 'waive rule "reason" until ‹date›');
    assert.equal(await inService('waive service.uses "Not yet." until <|>'), 'waive rule "reason" until ‹date›');
  });

  it('leads through declarations', async () => {
    assert.equal(await form('service <|>'), 'service ‹KEY› "name" in PARENT');
    assert.equal(await form('service S <|>'), 'service KEY ‹"name"› in PARENT');
    assert.equal(await form('service S "A na<|>me"'), 'service KEY ‹"name"› in PARENT');
    assert.equal(await form('service S "Name" <|>'), 'service KEY "name" in ‹PARENT›');
    assert.equal(await form('service S "Name" in <|>'), 'service KEY "name" in ‹PARENT›');
    assert.equal(await form('package P "P" {\n  service S <|>\n}'), 'service KEY ‹"name"›');
    assert.equal(await form('person <|>'), 'person ‹KEY› "name"');
    assert.equal(await form('team T <|>'), 'team KEY ‹"name"›');
    assert.equal(await form('document D "<|>'), 'document KEY ‹"title"›');
    assert.equal(await form('requirement R "Title" in <|>'), 'requirement KEY "title" in ‹DOCUMENT›');
    assert.equal(await form('kind k "K" extends <|>'), 'kind name "name" extends ‹kind›');
    assert.equal(await form('extend kind <|>'), 'extend kind ‹kind›');
  });

  it('shows the values of a field', async () => {
    assert.deepEqual(await shown(model.server, 'service S "S" {\n  tier <|>\n}'), [
      'tier ‹gold | silver | bronze›',
      'What support it gets',
    ]);
    assert.equal(await inService('crew KTLim, <|>'), 'crew ‹person, …›');
  });

  it('is silent where a statement begins, is over, or needs no form; in prose and in comments', async () => {
    for (const text of [
      '<|>',
      'serv<|>',
      'service S "S" {\n  <|>\n}',
      'service S "S" {\n  owner <|>\n}',
      'service S "S" {\n  team <|>\n}',
      'service S "S" {\n  tier gold <|>\n}',
      'service S "S" {\n  unknown <|>\n}',
      'service S "S" {\n  short "A na<|>me"\n}',
      'service S "S" {\n  """A consistent <|> word."""\n}',
      'kind k {\n  consistent hosts "Why." <|>\n}',
      'package P "P" {\n  service S "S" <|>\n}',
      'person P "P" <|>',
      'service S "S" in OPS <|>',
      '// service <|>',
    ]) {
      assert.equal(await form(text), undefined, text);
    }
  });

  it('marks the part by its text for an editor that knows no offsets', async () => {
    const { signatureHelp, ...others } = EDITOR.textDocument!;
    await using server = await start(MODEL, {
      open: ['here.ptree'],
      capabilities: { ...EDITOR, textDocument: others },
    });
    const { signatures, activeParameter } = (await help(server, 'service <|>'))!;
    assert.equal(signatures[0].parameters![activeParameter!].label, 'KEY');
  });
});
