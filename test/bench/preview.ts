/**
 * `npm run bench:preview`: what people wait for in the preview, at the example and at 1,000 and 10,000 generated products, in a real browser
 * without a limit on frames. Machines differ: the figures are printed, nothing is asserted.
 */

import { Harness, prepare, type View } from '../webview/harness.ts';
import { generate } from './generate.ts';

const UNCAPPED = ['--disable-gpu-vsync', '--disable-frame-rate-limit', '--enable-precise-memory-info'];

/** What `Harness.open` waits on top, so that tests see a still page, in milliseconds. */
const SETTLING = 270;

await prepare();
for (const size of process.argv.length > 2 ? process.argv.slice(2) : ['rubin-dm', '1000', '10000']) {
  const harness = await Harness.start(Number(size) ? generate(Number(size)) : size, UNCAPPED);
  try {
    await measure(harness, size);
  } finally {
    await harness.stop();
  }
}

async function measure(harness: Harness, size: string): Promise<void> {
  console.log(`\n${size}${Number(size) ? ' products' : ''}`);
  const start = performance.now();
  const view = await harness.open();
  line('page opened to first picture', performance.now() - start - SETTLING);
  const expand = await inPage(view, 'Expand all');
  line('expand all', expand);
  await keystrokes(harness, view, size);
  for (const [what, input] of [
    ['pan', pan],
    ['zoom', zoom],
  ] as const) {
    const frames = await framesDuring(view, () => input(view));
    line(`${what}: a frame, median`, quantile(frames, 0.5));
    line(`${what}: a frame, p95`, quantile(frames, 0.95));
  }
  const { used, cards } = await view.page.evaluate(() => ({
    used: (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6,
    cards: document.querySelectorAll('.world .box').length,
  }));
  console.log(`  ${'memory of the page'.padEnd(46)} ${used.toFixed(1).padStart(8)} MB; ${cards} boxes are elements`);
}

function line(what: string, ms: number): void {
  console.log(`  ${what.padEnd(46)} ${ms.toFixed(1).padStart(8)} ms`);
}

function quantile(values: number[], share: number): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

/** How long a click on a button takes, its picture included. */
function inPage(view: View, label: string): Promise<number> {
  return view.page.evaluate(async label => {
    const start = performance.now();
    document.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)!.click();
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - start;
  }, label);
}

/** From the editor's change to the changed picture, and what was sent. */
async function keystrokes(harness: Harness, view: View, size: string): Promise<void> {
  const generated = Number(size) > 0;
  const file = generated ? 'areas/area-5.ptree' : 'science-platform/services.ptree';
  const key = generated ? 'P5-7' : 'NBLSRV';
  await view.page.getByRole('searchbox').fill(key);
  await view.still();
  const text = (await harness.client.open(file)).split('\n');
  const at = text.findIndex(one => one.includes(`${key} "`));
  const column = text[at]!.indexOf('"') + 1;
  const times: number[] = [];
  const sent: number[] = [];
  for (let round = 0; round < 20; round++) {
    const before = harness.patches.length;
    const mark = `x${round}`;
    const start = performance.now();
    const shown = view.page.waitForFunction(
      mark => [...document.querySelectorAll('.world .name')].some(one => one.textContent?.startsWith(mark)),
      mark,
      { polling: 'raf' },
    );
    await harness.client.type(file, at, column, round === 0 ? 0 : `x${round - 1}`.length, mark);
    await shown;
    times.push(performance.now() - start);
    sent.push(harness.patches.slice(before).reduce((sum, patch) => sum + JSON.stringify(patch).length, 0));
  }
  line('keystroke to picture, median', quantile(times, 0.5));
  line('keystroke to picture, p95', quantile(times, 0.95));
  console.log(`  ${'sent per keystroke'.padEnd(46)} ${quantile(sent, 0.5).toFixed(0).padStart(8)} bytes`);
}

async function framesDuring(view: View, input: () => Promise<void>): Promise<number[]> {
  await view.page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = (now: number): void => {
      frames.push(now - last);
      last = now;
      if (!(window as unknown as { stop?: boolean }).stop) requestAnimationFrame(tick);
    };
    Object.assign(window, { frames, stop: false });
    requestAnimationFrame(tick);
  });
  await input();
  return view.page.evaluate(() => {
    Object.assign(window, { stop: true });
    return (window as unknown as { frames: number[] }).frames.slice(2);
  });
}

/** Wheel events straight to the picture, one a frame: those of a driver arrive too seldom. */
async function wheel(view: View, each: { deltaX: number; deltaY: number; ctrlKey: boolean }[]): Promise<void> {
  await view.page.evaluate(async events => {
    const stage = document.querySelector('.stage')!;
    const { left, top, width, height } = stage.getBoundingClientRect();
    for (const event of events) {
      stage.dispatchEvent(
        new WheelEvent('wheel', {
          ...event,
          clientX: left + width / 2,
          clientY: top + height / 2,
          bubbles: true,
          cancelable: true,
        }),
      );
      await new Promise(done => requestAnimationFrame(done));
    }
  }, each);
}

async function pan(view: View): Promise<void> {
  await wheel(
    view,
    Array.from({ length: 300 }, (_, index) => ({ deltaX: 0, deltaY: index < 150 ? 90 : -90, ctrlKey: false })),
  );
}

async function zoom(view: View): Promise<void> {
  await wheel(
    view,
    Array.from({ length: 300 }, (_, index) => ({ deltaX: 0, deltaY: index % 100 < 50 ? 6 : -6, ctrlKey: true })),
  );
}
