import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { eventually, extension, open } from './editor.ts';

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
