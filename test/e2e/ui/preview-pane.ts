/** The preview in a window of the embedded VS Code, as a person sees and uses it. */
import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { serious } from '../../webview/axe.ts';
import type { Window } from './window.ts';

export class PreviewPane {
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
  }

  /** Opens it with the cursor on a place, in a window that shows nothing else; see {@link open}. */
  static async openIn(window: Window, file: string, line: number, column: number): Promise<PreviewPane> {
    await window.startAfresh();
    const preview = new PreviewPane(window);
    await preview.open(file, line, column);
    return preview;
  }

  /** The page of the preview. */
  get frame(): FrameLocator {
    return this.#window.page
      .frameLocator('iframe.webview.ready[src*="extensionId=product-tree.product-tree"]')
      .frameLocator('#active-frame');
  }

  /** Opens it by keyboard with the cursor on a place, and waits for its first picture. */
  async open(file: string, line: number, column: number): Promise<void> {
    await this.#window.openFile(file, line, column);
    await this.#window.page.keyboard.press('Control+k');
    await this.#window.page.keyboard.press('v');
    await this.box().waitFor();
  }

  /** Gives it the whole window, in which no source appears by itself: that would end it. */
  async alone(): Promise<void> {
    const follow = this.button('Follow the editor');
    if ((await follow.getAttribute('aria-pressed')) === 'true') await follow.click();
    await this.#window.page.keyboard.press('Control+2');
    await this.#window.command('View: Toggle Maximize Editor Group');
    await this.still();
  }

  /** Puts the keyboard into the picture, where it is or would be. */
  async focus(): Promise<void> {
    await this.frame.locator('.world .box[tabindex="0"]').focus();
  }

  /** The boxes that stand for products, or one of them. */
  box(key?: string): Locator {
    return this.frame.locator(key === undefined ? '.world .box' : `.world .box[title$="· ${key}"]`).first();
  }

  /** The keys of what is on the screen, in reading order. Fails where there is nothing: a test must not pass on an empty page. */
  async keys(): Promise<string[]> {
    await this.still();
    const cards = this.frame.locator('.world .box:is(.card, .chip)');
    const titles = await cards.evaluateAll(all => all.map(one => one.getAttribute('title') ?? ''));
    assert.ok(titles.length > 0, 'cards are mounted');
    return titles.map(title => title.split(' · ').at(-1)!);
  }

  /** Waits until nothing moves any more. */
  async still(): Promise<void> {
    await this.#window.page.waitForTimeout(300);
    // A script of its own runs only between two frames.
    await this.frame.locator('body').evaluate(() => undefined);
  }

  /** The key of the selected product, as the panel beside the picture has it. */
  async selected(): Promise<string> {
    return (await this.frame.locator('.detail code').first().textContent()) ?? '';
  }

  /** Waits until a product is selected. */
  async selects(key: string): Promise<void> {
    await this.frame.locator('.detail code', { hasText: new RegExp(`^${key}$`) }).waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** Turns to one of the views. */
  async view(name: 'Tree' | 'Hosting' | 'Dependencies'): Promise<void> {
    await this.frame.getByRole('tab', { name }).click();
    await this.still();
  }

  /** Types into the search box. */
  async search(text: string): Promise<void> {
    await this.frame.getByRole('searchbox').fill(text);
    await this.still();
  }

  /** Selects a product by a search for its key, and leaves the search. */
  async choose(key: string): Promise<void> {
    await this.search(key);
    await this.frame.getByRole('searchbox').press('Escape');
    await this.selects(key);
    await this.still();
  }

  /** What axe finds serious or critical on the page. Fails where no card is on it. */
  async serious(): Promise<string[]> {
    await this.keys();
    const outer = await this.#window.page
      .locator('iframe.webview.ready[src*="extensionId=product-tree.product-tree"]')
      .elementHandle();
    const inner = await (await outer!.contentFrame())!.locator('#active-frame').elementHandle();
    return serious((await inner!.contentFrame())!);
  }
}
