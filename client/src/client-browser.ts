import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { clientOptions } from './client-options.ts';

/** As much of a browser's workers as is needed: the types of a browser are not those of Node. */
declare const Worker: new (url: string, options: { name: string }) => WebWorker;

/** What the client talks to. */
type WebWorker = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };

/**
 * The client of the bundled server, not yet started. The server runs in a web worker, and reaches files through this client.
 * @param output takes what the server logs, and the trace that the setting `ptree.trace.server` asks for
 */
export function createBrowserClient({ extensionUri }: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const url = Uri.joinPath(extensionUri, 'dist', 'server-browser.js').toString(true);
  let worker: WebWorker | undefined;
  // Not the worker itself: VS Code puts a class of its own in the place of `Worker`, and so the client does not take it for one.
  const start = async (): Promise<MessageTransports> => {
    // Nobody else ends the server before this one: a worker lives on when it is told to exit.
    worker?.terminate();
    worker = new Worker(url, { name: 'Product Tree' });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient('ptree', 'Product Tree', start, clientOptions(output));
}
