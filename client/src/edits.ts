import { Range, Selection, type TextEditor, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AuthoringPlace } from '../../server/src/protocol-authoring.ts';

/** The place of the cursor, as our own requests take it. */
export function placeOf({ document, selection }: TextEditor): AuthoringPlace {
  const { line, character } = selection.active;
  return { uri: document.uri.toString(), line, character };
}

/** The editor with a text of the language that is active; undefined, and said so, where there is none. */
export function activeEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'ptree') return editor;
  void window.showInformationMessage('Open a .ptree file first, and put the cursor where you want it.');
  return undefined;
}

/**
 * Makes an edit that the server gave.
 * @returns false where the editor refused it, because a file has changed meanwhile
 */
export async function apply(client: BaseLanguageClient, edit: object): Promise<boolean> {
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  return converted !== undefined && workspace.applyEdit(converted);
}

/** Asks the server; what it cannot do it says in a sentence, which is shown. */
export async function ask<R>(client: BaseLanguageClient, request: string, params: object): Promise<R | undefined> {
  try {
    return await client.sendRequest<R>(request, params);
  } catch (error) {
    void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** Shows where a product is declared, with the cursor at the end of the line. */
export async function showDeclaration(uri: Uri, declaration: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const offset = document.getText().indexOf(declaration);
  const at = document.lineAt(document.positionAt(Math.max(0, offset))).range.end;
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
}
