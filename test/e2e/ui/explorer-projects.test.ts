import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { copyExample, makeFolder } from '../../../scripts/workspace-copy.mjs';
import { ExplorerViews } from './explorer-views.ts';
import { inWindow } from './in-window.ts';
import type { Window } from './window.ts';

/** A workspace with two projects, in folders whose names editors escape. */
function twoProjects(): string {
  const folder = makeFolder('Plans (é) #2', {});
  const folders = ['quickstart', 'rubin-dm'].map(name => ({ path: copyExample(name, folder) }));
  const file = join(dirname(folder), 'plans.code-workspace');
  writeFileSync(file, JSON.stringify({ folders }));
  return file;
}

describe('the explorer of several projects', function () {
  this.timeout(120_000);
  let window: Window;
  let views: ExplorerViews;

  inWindow(
    async opened => {
      window = opened;
      views = new ExplorerViews(window);
      await views.only('Products');
    },
    { what: twoProjects },
  );

  /** The labels of the rows above one, from the top of the view. */
  const above = async (at: Locator): Promise<string[]> => {
    const level = Number(await at.getAttribute('aria-level'));
    const top = await at.evaluate(row => Number.parseFloat(row.style.top));
    const rows = await views
      .view('Products')
      .locator('.monaco-list-row')
      .evaluateAll(all =>
        all.map(row => ({
          label: row.querySelector('.label-name')?.textContent ?? '',
          level: Number(row.getAttribute('aria-level')),
          top: Number.parseFloat(row.style.top),
        })),
      );
    const before = rows.filter(row => row.top < top).sort((a, b) => b.top - a.top);
    const way: string[] = [];
    for (let wanted = level - 1; wanted > 0; wanted--) way.unshift(before.find(row => row.level === wanted)!.label);
    return way;
  };

  it('each project is a node with its findings', async () => {
    const hospital = views.row('Products', 'City Hospital');
    const rubin = views.row('Products', 'Data Management Product Tree');
    await window.picture('explorer-projects-1', hospital, rubin);
    await views.status('2 projects: 136 products, 154 findings').waitFor({ timeout: 60_000 });
    assert.equal((await views.badge(hospital)).text, '2');
    assert.equal((await views.badge(rubin)).text, '9+');
    assert.match((await hospital.getAttribute('aria-label')) ?? '', /^project City Hospital, 1 error, 1 warning$/);
  });

  it('the status bar and the view follow the active editor into its project', async () => {
    await window.openFile('hospital.ptree', 13, 14);
    await views.status('City Hospital: 5 products, 2 findings').waitFor();
    await views.selected('Products', 'SOUTH').waitFor();
    assert.deepEqual(await above(views.selected('Products', 'SOUTH')), ['City Hospital', 'HOSP']);
    await window.openFile('infrastructure/facilities.ptree', 27, 15);
    await views.status('Data Management Product Tree: 131 products, 152 findings').waitFor();
    const facfr = views.selected('Products', 'FACFR');
    await window.picture('explorer-projects-2-follows', facfr);
    assert.deepEqual(await above(facfr), ['Data Management Product Tree', 'DM', 'INFRA', 'FAC', 'DF']);
  });

  it('an edit that mends a finding changes the numbers', async () => {
    await window.openFile('hospital.ptree', 14, 17);
    await window.eventually(
      'the badge is there',
      async () => (await views.badge(views.row('Products', 'SOUTH'))).text === '1',
    );
    await window.page.keyboard.type('\nhosts WARDS');
    await window.page.keyboard.press('Escape');
    await views.status('City Hospital: 5 products, 1 finding').waitFor();
    for (const [key, badge] of [
      ['SOUTH', ''],
      ['HOSP', '1'],
    ] as const) {
      await window.eventually(
        `the badge of ${key}`,
        async () => (await views.badge(views.row('Products', key))).text === badge,
      );
    }
    await window.picture('explorer-projects-3-mended');
    await window.startAfresh();
    await views.only('Products');
  });

  it('a filter leaves the project that has what is looked for', async () => {
    await window.command('Product Tree: Filter the Explorer');
    await window.page.locator('.quick-input-widget:visible .quick-input-box input').fill('chart');
    await window.page.keyboard.press('Enter');
    await views.row('Products', 'Data Management Product Tree').waitFor({ state: 'detached' });
    await window.picture('explorer-projects-4-filtered', views.row('Products', 'CHART'));
    await window.command('Product Tree: Clear the Filter of the Explorer');
    await views.row('Products', 'Data Management Product Tree').waitFor();
  });
});
