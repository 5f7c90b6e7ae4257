import assert from 'node:assert/strict';
import { Harness, prepare } from './harness.ts';

describe('the page of the preview, where there is little', function () {
  this.timeout(60_000);

  before(prepare);

  it('says what to write where there is no product, and shows the first one as soon as it is typed', async () => {
    const harness = await Harness.start([{ path: 'a.ptree', text: '// Nothing yet.\n\n' }]);
    try {
      const view = await harness.open({ expect: '.message:visible' });
      assert.match((await view.page.locator('.message').textContent()) ?? '', /no products yet/);
      await harness.client.open('a.ptree');
      await harness.client.type('a.ptree', 1, 0, 0, 'service A "<b>Alpha</b> & Co"');
      await view.card('A').waitFor();
      assert.match((await view.cards())[0]!.text, /<b>Alpha<\/b> & Co/, 'names are text, never HTML');
      const text = ' { """First <i>line</i>\n  goes on.\n\n  - one\n  - two""" }';
      await harness.client.type('a.ptree', 1, 'service A "<b>Alpha</b> & Co"'.length, 0, text);
      await view.card('A').click();
      await view.page.locator('.detail .prose').waitFor();
      assert.equal(
        await view.page.locator('.detail .prose').textContent(),
        'First <i>line</i> goes on.\n\n- one\n- two',
        'so are descriptions, whose lines flow',
      );
      await view.page.getByRole('tab', { name: 'Hosting' }).click();
      await view.still();
      assert.match((await view.page.locator('.message').textContent()) ?? '', /Nothing is hosted yet/);
      assert.deepEqual(view.complaints, []);
    } finally {
      await harness.stop();
    }
  });
});
