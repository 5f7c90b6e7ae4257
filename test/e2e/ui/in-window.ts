import { Window } from './window.ts';

/** What the window of a `describe` shows, where that is not the large example in a light theme. */
interface Shown {
  /** An example's folder, or what makes a folder or a workspace in a temporary folder; see {@link Window.open}. */
  what?: string | (() => string);
  /** User settings beside the theme, or another theme. */
  settings?: Record<string, unknown>;
}

/**
 * Gives the drives of a `describe` a window. One that fails leaves a picture, and what follows it (itself, where it is tried
 * again) begins in a new window, whatever it has left behind.
 * @param prepare is given the window, and makes ready what every drive relies on
 */
export function inWindow(
  prepare: (window: Window) => Promise<void>,
  { what = 'rubin-dm', settings = {} }: Shown = {},
): void {
  let window: Window | undefined;

  const open = async (): Promise<void> => {
    const light = { 'workbench.colorTheme': 'Light Modern' };
    window = await Window.open(typeof what === 'string' ? what : what(), { ...light, ...settings });
    await prepare(window);
  };

  before(open);

  afterEach(async function () {
    const { state, title } = this.currentTest!;
    // One that will be tried again has no state.
    if (state === 'passed') return;
    await window?.picture(`failed: ${title}`);
    await window?.close();
    await open();
  });

  after(() => window?.close());
}
