import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.ts';

/** As much of a browser's workers as is needed: the types of a browser are not those of Node. */
declare const Worker: new (url: string, options: { name: string }) => WebWorker;

/** What the client talks to. */
type WebWorker = Exclude<ConstructorParameters<typeof LanguageClient>[2], () => unknown>;

/**
 * The client of the bundled server, not yet started. The server runs in a web worker, and reaches files through this client.
 * @param output takes what the server logs, and the trace that the setting `ptree.trace.server` asks for
 */
export function createBrowserClient({ extensionUri }: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const url = Uri.joinPath(extensionUri, 'dist', 'server-browser.js').toString(true);
  const start = async (): Promise<WebWorker> => new Worker(url, { name: 'Product Tree' });
  return new LanguageClient('ptree', 'Product Tree', start, clientOptions(output));
}
