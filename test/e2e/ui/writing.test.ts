import { inWindow } from './in-window.ts';
import type { Window } from './window.ts';

describe('writing in the window', function () {
  this.timeout(120_000);
  let window: Window;

  inWindow(
    async opened => {
      window = opened;
    },
    { what: 'quickstart' },
  );

  it('makes products of rows that are pasted from a spreadsheet', async () => {
    const { page } = window;
    // Starts the extension, which the list of pastes waits for.
    await window.openFile('hospital.ptree', 13, 12);
    await window.line('facility SOUTH').waitFor();
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    await window.openFile('hospital.ptree', 3, 1);
    const rows = 'Type\tID\tProduct name\tOwner\nservice\tMEALS\tMeals\tAnna Rossi\nservice\tLAUNDRY\tLaundry\tBo Chen';
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(rows)})`);
    await page.keyboard.press('Control+V');
    await window.picture(
      '9-paste',
      window.line('service MEALS "Meals" {'),
      window.line('owner ARossi'),
      window.line('service LAUNDRY "Laundry" {'),
    );
    await page.keyboard.press('Control+Z');
  });

  it('offers to move a product where its first line is', async () => {
    await window.openFile('hospital.ptree', 8, 12);
    await window.page.keyboard.press('Control+.');
    const menu = window.page.locator('.action-widget:visible');
    await window.picture('10-refactorings', menu.getByText('Move NORTH (North Campus) out of the braces'));
    await window.page.keyboard.press('Escape');
  });

  it('asks for a new product, and says in plain words which key is taken', async () => {
    const { page } = window;
    await window.command('Product Tree: New Product');
    const box = page.locator('.quick-input-widget:visible .quick-input-box input');
    await page.locator('.quick-input-widget:visible', { hasText: '1 of 4' }).waitFor();
    await box.fill('service');
    await window.row('service').click();
    await page.locator('.quick-input-widget:visible', { hasText: '2 of 4' }).waitFor();
    await box.fill('RECORDS');
    await window.picture(
      '11-new-product',
      page.locator('.quick-input-widget:visible', { hasText: 'RECORDS (Patient Records) has this key already' }),
    );
    await box.fill('MEALS');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget:visible', { hasText: '3 of 4' }).waitFor();
    await box.fill('Meals');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget:visible', { hasText: '4 of 4' }).waitFor();
    await window.row('HOSP').click();
    await window.line('service MEALS "Meals"').waitFor();
  });
});
