import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { CheckSummary } from '../../../server/src/protocol.ts';
import { allFindings, eventually, extension, finding, open } from './editor.ts';
import { explorerCommandTests } from './explorer-tests.ts';
import { previewCommandTests } from './preview-tests.ts';
import { writingTests } from './writing-tests.ts';

const facilities = 'infrastructure/facilities.ptree';

/** Every contributed command, invoked. */
export function commandTests(): void {
  /** What the suite tells of each command; a command without a line here fails the last test. */
  const tested = new Set<string>();

  const command = (id: string, title: string, body: () => Promise<void>) => {
    tested.add(id);
    it(`${id} ${title}`, body);
  };

  command('ptree.newProject', 'writes a project to start from and never overwrites', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'garden-'));
    try {
      const uri = vscode.Uri.file(folder);
      const written: vscode.Uri[] = await vscode.commands.executeCommand('ptree.newProject', uri);
      assert.deepEqual(
        written.map(({ path }) => path.slice(uri.path.length)),
        ['/product-tree.json', '/main.ptree'],
      );
      const text = await readFile(join(folder, 'main.ptree'), 'utf8');
      assert.equal(vscode.window.activeTextEditor?.document.getText(), text);
      assert.match(JSON.parse(await readFile(join(folder, 'product-tree.json'), 'utf8')).name, /^garden-/);

      await rm(join(folder, 'product-tree.json'));
      const again: vscode.Uri[] = await vscode.commands.executeCommand('ptree.newProject', uri);
      assert.deepEqual(
        again.map(({ path }) => path.slice(uri.path.length)),
        ['/product-tree.json'],
      );
      assert.deepEqual(await vscode.commands.executeCommand('ptree.newProject', uri), []);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await rm(folder, { recursive: true });
    }
  });

  command('ptree.checkProject', 'counts what the Problems panel shows', async () => {
    await eventually('the finding', () => finding(facilities, 'facility.hosts', 'FACFR'));
    const summary: CheckSummary = await eventually('the end of the project that the test before made', async () => {
      const counts: CheckSummary = await vscode.commands.executeCommand('ptree.checkProject');
      return counts.projects === 1 && counts;
    });
    assert.equal(summary.packages, 41);
    assert.equal(summary.products, 131);
    const { Error: error, Warning: warning } = vscode.DiagnosticSeverity;
    const shown = allFindings();
    assert.equal(summary.errors, shown.filter(({ severity }) => severity === error).length);
    assert.equal(summary.warnings, shown.filter(({ severity }) => severity === warning).length);
    assert.equal(summary.infos, shown.filter(({ severity }) => severity > warning).length);
    assert.ok(summary.waived > 0);
  });

  command('ptree.openRulePage', 'shows the page of the rule that is named, or chosen', async () => {
    const pages = () =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => /^Preview /.test(label));
    await vscode.commands.executeCommand('ptree.openRulePage', 'facility.hosts');
    await eventually('the page', () => pages().some(({ label }) => label.includes('facility.hosts')));
    const page = await vscode.workspace.openTextDocument(vscode.Uri.parse('ptree-rule:/facility.hosts.md'));
    assert.match(page.getText(), /^#+ .*facility\.hosts/);
    assert.match(page.getText(), /enclave/);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');

    const chosen = vscode.commands.executeCommand('ptree.openRulePage');
    await eventually('the page of the first rule', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return pages().length > 0;
    });
    await chosen;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  command('ptree.restartServer', 'starts the server anew, with the same findings', async () => {
    await open(facilities);
    const before = allFindings().length;
    await vscode.commands.executeCommand('ptree.restartServer');
    await eventually('the same findings', () => allFindings().length === before);
    const summary: CheckSummary = await vscode.commands.executeCommand('ptree.checkProject');
    assert.equal(summary.products, 131);
  });

  command('ptree.showOutput', 'opens the output channel, in which the extension says that it is ready', async () => {
    await vscode.commands.executeCommand('ptree.showOutput');
    const shown = await eventually('the output', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'output'),
    );
    await eventually('the line', () =>
      /Product Tree is ready: 131 products and 41 packages/.test(shown.document.getText()),
    );
  });

  writingTests(command);
  explorerCommandTests(command);
  previewCommandTests(command);

  it('leaves no contributed command without a test', () => {
    const contributed: { command: string }[] = extension().packageJSON.contributes.commands;
    assert.deepEqual(new Set(contributed.map(({ command }) => command)), tested);
  });
}
