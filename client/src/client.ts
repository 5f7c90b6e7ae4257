import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './client-options.ts';

/**
 * The client of the bundled server, not yet started. The server runs on VS Code's own runtime, over IPC.
 * @param output takes what the server logs, and the trace that the setting `ptree.trace.server` asks for
 */
export function createClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const server: ServerOptions = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  return new LanguageClient('ptree', 'Product Tree', server, clientOptions(output));
}
