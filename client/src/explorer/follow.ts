import { ConfigurationTarget, commands, Disposable, type TextEditor, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ExplorerAtParams,
  type ExplorerAtResult,
  explorerAtRequest,
} from '../../../server/src/protocol-explorer.ts';

/** What {@link followEditor} gives. */
export interface Following extends Disposable {
  /** Follows as soon as the cursor rests. */
  now(): void;
  /** Does something that moves the cursor, which the views shall not follow: to reveal a node brings its view to the front. */
  without(work: () => Promise<void>): Promise<void>;
}

/** How long the cursor must rest, in milliseconds. */
const rest = 200;

/** The setting by which it is switched. */
const setting = 'explorer.followEditor';

/**
 * Shows in the views what the cursor is in, as long as the setting `ptree.explorer.followEditor` is on.
 * @param reveal shows the end of a path in its view
 * @param filter the text by which the views are filtered
 */
export function followEditor(
  client: BaseLanguageClient,
  reveal: (found: NonNullable<ExplorerAtResult>) => Promise<void>,
  filter: () => string,
): Following {
  let working = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = async (editor: TextEditor): Promise<void> => {
    const { line, character } = editor.selection.active;
    const params: ExplorerAtParams = { uri: editor.document.uri.toString(), line, character, filter: filter() };
    const found = await client.sendRequest<ExplorerAtResult>(explorerAtRequest, params);
    if (found && window.activeTextEditor === editor) await reveal(found);
  };
  const now = (): void => {
    clearTimeout(timer);
    const editor = window.activeTextEditor;
    const isOn = workspace.getConfiguration('ptree').get(setting, true);
    if (!isOn || working > 0 || editor?.document.languageId !== 'ptree') return;
    timer = setTimeout(() => {
      // A node that has just gone cannot be shown; the next one will be.
      if (client.isRunning()) follow(editor).catch(() => {});
    }, rest);
  };
  const turn = (on: boolean): Thenable<void> =>
    workspace.getConfiguration('ptree').update(setting, on, ConfigurationTarget.Global);
  const registered = Disposable.from(
    window.onDidChangeActiveTextEditor(now),
    window.onDidChangeTextEditorSelection(now),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(`ptree.${setting}`)) now();
    }),
    commands.registerCommand('ptree.explorer.follow', () => turn(true)),
    commands.registerCommand('ptree.explorer.stopFollowing', () => turn(false)),
  );
  return {
    now,
    async without(work) {
      clearTimeout(timer);
      working++;
      try {
        await work();
      } finally {
        working--;
      }
    },
    dispose() {
      clearTimeout(timer);
      registered.dispose();
    },
  };
}
