import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandTests } from './command-tests.ts';
import { extension } from './editor.ts';
import { projectTests } from './project-tests.ts';

describe('the installed package in an empty profile', () => {
  it('is what runs, not the folder of the sources', () => {
    assert.match(extension().extensionPath, /[\\/]extensions[\\/]product-tree\.product-tree-/);
    assert.equal(vscode.workspace.getConfiguration('ptree').get('trace.server'), 'off');
  });

  projectTests();
  commandTests();
});
