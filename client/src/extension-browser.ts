import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { createBrowserClient } from './client-browser.ts';
import { run } from './run.ts';

let client: BaseLanguageClient | undefined;

/** VS Code calls it in a browser, once a project is in the workspace. */
export async function activate(context: ExtensionContext): Promise<void> {
  client = await run(context, output => {
    const client = createBrowserClient(context, output);
    const restart = async (): Promise<void> => {
      // A server that hangs does not stop in time. It is replaced all the same: that is what the command is for.
      await client.stop().catch(() => {});
      await client.start();
    };
    return { client, restart };
  });
}

/** Ends the server with the extension. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
