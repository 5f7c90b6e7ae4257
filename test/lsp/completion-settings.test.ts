/** Completion in `product-tree.json`: paths to exclude, ids of rules. */
import assert from 'node:assert/strict';
import { type CompletionItem, type CompletionList, InsertReplaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { start, type TestServer } from './harness.ts';

const SETTINGS = 'product-tree.json';
const MODEL = `
  // file: product-tree.json
  { "name": "here" }
  // file: main.ptree
  extend kind service { complete owner [2..*] "Two own it." }
  kind instrument extends product { complete wbs [1..*] "It is paid for." }
  // file: drafts/old.ptree
  hardware OLD "Old"
  // file: drafts/later/next.ptree
  hardware NEXT "Next"
  // file: other/product-tree.json
  { "name": "other" }
  // file: other/inner.ptree
  hardware INNER "Inner"
`;

/** What is offered at the cursor `<|>` of the settings. */
async function offered(
  server: TestServer,
  marked: string,
): Promise<{ labels: string[]; taken(label: string): string }> {
  const text = marked.replace('<|>', '');
  await server.setText(SETTINGS, text);
  const document = TextDocument.create('', '', 0, text);
  const position = document.positionAt(marked.indexOf('<|>'));
  const params = { textDocument: { uri: server.uri(SETTINGS) }, position };
  const items = (await server.ask<CompletionList | null>('textDocument/completion', params))?.items ?? [];
  return {
    labels: items.map(({ label }) => label),
    taken(label) {
      const { textEdit } = items.find(item => item.label === label)!;
      assert(textEdit && InsertReplaceEdit.is(textEdit));
      return TextDocument.applyEdits(document, [{ range: textEdit.insert, newText: textEdit.newText }]);
    },
  };
}

describe('Completion in product-tree.json', () => {
  let server: TestServer;
  before(async () => {
    server = await start(MODEL, { open: [SETTINGS] });
  });
  after(() => server.stop());

  it('offers the folders and files of the project to `exclude`, a level at a time', async () => {
    const { labels, taken } = await offered(server, '{ "exclude": ["<|>"] }');
    // The folder of the project within is none of this one's.
    assert.deepEqual(labels, ['drafts/**', 'main.ptree']);
    assert.equal(taken('drafts/**'), '{ "exclude": ["drafts/**"] }');
    const deeper = await offered(server, '{ "exclude": ["main.ptree", "drafts/<|>"] }');
    assert.deepEqual(deeper.labels, ['drafts/later/**', 'drafts/old.ptree']);
    assert.equal(deeper.taken('drafts/old.ptree'), '{ "exclude": ["main.ptree", "drafts/old.ptree"] }');
  });

  it('offers a path without quotes typed, and none twice', async () => {
    assert.equal((await offered(server, '{ "exclude": [<|>] }')).taken('main.ptree'), '{ "exclude": ["main.ptree"] }');
    const { labels } = await offered(server, '{ "exclude": ["drafts/old.ptree", <|>] }');
    assert.deepEqual(labels, ['drafts/**', 'main.ptree']);
  });

  it('offers the ids of rules to `rules`: of the language, of built-in kinds, of kinds of one’s own', async () => {
    const { labels, taken } = await offered(server, '{ "rules": { "<|>" } }');
    for (const id of ['public-link', 'facility.hosts', 'service.owner', 'instrument.wbs'])
      assert(labels.includes(id), id);
    assert(!labels.includes('syntax'), 'cannot be switched off');
    const severities = ['$', '{1|off,hint,info,warning,error|}'].join('');
    assert.equal(taken('instrument.wbs'), `{ "rules": { "instrument.wbs": "${severities}" } }`);
    const valued = await offered(server, '{ "rules": { "inst<|>": "off" } }');
    assert.equal(valued.taken('instrument.wbs'), '{ "rules": { "instrument.wbs": "off" } }');
  });

  it('leaves out the rules that are there already', async () => {
    const { labels } = await offered(server, '{ "rules": { "public-link": "off", "<|>" } }');
    assert(!labels.includes('public-link') && labels.includes('facility.hosts'));
  });

  it('tells more of the rule that is looked at', async () => {
    const text = '{ "rules": { "instrument" } }';
    await server.setText(SETTINGS, text);
    const params = { textDocument: { uri: server.uri(SETTINGS) }, position: { line: 0, character: 24 } };
    const { items } = await server.ask<CompletionList>('textDocument/completion', params);
    const item = items.find(({ label }) => label === 'instrument.wbs')!;
    const { documentation } = await server.ask<CompletionItem>('completionItem/resolve', item);
    assert(typeof documentation === 'object' && documentation.value.includes('It is paid for.'));
  });

  it('offers nothing elsewhere: other names and values are the schema’s', async () => {
    for (const text of [
      '<|>',
      '{ "<|>" }',
      '{ "name": "<|>" }',
      '{ "rules": { "public-link": "<|>" } }',
      '{ "rules": ["<|>"] }',
      '{ "exclude": { "<|>": 1 } }',
      '{ "review": { "<|>" } }',
      '{ "exclude": ["main.ptree"<|>] }',
    ]) {
      assert.deepEqual((await offered(server, text)).labels, [], text);
    }
  });

  it('leaves what the schema lists to an editor that reads it', async () => {
    await using vscode = await start(MODEL, { open: [SETTINGS], initializationOptions: { projectSchema: true } });
    const { labels } = await offered(vscode, '{ "rules": { "<|>" } }');
    assert.deepEqual(labels, ['instrument.wbs', 'service.owner']);
  });
});
