/** Writing and walking a tree in the window, as an author does: by keyboard, by menu and by what is shown to click. */
import assert from 'node:assert/strict';
import { inWindow } from './in-window.ts';
import type { Window } from './window.ts';

const facilities = 'infrastructure/facilities.ptree';
const enclaves = 'infrastructure/enclaves.ptree';
const services = 'prompt/services.ptree';

describe('editing in the window', function () {
  this.timeout(180_000);
  let window: Window;

  inWindow(
    async opened => {
      window = opened;
      await window.startAfresh();
    },
    { settings: { 'editor.minimap.enabled': false } },
  );

  afterEach(() => window?.startAfresh());

  it('mends a finding by keyboard', async () => {
    const { page } = window;
    await window.openFile(facilities, 27, 15);
    const facfr = window.line('facility FACFR');
    await window.eventually('FACFR is underlined', () => window.isUnderlined(facfr, 'FACFR'));
    const fix = window.actions.filter({ hasText: "State `owner`: WOMullane (Wil O'Mullane), or choose another" });
    await window.eventually('the fixes are listed', async () => {
      // What arrives late, such as a lens, closes the list.
      await page.keyboard.press('Control+.');
      return window.shows(fix, 5000);
    });
    await window.picture('20-quick-fix', fix, window.actions.filter({ hasText: 'Waive `product.owner` for FACFR' }));
    await page.keyboard.press('Enter');
    const choice = page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'WOMullane' });
    await window.picture('21-quick-fix-choice', choice);
    await page.keyboard.press('Enter');
    await window.eventually('the finding is gone', async () => !(await window.isUnderlined(facfr, 'FACFR')));
    await window.picture('22-quick-fix-taken', window.lens('3 findings'));
    assert.match(await window.text(), /\n *short "France Data Facility"\n *owner WOMullane/);
  });

  it('offers for a list what is added to it', async () => {
    await window.openFile(facilities, 29, 9);
    const facfr = window.line('hosts "DAC Satellite');
    await window.eventually('hosts is underlined', () => window.isUnderlined(facfr, 'hosts'));
    await window.page.keyboard.press('Control+.');
    const fix = 'Add to `hosts`: ENCARCB (Archive Base Enclave), or choose another';
    await window.picture('23-quick-fix-list', window.actions.filter({ hasText: fix }));
  });

  it('shows the names behind keys, and above a product what there is about it', async () => {
    await window.openFile(enclaves, 1, 1);
    await window.picture(
      '24-lens-and-hints',
      window.lens('hosted on 1 | 1 finding'),
      window.line('manager CSilvaCristian Silva'),
      window.line('TMGSRVTelemetry Gateway'),
      // The last of a long list too, in full.
      window.line('EFDTSEFD Transformation'),
    );
    assert.doesNotMatch(await window.text(), /…/);
  });

  it('opens what a lens says', async () => {
    const { page } = window;
    await window.openFile(services, 1, 1);
    const peek = page.locator('.peekview-widget');
    await window.eventually('the lens opens', async () => {
      // Lenses are drawn anew while others arrive, and a click on one that goes is lost.
      if (!(await peek.isVisible())) await window.lens('hosted on 1').first().locator('a').click();
      return window.shows(peek, 4000);
    });
    await window.picture(
      '25-lens-opened',
      peek.locator('.peekview-title', { hasText: /enclaves\.ptree.*Locations \(1\)/ }),
      peek.locator('.view-line', { hasText: 'POPSRV' }),
    );
  });

  it('walks to all that depend on a product, and to what it needs, with the notes of the links', async () => {
    const { page } = window;
    await window.openFile(services, 32, 13);
    await window.line('uses IIP').first().waitFor();
    await page.keyboard.type(' "takes the images in');
    await window.openFile('prompt/software.ptree', 61, 12);
    await window.command('Calls: Show Call Hierarchy');
    const row = page.locator('.sidebar .monaco-list-row');
    const users = row.filter({ hasText: 'used in' });
    await users.first().waitFor();
    const edge = (await page.locator('.part.sidebar').boundingBox())!;
    await page.mouse.move(edge.x + edge.width + 2, 400);
    await page.mouse.down();
    await page.mouse.move(edge.x + edge.width + 180, 400, { steps: 5 });
    await page.mouse.up();
    const noted = row.filter({ hasText: 'PRPINGSRVused in: takes the images in · Prompt Processing Ingest' });
    await noted.locator('.monaco-tl-twistie').click();
    const host = row.filter({ hasText: 'ENCPRBhosted on · Prompt Base Enclave' }).first();
    await host.locator('.monaco-tl-twistie').click();
    await row.filter({ hasText: 'FACBASEhosted on · Base Facility' }).waitFor();
    await window.pointAway();
    await window.picture('26-dependents', noted);
    assert.deepEqual(await users.allTextContents(), [
      'IMASused in · Image Archiver',
      'PRPINGSRVused in: takes the images in · Prompt Processing Ingest',
      'PRPRSRVused in · Prompt Processing',
      'TMGSRVused in · Telemetry Gateway',
    ]);
    await window.openFile(services, 21, 12);
    await window.command('Calls: Show Call Hierarchy');
    await row.filter({ hasText: /^PRPINGSRV/ }).waitFor();
    await window.command('Calls: Show Outgoing Calls');
    await window.picture(
      '27-needs',
      row.filter({ hasText: 'IIPuses: takes the images in · Image Ingest and Processing' }),
    );
  });

  it('walks the kinds, to what they extend and what extends them', async () => {
    await window.openFile('prompt/software.ptree', 6, 5);
    await window.command('Types: Show Type Hierarchy');
    const { page } = window;
    const row = page.locator('.sidebar .monaco-list-row');
    await row.filter({ hasText: /^software/ }).waitFor();
    await window.picture('28-subtypes', row.filter({ hasText: /^environment/ }));
    await window.command('Types: Show Supertypes');
    await window.picture('29-supertypes', row.filter({ hasText: /^product/ }));
  });

  it('formats a document', async () => {
    const { page } = window;
    await window.openFile(facilities, 8, 1);
    const right = / {4}manager CSilva.*\n {4}owner WOMullane.*\n {4}team NetBase\n {4}wbs 1/;
    await window.eventually('the text is shown', async () => right.test(await window.text()));
    await page.keyboard.press('Alt+ArrowDown');
    await window.openFile(facilities, 11, 1);
    await page.keyboard.type('     ');
    await window.picture('30-messed', window.line('         wbs 1.02C.08.01'));
    assert.doesNotMatch(await window.text(), right);
    await page.keyboard.press('Control+Shift+I');
    await window.eventually('the text is as it was', async () => right.test(await window.text()));
    await window.picture('31-formatted');
  });

  it('says what comes next while a demand is typed', async () => {
    const { page } = window;
    await window.openFile('tree.ptree', 40, 1);
    await window.line('package DMDEV').waitFor();
    await page.keyboard.type('\nextend kind facility {\nconsistent hosts [2..*] ', { delay: 50 });
    const help = page.locator('.parameter-hints-widget.visible');
    await window.picture(
      '32-signature-kinds',
      help.filter({ hasText: 'consistent severity property [1..*] kind | kind "reason"' }),
      help.locator('.parameter.active', { hasText: 'kind | kind' }),
      page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'enclave' }),
    );
    await page.keyboard.type('enclave "', { delay: 50 });
    await window.picture('33-signature-reason', help.locator('.parameter.active', { hasText: '"reason"' }));
    assert.equal(await page.locator('.suggest-widget.visible').count(), 0, 'nothing is offered in a text');
  });

  it('renames in all files, and shows beforehand where', async () => {
    const { page } = window;
    await window.openFile(services, 5, 12);
    await window.line('service POPSRV').waitFor();
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input:focus');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'POPSRV');
    await box.fill('PLANSRV');
    await window.picture('34-rename', page.locator('.rename-box'));
    await page.keyboard.press('Control+Enter');
    const row = page.locator('.bulk-edit-panel .monaco-list-row');
    await window.picture(
      '35-rename-preview',
      row.filter({ hasText: 'services.ptree' }),
      row.filter({ hasText: 'enclaves.ptree' }),
      row.filter({ hasText: 'software.ptree' }),
      // The files as they would be are no part of the project: they add no findings.
      page.locator('.panel .composite-bar .action-item', { hasText: /^Problems150$/ }),
    );
    await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Discard' }).click();
  });

  it('strikes through what is obsolete', async () => {
    await window.openFile('pipelines/libraries.ptree', 72, 1);
    // VS Code's own class for what is struck through.
    await window.picture('36-obsolete', window.line('software ADQL').locator('.mtks', { hasText: /^ADQL$/ }));
  });

  it('leads through the first steps', async () => {
    const { page } = window;
    await window.command('Welcome: Open Walkthrough...');
    await window.row('Get Started with Product Tree').click();
    const text = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    const steps: [title: string, says: string | RegExp][] = [
      ['Create a project', /A project is a folder like this one.*Every name means the same in all/s],
      ['See what is wrong or missing', 'WEBAPP (Web Application) has no owner.'],
      ['Mend it with one key', 'Most findings can be mended like this.'],
      ['Write a product of your own', 'A link is stated once, at either end'],
      ['Check the whole tree', 'A package can say it once'],
      ['Walk the tree', 'Rest the pointer on a key'],
    ];
    for (const [index, [title, says]] of steps.entries()) {
      const step = page.locator('.getting-started-step', { hasText: title });
      await step.click();
      await window.picture(`5${index}-walkthrough`, text.locator('body', { hasText: says }));
      const cut = await text
        .locator('pre, table')
        .evaluateAll(all => all.some(one => one.scrollWidth > one.clientWidth));
      assert.equal(cut, false, `nothing is cut off beside "${title}"`);
    }
  });

  // The last one: it writes files.
  it('moves a package to a file of its own, by the menu', async () => {
    const { page } = window;
    await window.openFile(facilities, 23, 14);
    await window.line('package DF').locator('span > span', { hasText: 'DF' }).first().click({ button: 'right' });
    const entry = page.locator('.monaco-menu .action-item', { hasText: 'Refactor...' });
    await window.picture('37-menu', entry, page.locator('.monaco-menu .action-item', { hasText: 'Move Product' }));
    await entry.click();
    const move = window.actions.filter({ hasText: 'Move DF (Data Facilities) to a new file, df.ptree' });
    await window.picture('38-refactorings', move);
    await move.click();
    await window.openFile('infrastructure/df.ptree', 1, 1);
    await window.picture('39-moved', window.line('package DF "Data Facilities" in FAC {'), window.lens('4 findings'));
  });
});
