import assert from 'node:assert/strict';
import { inWindow } from './in-window.ts';
import { PreviewPane } from './preview-pane.ts';
import type { Window } from './window.ts';

/** What the editor and the picture say to each other. */
describe('the preview beside the editor', function () {
  this.timeout(120_000);
  let window: Window;
  let preview: PreviewPane;

  const facilities = 'infrastructure/facilities.ptree';

  inWindow(async opened => {
    window = opened;
    preview = await PreviewPane.openIn(window, facilities, 6, 12);
  });

  it('has opened by keyboard, and leaves the keyboard to the editor', async () => {
    await preview.selects('FACBASE');
    assert.ok((await preview.keys()).length > 3);
    await window.page
      .locator('.editor-group-container.active .tab.active[data-resource-name="facilities.ptree"]')
      .waitFor();
  });

  it('a click shows the source; the keyboard stays in the picture', async () => {
    await preview.search('NBLSRV');
    await preview.box('NBLSRV').click();
    await window.line('service NBLSRV "LSP Nublado"').waitFor();
    assert.equal(await preview.box('NBLSRV').evaluate(one => one === one.ownerDocument.activeElement), true);
  });

  it('the cursor selects what it stands in', async () => {
    await window.command('View: Focus First Editor Group');
    await window.openFile(facilities, 27, 15);
    await preview.selects('FACFR');
    await preview.frame.locator('.world .card.selected', { hasText: 'French Data Facility' }).waitFor();
    await preview.frame.locator('.findings', { hasText: 'hosts no enclave' }).waitFor();
  });

  it('what is typed changes the picture at once: name, key, owner, and what hangs on it', async () => {
    const { page } = window;
    await window.command('View: Focus First Editor Group');
    const name = preview.frame.locator('.world .card.selected .name');
    await window.openFile(facilities, 27, 21);
    await page.keyboard.type('New ');
    await preview.frame.locator('.world .card.selected', { hasText: 'New French Data Facility' }).waitFor();
    await window.openFile(facilities, 27, 19);
    await page.keyboard.type('X');
    await preview.selects('FACFRX');
    assert.equal(await name.textContent(), 'New French Data Facility', 'it is the same product');
    await window.openFile(facilities, 28, 1);
    await page.keyboard.press('End');
    await page.keyboard.type('\nowner WOMullane');
    await preview.frame.locator('.detail dd', { hasText: /^Wil O'Mullane$/ }).waitFor();
    await preview.frame.locator('.findings', { hasText: 'has no owner' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.keyboard.type('\nenclave CAVE "Cave"');
    await preview.box('CAVE').waitFor();
    assert.equal(await preview.box('CAVE').getAttribute('aria-level'), '6', 'below its facility');
    await window.command('File: Revert File');
    await preview.box('CAVE').waitFor({ state: 'detached' });
    await preview.box('FACFR').waitFor();
  });

  it('half-typed text keeps the last good picture', async () => {
    const { page } = window;
    await window.command('View: Focus First Editor Group');
    await window.openFile(facilities, 5, 1);
    await page.keyboard.type('  enclave "Half');
    const half = window.line('enclave "Half');
    await half.waitFor();
    await window.eventually('the mistake is found', () => window.isUnderlined(half, 'enclave'));
    await window.picture('preview-editor-1-half-typed');
    assert.ok((await preview.keys()).includes('FACBASE'), 'what stands after it is there');
    assert.equal(await preview.box('FAC').getAttribute('aria-expanded'), 'true');
    await preview.choose('FACFR');
    await window.command('View: Focus First Editor Group');
    await window.command('File: Revert File');
    await half.waitFor({ state: 'detached' });
    await preview.box('FACFR').waitFor();
  });

  it('does not follow the editor where that is switched off, and neither does the editor', async () => {
    await window.openFile(facilities, 6, 12);
    await preview.selects('FACBASE');
    await preview.button('Follow the editor').click();
    await window.command('View: Focus First Editor Group');
    await window.openFile(facilities, 27, 15);
    await preview.still();
    assert.equal(await preview.selected(), 'FACBASE');
    await preview.box('DF').click();
    await preview.selects('DF');
    await window.page.waitForTimeout(600);
    await window.command('View: Focus First Editor Group');
    await window.page.locator('#status\\.editor\\.selection', { hasText: 'Ln 27, Col 15' }).waitFor();
    await preview.button('Follow the editor').click();
    await window.command('View: Focus First Editor Group');
    await window.openFile(facilities, 6, 12);
    await preview.selects('FACBASE');
  });

  it('opens the rule behind a finding', async () => {
    await preview.choose('FACFR');
    await preview.frame.getByRole('button', { name: 'facility.hosts' }).click();
    await window.page.locator('.tab.active', { hasText: 'Preview facility.hosts' }).waitFor();
    await window.command('View: Close Editor');
  });

  it('goes on after the server was restarted', async () => {
    await window.command('View: Focus First Editor Group');
    await window.openFile(facilities, 27, 21);
    await window.command('Product Tree: Restart Server');
    await window.page.locator('.statusbar-item', { hasText: '131 products' }).waitFor();
    await window.page.keyboard.type('Old ');
    await preview.frame.locator('.world .card.selected', { hasText: 'Old French Data Facility' }).waitFor();
    await window.command('File: Revert File');
    await preview.frame.locator('.world .card.selected', { hasText: /^French Data Facility/ }).waitFor();
  });

  /** Leaves the preview in a state of its own: view, folding, filter, colour, scale. */
  const leave = async (): Promise<string> => {
    await preview.choose('LSPSRV');
    await preview.focus();
    await window.page.keyboard.press('ArrowRight');
    await preview.view('Hosting');
    await preview.choose('FACUS');
    await preview.focus();
    await window.page.keyboard.press('ArrowLeft');
    await preview.frame.locator('.bar').getByRole('button', { name: 'Filter and legend' }).click();
    await preview.frame.getByLabel('Colour by').locator('visible=true').selectOption('team');
    await preview.button('Smaller (-)').click();
    await preview.still();
    return (await preview.frame.locator('.zoom').textContent())!;
  };

  const isAsLeft = async (zoom: string): Promise<void> => {
    // The window itself takes half a minute to come back on a busy machine.
    await preview.box().waitFor({ timeout: 120_000 });
    await preview.selects('FACUS');
    await preview.keys();
    assert.equal(await preview.frame.getByRole('tab', { name: 'Hosting' }).getAttribute('aria-selected'), 'true');
    assert.equal(await preview.box('FACUS').getAttribute('aria-expanded'), 'false');
    assert.equal(await preview.frame.getByLabel('Colour by').locator('visible=true').inputValue(), 'team');
    assert.equal(await preview.frame.locator('.zoom').textContent(), zoom);
    assert.ok(await preview.frame.locator('.filter').isVisible());
    await preview.view('Tree');
    await preview.choose('LSPSRV');
    assert.equal(await preview.box('LSPSRV').getAttribute('aria-expanded'), 'true');
    await preview.view('Hosting');
    await preview.choose('FACUS');
  };

  it('comes back as it was left, after a reload of the window and after a crash', async () => {
    const zoom = await leave();
    await window.page.reload();
    await window.page.locator('.monaco-workbench').waitFor();
    await isAsLeft(zoom);
    // The editor then comes back with the cursor where VS Code wrote it last, which is long ago: nobody has moved it.
    await window.reopen();
    await isAsLeft(zoom);
  }).timeout(400_000);

  it('opens as it was left after it was closed, with what the cursor is in', async () => {
    await window.page.keyboard.press('Control+2');
    await window.command('View: Close Editor');
    await preview.box().waitFor({ state: 'detached' });
    await preview.open(facilities, 6, 12);
    await preview.selects('FACBASE');
    assert.equal(await preview.frame.getByRole('tab', { name: 'Hosting' }).getAttribute('aria-selected'), 'true');
    assert.equal(await preview.box('FACUS').getAttribute('aria-expanded'), 'false');
  });
});
