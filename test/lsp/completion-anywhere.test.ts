/** Completion answers at every place of every text, finished or not, and never with an error. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CompletionList, InsertReplaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ask, HERE } from './completion.ts';
import { shared } from './harness.ts';

const examples = join(import.meta.dirname, '..', '..', 'examples');
const read = (name: string): Promise<string> => readFile(join(examples, name), 'utf8');

/** Pieces of broken text, as they stand while somebody types. */
const HALF_TYPED = [
  '"',
  '"""',
  '{',
  '}',
  '[[',
  ',',
  '|',
  '[',
  '..',
  '/*',
  'used ',
  'hosted',
  'in ',
  'service ',
  'waive ',
  'kind ',
  'field x one ',
  'complete error ',
  '\u{1F52D}',
  '\t',
  '\r\n',
];

describe('Completion anywhere', function () {
  this.timeout(120_000);
  const project = shared('// file: here.ptree', { open: [HERE] });

  /** Asks at an offset; what is offered lies in the cursor's line and around the cursor. */
  const complete = async (text: string, offset: number): Promise<number> => {
    const { server } = project;
    const document = TextDocument.create('', '', 0, text);
    const position = document.positionAt(offset);
    const list: CompletionList | null = await ask(server, position);
    for (const { textEdit, label } of list?.items ?? []) {
      assert(textEdit && InsertReplaceEdit.is(textEdit), label);
      const { insert, replace } = textEdit;
      assert(insert.start.line === position.line && replace.end.line === position.line, label);
      assert(insert.start.character <= position.character && position.character <= replace.end.character, label);
      assert.deepEqual(insert.end, position, label);
    }
    return list?.items.length ?? 0;
  };

  it('at every offset of the quickstart', async () => {
    const text = await read('quickstart/hospital.ptree');
    await project.server.setText(HERE, text);
    let offers = 0;
    for (let offset = 0; offset <= text.length; offset++) offers += await complete(text, offset);
    assert(offers > 1000);
  });

  it('at every offset of a real file, among all others of its project', async () => {
    const { server } = project;
    const files = ['registry/people.ptree', 'registry/requirements.ptree', 'prompt/software.ptree', 'tree.ptree'];
    for (const file of files) await server.write(file, await read(`rubin-dm/${file}`));
    await server.watched(...files.map((file): [string, 'Created'] => [file, 'Created']));
    const text = (await read('rubin-dm/prompt/services.ptree')).slice(0, 1500);
    await server.setText(HERE, text);
    let offers = 0;
    for (let offset = 0; offset <= text.length; offset++) offers += await complete(text, offset);
    assert(offers > 500);
    for (const file of files) await server.remove(file);
    await server.watched(...files.map((file): [string, 'Deleted'] => [file, 'Deleted']));
  });

  it('at the end of every beginning of a text', async () => {
    const text = await read('quickstart/hospital.ptree');
    for (let offset = 0; offset <= text.length; offset += 3) {
      const beginning = text.slice(0, offset);
      await project.server.setText(HERE, beginning);
      await complete(beginning, offset);
    }
  });

  it('behind half-typed words and stray signs at the ends and in the middle of lines', async () => {
    const text = await read('quickstart/hospital.ptree');
    const places = [...text.matchAll(/\S(?=\n)|\w(?= \w)/g)].map(({ index }) => index + 1);
    for (const [number, place] of places.entries()) {
      const piece = HALF_TYPED[number % HALF_TYPED.length];
      const broken = `${text.slice(0, place)} ${piece}${text.slice(place)}`;
      await project.server.setText(HERE, broken);
      await complete(broken, place + 1 + piece.length);
      await complete(broken, Math.min(broken.length, place + 40));
    }
    assert(places.length > HALF_TYPED.length * 3, 'every piece in several places');
  });

  it('in files that are not part of the model', async () => {
    const { server } = project;
    await server.open('product-tree.json', '{ "name": "x" }');
    const textDocument = { uri: server.uri('product-tree.json') };
    assert.equal(
      await server.ask('textDocument/completion', { textDocument, position: { line: 0, character: 2 } }),
      null,
    );
    const unopened = { uri: server.uri('nowhere.ptree') };
    assert.equal(
      await server.ask('textDocument/completion', { textDocument: unopened, position: { line: 0, character: 0 } }),
      null,
    );
  });
});
