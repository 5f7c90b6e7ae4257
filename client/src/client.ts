import type { Diagnostic, ExtensionContext, LogOutputChannel } from 'vscode';
import { Uri } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { libraryScheme } from '../../server/src/protocol.ts';

/**
 * The client of the bundled server, not yet started. The server runs on VS Code's own runtime, over IPC.
 * @param output takes what the server logs, and the trace that the setting `ptree.trace.server` asks for
 */
export function createClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const server: ServerOptions = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc };
  const options: LanguageClientOptions = {
    documentSelector: [
      { language: 'ptree' },
      { scheme: 'file', pattern: '**/product-tree.json' },
      { scheme: libraryScheme },
    ],
    outputChannel: output,
    // The schema of product-tree.json comes with the extension: VS Code itself completes what it lists.
    initializationOptions: { projectSchema: true },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withRuleLink)),
    },
  };
  return new LanguageClient('ptree', 'Product Tree', server, options);
}

/**
 * Makes the rule's id in the Problems panel and in a hover a link to the rule's page. A command serves better than an
 * address: it works in every build of VS Code and asks for no permission to open another program.
 */
function withRuleLink(diagnostic: Diagnostic): Diagnostic {
  const rule = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  if (rule === undefined) return diagnostic;
  const target = Uri.from({ scheme: 'command', path: 'ptree.openRulePage', query: JSON.stringify([rule]) });
  diagnostic.code = { value: rule, target };
  return diagnostic;
}
