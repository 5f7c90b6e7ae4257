/** What the suites in the extension host ask of the editor. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

/** The extension under test. */
export const extensionId = 'product-tree.product-tree';

/** The extension under test, whether it runs or not. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  assert.ok(found, `${extensionId} is installed`);
  return found;
}

/** A file of the workspace by its path in it. */
export function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);
}

/**
 * Asks again until there is an answer.
 * @param what names what is waited for, for the message where it does not come
 * @param ask throws, or gives undefined or false, as long as it is not there
 */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
  limit = 30_000,
): Promise<Exclude<T, false | undefined>> {
  const end = Date.now() + limit;
  let last: unknown;
  do {
    try {
      last = await ask();
      if (last) return last as Exclude<T, false | undefined>;
    } catch (error) {
      last = error;
    }
    await sleep(50);
  } while (Date.now() < end);
  assert.fail(`${what} did not come in ${limit / 1000} s; at last: ${last}`);
}

/** A finding of a rule in a file, with a word of its message; undefined where there is none. */
export function finding(path: string, rule: string, word: string): vscode.Diagnostic | undefined {
  return vscode.languages
    .getDiagnostics(file(path))
    .find(({ code, message }) => ruleOf(code) === rule && message.includes(word));
}

/** The rule's id in a diagnostic's code. */
export function ruleOf(code: vscode.Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** All findings that the editor has, in every file. */
export function allFindings(): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics()
    .flatMap(([, found]) => found.filter(({ source }) => source === 'Product Tree'));
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(file(path));
}

/** The place of a text in a document, moved on by some characters. */
export function placeOf(document: vscode.TextDocument, text: string, moved = 0): vscode.Position {
  const index = document.getText().indexOf(text);
  assert.ok(index >= 0, `${document.uri.path} contains "${text}"`);
  return document.positionAt(index + moved);
}

/** The line of a location that a provider gave, and the file's path in the workspace. */
export async function lineAt(link: vscode.Location | vscode.LocationLink): Promise<{ path: string; line: string }> {
  const { uri, range } =
    'targetUri' in link ? { uri: link.targetUri, range: link.targetSelectionRange ?? link.targetRange } : link;
  const document = await vscode.workspace.openTextDocument(uri);
  return { path: vscode.workspace.asRelativePath(uri), line: document.lineAt(range.start).text.trim() };
}
