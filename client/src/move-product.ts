import { QuickPickItemKind, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type AuthoringPlace,
  type MoveParams,
  type MoveTargets,
  moveRequest,
  moveTargetsRequest,
} from '../../server/src/protocol-authoring.ts';
import { activeEditor, apply, ask, placeOf } from './edits.ts';

/**
 * The command "Product Tree: Move Product": moves the product at the cursor to another package or file, comments included.
 * @param to where; chosen from all packages and files where it is not given
 * @returns whether it was moved
 */
export async function moveProduct(client: BaseLanguageClient, to?: MoveParams['to']): Promise<boolean> {
  const editor = activeEditor();
  if (!editor) return false;
  const place = placeOf(editor);
  const target = to ?? (await chooseTarget(client, place));
  const edit = target && (await ask<object>(client, moveRequest, { ...place, to: target } satisfies MoveParams));
  return edit ? apply(client, edit) : false;
}

async function chooseTarget(client: BaseLanguageClient, place: AuthoringPlace): Promise<MoveParams['to'] | undefined> {
  const targets = await ask<MoveTargets | null>(client, moveTargetsRequest, place);
  if (!targets) {
    if (targets === null) void window.showInformationMessage('Put the cursor into the product that is to be moved.');
    return undefined;
  }
  const { product, packages, files } = targets;
  const heading = (label: string) => ({ label, kind: QuickPickItemKind.Separator, to: undefined });
  const items = [
    heading('Packages'),
    ...packages.map(({ key, name, file }) => ({ label: key, description: name, detail: file, to: { package: key } })),
    heading('Files'),
    ...files.map(({ uri, path }) => ({ label: path, to: { file: uri } })),
  ];
  const title = `Move ${product.key} (${product.name}) to`;
  const options = { title, placeHolder: 'A package or a file', matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(items, options))?.to;
}
