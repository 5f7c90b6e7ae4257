import type { ToExtension, ToPage } from './messages.ts';
import { Page } from './page.ts';

declare function acquireVsCodeApi(): { postMessage(message: ToExtension): void };

const vscode = acquireVsCodeApi();
const page = new Page(message => vscode.postMessage(message));
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => page.receive(data));
vscode.postMessage({ type: 'ready' });
