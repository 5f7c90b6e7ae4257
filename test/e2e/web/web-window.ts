/** A window of VS Code for the Web, with the packaged extension, on a folder that is on no disk. */
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { Worker } from 'playwright-core';
import { vsix } from '../../../scripts/build.mjs';
import { root } from '../../../scripts/process.mjs';
import { installHost } from '../../../scripts/vscode-host.mjs';
import { installExtension, openWorkbench, startBrowser } from '../../../scripts/vscode-server.mjs';
import { Window } from '../ui/window.ts';
import { type Content, type Site, serveSite } from './site.ts';
import { workbench } from './workbench.ts';

/** The path of the extension under test on the site. */
export const extensionPath = '/extensions/product-tree';

/** The path of the extension that gives the folder. */
const folderExtensionPath = '/extensions/folder';
const folderExtension = join(root, 'test', 'e2e', 'web', 'folder-extension');

/** The window, and what is behind it. */
export interface WebWindow {
  window: Window;
  site: Site;
  /** The addresses to which the page opened a lasting connection, as to the server of a remote window. */
  connections: string[];
  /** The workers that run under a name: the extension host's is `ExtensionHostWorker`, and those that extensions start have it before their own. */
  workers(name: string): Promise<Worker[]>;
  /** Evaluates an expression among the extensions; in it, `vscode` is VS Code's API. */
  inHost<T>(expression: string): Promise<T>;
}

/**
 * Opens a window on the texts of an example.
 * @param example the example's folder, whose address is `memory:/` and its name
 * @param settings user settings, the theme among them
 */
export async function openWebWindow(example: string, settings: Record<string, unknown>): Promise<WebWindow> {
  const host = await installHost();
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  await installExtension(host, vsix, profile);
  const folder = await folderExtensionContent(example);
  const site = await serveSite(origin => ({
    [extensionPath]: { folder: join(profile, globSync('product-tree.product-tree-*', { cwd: profile })[0]) },
    ...folder,
    ...workbench(dirname(dirname(host.server)), {
      origin,
      extensions: [extensionPath, folderExtensionPath],
      proposing: ['product-tree.folder'],
      folder: new URL(`memory:/${example}`),
      settings,
    }),
  }));
  const browser = await startBrowser(host);
  const connections: string[] = [];
  const { page } = await openWorkbench(browser, 'about:blank');
  page.on('websocket', socket => connections.push(socket.url()));
  await page.goto(site.origin);
  const window = await Window.on(page, async () => {
    await browser.close();
    await site.close();
    rmSync(profile, { recursive: true, force: true });
  });
  const workers = async (name: string): Promise<Worker[]> => {
    const all = page.workers();
    const names = await Promise.all(all.map(worker => worker.evaluate('self.name').catch(() => undefined)));
    return all.filter((_worker, index) => names[index] === name);
  };
  const inHost = async <T>(expression: string): Promise<T> => {
    const [worker] = await workers('ExtensionHostWorker');
    return (await worker.evaluate(expression)) as T;
  };
  return { window, site, connections, workers, inHost };
}

/** The extension that gives the folder, bundled, and the texts that it asks for. */
async function folderExtensionContent(example: string): Promise<Record<string, Content>> {
  const cwd = join(root, 'examples', example);
  const files = globSync('**/*.{ptree,json}', { cwd });
  const texts = Object.fromEntries(files.map(path => [`/${example}/${path}`, readFileSync(join(cwd, path), 'utf8')]));
  const { outputFiles } = await build({
    entryPoints: [join(folderExtension, 'extension.ts')],
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    write: false,
  });
  return {
    [folderExtensionPath]: { folder: folderExtension },
    [`${folderExtensionPath}/extension.cjs`]: { text: outputFiles[0].text },
    [`${folderExtensionPath}/folder.json`]: { text: JSON.stringify(texts) },
  };
}
