import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { Window } from './window.ts';

describe('the explorer', function () {
  this.timeout(120_000);
  let window: Window;

  before(async () => {
    window = await Window.open('rubin-dm', {
      'workbench.colorTheme': 'Light Modern',
      'workbench.startupEditor': 'none',
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
    });
    await window.page.locator('#status\\.problems').waitFor();
    await window.page.locator('.statusbar-item', { hasText: '131 products' }).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await window?.picture(`failed: ${this.currentTest.title}`);
  });

  after(() => window?.close());

  /** One of the views, by its name. */
  const view = (name: string): Locator =>
    window.page.locator('.sidebar .pane', { has: window.page.locator(`.pane-header[aria-label^="${name}"]`) });

  /** A row of a view that contains a text. */
  const row = (name: string, text: string): Locator =>
    view(name).locator('.monaco-list-row', { hasText: text }).first();

  /** Opens the explorer. It tries again: what the command before this one shows may come late, and take its place. */
  const show = async (): Promise<void> => {
    for (let tries = 5; tries > 0 && !(await view('Products').isVisible()); tries--) {
      await window.page.locator('.activitybar a[aria-label^="Product Tree"]').click();
      await window.page.waitForTimeout(500);
    }
    await view('Products').waitFor();
  };

  /** Opens one view and closes the others, so that it has the room. */
  const only = async (name: string): Promise<void> => {
    await show();
    for (const other of ['Products', 'Hosting', 'People', 'Requirements', 'Repositories']) {
      const header = view(other).locator('.pane-header');
      const isOpen = (await header.getAttribute('aria-expanded')) === 'true';
      // Not a click at a place: opening and closing move the headers.
      if (isOpen !== (other === name)) await header.dispatchEvent('click');
    }
    await view(name).locator('.monaco-list-row').first().waitFor();
  };

  /** Opens or closes a node. */
  const toggle = (at: Locator): Promise<void> => at.locator('.monaco-tl-twistie').click();

  it('has its place in the activity bar, and the project in the status bar', async () => {
    await only('Products');
    const item = window.page.locator('.statusbar-item', { hasText: 'Data Management Product Tree: 131 products' });
    assert.match((await item.textContent()) ?? '', /131 products, \d+ findings/);
    await item.click();
    await window.page.locator('.markers-panel').waitFor();
    await window.command('View: Hide Panel');
  });

  it('Products shows what contains what, with findings as badges', async () => {
    await toggle(row('Products', 'INFRA'));
    await toggle(row('Products', 'FAC'));
    await toggle(row('Products', 'DFData'));
    await window.picture('explorer-1-products', row('Products', 'FACFR'));
    const badge = row('Products', 'FACFR').locator('.monaco-icon-label');
    assert.match((await badge.getAttribute('class')) ?? '', /monaco-decoration/);
  });

  it('follows the cursor without taking the focus', async () => {
    await window.openFile('prompt/services.ptree', 5, 11);
    const selected = view('Products').locator('.monaco-list-row.selected', { hasText: 'POPSRV' });
    await window.picture('explorer-2-follows', selected);
    assert.ok(await window.page.locator('.monaco-editor.focused').count(), 'the editor has the focus');
  });

  it('goes to the source on a click', async () => {
    await row('Products', 'FACFR').click();
    await window.page.locator('.tab.active[data-resource-name="facilities.ptree"]').waitFor();
    await window.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 27, Col 14' }).waitFor();
  });

  it('has a menu for each product', async () => {
    await row('Products', 'FACFR').click({ button: 'right' });
    const menu = window.page.locator('.monaco-menu');
    for (const title of ['Go to Source', 'Find All References', 'Show Call Hierarchy', 'Copy Key']) {
      await menu.getByText(title, { exact: true }).waitFor();
    }
    await window.picture('explorer-3-menu', menu);
    await menu.getByText('Show Call Hierarchy', { exact: true }).click();
    await window.page.locator('.sidebar .title-label', { hasText: 'References' }).waitFor();
    await window.page.locator('.sidebar .monaco-list-row', { hasText: 'FACFR' }).waitFor();
  });

  it('Hosting shows what runs in what, and what nothing declares', async () => {
    await only('Hosting');
    await toggle(row('Hosting', 'FACFR'));
    await toggle(row('Hosting', 'FACBASE'));
    await toggle(row('Hosting', 'ENCARCB'));
    await window.picture('explorer-4-hosting', row('Hosting', 'DAC Satellite Enclave'), row('Hosting', 'Not hosted'));
  });

  it('People shows the work of each person, down to the finding', async () => {
    await only('People');
    await toggle(row('People', 'Frossie'));
    await toggle(view('People').locator('.monaco-list-row', { hasText: 'Manages' }).first());
    const found = view('People').locator('.monaco-list-row[aria-level="3"][aria-expanded="false"]').first();
    await found.waitFor();
    await toggle(found);
    await window.picture('explorer-5-people', view('People').locator('.monaco-list-row[aria-level="4"]'));
  });

  it('Requirements shows what satisfies each', async () => {
    await only('Requirements');
    await toggle(row('Requirements', 'LSE-61'));
    await toggle(row('Requirements', 'DMS-REQ-0008'));
    await window.picture('explorer-6-requirements', row('Requirements', 'FACBASE'));
  });

  it('Repositories shows the products of each, and where it is also included', async () => {
    await only('Repositories');
    await toggle(row('Repositories', 'ap_verify'));
    await toggle(row('Repositories', 'afw'));
    await toggle(row('Repositories', 'Also included in'));
    await window.picture('explorer-7-repositories', view('Repositories').locator('.monaco-list-row[aria-level="3"]'));
  });

  it('is filtered by a text, and shows everything again', async () => {
    await only('Products');
    await window.command('Product Tree: Filter the Explorer');
    await window.page.locator('.quick-input-widget:visible .quick-input-box input').fill('alert');
    await row('Products', 'Alert').waitFor();
    await window.page.keyboard.press('Enter');
    await row('Products', 'INFRA').waitFor({ state: 'detached' });
    await window.picture('explorer-8-filtered', row('Products', 'Alert'));
    await window.command('Product Tree: Clear the Filter of the Explorer');
    await row('Products', 'INFRA').waitFor();
  });

  for (const [name, theme, bodyClass] of [
    ['dark', 'Dark Modern', 'vs-dark'],
    ['high-contrast', 'Dark High Contrast', 'hc-black'],
  ] as const) {
    it(`can be read in a ${name} theme`, async () => {
      await window.theme(theme, bodyClass);
      await window.picture(`explorer-9-${name}`, row('Products', 'DMSRV'));
    });
  }
});
