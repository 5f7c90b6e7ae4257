import { Range, window } from 'vscode';
import { STARTER } from '../../server/src/starter.ts';
import { activeEditor } from './edits.ts';

/**
 * The command "Product Tree: Start with an Example": fills an empty file with a small tree to change to one's own.
 * @returns whether it did
 */
export async function startWithExample(): Promise<boolean> {
  const editor = activeEditor();
  if (!editor) return false;
  const { document } = editor;
  if (document.getText().trim() !== '') {
    void window.showInformationMessage('The example goes into an empty file: this one has a text already.');
    return false;
  }
  const all = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  return editor.edit(edit => edit.replace(all, STARTER));
}
