import assert from 'node:assert/strict';
import { inWindow } from './in-window.ts';
import { PreviewPane } from './preview-pane.ts';
import type { Window } from './window.ts';

describe('the preview: hosting and dependencies', function () {
  this.timeout(120_000);
  let window: Window;
  let preview: PreviewPane;

  inWindow(
    async opened => {
      window = opened;
      preview = await PreviewPane.openIn(window, 'infrastructure/facilities.ptree', 6, 12);
      await preview.alone();
    },
    { settings: { 'workbench.colorTheme': 'Dark Modern' } },
  );

  it('Hosting: facilities hold enclaves, and these hold services', async () => {
    await preview.view('Hosting');
    assert.ok((await preview.keys()).length > 10);
    const levels = ['FACBASE', 'ENCPRB', 'POPSRV'].map(key => preview.box(key).getAttribute('aria-level'));
    assert.deepEqual(await Promise.all(levels), ['1', '2', '3']);
    const [outer, inner] = [
      (await preview.box('FACBASE').boundingBox())!,
      (await preview.box('ENCPRB').boundingBox())!,
    ];
    assert.ok(inner.x > outer.x && inner.y > outer.y && inner.x + inner.width < outer.x + outer.width, 'nested');
  });

  it('Hosting: a service in several enclaves stands in each, and lights up in all', async () => {
    await preview.choose('NBLSRV');
    const places = preview.frame.locator('.world .chip.same');
    assert.equal(await preview.box('NBLSRV').locator('.times').textContent(), '×3');
    for (let times = 2; times > 0; times--) await preview.button('Smaller (-)').click();
    await preview.still();
    assert.ok((await places.count()) > 1, 'in all that are in sight');
    await window.picture('preview-views-1-hosting', places);
  });

  it('Hosting: what nobody declares is shown as such, and what is hosted nowhere has its own box', async () => {
    const undeclared = preview.frame.locator('.world .chip.undeclared', { hasText: 'DAC Satellite Enclave' });
    await preview.button('Show all (0)').click();
    await preview.still();
    await preview.choose('FACFR');
    await undeclared.waitFor();
    assert.match((await undeclared.textContent()) ?? '', /not declared/);
    const nowhere = preview.frame.locator('.world .container.nowhere');
    await preview.button('Show all (0)').click();
    await window.picture('preview-views-2-nowhere', nowhere);
    assert.match((await nowhere.textContent()) ?? '', /Hosted nowhere/);
  });

  it('Hosting: a box folds', async () => {
    await preview.choose('ENCPRB');
    const box = preview.box('ENCPRB');
    await box.locator('[data-toggle]').click();
    await preview.still();
    assert.equal(await box.getAttribute('aria-expanded'), 'false');
    assert.equal(await preview.box('POPSRV').count(), 0);
    await window.page.keyboard.press('ArrowRight');
    await preview.box('POPSRV').waitFor();
  });

  it('Dependencies: what needs a product on one side, what it needs on the other, and why', async () => {
    await preview.choose('SPDIST');
    await preview.view('Dependencies');
    const at = async (key: string): Promise<number> => (await preview.box(key).boundingBox())!.x;
    assert.ok((await at('NBLSRV')) < (await at('SPDIST')), 'a service that uses it stands left');
    assert.ok((await at('SCPIPE')) > (await at('SPDIST')), 'what it uses stands right');
    const words = (await preview.box('SCPIPE').textContent()) ?? '';
    assert.match(words, /needed by Science Pipelines Distribution: uses, requires/);
    await window.picture('preview-views-3-dependencies', preview.frame.locator('.heading', { hasText: 'Needed by' }));
  });

  it('Dependencies: what hosts a service is needed by it', async () => {
    await preview.choose('POPSRV');
    assert.match((await preview.box('POPSRV').textContent()) ?? '', /hosted on Prompt Base Enclave/);
    assert.match(
      (await preview.box('ENCPRB').textContent()) ?? '',
      /needed by Planned Observation Publication: hosted on/,
    );
  });

  it('Dependencies: a cycle is drawn as one, and says why it is', async () => {
    await preview.choose('SCPIPE');
    const cycle = preview.frame.locator('.knot');
    await window.picture('preview-views-4-cycle', cycle);
    assert.equal(await cycle.textContent(), '2 in a cycle: requires, uses');
  });

  it('Dependencies: one to four steps, or all', async () => {
    const steps = preview.frame.getByRole('combobox', { name: 'Steps' });
    const columns: number[] = [];
    const counts: number[] = [];
    for (const value of ['1', '2', '3', '4', '0']) {
      await steps.selectOption(value);
      counts.push((await preview.keys()).length);
      columns.push(await preview.frame.locator('.heading').count());
    }
    assert.deepEqual(
      counts,
      counts.toSorted((a, b) => a - b),
      'a step more never shows less',
    );
    assert.ok(columns[1]! > columns[0]!, `columns: ${columns}`);
    await window.picture('preview-views-5-all-steps');
    await steps.selectOption('1');
  });

  it('Dependencies: Enter, or a double click, goes on from another product; so does the keyboard', async () => {
    await preview.box('BUTLER').dblclick();
    await preview.selects('BUTLER');
    assert.ok((await preview.keys()).includes('SCPIPE'));
    await window.page.keyboard.press('ArrowLeft');
    const focused = preview.frame.locator('.world .box:focus');
    const key = (await focused.getAttribute('title'))!.split(' · ').at(-1)!;
    assert.notEqual(key, 'BUTLER');
    assert.equal(await focused.getAttribute('role'), 'option');
    await window.page.keyboard.press('Enter');
    await preview.selects(key);
  });
});
