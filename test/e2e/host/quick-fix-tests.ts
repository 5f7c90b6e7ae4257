import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, finding, open, placeOf } from './editor.ts';

const services = 'prompt/services.ptree';

/** What the editor offers at a finding, with the edits. */
async function offered({ document }: vscode.TextEditor, found: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  const ask = 'vscode.executeCodeActionProvider';
  const kind = vscode.CodeActionKind.QuickFix.value;
  return vscode.commands.executeCommand(ask, document.uri, found.range, kind, 20);
}

/** What must hold of quick fixes, in a workspace that is a copy of the large example. */
export function quickFixTests(): void {
  it('mends a finding with what is offered first, in a line of its own with its indentation', async () => {
    const editor = await open(services);
    const { document } = editor;
    const text = document.getText();
    const { line } = placeOf(document, '    owner TJenness, KTLim');
    await editor.edit(edit => edit.delete(document.lineAt(line).rangeIncludingLineBreak));
    const found = await eventually('the finding', () => finding(services, 'product.owner', 'POPSRV'));
    const [first, ...others] = await eventually('the offers', async () => {
      const actions = await offered(editor, found);
      return actions.some(({ edit }) => edit) && actions;
    });
    assert.match(first!.title, /^State `owner`: /);
    assert.equal(first!.isPreferred, true);
    assert.ok(others.some(({ title }) => title.startsWith('Waive `product.owner` for PRSRV (Prompt Services)')));
    await vscode.workspace.applyEdit(first!.edit!);
    await eventually('its end', () => !finding(services, 'product.owner', 'POPSRV'));
    assert.match(document.lineAt(line).text, /^ {4}owner \w+$/);
    assert.equal(document.lineCount, text.split('\n').length);
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    await eventually('the text as it was', () => document.getText() === text);
  });
}
