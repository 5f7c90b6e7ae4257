import assert from 'node:assert/strict';
import { Harness, prepare, type View } from './harness.ts';

describe('the page of the preview', function () {
  this.timeout(60_000);
  let harness: Harness;
  let view: View;

  before(async () => {
    await prepare();
    harness = await Harness.start('rubin-dm');
  });
  after(() => harness?.stop());
  beforeEach(async () => {
    view = await harness.open();
  });
  afterEach(async () => {
    assert.deepEqual(view.complaints, [], 'nothing fails, and the policy forbids nothing');
    await view.page.context().close();
  });

  const key = async (name: string): Promise<void> => {
    await view.page.keyboard.press(name);
    await view.still();
  };
  const tab = async (name: string): Promise<void> => {
    await view.page.getByRole('tab', { name }).click();
    await view.still();
  };
  const find = async (text: string): Promise<void> => {
    await view.page.getByRole('searchbox').fill(text);
    await view.still();
  };
  const selected = (): Promise<string | null> => view.page.locator('.detail code').textContent();
  const count = (selector: string): Promise<number> => view.page.locator(selector).count();

  it('opens about 40 rows, readable', async () => {
    const cards = await view.cards();
    assert.ok(cards.length > 10 && cards.length < 45, `${cards.length} cards`);
    const zoom = await view.page.locator('.zoom').textContent();
    assert.match(zoom ?? '', /^(8[5-9]|9\d|100) %$/);
  });

  it('a click selects, shows what is known, and asks for the source without taking the focus', async () => {
    await view.card('DMSW').click();
    await view.page.locator('.detail dl').waitFor();
    assert.equal(await selected(), 'DMSW');
    await view.page.waitForTimeout(250);
    assert.deepEqual(view.told.at(-1), { type: 'source', key: 'DMSW', focus: false });
  });

  it('what is collapsed sums its findings; expanding it keeps it where it is', async () => {
    const before = await view.card('LSPSRV').boundingBox();
    assert.equal(await view.card('LSPSRV').locator('.badge.error.rolled').textContent(), '2');
    await view.card('LSPSRV').locator('[data-toggle]').click();
    await view.still();
    assert.equal(await view.card('LSPSRV').getAttribute('aria-expanded'), 'true');
    const after = await view.card('LSPSRV').boundingBox();
    assert.ok(Math.abs(after!.y - before!.y) < 1 && Math.abs(after!.x - before!.x) < 1);
    assert.ok((await view.cards()).some(({ key }) => key === 'NBLSRV'));
  });

  it('what a description refers to is a link', async () => {
    await find('BUTLER');
    const prose = view.page.locator('.detail .prose');
    await prose.getByRole('button', { name: 'DMTN-056' }).click();
    assert.match((await prose.textContent()) ?? '', /a framework that DMTN-056 describes/);
    const told = view.told.findLast(({ type }) => type === 'place');
    assert.ok(told?.type === 'place' && told.place.uri.endsWith('/documents.ptree'), JSON.stringify(told));
  });

  it('arrows walk the tree', async () => {
    await view.card('DM').click();
    await key('ArrowDown');
    const first = await selected();
    assert.notEqual(first, 'DM');
    await key('ArrowLeft');
    await key('ArrowLeft');
    assert.equal(await selected(), 'DM');
    await key('ArrowLeft');
    assert.equal(await view.card('DM').getAttribute('aria-expanded'), 'false');
    await key('ArrowRight');
    await key('ArrowRight');
    assert.equal(await selected(), first);
    assert.equal(await view.page.evaluate(() => document.activeElement?.getAttribute('role')), 'treeitem');
    await key('End');
    await key('Home');
    assert.equal(await selected(), 'DM');
    await key('Enter');
    assert.deepEqual(view.told.at(-1), { type: 'source', key: 'DM', focus: true });
  });

  it('finds by key and by name, goes on and back', async () => {
    await find('butler');
    assert.match((await view.page.locator('.hits').textContent()) ?? '', /^1 of \d+$/);
    assert.equal(await selected(), 'BUTLER');
    await view.page.getByRole('searchbox').press('Enter');
    assert.match((await view.page.locator('.hits').textContent()) ?? '', /^(2 of|1 of 1$)/);
    await view.page.getByRole('searchbox').press('Shift+Enter');
    assert.equal(await selected(), 'BUTLER');
    await find('no such product');
    assert.equal(await view.page.locator('.hits').textContent(), 'none');
  });

  it('shows a service in each place where it is hosted, and lights up all of them', async () => {
    await tab('Hosting');
    await find('NBLSRV');
    assert.equal(await count('.world .chip.same'), 3);
    assert.ok((await count('.world .container')) > 5);
    assert.ok((await count('.world .chip.undeclared')) > 0, 'what nobody declared is there too');
    const positions = await view.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.world .container[aria-level="1"]')].map(element =>
        Number(element.getAttribute('aria-posinset')),
      ),
    );
    assert.deepEqual(
      positions,
      positions.toSorted((a, b) => a - b),
      'places are counted as they are seen',
    );
  });

  it('shows what needs a product and what it needs, a cycle as one', async () => {
    await find('SCPIPE');
    await tab('Dependencies');
    const keys = (await view.cards()).map(({ key }) => key);
    assert.ok(keys.includes('DMCAL') && keys.includes('BUTLER') && keys.includes('APPRMPT'));
    assert.equal(keys.length, new Set(keys).size, 'each product once');
    assert.match((await view.page.locator('.knot').first().textContent()) ?? '', /in a cycle/);
    const few = keys.length;
    await view.page.getByLabel('Steps').selectOption('0');
    await view.still();
    assert.ok((await view.cards()).length > few);
    await view.card('BUTLER').dblclick();
    await view.still();
    assert.equal(await selected(), 'BUTLER');
  });

  it('filters by owner, by finding and by waiver; what contains a match stays', async () => {
    await view.page.getByRole('button', { name: 'Filter and legend' }).click();
    await view.page.getByLabel('Owner', { exact: true }).selectOption({ index: 3 });
    await view.still();
    const owned = (await view.cards()).length;
    await view.page.getByRole('button', { name: 'Show all', exact: true }).click();
    await view.still();
    assert.ok(owned < (await view.cards()).length);
    await view.page.getByLabel('Only with waived findings').check();
    await view.still();
    assert.ok((await count('.world .card.waived')) > 0);
    for (const kind of await view.page.locator('.filter fieldset input').all()) await kind.uncheck();
    await view.still();
    assert.match((await view.page.locator('.message').textContent()) ?? '', /Nothing matches/);
    await view.page.getByRole('button', { name: 'Show All', exact: true }).last().click();
    await view.still();
    await view.cards();
  });

  it('the way back and forth', async () => {
    await find('BUTLER');
    await find('TXF');
    await tab('Dependencies');
    await view.page.getByRole('button', { name: 'Back' }).click();
    await view.still();
    assert.equal(await view.page.getByRole('tab', { name: 'Tree' }).getAttribute('aria-selected'), 'true');
    await view.page.getByRole('button', { name: 'Back' }).click();
    await view.still();
    assert.equal(await selected(), 'BUTLER');
    await view.page.getByRole('button', { name: 'Forward' }).click();
    await view.still();
    assert.equal(await selected(), 'TXF');
  });

  it('state survives a reload', async () => {
    await find('NBLSRV');
    await tab('Hosting');
    await view.page.getByRole('button', { name: 'Filter and legend' }).click();
    await view.page.getByRole('combobox', { name: 'Colour by' }).selectOption('owner');
    await view.page.waitForTimeout(500);
    await view.page.reload();
    await view.page.locator('.world .box').first().waitFor();
    await view.still();
    assert.equal(await selected(), 'NBLSRV');
    assert.equal(await view.page.getByRole('tab', { name: 'Hosting' }).getAttribute('aria-selected'), 'true');
    assert.equal(await view.page.getByRole('combobox', { name: 'Colour by' }).inputValue(), 'owner');
    assert.ok(await view.page.locator('.filter').isVisible());
  });

  it('what is folded and expanded is so after a reload too, though other products stand before it now', async () => {
    const file = 'tree.ptree';
    await harness.client.open(file);
    await view.card('LSPSRV').locator('[data-toggle]').click();
    await tab('Hosting');
    await view.card('FACUS').locator('[data-toggle]').click();
    await view.page.waitForTimeout(500);
    await harness.client.type(file, 0, 0, 0, 'package BEFORE "Before" in DM\n');
    await view.page.reload();
    await view.page.locator('.world .container').first().waitFor();
    await view.still();
    assert.equal(await view.card('FACUS').getAttribute('aria-expanded'), 'false');
    assert.equal(await view.card('FACBASE').getAttribute('aria-expanded'), 'true');
    await tab('Tree');
    await view.card('BEFORE').waitFor();
    assert.equal(await view.card('LSPSRV').getAttribute('aria-expanded'), 'true');
    await harness.client.type(file, 0, 0, 'package BEFORE "Before" in DM\n'.length, '');
  });

  it('narrow, the colours are chosen beside their legend', async () => {
    await view.page.setViewportSize({ width: 600, height: 800 });
    await view.page.getByRole('button', { name: 'Filter and legend' }).click();
    await view.page.getByRole('combobox', { name: 'Colour by' }).selectOption('severity');
    await view.page.locator('.legend', { hasText: 'errors' }).waitFor();
  });

  it('the lines of relations cross no card', async () => {
    await find('SCPIPE');
    await view.page.getByRole('searchbox').press('Escape');
    assert.ok((await count('.relation.in')) > 0, 'what uses it is marked');
    const { lanes, right } = await view.page.evaluate(() => {
      const stage = document.querySelector('.stage')!.getBoundingClientRect();
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.below')!;
      const g = canvas.getContext('2d')!;
      const user = document.querySelector<HTMLElement>('.world .card.user')!.getBoundingClientRect();
      const selected = document.querySelector<HTMLElement>('.world .card.selected')!.getBoundingClientRect();
      const [top, bottom] = [Math.min(user.bottom, selected.bottom), Math.max(user.top, selected.top)];
      const passed = [...document.querySelectorAll<HTMLElement>('.world .card')]
        .map(card => card.getBoundingClientRect())
        .filter(box => box.bottom > top && box.top < bottom);
      const probe = document.body.appendChild(document.createElement('span'));
      probe.style.color = 'var(--used-in)';
      const blot = new OffscreenCanvas(1, 1).getContext('2d')!;
      blot.fillStyle = getComputedStyle(probe).color;
      blot.fillRect(0, 0, 1, 1);
      const ink = blot.getImageData(0, 0, 1, 1).data;
      const lanes = new Set<number>();
      for (let y = top + 12; y < bottom - 12; y++) {
        const row = g.getImageData(0, Math.round(y - stage.top), canvas.width, 1).data;
        for (let x = 0; x < canvas.width; x++) {
          if ([0, 1, 2].every(at => Math.abs(row[x * 4 + at]! - ink[at]!) < 12) && row[x * 4 + 3]! > 200) lanes.add(x);
        }
      }
      return { lanes: [...lanes], right: Math.max(...passed.map(box => box.right)) - stage.left };
    });
    assert.ok(lanes.length > 0, 'a line is drawn');
    assert.ok(
      lanes.every(x => x > right),
      `lines at ${lanes} beside cards up to ${right}`,
    );
  });

  it('only what is in sight is on the page, and neighbours of the focus where all is far', async () => {
    await view.page.getByRole('button', { name: 'Expand all' }).click();
    await view.still();
    const near = await count('.world .box');
    assert.ok(near > 5 && near < 80, `${near} of 172`);
    const inside = (await view.cards()).find(({ x, y }) => x > 50 && x < 900 && y > 200 && y < 700);
    await view.card(inside!.key).click();
    await key('0');
    await view.still();
    const far = await count('.world [role=treeitem]');
    assert.ok(far > 10 && far < 60, `${far} items for screen readers`);
    assert.ok((await count('.world [role=treeitem]:focus')) === 1, 'the focus is kept');
  });

  it('an edit changes what it concerns, and the picture stays where it is', async () => {
    await find('NBLSRV');
    await view.page.getByRole('searchbox').press('Escape');
    const file = 'science-platform/services.ptree';
    const text = await harness.client.open(file);
    const at = text.split('\n').findIndex(line => line.includes('NBLSRV "'));
    const character = text.split('\n')[at]!.indexOf('"') + 1;
    const before = await view.card('NBLSRV').boundingBox();
    await harness.client.type(file, at, character, 0, 'New ');
    await view.page.locator('.world .card .name', { hasText: 'New LSP Nublado' }).waitFor();
    const after = await view.card('NBLSRV').boundingBox();
    assert.deepEqual({ x: after!.x, y: after!.y }, { x: before!.x, y: before!.y });
    assert.deepEqual(harness.patches.at(-1)?.changed, [{ key: 'NBLSRV', name: 'New LSP Nublado' }]);
    await harness.client.type(file, at, 0, 0, '%%% ');
    await view.still();
    await view.cards();
    await harness.client.type(file, at, 0, 4, '');
    await harness.client.type(file, at, character, 4, '');
    await view.page.locator('.world .card .name', { hasText: /^LSP Nublado/ }).waitFor();
  });

  it('follows the cursor unless that is switched off', async () => {
    await view.send({ type: 'reveal', key: 'TXF' });
    await view.still();
    assert.equal(await selected(), 'TXF');
    await view.card('TXF').waitFor();
    await view.page.getByRole('button', { name: /Follow/ }).click();
    await view.send({ type: 'reveal', key: 'BUTLER' });
    await view.still();
    assert.equal(await selected(), 'TXF');
  });

  it('gives the view as an SVG that says the same', async () => {
    await view.page.getByRole('button', { name: 'Copy as SVG' }).click();
    await view.still();
    const message = view.told.findLast(({ type }) => type === 'svg');
    assert.ok(message?.type === 'svg');
    const parsed = await view.page.evaluate(svg => {
      const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return {
        error: document.querySelector('parsererror')?.textContent,
        rects: document.querySelectorAll('rect').length,
        texts: [...document.querySelectorAll('text')].map(({ textContent }) => textContent),
      };
    }, message.svg);
    assert.equal(parsed.error, undefined);
    assert.ok(parsed.rects > 40 && parsed.texts.includes('DMSRV') && parsed.texts.includes('Service Products'));
  });
});
