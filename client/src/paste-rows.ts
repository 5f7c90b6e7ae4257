import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  env,
  languages,
  type Position,
  Range,
  type TextDocument,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type RowsParams, type RowsResult, rowsRequest } from '../../server/src/protocol-authoring.ts';
import { activeEditor, ask, placeOf } from './edits.ts';

/** The kind of paste by which rows become products: for `editor.pasteAs.preferences` and "Paste As…". */
const pasteKind = DocumentDropOrPasteEditKind.Text.append('ptree', 'products');

/** Offers to paste rows of a spreadsheet as products; "Paste As…" has them as text. */
export function offerPasteOfRows(client: BaseLanguageClient): Disposable {
  return languages.registerDocumentPasteEditProvider(
    { language: 'ptree' },
    {
      async provideDocumentPasteEdits(document, ranges, transfer, { only }, token) {
        const text = await transfer.get('text/plain')?.asString();
        if (!text?.includes('\t') || ranges.length !== 1 || token.isCancellationRequested) return undefined;
        const asked = only !== undefined && pasteKind.contains(only);
        const rows = await client.sendRequest<RowsResult | null>(
          rowsRequest,
          paramsOf(document, ranges[0].start, text, asked),
        );
        return rows ? [new DocumentPasteEdit(rows.text, titleOf(rows), pasteKind)] : undefined;
      },
    },
    { providedPasteEditKinds: [pasteKind], pasteMimeTypes: ['text/plain'] },
  );
}

/**
 * The command "Product Tree: Paste Rows as Products": puts in what the clipboard holds of a spreadsheet.
 * @returns how many products were put in
 */
export async function pasteRows(client: BaseLanguageClient): Promise<number> {
  const editor = activeEditor();
  if (!editor) return 0;
  const params: RowsParams = { ...placeOf(editor), text: await env.clipboard.readText(), asked: true };
  const rows = await ask<RowsResult | null>(client, rowsRequest, params);
  if (rows === null) {
    const advice = 'Copy cells of a spreadsheet (a key, a name, an owner …), and put the cursor into an empty line.';
    void window.showInformationMessage(`Nothing was pasted. ${advice}`);
  }
  if (!rows) return 0;
  const { active } = editor.selection;
  const done = await editor.edit(edit => edit.replace(new Range(active, active), rows.text));
  return done ? rows.products : 0;
}

function paramsOf({ uri }: TextDocument, { line, character }: Position, text: string, asked: boolean): RowsParams {
  return { uri: uri.toString(), line, character, text, asked };
}

const titleOf = ({ products }: RowsResult): string =>
  `Paste as ${products === 1 ? 'a product' : `${products} products`}`;
