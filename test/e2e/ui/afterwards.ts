import type { Window } from './window.ts';

/**
 * What follows the drives of a window: one that fails leaves a picture, and the last one closes the window.
 * @param window the window, once it is open
 */
export function afterwards(window: () => Window | undefined): void {
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await window()?.picture(`failed: ${this.currentTest.title}`);
  });

  after(() => window()?.close());
}
