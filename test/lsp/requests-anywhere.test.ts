/** Hierarchies, lenses, hints, colours, selections, links and signature help answer in every text, finished or not, and stay inside it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  CallHierarchyItem,
  CodeLens,
  DocumentLink,
  InlayHint,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
  SignatureHelp,
  TypeHierarchyItem,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { HERE } from './completion.ts';
import { shared } from './harness.ts';

const example = join(import.meta.dirname, '..', '..', 'examples', 'quickstart', 'hospital.ptree');

/** What somebody may have typed by mistake, or not yet in full. */
const PIECES = [
  '"',
  '"""',
  '{',
  '}',
  '[[',
  ',',
  '|',
  '[1..',
  '/*',
  'used ',
  'service ',
  'waive x ',
  'kind ',
  '\u{1F52D}',
];

describe('Requests anywhere', function () {
  this.timeout(120_000);
  const project = shared('// file: here.ptree', { open: [HERE] });

  const put = async (text: string): Promise<TextDocument> => {
    await project.server.setText(HERE, text);
    return TextDocument.create('', '', 0, text);
  };
  const ask = <R>(method: string, params: object = {}): Promise<R> =>
    project.server.ask(`textDocument/${method}`, { textDocument: { uri: project.server.uri(HERE) }, ...params });

  /** A stretch lies in the text, and its ends where they say. */
  const liesIn = (document: TextDocument, { start, end }: Range): void => {
    for (const place of [start, end]) assert.deepEqual(document.positionAt(document.offsetAt(place)), place);
    assert.ok(document.offsetAt(start) <= document.offsetAt(end));
  };

  /** Asks for all that is about a whole text. */
  const askAbout = async (document: TextDocument): Promise<number> => {
    const range = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
    // The lens of an empty text has nothing to resolve.
    const lenses = (await ask<CodeLens[] | null>('codeLens'))!.filter(({ data }) => data);
    for (const lens of lenses) {
      liesIn(document, lens.range);
      const { command } = await project.server.ask<CodeLens>('codeLens/resolve', lens);
      assert.match(command!.title, /^(used in|hosted on) [1-9]\d*$|^[1-9]\d* findings?$/);
    }
    for (const hint of (await ask<InlayHint[] | null>('inlayHint', { range }))!) {
      liesIn(document, { start: hint.position, end: hint.position });
    }
    for (const link of (await ask<DocumentLink[] | null>('documentLink'))!) liesIn(document, link.range);
    const { data } = await ask<SemanticTokens>('semanticTokens/full');
    const lines = document.getText().split('\n');
    let [line, from, end] = [0, 0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down, right, length] = data.slice(at, at + 3);
      if (down > 0) [from, end] = [0, 0];
      line += down;
      from += right;
      assert.ok(from >= end && length > 0 && from + length <= lines[line].length, 'one after the other, in its line');
      end = from + length;
    }
    return lenses.length + data.length;
  };

  /** Asks for all that is about a place. */
  const askAt = async (document: TextDocument, position: Position): Promise<number> => {
    const help = await ask<SignatureHelp | null>('signatureHelp', { position });
    for (const { label, parameters } of help?.signatures ?? []) {
      for (const { label: part } of parameters!) assert.ok(part[0] < part[1] && Number(part[1]) <= label.length);
    }
    if (help) assert.ok(help.activeParameter! < help.signatures[help.activeSignature!].parameters!.length);
    const [selection] = await ask<SelectionRange[]>('selectionRange', { positions: [position] });
    for (let at: SelectionRange | undefined = selection; at; at = at.parent) liesIn(document, at.range);
    const products = (await ask<CallHierarchyItem[] | null>('prepareCallHierarchy', { position })) ?? [];
    const kinds = (await ask<TypeHierarchyItem[] | null>('prepareTypeHierarchy', { position })) ?? [];
    for (const item of [...products, ...kinds]) if (item.uri.endsWith(HERE)) liesIn(document, item.selectionRange);
    for (const item of products) {
      for (const way of ['incoming', 'outgoing']) await project.server.ask(`callHierarchy/${way}Calls`, { item });
    }
    for (const item of kinds) {
      for (const way of ['supertypes', 'subtypes']) await project.server.ask(`typeHierarchy/${way}`, { item });
    }
    return products.length + kinds.length + (help ? 1 : 0);
  };

  it('at every place of the quickstart', async () => {
    const document = await put(await readFile(example, 'utf8'));
    assert.ok((await askAbout(document)) > 100);
    let answers = 0;
    for (let at = 0; at <= document.getText().length; at += 3)
      answers += await askAt(document, document.positionAt(at));
    assert.ok(answers > 100);
  });

  it('in every beginning of a text', async () => {
    const text = await readFile(example, 'utf8');
    for (let end = 0; end <= text.length; end += 29) {
      const document = await put(text.slice(0, end));
      await askAbout(document);
      await askAt(document, document.positionAt(end));
    }
  });

  it('with something half typed in the middle', async () => {
    const text = await readFile(example, 'utf8');
    const places = [...text.matchAll(/\S(?=\n)|\w(?= \w)/g)].map(({ index }) => index + 1);
    for (const [number, place] of places.entries()) {
      const piece = PIECES[number % PIECES.length];
      const document = await put(`${text.slice(0, place)} ${piece}${text.slice(place)}`);
      await askAbout(document);
      await askAt(document, document.positionAt(place + 1 + piece.length));
    }
    assert.ok(places.length > 3 * PIECES.length, 'every piece in several places');
  });

  it('with nothing to say of a project file, a file of another kind, or no file', async () => {
    const { server } = project;
    await server.open('product-tree.json', '{ "name": "x" }');
    const position = { line: 0, character: 2 };
    for (const file of ['product-tree.json', 'nowhere.ptree']) {
      const textDocument = { uri: server.uri(file) };
      const range = { start: position, end: position };
      for (const method of ['codeLens', 'documentLink', 'inlayHint', 'signatureHelp', 'selectionRange']) {
        const answer = await server.ask(`textDocument/${method}`, {
          textDocument,
          position,
          range,
          positions: [position],
        });
        assert.equal(answer, null, `${method} in ${file}`);
      }
      for (const method of ['prepareCallHierarchy', 'prepareTypeHierarchy']) {
        assert.equal(await server.ask(`textDocument/${method}`, { textDocument, position }), null, method);
      }
      assert.deepEqual(await server.ask('textDocument/semanticTokens/full', { textDocument }), { data: [] });
    }
  });
});
