import assert from 'node:assert/strict';
import { inWindow } from './in-window.ts';
import type { Window } from './window.ts';

/** The file in which the French facility hosts no enclave that exists, and where. */
const facilities = 'infrastructure/facilities.ptree';
const facfr = { line: 27, column: 15 };

describe('the window', function () {
  this.timeout(120_000);
  let window: Window;

  inWindow(async opened => {
    window = opened;
    await window.openFile(facilities, facfr.line, facfr.column);
  });

  it('underlines what is wrong', async () => {
    await window.picture(
      '1-squiggle',
      window.line('facility FACFR'),
      window.page.locator('.monaco-editor .squiggly-error'),
    );
  });

  it('says on the spot what is wrong and what it is', async () => {
    const hover = window.page.locator('.monaco-hover:visible');
    const finding = hover.filter({ hasText: 'FACFR (French Data Facility) hosts no enclave' });
    await window.hover(window.line('facility FACFR'), 'FACFR', finding);
    await window.picture('2-hover', finding, hover.filter({ hasText: 'France Data Facility' }));
    await window.page.keyboard.press('Escape');
  });

  it('offers what fits where something is typed', async () => {
    await window.openFile(facilities, 12, 11);
    await window.page.keyboard.press('Control+Space');
    const rows = window.page.locator('.suggest-widget.visible .monaco-list-row');
    await window.picture('3-completion', rows.filter({ hasText: 'ENCARCB' }));
    assert.match((await rows.first().textContent()) ?? '', /^ENC/);
    await window.page.keyboard.press('Escape');
  });

  it('jumps to a declaration in another file', async () => {
    await window.openFile('infrastructure/enclaves.ptree', 21, 28);
    await window.line('POPSRVPlanned Observation Publication').waitFor();
    await window.page.keyboard.press('F12');
    await window.picture(
      '4-definition',
      window.page.locator('.tab.active[data-resource-name="services.ptree"]'),
      window.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 5, Col 11' }),
      window.line('service POPSRV "Planned Observation Publication"'),
    );
  });

  it('lists every finding, and opens the page of its rule', async () => {
    const { page } = window;
    await window.command('Problems: Focus on Problems View');
    const row = page.locator('.markers-panel .monaco-list-row', {
      hasText: 'FACFR (French Data Facility) hosts no enclave',
    });
    await page.keyboard.type('FACFR');
    await window.picture('5-problems', row);
    await row.locator('a', { hasText: 'facility.hosts' }).click({ modifiers: ['ControlOrMeta'] });
    const tab = page.locator('.tab.active', { hasText: 'Preview facility.hosts' });
    await tab.waitFor();
    const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await window.picture('6-rule-page', preview.locator('h1, h2, h3', { hasText: 'facility.hosts' }));
  });

  for (const [name, theme, bodyClass] of [
    ['light', 'Light Modern', 'vs'],
    ['dark', 'Dark Modern', 'vs-dark'],
    ['high-contrast', 'Dark High Contrast', 'hc-black'],
  ] as const) {
    it(`can be read in a ${name} theme`, async () => {
      await window.theme(theme, bodyClass);
      await window.openFile(facilities, facfr.line, facfr.column);
      await window.picture(`8-${name}`, window.line('facility FACFR'), window.page.locator('.squiggly-warning'));
    });
  }
});
