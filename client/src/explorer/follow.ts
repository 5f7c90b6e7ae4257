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
  /** The views are about to change, as they do when a file is opened: what the cursor has just come to is shown once more. */
  again(): void;
  /** Does something that moves the cursor, which the views shall not follow: to reveal a node brings its view to the front. */
  without(work: () => Promise<void>): Promise<void>;
}

/** How long the cursor must rest, in milliseconds. */
const rest = 200;

/** How long VS Code may take to show what has changed, in milliseconds: a node that is revealed meanwhile is not selected. */
const refreshing = 500;

/** For how long the views, when they change, show again what the cursor has just come to, in milliseconds. */
const recent = 2000;

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
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = async (editor: TextEditor): Promise<void> => {
    const { line, character } = editor.selection.active;
    const params: ExplorerAtParams = { uri: editor.document.uri.toString(), line, character, filter: filter() };
    const found = await client.sendRequest<ExplorerAtResult>(explorerAtRequest, params);
    if (found && window.activeTextEditor === editor) await reveal(found);
  };
  const within = (delay: number): void => {
    clearTimeout(timer);
    const editor = window.activeTextEditor;
    const isOn = workspace.getConfiguration('ptree').get(setting, true);
    if (!isOn || editor?.document.languageId !== 'ptree') return;
    timer = setTimeout(() => {
      // A node that has just gone cannot be shown; the next one will be.
      if (client.isRunning()) follow(editor).catch(() => {});
    }, delay);
  };
  const now = (): void => {
    if (working > 0) return;
    asked = Date.now();
    within(rest);
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
    again() {
      if (working === 0 && Date.now() - asked < recent) within(refreshing);
    },
    async without(work) {
      clearTimeout(timer);
      asked = 0;
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
