/**
 * `npm run bench:preview`: what people wait for in the preview, at the example and at 1,000 and 10,000 generated products, in a real browser
 * without a limit on frames. Frames stand beside two pages of the same run: one that only moves 40 cards, the floor, and one that
 * draws every product as SVG, which is what the page would be without care for what is in sight. Machines differ: the figures are printed,
 * nothing is asserted.
 */
import type { Page } from 'playwright-core';
import { Harness, prepare, type View } from '../webview/harness.ts';
import { generate } from './generate.ts';
import { print, type Row, rowOf } from './measure.ts';
import { keystrokes } from './preview-edits.ts';
import { floorPage, framesDuring, naivePage, pan, zoom } from './preview-frames.ts';

const FLAGS = ['--disable-gpu-vsync', '--disable-frame-rate-limit', '--enable-precise-memory-info'];

/** What `Harness.open` waits on top, so that tests see a still page, in milliseconds. */
const SETTLING = 270;

await prepare();
for (const size of process.argv.length > 2 ? process.argv.slice(2) : ['rubin-dm', '1000', '10000']) {
  const harness = await Harness.start(Number(size) ? generate(Number(size)) : size, FLAGS);
  try {
    console.log(`\n${size}${Number(size) ? ' products' : ''}`);
    await measurePage(harness, size);
  } finally {
    await harness.stop();
  }
}

async function measurePage(harness: Harness, size: string): Promise<void> {
  const start = performance.now();
  const view = await harness.open({ reducedMotion: false });
  const first = performance.now() - start - SETTLING;
  print({ what: 'page opened to first picture', median: first, p95: first });
  for (const row of await keystrokes(harness, view, Number(size) > 0)) print(row);
  await view.page.getByRole('searchbox').press('Escape');
  print(rowOf('frames: expand all and fold all, ten times', await framesDuring(view.page, () => foldAndExpand(view))));
  await press(view, 'Expand all');
  const inputs = { pan, zoom };
  const own = new Map<string, Row>();
  for (const [what, input] of Object.entries(inputs)) {
    own.set(what, rowOf(`frames: ${what}, all expanded`, await framesDuring(view.page, () => input(view.page, 300))));
  }
  const { used, cards } = await view.page.evaluate(() => ({
    used: (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6,
    cards: document.querySelectorAll('.world .box').length,
  }));
  console.log(`  ${'memory of the page'.padEnd(46)} ${used.toFixed(1).padStart(9)} MB; ${cards} boxes are elements`);
  const products = await productsOf(view);
  await view.page.close();
  // One page at a time: what another one draws would be in the frames.
  for (const [what, input] of Object.entries(inputs)) {
    const floor = await beside(harness, `frames: ${what}, floor: 40 cards are moved`, floorPage(), page =>
      input(page, 300),
    );
    print(own.get(what)!, floor);
    print(floor, floor);
    // A frame of it may take a second.
    print(
      await beside(harness, `frames: ${what}, every product as SVG`, naivePage(products), page => input(page, 60)),
      floor,
    );
  }
}

/** The frames of a page of other content, while it is moved. */
async function beside(
  harness: Harness,
  what: string,
  html: string,
  input: (page: Page) => Promise<void>,
): Promise<Row> {
  const page = await harness.blank(html);
  const row = rowOf(what, await framesDuring(page, () => input(page)));
  await page.close();
  return row;
}

async function foldAndExpand(view: View): Promise<void> {
  for (let round = 0; round < 10; round++) {
    await press(view, 'Expand all');
    await press(view, 'Fold all');
  }
}

async function press(view: View, label: string): Promise<void> {
  await view.page.evaluate(async label => {
    document.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)!.click();
    // As long as things move to their places.
    await new Promise(done => setTimeout(done, 250));
  }, label);
}

/** How many products the whole tree has, the packages among them. */
function productsOf(view: View): Promise<number> {
  return view.page.evaluate(() =>
    [...document.querySelectorAll('.world [aria-level="1"] .twisty span')].reduce(
      (sum, count) => sum + 1 + Number(count.textContent),
      0,
    ),
  );
}
