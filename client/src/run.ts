import { commands, type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckSummary, checkRequest } from '../../server/src/protocol.ts';
import type { MoveParams } from '../../server/src/protocol-authoring.ts';
import { checkProject, summarySentence } from './check-project.ts';
import { offerExplorer } from './explorer/explorer.ts';
import { offerLensCommands } from './lens-commands.ts';
import { offerLibraryDocuments } from './library-documents.ts';
import { moveProduct } from './move-product.ts';
import { type NewProduct, newProduct } from './new-product.ts';
import { newProject } from './new-project.ts';
import { offerPasteOfRows, pasteRows } from './paste-rows.ts';
import { offerPreview } from './preview/preview.ts';
import { offerRulePages } from './rule-page.ts';
import { startWithExample } from './start-with-example.ts';
import { serveFiles } from './workspace-files.ts';

/** A client that is not started yet, and how to start its server anew. */
export interface Startable {
  client: BaseLanguageClient;
  restart(): Promise<void>;
}

/**
 * Starts the server and offers what the extension contributes, on the desktop and in a browser.
 * @param create makes the client; it is given the channel for what the server logs
 * @returns the running client
 */
export async function run(
  context: ExtensionContext,
  create: (output: LogOutputChannel) => Startable,
): Promise<BaseLanguageClient> {
  const output = window.createOutputChannel('Product Tree', { log: true });
  const { client: running, restart } = create(output);
  const rulePages = offerRulePages(running, context.extensionUri);
  const previews = offerPreview(running, context);
  context.subscriptions.push(
    output,
    rulePages,
    previews,
    offerExplorer(running),
    ...serveFiles(running),
    offerLibraryDocuments(running),
    offerPasteOfRows(running),
    ...offerLensCommands(),
    commands.registerCommand('ptree.newProject', newProject),
    commands.registerCommand('ptree.startWithExample', startWithExample),
    commands.registerCommand('ptree.newProduct', (known?: NewProduct) => newProduct(running, known)),
    commands.registerCommand('ptree.moveProduct', (to?: MoveParams['to']) => moveProduct(running, to)),
    commands.registerCommand('ptree.pasteRows', () => pasteRows(running)),
    commands.registerCommand('ptree.checkProject', () => checkProject(running)),
    commands.registerCommand('ptree.openRulePage', rulePages.open),
    commands.registerCommand('ptree.openPreview', previews.open),
    commands.registerCommand('ptree.restartServer', restart),
    commands.registerCommand('ptree.showOutput', () => output.show()),
  );
  await running.start();
  void reportReady(running, output);
  return running;
}

/** Says in the output channel once every project is loaded, and what is in it. */
async function reportReady(running: BaseLanguageClient, output: LogOutputChannel): Promise<void> {
  try {
    const summary: CheckSummary = await running.sendRequest(checkRequest);
    output.info(`Product Tree is ready: ${summarySentence(summary)}`);
  } catch (error) {
    output.error(`The projects could not be checked: ${error}`);
  }
}
