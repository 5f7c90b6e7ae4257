/** Frames of a page while it is moved, and the pages that stand beside the preview. */
import type { Page } from 'playwright-core';

/** What a page is that can be moved: a stage that listens to the wheel and moves or scales what is on it. */
const STAGE = `
  <style>body{margin:0}.stage{position:relative;width:1400px;height:800px;overflow:hidden}
  .card{position:absolute;width:244px;height:44px;box-sizing:border-box;border:1px solid #888;border-radius:6px;font:13px sans-serif}</style>
  <div class="stage">WORLD</div>
  <script>
    const world = document.querySelector('.world');
    let [x, y, k] = [0, 0, 1];
    document.querySelector('.stage').addEventListener('wheel', event => {
      event.preventDefault();
      if (event.ctrlKey) k *= Math.exp(-event.deltaY * 0.01);
      else y = (y - event.deltaY) % 400;
      requestAnimationFrame(() => MOVE);
    }, { passive: false });
  </script>`;

/** 40 cards that are moved, and nothing else: faster than this a page of cards is not. */
export function floorPage(): string {
  const cards = Array.from({ length: 40 }, (_, at) => {
    const place = `left:${(at % 4) * 304}px;top:${Math.floor(at / 4) * 52}px`;
    return `<div class="card" style="${place}">Product ${at}<br>P-${at}</div>`;
  });
  return STAGE.replace('WORLD', `<div class="world">${cards.join('')}</div>`).replace(
    'MOVE',
    "world.style.transform = 'translate(' + x + 'px,' + y + 'px) scale(' + k + ')'",
  );
}

/**
 * Every product as SVG, all of them in the document.
 * @param count so many
 */
export function naivePage(count: number): string {
  const cards = Array.from({ length: count }, (_, at) => {
    const y = at * 52;
    return `<rect x="600" y="${y}" width="244" height="44" rx="6" fill="none" stroke="#888"/><text x="630" y="${y + 18}">Product ${at}</text><text x="630" y="${y + 36}">P-${at}</text>`;
  });
  const svg = `<svg width="1400" height="800" font-size="13"><g class="world">${cards.join('')}</g></svg>`;
  return STAGE.replace('WORLD', svg).replace(
    'MOVE',
    "world.setAttribute('transform', 'translate(' + x + ',' + y + ') scale(' + k + ')')",
  );
}

/** The times between the frames of a page while something is done, in milliseconds. */
export async function framesDuring(page: Page, input: () => Promise<void>): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate(() => {
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
  return page.evaluate(() => {
    Object.assign(window, { stop: true });
    return (window as unknown as { frames: number[] }).frames.slice(2);
  });
}

/** Wheel events straight to the picture, one a frame: those of a driver arrive too seldom. */
async function wheel(page: Page, each: { deltaX: number; deltaY: number; ctrlKey: boolean }[]): Promise<void> {
  await page.evaluate(async events => {
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

/** Down the picture and up again, in so many frames. */
export function pan(page: Page, frames: number): Promise<void> {
  const at = (index: number): number => (index < frames / 2 ? 90 : -90);
  return wheel(
    page,
    Array.from({ length: frames }, (_, index) => ({ deltaX: 0, deltaY: at(index), ctrlKey: false })),
  );
}

/** Away from the picture and back, in so many frames, a hundred at a time. */
export function zoom(page: Page, frames: number): Promise<void> {
  return wheel(
    page,
    Array.from({ length: frames }, (_, index) => ({ deltaX: 0, deltaY: index % 100 < 50 ? 6 : -6, ctrlKey: true })),
  );
}
