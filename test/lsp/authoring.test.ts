/** What the client's commands ask that write for the author. */
import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, CompletionList, WorkspaceEdit } from 'vscode-languageserver';
import {
  type AuthoringEdit,
  keyObjectionRequest,
  type MoveTargets,
  moveRequest,
  moveTargetsRequest,
  type NewProductChoices,
  newProductChoicesRequest,
  newProductRequest,
  type RowsResult,
  rowsRequest,
} from '../../server/src/protocol-authoring.ts';
import { start, type TestServer } from './harness.ts';

/** A mark's place, as our own requests take it. */
function place(server: TestServer, mark?: string) {
  const { textDocument, position } = server.at(mark);
  return { uri: textDocument.uri, ...position };
}

const HOSPITAL = `
  package HOSP "Hospital" {
    manager ARossi

    package WARDS "Wards" {
      service <inside|>BEDS "Beds" { owner ARossi }
      <empty|>
    }
  }
  <top|>
  // file: people.ptree
  person ARossi "Anna Rossi"
  package <>OTHER "Other" in HOSP
`.replace('<>', '');

describe('Moving a product by command', () => {
  it('offers every package and file to which it may go', async () => {
    await using server = await start(HOSPITAL);
    const targets = await server.ask<MoveTargets>(moveTargetsRequest, place(server, 'inside'));
    assert.deepEqual(
      targets.packages.map(({ key, name, file }) => `${key} ${name} ${file}`),
      ['HOSP Hospital main.ptree', 'OTHER Other people.ptree'],
    );
    assert.equal(targets.product.key, 'BEDS');
    assert.deepEqual(
      targets.files.map(({ path }) => path),
      ['people.ptree'],
    );
    assert.equal(await server.ask(moveTargetsRequest, place(server, 'top')), null);
  });

  it('moves it', async () => {
    await using server = await start(HOSPITAL);
    const edit = await server.ask<WorkspaceEdit>(moveRequest, { ...place(server, 'inside'), to: { package: 'OTHER' } });
    const { 'people.ptree': text } = await server.apply(edit);
    assert.match(text, /package OTHER "Other" in HOSP \{\n {2}service BEDS "Beds" \{ owner ARossi \}\n\}/);
    assert(!(await server.problems()).some(line => line.includes('BEDS') && line.includes('error unresolved')));
  });

  it('says why it cannot be moved', async () => {
    await using server = await start(HOSPITAL);
    const ask = (to: object): Promise<unknown> => server.ask(moveRequest, { ...place(server, 'inside'), to });
    await assert.rejects(ask({ package: 'WARDS' }), { message: 'BEDS cannot be moved to WARDS.' });
    await assert.rejects(ask({ file: server.uri('main.ptree') }), { message: /cannot be moved to main.ptree/ });
  });
});

describe('A new product by command', () => {
  const wanted = { kind: 'service', key: 'MEALS', name: 'Meals "hot"' };

  it('has kinds and packages to choose from', async () => {
    await using server = await start(HOSPITAL);
    const choices = await server.ask<NewProductChoices>(newProductChoicesRequest, place(server, 'empty'));
    assert.equal(choices.here?.key, 'WARDS');
    assert.deepEqual(
      choices.packages.map(({ key }) => key),
      ['HOSP', 'OTHER', 'WARDS'],
    );
    const facility = choices.kinds.find(({ key }) => key === 'facility');
    assert.deepEqual(facility, { key: 'facility', says: 'A facility hosts enclaves.' });
  });

  const PLACES: [string, object, RegExp][] = [
    ['empty', {}, /owner ARossi \}\n {4}service MEALS "Meals \\"hot\\""\n {2}\}/],
    ['inside', {}, /service BEDS "Beds" \{\n {6}owner ARossi\n {6}service MEALS "Meals \\"hot\\""\n {4}\}/],
    ['top', {}, /^\}\nservice MEALS "Meals \\"hot\\""\n/m],
    ['empty', { package: 'OTHER' }, /package OTHER "Other" in HOSP \{\n {2}service MEALS "Meals \\"hot\\""\n\}/],
  ];
  for (const [mark, more, expected] of PLACES) {
    it(`goes where it is wanted: ${mark} ${JSON.stringify(more)}`, async () => {
      await using server = await start(HOSPITAL);
      const params = { ...place(server, mark), ...wanted, ...more };
      const { edit, uri } = await server.ask<AuthoringEdit>(newProductRequest, params);
      const changed = await server.apply(edit as WorkspaceEdit);
      assert.match(changed[server.name(uri)], expected);
    });
  }

  it('takes only a key that is free and well formed; says in plain words what is wrong', async () => {
    await using server = await start(HOSPITAL);
    const uri = server.uri('main.ptree');
    const objection = (key: string): Promise<string | null> => server.ask(keyObjectionRequest, { uri, key });
    assert.equal(await objection('MEALS'), null);
    assert.match((await objection(''))!, /^Write a key: a short word/);
    assert.match((await objection('2 words'))!, /^`2 words` cannot be a key. Begin with a letter/);
    assert.equal(await objection('BEDS'), 'BEDS (Beds) has this key already, in main.ptree. Choose another.');
    const params = { ...place(server, 'top'), ...wanted, key: 'BEDS' };
    await assert.rejects(server.ask(newProductRequest, params), { message: /has this key already/ });
  });
});

describe('Pasted rows', () => {
  const ROWS = 'MEALS\tMeals\tAnna Rossi\nLAUNDRY\tLaundry\tARossi';

  it('become products of the usual kind, with the keys of people, indented like the place', async () => {
    await using server = await start(HOSPITAL);
    const params = { ...place(server, 'empty'), text: ROWS, asked: false };
    const rows = await server.ask<RowsResult>(rowsRequest, params);
    assert.deepEqual(rows, {
      products: 2,
      text: 'service MEALS "Meals" {\n      owner ARossi\n    }\n\n    service LAUNDRY "Laundry" {\n      owner ARossi\n    }',
    });
    await server.type(rows.text, server.mark('empty'));
    assert(!(await server.problems()).some(line => /syntax|unresolved|product\.owner/.test(line)));
  });

  it('are indented where the cursor is not, and parted from what follows', async () => {
    await using server = await start('package P "P" {\n<|>\n  service S "S"\n}');
    const params = { ...place(server), text: ROWS, asked: false };
    const { text } = await server.ask<RowsResult>(rowsRequest, params);
    assert.equal(
      text,
      '  service MEALS "Meals" {\n    owner "Anna Rossi"\n  }\n\n  service LAUNDRY "Laundry" {\n    owner ARossi\n  }\n',
    );
  });

  it('become none in the middle of a statement, or where the text holds no rows', async () => {
    await using server = await start(HOSPITAL);
    const ask = (mark: string, text: string): Promise<unknown> =>
      server.ask(rowsRequest, { ...place(server, mark), text, asked: true });
    assert.equal(await ask('inside', ROWS), null);
    assert.equal(await ask('empty', 'service A "First"'), null);
  });
});

describe('An empty file', () => {
  const ask = async (server: TestServer) => {
    const textDocument = { uri: server.uri('main.ptree') };
    const position = { line: 0, character: 0 };
    const range = { start: position, end: position };
    const list = await server.ask<CompletionList>('textDocument/completion', { textDocument, position });
    const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context: { diagnostics: [] },
    });
    const lenses = (await server.ask<CodeLens[] | null>('textDocument/codeLens', { textDocument })) ?? [];
    return { list, actions, lenses };
  };

  it('offers an example in a project without products: by completion, by a code action and by a lens', async () => {
    await using server = await start('\n// file: people.ptree\nperson ARossi "Anna Rossi"', { open: [] });
    await server.open('main.ptree', '');
    const { list, actions, lenses } = await ask(server);
    const [first] = list.items;
    assert.equal(first.label, 'Start with an example');
    assert.deepEqual(
      lenses.map(({ command }) => [command?.title, command?.command]),
      [['Start with an example', 'ptree.startWithExample']],
    );
    const [{ title, edit }] = actions;
    assert.equal(title, 'Start with an example');
    const { 'main.ptree': text } = await server.apply(edit!);
    assert.match(text, /package SYSTEM "Our System" \{/);
    const { newText } = first.textEdit ?? { newText: first.insertText };
    assert.equal(newText, text);
    assert.deepEqual(
      (await server.problems()).filter(line => line.startsWith('main')),
      ['main.ptree:27:12 warning product.owner: WEBAPP (Web Application) has no owner. Every product has an owner.'],
    );
  });

  it('offers none where there are products already', async () => {
    await using server = await start('\n// file: other.ptree\npackage P "P"', { open: [] });
    await server.open('main.ptree', '');
    const { list, actions, lenses } = await ask(server);
    assert(list.items.every(({ label }) => label !== 'Start with an example'));
    assert.deepEqual([actions, lenses], [[], []]);
  });
});
