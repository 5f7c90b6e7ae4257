import assert from 'node:assert/strict';
import { serious } from './axe.ts';
import { Harness, prepare, type ThemeName, type View } from './harness.ts';

describe('the page of the preview, for those who do not see it well', function () {
  this.timeout(60_000);
  let harness: Harness;
  let view: View;

  before(async () => {
    await prepare();
    harness = await Harness.start('rubin-dm');
  });
  after(() => harness?.stop());
  afterEach(() => view.page.context().close());

  const tab = async (name: string): Promise<void> => {
    await view.page.getByRole('tab', { name }).click();
    await view.still();
  };
  const find = async (text: string): Promise<void> => {
    await view.page.getByRole('searchbox').fill(text);
    await view.still();
  };
  const isFine = async (): Promise<void> => {
    await view.cards();
    assert.deepEqual(await serious(view.page.mainFrame()), []);
  };

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] satisfies ThemeName[]) {
    it(`axe finds nothing serious in ${theme}`, async () => {
      view = await harness.open({ theme });
      await find('SCPIPE');
      await isFine();
      await find('NBLSRV');
      assert.ok((await view.page.locator('.relation.out').count()) > 0, 'what it uses is marked');
      await isFine();
      await view.page.getByRole('button', { name: 'Filter and legend' }).click();
      await tab('Hosting');
      await isFine();
      await tab('Dependencies');
      await isFine();
      await view.page.getByRole('button', { name: 'Filter and legend' }).click();
      await tab('Tree');
      await view.page.getByRole('button', { name: 'Show all (0)' }).click();
      await view.page.getByRole('combobox', { name: 'Colour by' }).selectOption('severity');
      await view.still();
      await isFine();
      assert.deepEqual(view.complaints, [], 'nothing fails, and the policy forbids nothing');
    });
  }
});
