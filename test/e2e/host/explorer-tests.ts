import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExplorerNode } from '../../../server/src/protocol-explorer.ts';
import { eventually, file, open, placeOf } from './editor.ts';

const facilities = 'infrastructure/facilities.ptree';

/** What the explorer's views hand to the commands of their nodes. */
async function nodeOf(key: string): Promise<Partial<ExplorerNode>> {
  const document = await vscode.workspace.openTextDocument(file(facilities));
  const { line, character } = placeOf(document, `facility ${key}`, 'facility '.length);
  return { type: 'product', key, place: { uri: file(facilities).toString(), line, character } };
}

/** The word at the cursor of the active editor. */
function wordAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active);
  return range && editor?.document.getText(range);
}

/** Every command of the explorer, invoked. */
export function explorerCommandTests(command: (id: string, title: string, body: () => Promise<void>) => void): void {
  const run = async (name: string) => vscode.commands.executeCommand(`ptree.explorer.${name}`, await nodeOf('FACFR'));
  const followed = () => vscode.workspace.getConfiguration('ptree').get('explorer.followEditor');

  command('ptree.explorer.goToSource', 'puts the cursor where a node is stated', async () => {
    await run('goToSource');
    await eventually('the cursor', () => wordAtCursor() === 'FACFR');
  });

  for (const [name, title] of [
    ['findReferences', 'lists what refers to a node'],
    ['showCallHierarchy', 'shows what a node uses and hosts'],
  ] as const) {
    command(`ptree.explorer.${name}`, title, async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await run(name);
      await eventually('the cursor', () => wordAtCursor() === 'FACFR');
    });
  }

  command('ptree.explorer.copyKey', 'copies the key of a node', async () => {
    await run('copyKey');
    assert.equal(await vscode.env.clipboard.readText(), 'FACFR');
  });

  for (const [id, title] of [
    ['ptree.openPreview', 'opens the preview beside the editor'],
    ['ptree.explorer.revealInPreview', 'opens it for a node'],
  ] as const) {
    command(id, title, async () => {
      await open(facilities);
      await vscode.commands.executeCommand(id, ...(id === 'ptree.openPreview' ? [] : [await nodeOf('FACFR')]));
      await eventually('the preview', () =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('ptree.preview')),
      );
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });
  }

  command('ptree.explorer.filter', 'takes a text, and asks for one where there is none', async () => {
    await open(facilities);
    await vscode.commands.executeCommand('ptree.explorer.filter', 'alert');
    await vscode.commands.executeCommand('ptree.explorer.filter');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  command('ptree.explorer.clearFilter', 'shows everything again', async () => {
    await vscode.commands.executeCommand('ptree.explorer.clearFilter');
  });

  command('ptree.explorer.stopFollowing', 'leaves the views where they are', async () => {
    await vscode.commands.executeCommand('ptree.explorer.stopFollowing');
    await eventually('the setting', () => followed() === false);
  });

  command('ptree.explorer.follow', 'has the views follow the cursor', async () => {
    await vscode.commands.executeCommand('ptree.explorer.follow');
    await eventually('the setting', () => followed() === true);
  });
}
