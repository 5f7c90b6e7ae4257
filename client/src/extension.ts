import { commands, type ExtensionContext, type LogOutputChannel, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type CheckSummary, checkRequest } from '../../server/src/protocol.ts';
import type { MoveParams } from '../../server/src/protocol-authoring.ts';
import { checkProject, summarySentence } from './check-project.ts';
import { createClient } from './client.ts';
import { offerLensCommands } from './lens-commands.ts';
import { offerLibraryDocuments } from './library-documents.ts';
import { moveProduct } from './move-product.ts';
import { type NewProduct, newProduct } from './new-product.ts';
import { newProject } from './new-project.ts';
import { offerPasteOfRows, pasteRows } from './paste-rows.ts';
import { offerRulePages } from './rule-page.ts';
import { startWithExample } from './start-with-example.ts';

let client: LanguageClient | undefined;

/** Starts the server and offers what the extension contributes. VS Code calls it once a project is in the workspace. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Product Tree', { log: true });
  const running = createClient(context, output);
  client = running;
  const rulePages = offerRulePages(running, context.extensionUri);
  context.subscriptions.push(
    output,
    rulePages,
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
    commands.registerCommand('ptree.restartServer', () => running.restart()),
    commands.registerCommand('ptree.showOutput', () => output.show()),
  );
  await running.start();
  void reportReady(running, output);
}

/** Says in the output channel once every project is loaded, and what is in it. */
async function reportReady(running: LanguageClient, output: LogOutputChannel): Promise<void> {
  try {
    const summary: CheckSummary = await running.sendRequest(checkRequest);
    output.info(`Product Tree is ready: ${summarySentence(summary)}`);
  } catch (error) {
    output.error(`The projects could not be checked: ${error}`);
  }
}

/** Ends the server with the extension. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
