import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, open } from './editor.ts';

/** The commands of the preview that is open. */
export function previewCommandTests(command: (id: string, title: string, body: () => Promise<void>) => void): void {
  command('ptree.preview.copySvg', 'copies what the preview shows', async () => {
    await open('infrastructure/facilities.ptree');
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand('ptree.openPreview');
    const svg = await eventually('the picture', async () => {
      await vscode.commands.executeCommand('ptree.preview.copySvg');
      const text = await vscode.env.clipboard.readText();
      return text.includes('FACFR') && text;
    });
    assert.match(svg, /^<svg xmlns=.*<title>Data Management Product Tree: tree<\/title>/s);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  command('ptree.preview.saveSvg', 'does nothing where no preview is open', async () => {
    await vscode.commands.executeCommand('ptree.preview.saveSvg');
  });
}
