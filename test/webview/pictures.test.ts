import assert from 'node:assert/strict';
import { generate, productKey } from '../bench/generate.ts';
import { Harness, prepare, type ThemeName, type View } from './harness.ts';

/** The pictures that a person looks at: each view in each theme, narrow, and large. They fail only where nothing is drawn. */
describe('pictures of the preview', function () {
  this.timeout(120_000);
  let rubin: Harness;

  before(async () => {
    await prepare();
    rubin = await Harness.start('rubin-dm');
  });
  after(() => rubin?.stop());

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] satisfies ThemeName[]) {
    it(`every view, ${theme}`, async () => {
      const view = await rubin.open({ theme });
      await view.picture(`preview-first-${theme}`);
      await find(view, 'SCPIPE');
      await view.picture(`preview-tree-${theme}`);
      assert.ok((await view.cards()).some(({ key }) => key === 'SCPIPE'));
      await view.page.getByRole('tab', { name: 'Dependencies' }).click();
      await view.page.getByLabel('Steps').selectOption('2');
      await view.picture(`preview-dependencies-${theme}`);
      assert.ok((await view.cards()).length > 5);
      await view.page.getByRole('tab', { name: 'Hosting' }).click();
      await find(view, 'NBLSRV');
      await view.picture(`preview-hosting-${theme}`);
      assert.ok(
        (await view.cards()).filter(({ key }) => key === 'NBLSRV').length > 1,
        'it is hosted in several places',
      );
      await view.page.getByRole('tab', { name: 'Tree' }).click();
      await view.page.getByRole('button', { name: 'Filter and legend' }).click();
      await view.page.getByRole('combobox', { name: 'Colour by' }).selectOption('team');
      await view.picture(`preview-filter-${theme}`);
      await view.page.getByRole('button', { name: 'Filter and legend' }).click();
      await view.page.getByRole('combobox', { name: 'Colour by' }).selectOption('kind');
      await view.page.getByRole('button', { name: 'Expand all' }).click();
      await view.page.getByRole('button', { name: 'Show all (0)' }).click();
      await view.picture(`preview-far-${theme}`);
      assert.deepEqual(view.complaints, []);
      await view.page.close();
    });
  }

  it('600 px wide, as beside an editor', async () => {
    const view = await rubin.open({ theme: 'light', width: 600, height: 800 });
    await find(view, 'HWCOMP');
    await view.picture('preview-600-tree');
    await view.page.getByRole('tab', { name: 'Dependencies' }).click();
    await view.picture('preview-600-dependencies');
    await view.page.getByRole('tab', { name: 'Hosting' }).click();
    await view.picture('preview-600-hosting');
    await view.cards();
  });

  it('10,000 products', async () => {
    const large = await Harness.start(generate(10_000));
    try {
      for (const theme of ['light', 'dark'] satisfies ThemeName[]) {
        const view = await large.open({ theme });
        await view.page.getByRole('button', { name: 'Expand all' }).click();
        await find(view, productKey(60, 7));
        await view.picture(`preview-10k-tree-${theme}`);
        assert.ok((await view.cards()).length < 120, 'only what is in sight is mounted');
        await view.page.getByRole('button', { name: 'Show all (0)' }).click();
        await view.picture(`preview-10k-far-${theme}`);
        await view.page.getByRole('tab', { name: 'Dependencies' }).click();
        await find(view, productKey(0, 5));
        await view.picture(`preview-10k-dependencies-${theme}`);
        await view.page.getByRole('tab', { name: 'Hosting' }).click();
        await view.picture(`preview-10k-hosting-${theme}`);
        await view.page.close();
      }
    } finally {
      await large.stop();
    }
  });
});

/** Searches for a key and leaves the box. */
async function find(view: View, key: string): Promise<void> {
  const box = view.page.getByRole('searchbox');
  await box.fill(key);
  await view.still();
  await box.press('Escape');
  await view.still();
}
