import type { ToPage } from './messages.ts';
import { Page } from './page.ts';
import { readSaved } from './state.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const vscode = acquireVsCodeApi();
const saved = readSaved(vscode.getState());
const page = new Page(
  message => vscode.postMessage(message),
  state => vscode.setState(state),
  saved,
);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => page.receive(data));
vscode.postMessage({ type: 'ready', project: saved.project });
