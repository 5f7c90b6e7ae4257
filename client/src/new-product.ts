import { Selection, type TextEditor, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type AuthoringEdit,
  type AuthoringPlace,
  type KeyParams,
  keyObjectionRequest,
  type NewProductChoices,
  type NewProductParams,
  newProductChoicesRequest,
  newProductRequest,
} from '../../server/src/protocol-authoring.ts';
import { activeEditor, apply, ask, placeOf, showDeclaration } from './edits.ts';

/** What a new product is, as far as it is known before anybody is asked. */
export type NewProduct = Partial<Pick<NewProductParams, 'kind' | 'key' | 'name' | 'package'>>;

/**
 * The command "Product Tree: New Product": asks for a kind, a key, a name and a place, and declares the product.
 * @param known what need not be asked; with kind, key and name, nothing is
 * @returns whether it was declared
 */
export async function newProduct(client: BaseLanguageClient, known: NewProduct = {}): Promise<boolean> {
  const editor = await editorToWriteIn();
  if (!editor) return false;
  const place = placeOf(editor);
  const wanted = known.kind && known.key && known.name ? known : await askFor(client, place, known);
  if (!wanted) return false;
  const made = await ask<AuthoringEdit>(client, newProductRequest, { ...place, ...wanted });
  if (!made || !(await apply(client, made.edit))) return false;
  await showDeclaration(Uri.parse(made.uri), `${wanted.kind} ${wanted.key} `);
  return true;
}

/** The active editor; else, such as from a view that is still empty, one at the end of a file. */
async function editorToWriteIn(): Promise<TextEditor | undefined> {
  const active = window.activeTextEditor;
  if (active?.document.languageId === 'ptree') return active;
  const files = (await workspace.findFiles('**/*.ptree')).sort((a, b) => (a.path < b.path ? -1 : 1));
  const file = files.length > 1 ? await chooseFile(files) : (files[0] ?? (await firstFile()));
  const editor = file && (await window.showTextDocument(file));
  if (!editor) return undefined;
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new Selection(end, end);
  return editor;
}

async function chooseFile(files: readonly Uri[]): Promise<Uri | undefined> {
  const items = files.map(uri => ({ label: workspace.asRelativePath(uri), uri }));
  return (await window.showQuickPick(items, { title: 'New Product: in which file' }))?.uri;
}

/** A file for a project that has none yet. */
async function firstFile(): Promise<Uri | undefined> {
  const [settings] = await workspace.findFiles('**/product-tree.json');
  // Without a project: says what to do.
  if (!settings) return activeEditor()?.document.uri;
  const file = Uri.joinPath(settings, '..', 'main.ptree');
  await workspace.fs.writeFile(file, new Uint8Array());
  return file;
}

async function askFor(
  client: BaseLanguageClient,
  place: AuthoringPlace,
  known: NewProduct,
): Promise<NewProduct | undefined> {
  const choices = await ask<NewProductChoices | null>(client, newProductChoicesRequest, place);
  if (!choices) {
    if (choices === null) void window.showInformationMessage('This file belongs to no project: open its folder first.');
    return undefined;
  }
  const kind = known.kind ?? (await chooseKind(choices));
  const key = kind && (known.key ?? (await askForKey(client, place, kind)));
  const name = key && (known.name ?? (await askForName(key)));
  if (!name) return undefined;
  const chosen = known.package ? { package: known.package } : await choosePlace(choices, key);
  return chosen && { kind, key, name, ...chosen };
}

async function chooseKind({ kinds }: NewProductChoices): Promise<string | undefined> {
  const items = kinds.map(({ key, says }) => ({ label: key, detail: says }));
  const options = { title: 'New Product (1 of 4): its kind', placeHolder: 'What sort of thing is it?' };
  return (await window.showQuickPick(items, options))?.label;
}

function askForKey(client: BaseLanguageClient, { uri }: AuthoringPlace, kind: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: `New Product (2 of 4): the key of the ${kind}`,
    prompt: 'A short word by which everything refers to it. It stays the same when the name changes.',
    placeHolder: 'PORTAL',
    ignoreFocusOut: true,
    // What is typed is not wrong before anything is typed.
    validateInput: async key =>
      key === '' ? undefined : client.sendRequest<string | null>(keyObjectionRequest, { uri, key } satisfies KeyParams),
  });
}

function askForName(key: string): Thenable<string | undefined> {
  return window.showInputBox({
    title: `New Product (3 of 4): the name of ${key}`,
    prompt: 'What people call it.',
    placeHolder: 'Portal',
    ignoreFocusOut: true,
    validateInput: name =>
      name !== '' && name.trim() === '' ? 'Write a name: what people call this product.' : undefined,
  });
}

async function choosePlace({ here, packages }: NewProductChoices, key: string): Promise<NewProduct | undefined> {
  const cursor = here
    ? `At the cursor, as a part of ${here.key} (${here.name})`
    : 'At the cursor, as a part of nothing';
  const items = [
    { label: cursor, place: {} },
    ...packages.map(({ key, name, file }) => ({
      label: key,
      description: name,
      detail: file,
      place: { package: key },
    })),
  ];
  const options = {
    title: `New Product (4 of 4): where ${key} goes`,
    placeHolder: 'At the cursor, or at the end of a package',
    matchOnDescription: true,
  };
  return (await window.showQuickPick(items, options))?.place;
}
