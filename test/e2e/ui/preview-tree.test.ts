import assert from 'node:assert/strict';
import { inWindow } from './in-window.ts';
import { PreviewPane } from './preview-pane.ts';
import type { Window } from './window.ts';

describe('the preview: the tree', function () {
  this.timeout(120_000);
  let window: Window;
  let preview: PreviewPane;

  inWindow(async opened => {
    window = opened;
    await window.startAfresh();
    preview = new PreviewPane(window);
    await window.openFile('infrastructure/facilities.ptree', 6, 12);
    await window.page.locator('.editor-actions a[aria-label*="Open Preview"]').click();
    await preview.selects('FACBASE');
  });

  it('has opened by the button above the editor, beside it, where the cursor is; the editor keeps the keyboard', async () => {
    const keys = await preview.keys();
    assert.ok(keys.includes('FACBASE') && keys.includes('DF'), `beside its siblings: ${keys}`);
    assert.ok(keys.length > 5 && keys.length < 45, `${keys.length} cards`);
    assert.equal(await window.page.locator('.monaco-editor.focused').count(), 1);
    await window.picture('preview-tree-1-beside');
  });

  it('each card has icon, name, key and findings', async () => {
    await window.openFile('infrastructure/facilities.ptree', 27, 15);
    await preview.selects('FACFR');
    const card = preview.box('FACFR');
    assert.equal(await card.locator('.name').textContent(), 'French Data Facility');
    assert.equal(await card.locator('.key').textContent(), 'FACFR');
    assert.equal(await card.locator('svg.kind').count(), 1);
    assert.equal(await card.locator('.badge.error .n').textContent(), '3', 'two names nobody declares, and no enclave');
    assert.equal(await card.locator('.badge.warning').count(), 1, 'no owner');
    assert.match(
      (await card.textContent()) ?? '',
      /FACFR, facility, 3 errors, 1 warning/,
      'in words for a screen reader',
    );
  });

  it('folds and unfolds where it stands; what is folded sums its findings', async () => {
    const card = preview.box('DF');
    const before = (await card.boundingBox())!;
    await card.locator('[data-toggle]').click();
    await preview.still();
    assert.equal(await card.getAttribute('aria-expanded'), 'false');
    assert.ok(!(await preview.keys()).includes('FACFR'));
    assert.equal(await card.locator('.badge.error.rolled .n').textContent(), '4', 'those of FACFR and FACUS');
    const after = (await card.boundingBox())!;
    assert.ok(Math.abs(after.y - before.y) < 1 && Math.abs(after.x - before.x) < 1, 'it stays where it is');
    await card.locator('[data-toggle]').click();
    await preview.box('FACFR').waitFor();
  });

  it('the selected product shows what it uses and what uses it, on its path', async () => {
    await preview.choose('SPDIST');
    const marks = preview.frame.locator('.world .relation');
    assert.ok((await marks.filter({ hasText: /used$/ }).count()) > 0, 'what it uses is marked');
    await preview.choose('SCPIPE');
    await window.picture('preview-tree-2-relations', marks.filter({ hasText: /uses? it/ }));
    await preview.frame.locator('.detail h3', { hasText: 'Used in 6' }).waitFor();
    const crumbs = await preview.frame.locator('.crumb').allTextContents();
    assert.deepEqual(crumbs.slice(-3), [
      'Software Products',
      'Supporting Software Products',
      'Science Pipelines Libraries',
    ]);
  });

  it('is walked by keyboard alone, and Enter opens the source', async () => {
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await window.page.keyboard.press(key);
      await preview.still();
    };
    const focused = preview.frame.locator('.world .box:focus');
    await preview.box('SCPIPE').click();
    await press('ArrowLeft');
    assert.equal(await preview.selected(), 'SPSWP');
    await press('ArrowLeft');
    assert.equal(await focused.getAttribute('aria-expanded'), 'false');
    await press('ArrowRight', 'ArrowRight');
    assert.equal(await preview.selected(), 'SCPIPE');
    await press('ArrowDown');
    assert.equal(await preview.selected(), 'BUTLER');
    await press('Home');
    assert.equal(await preview.selected(), 'DM');
    await press('End');
    assert.notEqual(await preview.selected(), 'DM');
    await window.page.keyboard.type('butl');
    await preview.still();
    assert.equal(await preview.selected(), 'BUTLER');
    assert.equal(await focused.getAttribute('role'), 'treeitem');
    await press('Enter');
    await window.line('software BUTLER "Data Butler"').waitFor();
    await window.eventually(
      'the editor has the keyboard',
      async () => (await window.page.locator('.monaco-editor.focused').count()) === 1,
    );
  });

  it('pans, zooms and shows all; from far names can still be read', async () => {
    await preview.alone();
    const { page } = window;
    const zoom = preview.frame.locator('.zoom');
    const transform = (): Promise<string> =>
      preview.frame
        .locator('.world')
        .first()
        .evaluate(one => one.style.transform);
    const stage = (await preview.frame.locator('.stage').boundingBox())!;
    await page.mouse.move(stage.x + 30, stage.y + 30);
    const first = await transform();
    await page.mouse.wheel(0, 200);
    await preview.still();
    const panned = await transform();
    assert.notEqual(panned, first, 'the wheel moves the picture');
    await page.mouse.down();
    await page.mouse.move(stage.x + 90, stage.y + 160, { steps: 4 });
    await page.mouse.up();
    await preview.still();
    assert.notEqual(await transform(), panned, 'so does the pointer');
    const percent = async (): Promise<number> => Number.parseInt((await zoom.textContent()) ?? '', 10);
    const before = await percent();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 60);
    await page.keyboard.up('Control');
    await preview.still();
    assert.ok((await percent()) < before, 'Ctrl and the wheel zoom');
    await preview.button('Expand all').click();
    await preview.button('Show all (0)').click();
    await preview.still();
    assert.ok((await percent()) < 20, 'all is in sight');
    await window.picture('preview-tree-3-far');
    await preview.button('Larger (+)').click();
    await preview.button('Go to the selected product').click();
    await preview.still();
    assert.equal(await percent(), 100);
    assert.ok((await preview.keys()).includes('BUTLER'));
  });

  it('has an overview that leads elsewhere', async () => {
    const overview = preview.frame.locator('.overview:visible');
    const before = await preview.keys();
    const box = (await overview.boundingBox())!;
    await window.page.mouse.click(box.x + box.width / 2, box.y + box.height - 20);
    const after = await preview.keys();
    const others = after.filter(key => !before.includes(key));
    assert.ok(others.length > after.length / 2, `other products are in sight, and what contains them: ${after}`);
    await window.picture('preview-tree-4-overview', overview);
  });
});
