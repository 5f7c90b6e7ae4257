/** The views of the explorer in a window, as a person uses them. */
import type { Locator } from 'playwright-core';
import type { Window } from './window.ts';

/** The names of the views, in their order. */
const NAMES = ['Products', 'Hosting', 'People', 'Requirements', 'Repositories'] as const;

/** The name of a view. */
type Name = (typeof NAMES)[number];

export class ExplorerViews {
  private readonly window: Window;

  constructor(window: Window) {
    this.window = window;
  }

  /** The item in the status bar, once it holds a text. */
  status(text: string): Locator {
    return this.window.page.locator('.statusbar-item', { hasText: text });
  }

  /** One of the views. */
  view(name: Name): Locator {
    const { page } = this.window;
    return page.locator('.sidebar .pane', { has: page.locator(`.pane-header[aria-label^="${name}"]`) });
  }

  /** The first row of a view that contains a text. */
  row(name: Name, text: string): Locator {
    return this.view(name).locator('.monaco-list-row', { hasText: text }).first();
  }

  /** The first row of a view that is selected and contains a text. */
  selected(name: Name, text: string): Locator {
    return this.view(name).locator('.monaco-list-row.selected', { hasText: text });
  }

  /** Opens the explorer. It tries again: what the command before this one shows may come late, and take its place. */
  async show(): Promise<void> {
    const { page } = this.window;
    for (let tries = 5; tries > 0 && !(await this.view('Products').isVisible()); tries--) {
      await page.locator('.activitybar a[aria-label^="Product Tree"]').click();
      await page.waitForTimeout(500);
    }
    await this.view('Products').waitFor();
  }

  /** Opens one view and closes the others, so that it has the room. */
  async only(name: Name): Promise<void> {
    await this.expand(name);
    await this.view(name).locator('.monaco-list-row').first().waitFor();
  }

  /** Opens some views, which may be empty, and closes the others. */
  async expand(...names: Name[]): Promise<void> {
    await this.show();
    for (const name of NAMES) {
      const header = this.view(name).locator('.pane-header');
      const isOpen = (await header.getAttribute('aria-expanded')) === 'true';
      // Not a click at a place: opening and closing move the headers.
      if (isOpen !== names.includes(name)) await header.dispatchEvent('click');
    }
  }

  /** Opens or closes a node. */
  toggle(at: Locator): Promise<void> {
    return at.locator('.monaco-tl-twistie').click();
  }

  /** Takes an entry of a row's context menu. */
  async choose(at: Locator, title: string): Promise<void> {
    const entry = this.window.page.locator('.monaco-menu').getByText(title, { exact: true });
    await this.window.eventually(`"${title}" is taken`, async () => {
      // Rows that move take the menu away.
      if (!(await entry.isVisible())) await at.click({ button: 'right' });
      return this.window.take(entry);
    });
  }

  /** Takes an entry of the menu behind the dots in a view's title; waits until it is offered. */
  async chooseInTitle(name: Name, title: string): Promise<void> {
    await this.window.eventually(`"${title}" is taken`, async () =>
      this.window.take(await this.offeredInTitle(name, title)),
    );
  }

  /** Opens the menu behind the dots in a view's title, until it has an entry. */
  async offeredInTitle(name: Name, title: string): Promise<Locator> {
    const { page } = this.window;
    const header = this.view(name).locator('.pane-header');
    const entry = page.locator('.monaco-menu').getByText(title, { exact: true });
    await this.window.eventually(`the title of ${name} offers "${title}"`, async () => {
      if (await page.locator('.monaco-menu').isVisible()) await page.keyboard.press('Escape');
      await header.hover();
      await header.locator('.action-label[aria-label*="More Actions"]').click();
      // A click may only have closed a menu.
      return this.window.shows(entry, 2000);
    });
    return entry;
  }

  /** What a row shows of its findings: the badge, and the colours of badge and label. */
  badge(at: Locator): Promise<{ text: string; color: string; label: string }> {
    return at.locator('.monaco-icon-label').evaluate(element => {
      const view = element.ownerDocument.defaultView!;
      const { content, color } = view.getComputedStyle(element, '::after');
      const label = view.getComputedStyle(element.querySelector('.label-name')!).color;
      return { text: content === 'none' ? '' : content.replaceAll('"', ''), color, label };
    });
  }
}
