import assert from 'node:assert/strict';
import { inWindow } from './in-window.ts';
import { PreviewPane } from './preview-pane.ts';
import type { Window } from './window.ts';

describe('the preview in every theme', function () {
  this.timeout(120_000);
  let window: Window;
  let preview: PreviewPane;

  inWindow(async opened => {
    window = opened;
    preview = await PreviewPane.openIn(window, 'science-platform/services.ptree', 1, 1);
    await preview.choose('NBLSRV');
  });

  for (const [name, theme, bodyClass] of [
    ['light', 'Light Modern', 'vs'],
    ['dark', 'Dark Modern', 'vs-dark'],
    ['high-contrast', 'Dark High Contrast', 'hc-black'],
    ['high-contrast-light', 'Light High Contrast', 'hc-light'],
  ] as const) {
    it(`${name}: the theme's own colours, and axe finds nothing serious in any view`, async () => {
      await window.theme(theme, bodyClass);
      await window.eventually('the page has the colours of the editor', async () => {
        const [page, editor] = await Promise.all(
          [preview.frame.locator('body'), window.page.locator('.monaco-editor-background').first()].map(place =>
            place.evaluate(one => one.ownerDocument.defaultView?.getComputedStyle(one).backgroundColor),
          ),
        );
        return page === editor;
      });
      for (const view of ['Tree', 'Hosting', 'Dependencies'] as const) {
        await preview.view(view);
        await window.picture(`preview-themes-${view.toLowerCase()}-${name}`);
        assert.deepEqual(await preview.serious(), [], view);
      }
      await preview.view('Tree');
      await preview.button('Filter and legend').click();
      await window.picture(`preview-themes-filter-${name}`, preview.frame.locator('.filter'));
      assert.deepEqual(await preview.serious(), [], 'with the filter open');
      await preview.button('Filter and legend').click();
    });
  }
});
