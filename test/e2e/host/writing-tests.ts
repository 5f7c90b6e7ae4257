import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { eventually, file, open, placeOf } from './editor.ts';

const services = 'prompt/services.ptree';

/** Puts the cursor before a text of the active editor's document. */
function putCursor(editor: vscode.TextEditor, text: string, moved = 0): void {
  const at = placeOf(editor.document, text, moved);
  editor.selection = new vscode.Selection(at, at);
}

/** Gives every file back the text that it has on disk. */
async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
}

/** The text of a file as the editor has it. */
async function textOf(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(file(path))).getText();
}

/** The commands that write for the author. */
export function writingTests(command: (id: string, title: string, body: () => Promise<void>) => void): void {
  command('ptree.newProduct', 'declares a product at the cursor or in a package', async () => {
    try {
      const editor = await open(services);
      putCursor(editor, 'package PRSRV');
      const wanted = { kind: 'service', key: 'NEWSRV', name: 'A New Service', package: 'PRSRV' };
      assert.equal(await vscode.commands.executeCommand('ptree.newProduct', wanted), true);
      const active = vscode.window.activeTextEditor!;
      const line = active.document.lineAt(active.selection.active.line);
      assert.equal(line.text, '  service NEWSRV "A New Service"');
      assert.equal(active.selection.active.character, line.text.length, 'at its end, where braces come next');
      assert.match(active.document.getText(), /\n {2}service NEWSRV "A New Service"\n\}/);
      assert.equal(await vscode.commands.executeCommand('ptree.newProduct', wanted), false, 'the key is taken');
    } finally {
      await revertAll();
    }
  });

  command('ptree.moveProduct', 'moves a product to another package, and asks to which', async () => {
    try {
      const editor = await open(services);
      putCursor(editor, 'POPSRV');
      assert.equal(await vscode.commands.executeCommand('ptree.moveProduct', { package: 'PRSW' }), true);
      assert.match(await textOf('prompt/software.ptree'), /\n {2}service POPSRV "Planned Observation Publication" \{/);
      assert.doesNotMatch(await textOf(services), /service POPSRV/);
      await revertAll();

      putCursor(await open(services), 'POPSRV');
      const asked = vscode.commands.executeCommand('ptree.moveProduct');
      await eventually('the choice of the first package', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return !/service POPSRV/.test(await textOf(services));
      });
      assert.equal(await asked, true);
    } finally {
      await revertAll();
    }
  });

  command('ptree.pasteRows', 'makes products of the rows of a spreadsheet', async () => {
    try {
      const editor = await open(services);
      await editor.edit(edit => edit.insert(placeOf(editor.document, '  service POPSRV'), '\n'));
      putCursor(editor, '\n\n  service POPSRV', 1);
      await vscode.env.clipboard.writeText('ONE\tFirst\tTim Jenness\r\nTWO\tSecond\tKTLim\r\n');
      assert.equal(await vscode.commands.executeCommand('ptree.pasteRows'), 2);
      assert.match(editor.document.getText(), /service ONE "First" \{\n\s*owner TJenness\n\s*\}/);
      await vscode.env.clipboard.writeText('no rows');
      assert.equal(await vscode.commands.executeCommand('ptree.pasteRows'), 0);
    } finally {
      await revertAll();
    }
  });

  command('ptree.startWithExample', 'fills an empty file, and no other', async () => {
    const path = file('empty.ptree');
    await vscode.workspace.fs.writeFile(path, new Uint8Array());
    try {
      const editor = await open('empty.ptree');
      assert.equal(await vscode.commands.executeCommand('ptree.startWithExample'), true);
      const text = editor.document.getText();
      assert.match(text, /package SYSTEM "Our System" \{/);
      assert.equal(await vscode.commands.executeCommand('ptree.startWithExample'), false);
      assert.equal(editor.document.getText(), text);
    } finally {
      await revertAll();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await rm(path.fsPath);
    }
  });
}
