import type { Locator } from 'playwright-core';
import { makeFolder } from '../../../scripts/workspace-copy.mjs';
import { ExplorerViews } from './explorer-views.ts';
import { inWindow } from './in-window.ts';
import type { Window } from './window.ts';

/** What the explorer says where there is nothing to show, and what its buttons do. */
describe('the explorer that is empty', function () {
  this.timeout(120_000);
  let window: Window;
  let views: ExplorerViews;

  const shows = async (opened: Window): Promise<void> => {
    window = opened;
    views = new ExplorerViews(window);
  };

  /** What a view says. */
  const says = (name: Parameters<ExplorerViews['view']>[0], text: string): Locator =>
    views.view(name).locator('.welcome-view-content', { hasText: text });

  const button = (title: string): Locator => views.view('Products').locator('.monaco-button', { hasText: title });

  const box = () => window.page.locator('.quick-input-widget:visible .quick-input-box input');

  describe('in a folder without a project', () => {
    inWindow(shows, { what: () => makeFolder('notes', { 'notes.md': '# Notes\n' }) });

    it('says what a project is, and makes one', async () => {
      await views.show();
      await window.picture(
        'explorer-empty-1-no-project',
        says('Products', 'No product tree is open.'),
        button('New Project'),
      );
      await button('New Project').click();
      await window.row('In the open folder, notes').click();
      await window.page.locator('.tab.active[data-resource-name="main.ptree"]').waitFor();
      await views.status('notes: ').waitFor();
      await window.picture('explorer-empty-2-new-project', views.row('Products', 'WEBAPP'), views.view('Repositories'));
    });
  });

  describe('in a project without products', () => {
    const settings = '{ "name": "plan", "title": "The Plan" }\n';
    inWindow(shows, { what: () => makeFolder('plan', { 'product-tree.json': settings }) });

    it('each view says what is missing, and a product can be made', async () => {
      await views.status('The Plan: 0 products, 0 findings').waitFor();
      await views.expand('Products', 'Hosting', 'People', 'Requirements', 'Repositories');
      await window.picture(
        'explorer-empty-3-no-products',
        says('Products', 'No product is declared yet.'),
        says('Hosting', 'Nothing hosts anything yet'),
        says('People', 'No person or team is declared yet.'),
        says('Requirements', 'No requirement is declared yet.'),
        says('Repositories', 'No repository is declared yet.'),
      );
      await button('New Product').click();
      await box().fill('software');
      await window.row('software').click();
      for (const typed of ['VIEWER', 'Chart Viewer']) {
        await window.page
          .locator('.quick-input-widget:visible', { hasText: typed === 'VIEWER' ? '2 of 4' : '3 of 4' })
          .waitFor();
        await box().fill(typed);
        await window.page.keyboard.press('Enter');
      }
      await window.row('At the cursor').click();
      await window.line('software VIEWER "Chart Viewer"').waitFor();
      await views.status('The Plan: 1 product, ').waitFor();
      await window.picture(
        'explorer-empty-4-first-product',
        views.row('Products', 'VIEWER'),
        says('Hosting', 'Nothing hosts anything yet'),
      );
    });
  });
});
