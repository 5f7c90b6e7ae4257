import { Explorer } from '../explorer/explorer.ts';
import {
  type ExplorerAtParams,
  type ExplorerAtResult,
  type ExplorerChildrenParams,
  type ExplorerNode,
  type ExplorerProject,
  explorerAtRequest,
  explorerChangedNotification,
  explorerChildrenRequest,
  explorerProjectsRequest,
} from '../protocol-explorer.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';

/** How long nothing more must change before the client is told, in milliseconds. */
const QUIET = 250;

/** The views of the explorer; see `protocol-explorer.ts`. Nothing is counted for an editor that has none. */
export const explorer: Feature = {
  capabilities: {},
  register(session) {
    const { connection, workspace, settle, ready, onSettled } = session;
    let explorer: Explorer | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wanted = (): Explorer => {
      explorer ??= new Explorer(workspace);
      return explorer;
    };
    connection.onRequest(explorerProjectsRequest, async (): Promise<ExplorerProject[]> => {
      await ready();
      return wanted().projects();
    });
    connection.onRequest(
      explorerChildrenRequest,
      answer(session, (params: ExplorerChildrenParams): ExplorerNode[] => wanted().children(params)),
    );
    connection.onRequest(explorerAtRequest, (params: ExplorerAtParams): ExplorerAtResult => {
      settle();
      return wanted().at(params);
    });
    onSettled(addresses => {
      if (explorer === undefined) return;
      explorer.update(addresses);
      clearTimeout(timer);
      timer = setTimeout(() => {
        void connection.sendNotification(explorerChangedNotification, { projects: wanted().projects() });
      }, QUIET);
    });
  },
};
