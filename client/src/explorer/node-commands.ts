import { commands, type Disposable, env, Position, Selection, Uri, window } from 'vscode';
import type { ExplorerNode } from '../../../server/src/protocol-explorer.ts';
import type { Following } from './follow.ts';

/** The commands of a node: a click, and its context menu. They are no entries of the command palette. */
export function offerNodeCommands(follow: Following): Disposable[] {
  // The answer is shown in a view of its own, in place of the explorer.
  const askOf = (node: ExplorerNode, command: string): Promise<void> =>
    follow.without(async () => {
      await show(node, false);
      await commands.executeCommand(command);
    });
  const offer = (name: string, run: (node: ExplorerNode) => Promise<unknown> | Thenable<unknown>): Disposable =>
    commands.registerCommand(`ptree.explorer.${name}`, run);
  return [
    // Like a click in the file explorer: the arrows go on walking the tree.
    offer('show', node => show(node, true)),
    offer('goToSource', node => show(node, false)),
    offer('findReferences', node => askOf(node, 'references-view.findReferences')),
    offer('showCallHierarchy', node => askOf(node, 'references-view.showCallHierarchy')),
    offer('copyKey', ({ key }) => env.clipboard.writeText(key)),
    offer('revealInPreview', ({ place }) => commands.executeCommand('ptree.openPreview', place)),
  ];
}

/** Opens the text with the cursor where the node is stated. */
async function show({ place }: ExplorerNode, preserveFocus: boolean): Promise<void> {
  if (!place) return;
  const at = new Position(place.line, place.character);
  await window.showTextDocument(Uri.parse(place.uri), { selection: new Selection(at, at), preserveFocus });
}
