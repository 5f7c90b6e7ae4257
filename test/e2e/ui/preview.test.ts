import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { Window } from './window.ts';

/** The preview in a real VS Code: what the editor and the picture say to each other. */
describe('the preview in the window', function () {
  this.timeout(90_000);
  // Each step goes on from the one before.
  this.bail(true);
  let window: Window;
  let preview: FrameLocator;

  const card = (key: string): Locator => preview.locator(`.world .box[title$="· ${key}"]`).first();

  before(async () => {
    window = await Window.open('rubin-dm', { 'workbench.colorTheme': 'Light Modern' });
    preview = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  });

  afterEach(async function () {
    if (this.currentTest?.isFailed()) await window?.picture(`failed: ${this.currentTest.title}`);
  });

  after(() => window?.close());

  it('opens beside the editor, where the cursor is, and leaves the keyboard to the editor', async () => {
    await window.openFile('infrastructure/facilities.ptree', 6, 12);
    await window.page.keyboard.press('Control+k');
    await window.page.keyboard.press('v');
    await preview.locator('.world .card').first().waitFor();
    assert.ok((await preview.locator('.world .card').count()) > 3, 'cards are mounted');
    await window.page
      .locator('.editor-group-container.active .tab.active[data-resource-name="facilities.ptree"]')
      .waitFor();
    await window.picture('preview-window', preview.locator('.world .card.selected'));
  });

  it('a click shows the source; the keyboard stays in the picture', async () => {
    await preview.getByRole('searchbox').fill('NBLSRV');
    await card('NBLSRV').click();
    await window.line('service NBLSRV "LSP Nublado"').waitFor();
    assert.equal(await card('NBLSRV').evaluate(element => element === document.activeElement), true);
  });

  it('the cursor selects what it stands in', async () => {
    await window.command('View: Focus First Editor Group');
    await window.openFile('infrastructure/facilities.ptree', 27, 15);
    await preview.locator('.detail code', { hasText: 'FACFR' }).waitFor();
    await preview.locator('.world .card.selected', { hasText: 'French Data Facility' }).waitFor();
    await preview.locator('.findings', { hasText: 'hosts no enclave' }).waitFor();
  });

  it('what is typed changes the picture at once', async () => {
    await window.openFile('infrastructure/facilities.ptree', 27, 21);
    await window.page.keyboard.type('New ');
    await preview.locator('.world .card.selected', { hasText: 'New French Data Facility' }).waitFor();
    await window.page.keyboard.press('Control+z');
  });

  it('comes back after the window was reloaded, with a product selected as before', async () => {
    await window.page.reload();
    await window.page.locator('.monaco-workbench').waitFor();
    await preview.locator('.world .card.selected').first().waitFor();
    assert.ok((await preview.locator('.world .card').count()) > 3, 'cards are mounted');
  });

  it('opens the rule behind a finding', async () => {
    await preview.getByRole('searchbox').fill('FACFR');
    await preview.getByRole('button', { name: 'facility.hosts' }).click();
    await window.page.locator('.tab.active', { hasText: 'Preview facility.hosts' }).waitFor();
  });
});
