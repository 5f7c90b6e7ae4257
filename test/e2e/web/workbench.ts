/**
 * VS Code for the Web, made of the embedded VS Code's files: the same workbench, without a server behind it. What a page
 * asks of code-server's own server is left out, and where code-server wrote its server into the workbench, that is undone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietSettings } from '../../../scripts/vscode-server.mjs';
import type { Content } from './site.ts';

/** The path of VS Code on the site. */
const base = '/code';

/** The workbench, under that path and under its folder on disk. */
const script = 'out/vs/code/browser/workbench/workbench.js';

/** What code-server changed in the workbench that ties it to a server, and what VS Code has there itself. */
const undone: [RegExp, string][] = [
  [/(?<=\.\.\.JSON\.parse\(\w+\)),remoteAuthority:location\.host(?=\})/g, ''],
  // Settings and the state of the window: in the browser's storage instead of on a server's disk.
  [/(?<=this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote(?=\}\),"User"\))/g, 'vscodeUserData'],
];

/** What the workbench is opened with. */
export interface Opened {
  /** The site's address. */
  origin: string;
  /** The paths of extensions on the site. */
  extensions: string[];
  /** The ids of those that use API which VS Code only proposes. */
  proposing: string[];
  /** The workspace, an address of any scheme. */
  folder: URL;
  /** User settings beside the quiet ones. */
  settings: Record<string, unknown>;
}

/**
 * The page of the workbench, and all that it loads.
 * @param code the folder of VS Code, in which `out` and `extensions` are
 */
export function workbench(code: string, opened: Opened): Record<string, Content> {
  return {
    '/': { text: page(code, opened) },
    [base]: { folder: code },
    [`${base}/${script}`]: { text: withoutServer(readFileSync(join(code, script), 'utf8')) },
  };
}

/** The workbench as VS Code has it. It fails where the text to change is not there, as in another version it may be. */
function withoutServer(text: string): string {
  return undone.reduce((text, [found, instead]) => {
    const count = text.match(found)?.length ?? 0;
    if (count !== 1) throw new Error(`${found} fits ${count} places of the workbench instead of one.`);
    return text.replace(found, instead);
  }, text);
}

/** VS Code's own page, filled in as its server would, but without a server's address. */
function page(code: string, { origin, extensions, proposing, folder, settings }: Opened): string {
  const { host: authority } = new URL(origin);
  const configuration = {
    additionalBuiltinExtensions: extensions.map(path => ({ scheme: 'http', authority, path })),
    configurationDefaults: { ...quietSettings, ...settings },
    enabledExtensionProposedApi: proposing,
    folderUri: { scheme: folder.protocol.slice(0, -1), authority: folder.host, path: folder.pathname },
    webviewEndpoint: `${origin}${base}/out/vs/workbench/contrib/webview/browser/pre`,
    // The next four are code-server's, which fails without them.
    userDataPath: '/',
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
  };
  const values: Record<string, string> = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configuration).replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: base,
    WORKBENCH_NLS_FALLBACK_URL: `${base}/out/nls.messages.js`,
    WORKBENCH_NLS_URL: `${base}/out/nls.messages.js`,
  };
  const html = readFileSync(join(code, 'out', 'vs', 'code', 'browser', 'workbench', 'workbench.html'), 'utf8');
  return html.replaceAll(/\{\{(\w+)\}\}/g, (_all, name) => values[name] ?? '');
}
