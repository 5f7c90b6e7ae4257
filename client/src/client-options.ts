import { type Diagnostic, type LogOutputChannel, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { libraryScheme } from '../../server/src/protocol.ts';

/**
 * What the client tells and shows, wherever the server runs.
 * @param output takes what the server logs
 */
export function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  // Not those of other schemes, such as the sides of a comparison: each would be a project of its own, full of findings.
  const schemes = [...new Set(['file', ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];
  const projectFiles = schemes.map(scheme => ({ scheme, pattern: '**/product-tree.json' }));
  const texts = [...schemes, 'untitled'].map(scheme => ({ scheme, language: 'ptree' }));
  return {
    documentSelector: [...texts, ...projectFiles, { scheme: libraryScheme }],
    outputChannel: output,
    // The schema of product-tree.json comes with the extension: VS Code itself completes what it lists.
    initializationOptions: { projectSchema: true },
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withRuleLink)),
    },
  };
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
