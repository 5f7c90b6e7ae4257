import assert from 'node:assert/strict';
import { ExplorerViews } from './explorer-views.ts';
import { inWindow } from './in-window.ts';
import type { Window } from './window.ts';

/** A row of the explorer: its menu, the cursor that it follows, the keyboard, and what a screen reader hears. */
describe('the rows of the explorer', function () {
  this.timeout(120_000);
  let window: Window;
  let views: ExplorerViews;
  const facfr = () => views.row('Products', 'FACFR');

  inWindow(async opened => {
    window = opened;
    views = new ExplorerViews(window);
    await views.status('131 products').waitFor({ timeout: 60_000 });
    await views.only('Products');
    for (const key of ['INFRA', 'FAC', 'DFData']) await views.toggle(views.row('Products', key));
    await facfr().waitFor();
  });

  beforeEach(() => views.show());

  /** Waits until the cursor is on a place. */
  const cursorAt = (place: string): Promise<void> =>
    window.page.locator('#status\\.editor\\.selection', { hasText: place }).waitFor();

  /** Waits until a file is the active one. */
  const fileIs = (name: string): Promise<void> =>
    window.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();

  const inEditor = () => window.page.locator('.monaco-editor.focused').count();

  it('a click opens the source, and the arrows go on in the view', async () => {
    await facfr().click();
    await fileIs('facilities.ptree');
    await cursorAt('Ln 27, Col 14');
    assert.equal(await inEditor(), 0, 'the view has the focus');
    await window.page.keyboard.press('ArrowDown');
    await views.view('Products').locator('.monaco-list-row.focused', { hasText: 'FACUS' }).waitFor();
  });

  it('Go to Source puts the cursor into the editor', async () => {
    await facfr().click({ button: 'right' });
    const menu = window.page.locator('.monaco-menu');
    await window.picture('explorer-rows-1-menu', menu.getByText('Copy Key', { exact: true }));
    assert.deepEqual(await menu.locator('.action-label:not(.separator)').allTextContents(), [
      'Go to Source',
      'Reveal in Preview',
      'Find All References',
      'Show Call Hierarchy',
      'Copy Key',
    ]);
    await window.page.keyboard.press('Escape');
    await window.openFile('prompt/services.ptree', 1, 1);
    // Rows that move take the menu away.
    await views.selected('Products', 'PRSRV').waitFor();
    await views.choose(facfr(), 'Go to Source');
    await fileIs('facilities.ptree');
    await cursorAt('Ln 27, Col 14');
    await window.eventually('the editor has the focus', async () => (await inEditor()) > 0);
  });

  it('Copy Key puts the key into the clipboard', async () => {
    await views.choose(views.row('Products', 'FACUS'), 'Copy Key');
    await window.eventually(
      'the key is in the clipboard',
      async () => (await window.page.evaluate('navigator.clipboard.readText()')) === 'FACUS',
    );
  });

  for (const [command, key, shown] of [
    ['Find All References', 'INFRA', 'package INFRA'],
    ['Show Call Hierarchy', 'FACUS', 'US Data Facility'],
  ] as const) {
    it(`${command} shows its answer, which stays`, async () => {
      await views.choose(views.row('Products', key), command);
      await window.page.locator('.sidebar .title-label', { hasText: 'References' }).waitFor();
      const answer = window.page.locator('.sidebar .monaco-list-row', { hasText: shown }).first();
      await answer.waitFor();
      // Longer than the cursor must rest before the views follow: they must not come back to the front.
      await window.page.waitForTimeout(1500);
      await window.picture(`explorer-rows-2-${command.toLowerCase().replaceAll(' ', '-')}`);
      assert.ok(await answer.isVisible());
    });
  }

  it('Reveal in Preview opens the preview with the product selected', async () => {
    const preview = window.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await views.choose(views.row('Products', 'FACUS'), 'Reveal in Preview');
    await preview.locator('.world .card.selected', { hasText: 'US Data Facility' }).waitFor();
    await views.choose(facfr(), 'Reveal in Preview');
    await preview.locator('.world .card.selected', { hasText: 'French Data Facility' }).waitFor();
    await window.picture('explorer-rows-4-preview');
    await window.command('View: Close All Editors');
  });

  it('says in a hover what it is, with its findings in words', async () => {
    const hover = window.page.locator('.monaco-hover:visible', { hasText: 'facility FACFR' });
    await window.eventually('the hover is there', async () => {
      await views.row('Products', 'NET').hover();
      await facfr().locator('.label-name').hover();
      await window.page.waitForTimeout(1500);
      return hover.isVisible();
    });
    await window.picture('explorer-rows-6-hover', hover);
    assert.equal((await hover.textContent())?.match(/3 errors, 1 warning/g)?.length, 1, 'once');
  });

  it('the view follows the cursor without taking the focus', async () => {
    await window.openFile('prompt/services.ptree', 5, 11);
    await window.picture('explorer-rows-5-follows', views.selected('Products', 'POPSRV'));
    assert.ok(await inEditor(), 'the editor has the focus');
  });

  it('switched off in the title of a view it stays where it is, and follows again when it is switched on', async () => {
    await views.chooseInTitle('Products', 'Stop Following the Editor in the Explorer');
    await views.offeredInTitle('Products', 'Follow the Editor in the Explorer');
    await window.page.keyboard.press('Escape');
    await window.openFile('infrastructure/facilities.ptree', 27, 15);
    // Longer than the cursor must rest.
    await window.page.waitForTimeout(1500);
    await views.selected('Products', 'POPSRV').waitFor();
    await views.chooseInTitle('Products', 'Follow the Editor in the Explorer');
    await views.selected('Products', 'FACFR').waitFor();
  });

  it('the keyboard walks a view and opens the source', async () => {
    const { page } = window;
    const focused = (text: string): Promise<void> =>
      views.view('Products').locator('.monaco-list-row.focused', { hasText: text }).waitFor();
    const focusedIs = (expanded: string): Promise<void> =>
      views.view('Products').locator(`.monaco-list-row.focused[aria-expanded="${expanded}"]`).waitFor();
    await window.command('Product Tree: Focus on Products View');
    await page.keyboard.press('Home');
    await focused('Operational Products');
    await page.keyboard.press('ArrowDown');
    await focused('DMSRV');
    await page.keyboard.press('ArrowLeft');
    await focusedIs('false');
    await page.keyboard.press('ArrowRight');
    await focusedIs('true');
    await page.keyboard.press('ArrowDown');
    await focused('DBBSRV');
    await page.keyboard.press('Enter');
    await window.line('package DBBSRV').waitFor();
    assert.equal(await inEditor(), 0, 'the view keeps the focus');
    await page.keyboard.press('ArrowLeft');
    await focused('DMSRV');
    await page.keyboard.press('Shift+F10');
    await page.locator('.monaco-menu').getByText('Copy Key', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('a screen reader hears what a row is, what is written there, and its findings', async () => {
    // Nothing to follow: a view that is closed while it follows would open again.
    await window.command('View: Close All Editors');
    assert.equal(await facfr().getAttribute('aria-label'), 'facility FACFR, French Data Facility, 3 errors, 1 warning');
    assert.equal(await facfr().getAttribute('aria-level'), '5');
    await views.only('Hosting');
    await views.toggle(views.row('Hosting', 'FACFR'));
    const undeclared = views.row('Hosting', 'DAC Satellite Enclave');
    assert.equal(await undeclared.getAttribute('aria-label'), 'DAC Satellite Enclave, not declared');
    await views.only('People');
    await views.toggle(views.row('People', 'Frossie'));
    await views.toggle(views.row('People', 'Manages'));
    const found = views.view('People').locator('.monaco-list-row[aria-level="4"]').first();
    await views.toggle(views.row('People', 'DAXIMG'));
    assert.match(
      (await found.getAttribute('aria-label')) ?? '',
      /^note: DAXIMG \(Image\/ Cutout Server\) .*, [a-z.-]+$/,
    );
  });
});
