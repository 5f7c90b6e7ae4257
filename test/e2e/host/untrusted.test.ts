import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, extension, file, finding, lineAt, open, placeOf } from './editor.ts';

describe('a folder that is not trusted', () => {
  it('is really not trusted here', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('gets its findings, as opening it executes nothing', async () => {
    await eventually('the extension', () => extension().isActive);
    await eventually('the finding', () => finding('hospital.ptree', 'facility.hosts', 'SOUTH'));
  });

  it('can be walked', async () => {
    const { document } = await open('hospital.ptree');
    const place = placeOf(document, 'hosts RECORDS', 'hosts '.length);
    const links: (vscode.Location | vscode.LocationLink)[] = await vscode.commands.executeCommand(
      'vscode.executeDefinitionProvider',
      file('hospital.ptree'),
      place,
    );
    assert.equal((await lineAt(links[0]!)).line, 'service RECORDS "Patient Records" {');
  });
});
