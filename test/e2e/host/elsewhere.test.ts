import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { CheckSummary } from '../../../server/src/protocol.ts';
import { eventually, extension, finding, open } from './editor.ts';

describe('a folder without a project', () => {
  it('does not start the extension', async () => {
    await open('notes.md');
    // The search for files that would start it has long ended by then: with such files it starts within a second.
    await sleep(5000);
    assert.equal(extension().isActive, false);
  });

  it('starts it once somebody opens a file of the language', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'ptree', content: 'person alex "Alex"\n' });
    assert.equal(document.languageId, 'ptree');
    await eventually('the extension', () => extension().isActive);
  });
});

describe('the walkthrough', () => {
  it('leads from an empty folder to a checked tree', async () => {
    const { steps } = extension().packageJSON.contributes.walkthroughs[0];
    const links = steps.flatMap(({ description }: { description: string }) =>
      [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command),
    );
    assert.deepEqual(links, [
      'vscode.openFolder',
      'ptree.newProject',
      'workbench.actions.view.problems',
      'editor.action.quickFix',
      'ptree.newProduct',
      'ptree.checkProject',
    ]);

    const created = vscode.commands.executeCommand<vscode.Uri[]>('ptree.newProject');
    await eventually('the choice of the open folder', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.uri.path.endsWith('/main.ptree');
    });
    assert.equal((await created).length, 2);

    await vscode.commands.executeCommand('workbench.actions.view.problems');
    const found = await eventually('the finding', () => finding('main.ptree', 'product.owner', 'WEBAPP'));

    const editor = await open('main.ptree');
    editor.selection = new vscode.Selection(found.range.start, found.range.start);
    const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const [fix] = actions.filter(({ isPreferred }) => isPreferred).concat(actions);
    assert.ok(fix?.edit, 'the finding can be mended');
    assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
    await eventually('its end', () => !finding('main.ptree', 'product.owner', 'WEBAPP'));

    const wanted = { kind: 'package', key: 'OWN', name: 'Of Our Own', package: 'SYSTEM' };
    assert.equal(await vscode.commands.executeCommand('ptree.newProduct', wanted), true);

    const summary: CheckSummary = await vscode.commands.executeCommand('ptree.checkProject');
    const { errors, packages, products } = summary;
    assert.deepEqual({ errors, packages, products }, { errors: 0, packages: 2, products: 4 });
  });
});
