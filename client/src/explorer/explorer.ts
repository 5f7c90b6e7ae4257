import { commands, Disposable } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type ExplorerChangedParams,
  type ExplorerProject,
  explorerChangedNotification,
  explorerProjectsRequest,
  explorerViews,
} from '../../../server/src/protocol-explorer.ts';
import { offerDecorations } from './decorations.ts';
import { ExplorerFilter } from './filter.ts';
import { followEditor } from './follow.ts';
import { offerNodeCommands } from './node-commands.ts';
import { StatusBar } from './status-bar.ts';
import { ExplorerTree } from './tree.ts';

/** Offers the views in the activity bar and the item in the status bar. They fill once the server runs, and follow what it tells. */
export function offerExplorer(client: BaseLanguageClient): Disposable {
  const trees = new Map(explorerViews.map(name => [name, new ExplorerTree(name, client)]));
  const statusBar = new StatusBar();
  const filter = new ExplorerFilter(text => {
    for (const tree of trees.values()) tree.filterBy(text);
  });
  const follow = followEditor(
    client,
    async ({ view, path }) => trees.get(view)?.reveal(path),
    () => filter.text,
  );
  const show = (projects: readonly ExplorerProject[]): void => {
    statusBar.show(projects);
    void commands.executeCommand('setContext', 'ptree.hasProject', projects.length > 0);
    // Before that nobody knows, and a view that is empty says nothing.
    void commands.executeCommand('setContext', 'ptree.explorer.ready', true);
    for (const tree of trees.values()) tree.refresh();
    follow.again();
  };
  const fill = async (): Promise<void> => {
    show(await client.sendRequest<ExplorerProject[]>(explorerProjectsRequest));
    follow.now();
  };
  return Disposable.from(
    ...trees.values(),
    ...[...trees.values()].map(({ view }) => view.onDidChangeVisibility(({ visible }) => visible && follow.now())),
    statusBar,
    follow,
    offerDecorations(),
    ...filter.offer(),
    ...offerNodeCommands(follow),
    client.onNotification(explorerChangedNotification, ({ projects }: ExplorerChangedParams) => show(projects)),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) fill().catch(error => client.error('The explorer stays empty.', error, false));
    }),
  );
}
