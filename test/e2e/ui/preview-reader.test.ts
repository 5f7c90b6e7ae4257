import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inWindow } from './in-window.ts';
import { PreviewPane } from './preview-pane.ts';
import type { Window } from './window.ts';

/** What the preview offers in every view: finding, filtering, colours, the way back, the panel, pictures. */
describe('the preview: finding one’s way', function () {
  this.timeout(120_000);
  let window: Window;
  let preview: PreviewPane;

  inWindow(async opened => {
    window = opened;
    preview = await PreviewPane.openIn(window, 'infrastructure/facilities.ptree', 6, 12);
    await preview.alone();
  });

  /** What the page says to a screen reader. */
  const said = async (): Promise<string> =>
    (await preview.frame.locator('body > .sr[role=status]').textContent()) ?? '';

  it('finds by a part of a key or a name, and goes to the next and the one before', async () => {
    const box = preview.frame.getByRole('searchbox');
    const hits = preview.frame.locator('.hits');
    await preview.focus();
    await window.page.keyboard.press('Control+f');
    await window.page.keyboard.type('archiv');
    await preview.still();
    const count = Number(/^1 of (\d+)$/.exec((await hits.textContent()) ?? '')?.[1]);
    assert.ok(count > 2, `${count} are found`);
    const first = await preview.selected();
    await preview.button('Next match (Enter)').click();
    assert.equal(await hits.textContent(), `2 of ${count}`);
    assert.notEqual(await preview.selected(), first);
    await preview.button('Previous match (Shift+Enter)').click();
    assert.equal(await preview.selected(), first);
    await box.press('Shift+Enter');
    assert.equal(await hits.textContent(), `${count} of ${count}`);
    assert.ok((await preview.frame.locator('.world .box.hit').count()) > 0, 'what is found is marked');
    await window.picture('preview-reader-1-search');
    await box.press('Escape');
    assert.equal(await preview.frame.locator('.world .box.hit').count(), 0);
  });

  for (const label of ['Owner', 'Manager', 'Team', 'Rule']) {
    it(`filters by ${label.toLowerCase()}`, async () => {
      if (!(await preview.frame.locator('.filter').isVisible())) await preview.button('Filter and legend').click();
      const choice = preview.frame.getByLabel(label, { exact: true });
      const texts = await choice.locator('option').allTextContents();
      const most = texts.reduce((a, b) => (countIn(b) > countIn(a) ? b : a));
      await choice.selectOption({ label: most });
      await window.eventually('they are counted', async () => (await said()) === `${countIn(most)} products match`);
      await preview.keys();
      // The last one contains nothing: it is there because it matches.
      await preview.focus();
      await window.page.keyboard.press('End');
      await preview.frame.locator('.detail', { hasText: most.replace(/ \(\d+\)$/, '') }).waitFor();
      await choice.selectOption({ index: 0 });
      await window.eventually('all are back', async () => (await said()) === 'All products are shown');
    });
  }

  it('filters by kind, by severity and by what is waived', async () => {
    const matches = (count: number): Promise<void> =>
      window.eventually(`${count} match`, async () => (await said()) === `${count} products match`);
    const kinds = preview.frame.locator('.filter fieldset label');
    const service = kinds.filter({ hasText: 'service' });
    for (const kind of await kinds.all())
      if ((await kind.textContent()) !== (await service.textContent())) await kind.click();
    await matches(46);
    await window.picture('preview-reader-2-filter', preview.frame.locator('.filter'));
    await preview.button('Show all').click();
    await preview.frame.getByLabel('Findings', { exact: true }).selectOption('errors');
    await preview.still();
    const errors = Number.parseInt(await said(), 10);
    assert.ok(errors > 10 && errors < 100, await said());
    assert.ok((await preview.frame.locator('.world .badge.error').count()) > 0);
    await preview.button('Show all').click();
    await preview.frame.getByLabel('Only with waived findings').check();
    await preview.still();
    await window.picture('preview-reader-3-waived', preview.frame.locator('.world .card.waived'));
    await preview.button('Show all').click();
  });

  it('colours by kind, team, owner and severity, with a legend that counts', async () => {
    const legend = preview.frame.locator('.legend li');
    for (const by of ['team', 'owner', 'severity', 'kind']) {
      await preview.frame.getByRole('combobox', { name: 'Colour by' }).selectOption(by);
      await preview.still();
      const counts = await legend.locator('.n').allTextContents();
      assert.equal(
        counts.reduce((sum, count) => sum + Number(count), 0),
        172,
        `${by}: each product once`,
      );
      const swatches = await legend.locator('.swatch').evaluateAll(all => all.length);
      assert.equal(swatches, counts.length);
      await window.picture(`preview-reader-4-${by}`);
    }
    await preview.button('Filter and legend').click();
  });

  it('the path above the picture leads up', async () => {
    await preview.choose('BUTLER');
    await preview.frame.locator('.crumb', { hasText: 'Supporting Software Products' }).click();
    await preview.selects('SPSWP');
  });

  it('the panel says what the hover says, and every entry leads on', async () => {
    await preview.choose('NBLSRV');
    const panel = preview.frame.locator('.detail');
    await window.picture('preview-reader-5-panel', panel.locator('dl'));
    assert.match((await panel.locator('.prose').first().textContent()) ?? '', /notebooks/);
    await panel
      .locator('section', { hasText: 'Hosted on' })
      .getByRole('button', { name: /DAC Chile Enclave/ })
      .click();
    await preview.selects('ENCDACC');
    await preview.choose('NBLSRV');
    await panel.locator('dd').getByRole('button', { name: 'DMS-REQ-0119' }).click();
    await window.line('requirement DMS-REQ-0119').waitFor();
    await panel.locator('dd').getByRole('button', { name: 'Frossie Economou' }).click();
    await window.line('person FEconomou').waitFor();
    await panel.getByRole('button', { name: 'Open Source' }).click();
    await window.line('service NBLSRV "LSP Nublado"').waitFor();
    await preview.alone();
  });

  it('goes back and forward', async () => {
    await preview.choose('BUTLER');
    await preview.choose('TXF');
    await preview.view('Hosting');
    await preview.button('Back (Alt+Left)').click();
    assert.equal(await preview.frame.getByRole('tab', { name: 'Tree' }).getAttribute('aria-selected'), 'true');
    await preview.button('Back (Alt+Left)').click();
    await preview.selects('BUTLER');
    await window.page.keyboard.press('Alt+ArrowRight');
    await preview.selects('TXF');
  });

  it('copies the view as SVG', async () => {
    await preview.button('Copy as SVG').click();
    const text = (): Promise<string> => window.page.evaluate('navigator.clipboard.readText()');
    await window.eventually('it is in the clipboard', async () => (await text()).startsWith('<svg'));
    assert.match(await text(), /<title>Data Management Product Tree: tree<\/title>/);
    assert.match(await text(), />Task Framework</);
  });

  it('saves the view as SVG, by the menu of the preview too', async () => {
    const file = join(window.folder, 'tree.svg');
    await window.command('Product Tree: Save Preview as SVG...');
    const dialog = window.page.locator('.quick-input-widget:visible');
    await dialog.locator('input').first().waitFor();
    await window.picture('preview-reader-6-save', dialog.locator('.monaco-button', { hasText: /^(Save|OK)$/ }));
    await window.page.keyboard.press('Enter');
    await window.eventually('it is written', async () => {
      try {
        return readFileSync(file, 'utf8').endsWith('</svg>\n');
      } catch {
        return false;
      }
    });
    assert.match(readFileSync(file, 'utf8'), /^<svg .*>Task Framework</s);
    rmSync(file);
  });
});

/** The number that an option has behind its text, in brackets. */
function countIn(text: string): number {
  return Number(/\((\d+)\)$/.exec(text)?.[1] ?? 0);
}
