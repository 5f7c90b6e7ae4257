import assert from 'node:assert/strict';
import { ExplorerViews } from './explorer-views.ts';
import { inWindow } from './in-window.ts';
import type { Window } from './window.ts';

describe('the explorer', function () {
  this.timeout(120_000);
  let window: Window;
  let views: ExplorerViews;

  inWindow(async opened => {
    window = opened;
    views = new ExplorerViews(window);
    await views.status('131 products').waitFor({ timeout: 60_000 });
  });

  it('has its place in the activity bar, and the project in the status bar', async () => {
    await views.only('Products');
    const item = views.status('Data Management Product Tree: 131 products, 152 findings');
    await item.click();
    await window.page.locator('.markers-panel').waitFor();
    await window.command('View: Hide Panel');
  });

  it('Products shows what contains what, with findings as badges', async () => {
    await views.toggle(views.row('Products', 'INFRA'));
    await views.toggle(views.row('Products', 'FAC'));
    await views.toggle(views.row('Products', 'DFData'));
    await window.picture('explorer-1-products', views.row('Products', 'FACFR'));
    const error = await views.badge(views.row('Products', 'FACFR'));
    assert.deepEqual(
      [error.text, error.color === error.label],
      ['4', true],
      'the worst of them colours badge and label',
    );
    const above = await views.badge(views.row('Products', 'INFRA'));
    assert.deepEqual(above, { ...error, text: '8' }, 'the package shows all that is below it');
    const warning = await views.badge(views.row('Products', 'DMDSW'));
    assert.equal(warning.text, '10');
    const none = await views.badge(views.row('Products', 'FACBASE'));
    assert.equal(none.text, '');
    assert.equal(
      new Set([error.label, warning.label, none.label]).size,
      3,
      'errors, warnings and nothing look different',
    );
  });

  it('Hosting shows what runs in what, and what nothing declares', async () => {
    await views.only('Hosting');
    await views.toggle(views.row('Hosting', 'FACFR'));
    await views.toggle(views.row('Hosting', 'FACBASE'));
    await views.toggle(views.row('Hosting', 'ENCARCB'));
    await window.picture(
      'explorer-2-hosting',
      views.row('Hosting', 'DAC Satellite Enclave'),
      views.row('Hosting', 'Not hosted'),
    );
  });

  it('People shows the work of each person, down to the finding', async () => {
    await views.only('People');
    await views.toggle(views.row('People', 'Frossie'));
    await views.toggle(views.view('People').locator('.monaco-list-row', { hasText: 'Manages' }).first());
    const found = views.view('People').locator('.monaco-list-row[aria-level="3"][aria-expanded="false"]').first();
    await found.waitFor();
    await views.toggle(found);
    await window.picture('explorer-3-people', views.view('People').locator('.monaco-list-row[aria-level="4"]'));
  });

  it('Requirements shows what satisfies each', async () => {
    await views.only('Requirements');
    await views.toggle(views.row('Requirements', 'LSE-61'));
    await views.toggle(views.row('Requirements', 'DMS-REQ-0008'));
    await window.picture('explorer-4-requirements', views.row('Requirements', 'FACBASE'));
  });

  it('Repositories shows the products of each, and where it is also included', async () => {
    await views.only('Repositories');
    await views.toggle(views.row('Repositories', 'ap_verify'));
    await views.toggle(views.row('Repositories', 'afw'));
    await views.toggle(views.row('Repositories', 'Also included in'));
    await window.picture(
      'explorer-5-repositories',
      views.view('Repositories').locator('.monaco-list-row[aria-level="3"]'),
    );
  });

  it('is filtered by a text, and shows everything again', async () => {
    await views.only('Products');
    await window.command('Product Tree: Filter the Explorer');
    await window.page.locator('.quick-input-widget:visible .quick-input-box input').fill('alert');
    await views.row('Products', 'Alert').waitFor();
    await window.page.keyboard.press('Enter');
    await views.row('Products', 'INFRA').waitFor({ state: 'detached' });
    await window.picture('explorer-6-filtered', views.row('Products', 'Alert'));
    await window.command('Product Tree: Clear the Filter of the Explorer');
    await views.row('Products', 'INFRA').waitFor();
  });

  for (const [name, theme, bodyClass] of [
    ['dark', 'Dark Modern', 'vs-dark'],
    ['high-contrast', 'Dark High Contrast', 'hc-black'],
  ] as const) {
    it(`can be read in a ${name} theme`, async () => {
      await window.theme(theme, bodyClass);
      await window.picture(`explorer-7-${name}`, views.row('Products', 'DMSRV'));
      const labels = ['FACFR', 'DMDSW', 'FACBASE'].map(
        async key => (await views.badge(views.row('Products', key))).label,
      );
      assert.equal(new Set(await Promise.all(labels)).size, 3, 'errors, warnings and nothing look different');
    });
  }
});
