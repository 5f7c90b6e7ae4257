/** What tests of completion share: a project, and what an editor makes of the offers at a cursor in its open file. */
import assert from 'node:assert/strict';
import {
  type CompletionItem,
  type CompletionList,
  InsertReplaceEdit,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TestServer } from './harness.ts';

/** The file in which the tests type. */
export const HERE = 'here.ptree';

/** What is offered at a cursor. */
export interface Offered {
  items: readonly CompletionItem[];
  /** The labels in the order in which an editor shows them. */
  labels: readonly string[];
  /** There are more than are shown. */
  isIncomplete: boolean;
  /** The text of the cursor's line (and of those that come with it) once an offer is taken; a snippet's gaps as `<KEY>`, its end as `<>`. */
  taken(label: string): string;
}

/** Puts a text with one `<|>` into the open file and asks for completion at that cursor. */
export async function offered(server: TestServer, marked: string, context?: object): Promise<Offered> {
  const text = marked.replace('<|>', '');
  const document = TextDocument.create('', '', 0, text);
  const position = document.positionAt(marked.indexOf('<|>'));
  await server.setText(HERE, text);
  const list = await ask(server, position, context);
  const items = [...(list?.items ?? [])].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
  return {
    items,
    labels: items.map(({ label }) => label),
    isIncomplete: list?.isIncomplete ?? false,
    taken(label) {
      const item = items.find(one => one.label === label);
      assert(item, `${label} is offered, not only ${items.map(one => one.label).join(', ')}`);
      return take(document, item, position);
    },
  };
}

/** Asks for completion in the open file. */
export function ask(server: TestServer, position: Position, context?: object): Promise<CompletionList | null> {
  const params = { textDocument: { uri: server.uri(HERE) }, position, ...(context && { context }) };
  return server.ask('textDocument/completion', params);
}

function take(document: TextDocument, { textEdit, insertTextFormat }: CompletionItem, position: Position): string {
  assert(textEdit, 'an offer says where it goes');
  const range = InsertReplaceEdit.is(textEdit) ? textEdit.insert : textEdit.range;
  assert(range.start.line === position.line && range.end.line === position.line, 'an offer stays in its line');
  const { newText } = textEdit;
  const text = TextDocument.applyEdits(document, [{ range, newText }]);
  const lines = text.split('\n').slice(position.line, position.line + newText.split('\n').length);
  const taken = lines.join('\n').trimStart();
  if (insertTextFormat !== InsertTextFormat.Snippet) return taken;
  return taken.replace(/\$\{\d:([^}]*)\}/g, '<$1>').replace('$0', '<>');
}
