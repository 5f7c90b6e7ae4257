import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Worker } from 'playwright-core';
import { extensionPath, openWebWindow, type WebWindow } from './web-window.ts';

const facilities = 'infrastructure/facilities.ptree';

/** That file, in an expression that is evaluated among the extensions. */
const uri = `vscode.Uri.joinPath(vscode.workspace.workspaceFolders[0].uri, '${facilities}')`;

/** In VS Code for the Web there is no Node: extensions run in a worker of the page, and files are where another extension has them. */
describe('in VS Code for the Web', function () {
  this.timeout(90_000);
  // Each step goes on from the one before.
  this.bail(true);
  let web: WebWindow;
  let preview: FrameLocator;

  /** A finding in the Problems panel. */
  const problem = (text: string): Locator =>
    web.window.page.locator('.markers-panel .monaco-list-row', { hasText: text });

  const serverWorkers = (): Promise<Worker[]> => web.workers('ExtensionHostWorker -> Product Tree');

  /** A row of the explorer's first view. */
  const product = (text: string): Locator =>
    web.window.page
      .locator('.sidebar .pane', { has: web.window.page.locator('.pane-header[aria-label^="Products"]') })
      .locator('.monaco-list-row', { hasText: text })
      .first();

  before(async () => {
    web = await openWebWindow('rubin-dm', { 'workbench.colorTheme': 'Light Modern' });
    preview = web.window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await web?.window.picture(`failed: ${this.currentTest.title}`);
  });

  after(() => web?.window.close());

  it('starts by itself, in a worker of the page', async () => {
    await web.window.page.locator('.statusbar-item', { hasText: '131 products' }).waitFor();
    const host = await web.inHost<object>(`({
      isWeb: vscode.env.uiKind === vscode.UIKind.Web,
      application: vscode.env.appHost,
      isRemote: vscode.env.remoteName !== undefined,
      folder: vscode.workspace.workspaceFolders.map(({ uri }) => uri.toString()).join(),
      isActive: vscode.extensions.getExtension('product-tree.product-tree').isActive,
    })`);
    assert.deepEqual(host, {
      isWeb: true,
      application: 'web',
      isRemote: false,
      folder: 'memory:/rubin-dm',
      isActive: true,
    });
    assert.equal((await serverWorkers()).length, 1, 'the server is a worker, too');
    assert.deepEqual(web.connections, []);
    const scripts = [...web.site.served].filter(path => path.startsWith(`${extensionPath}/dist/`)).sort();
    assert.deepEqual(scripts, [
      `${extensionPath}/dist/extension-browser.cjs`,
      `${extensionPath}/dist/server-browser.js`,
    ]);
  });

  it('lists what is wrong in files that nobody opened', async () => {
    await web.window.command('Problems: Focus on Problems View');
    await web.window.page.keyboard.type('FACFR');
    await web.window.picture('web-1-problems', problem('FACFR (French Data Facility) hosts no enclave'));
    assert.equal(await web.window.page.locator('.tab').count(), 0);
  });

  it('underlines it in a file that is opened', async () => {
    await web.window.openFile(facilities, 27, 15);
    const line = web.window.line('hosts "DAC Satellite Enclave"');
    await line.waitFor();
    await web.window.eventually('the keyword is underlined', () => web.window.isUnderlined(line, 'hosts'));
  });

  it('jumps to a declaration in another file', async () => {
    await web.window.openFile('infrastructure/enclaves.ptree', 21, 28);
    await web.window.line('POPSRVPlanned Observation Publication').waitFor();
    await web.window.page.keyboard.press('F12');
    await web.window.page.locator('.tab.active[data-resource-name="services.ptree"]').waitFor();
    await web.window.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 5, Col 11' }).waitFor();
    await web.window.line('service POPSRV "Planned Observation Publication"').waitFor();
  });

  it('fills the explorer, which follows the cursor', async () => {
    await web.window.command('View: Hide Panel');
    await web.window.page.locator('.activitybar a[aria-label^="Product Tree"]').click();
    await product('DMSRV').waitFor();
    await web.window.openFile(facilities, 27, 15);
    await web.window.picture('web-2-explorer', product('FACFR'));
  });

  it('draws the preview', async () => {
    await web.window.command('View: Close Primary Side Bar');
    await web.window.command('Product Tree: Open Preview');
    await preview.locator('.world .card.selected', { hasText: 'French Data Facility' }).waitFor();
    assert.ok((await preview.locator('.world .card').count()) > 3, 'cards are mounted');
    await preview.locator('.findings', { hasText: 'hosts no enclave' }).waitFor();
    await web.window.picture('web-3-preview');
  });

  it('finds and draws anew what is typed', async () => {
    await web.window.command('Problems: Focus on Problems View');
    await problem('hosts no enclave').waitFor();
    await web.window.openFile(facilities, 27, 21);
    await web.window.page.keyboard.type('New ');
    await preview.locator('.world .card.selected', { hasText: 'New French Data Facility' }).waitFor();
    await problem('FACFR (New French Data Facility) hosts no enclave').waitFor();
    await web.window.openFile(facilities, 29, 13);
    await web.window.page.keyboard.type('ENCDACC, ');
    await problem('hosts no enclave').waitFor({ state: 'detached' });
    await preview.locator('.findings', { hasText: 'hosts no enclave' }).waitFor({ state: 'detached' });
    await preview.locator('.findings', { hasText: 'has no owner' }).waitFor();
  });

  it('notices what becomes of a file that nobody has open', async () => {
    await web.window.page.keyboard.press('Control+s');
    await web.window.page.locator('.tab.dirty').waitFor({ state: 'detached' });
    await web.window.command('View: Close All Editors');
    await web.window.eventually(
      'the editors are closed',
      async () => (await web.window.page.locator('.tab').count()) === 0,
    );
    const text = await web.inHost<string>(
      `vscode.workspace.fs.readFile(${uri}).then(bytes => new TextDecoder().decode(bytes))`,
    );
    assert.match(text, /"New French Data Facility"[^}]*hosts ENCDACC, "DAC/);
    const before = JSON.stringify(text.replace('hosts ENCDACC, ', 'hosts '));
    await web.inHost(`vscode.workspace.fs.writeFile(${uri}, new TextEncoder().encode(${before}))`);
    await problem('FACFR (New French Data Facility) hosts no enclave').waitFor();
  });

  it('replaces a server that hangs', async () => {
    const [server] = await serverWorkers();
    const count = web.window.page.workers().length;
    await server.evaluate('setTimeout(() => { for (;;); }) && undefined');
    await web.window.command('Product Tree: Restart Server');
    await problem('hosts no enclave').waitFor({ state: 'detached' });
    await problem('FACFR (New French Data Facility) hosts no enclave').waitFor();
    await web.window.eventually('the one that hangs is gone', async () => web.window.page.workers().length === count);
  });
});
