import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { createClient } from './client.ts';
import { run } from './run.ts';

let client: BaseLanguageClient | undefined;

/** VS Code calls it on the desktop, once a project is in the workspace. */
export async function activate(context: ExtensionContext): Promise<void> {
  client = await run(context, output => {
    const client = createClient(context, output);
    return { client, restart: () => client.restart() };
  });
}

/** Ends the server with the extension. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
