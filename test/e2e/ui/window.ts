/** A window of the embedded VS Code, with the packaged extension in an empty profile, as a person sees and uses it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { vsix } from '../../../scripts/build.mjs';
import { root } from '../../../scripts/process.mjs';
import { installHost } from '../../../scripts/vscode-host.mjs';
import {
  installExtension,
  openWorkbench,
  startBrowser,
  startServer,
  workbenchUrl,
} from '../../../scripts/vscode-server.mjs';
import { copyExample } from '../../../scripts/workspace-copy.mjs';

/** Where the pictures go; ignored by Git. */
const pictures = join(root, 'test', 'out', 'pictures');

/** How long anything may take to show, in milliseconds. */
const limit = 30_000;

/** A hover or a list fades in for about this long, in milliseconds; a picture before that is pale. */
const fading = 500;

export class Window {
  /** The window's page; another one after {@link reopen}. */
  page: Page;
  /** The path of what it shows; empty where that is on no disk. */
  readonly folder: string;
  /** Closes the window, ends what is behind it and removes what both wrote. */
  readonly close: () => Promise<void>;

  private constructor(page: Page, folder: string, close: () => Promise<void>) {
    this.page = page;
    this.folder = folder;
    this.close = close;
  }

  /**
   * Opens a window on a copy of an example, or on what a test has made.
   * @param what the example's folder; or the path of a folder or a `.code-workspace` file in a temporary folder, which is removed in the end
   * @param settings user settings, the theme among them
   */
  static async open(what: string, settings: Record<string, unknown> = {}): Promise<Window> {
    const host = await installHost();
    const folder = isAbsolute(what) ? what : copyExample(what);
    const profile = mkdtempSync(join(tmpdir(), 'profile-'));
    const extensionsFolder = process.env.PTREE_EXTENSIONS ?? join(profile, 'extensions');
    if (!process.env.PTREE_EXTENSIONS) await installExtension(host, vsix, extensionsFolder);
    const server = await startServer(host, { dataFolder: join(profile, 'data'), extensionsFolder, settings });
    const browser = await startBrowser(host);
    const { page } = await openWorkbench(browser, workbenchUrl(server, { folder }));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const close = async (): Promise<void> => {
      await browser.close();
      await server.stop();
      rmSync(profile, { recursive: true, force: true });
      rmSync(dirname(folder), { recursive: true, force: true });
    };
    return Window.on(page, close, folder);
  }

  /**
   * The window that a page shows, once it is there.
   * @param close ends what is behind the page
   * @param folder the path of what it shows
   */
  static async on(page: Page, close: () => Promise<void>, folder = ''): Promise<Window> {
    await Window.#ready(page);
    return new Window(page, folder, close);
  }

  static async #ready(page: Page): Promise<void> {
    page.setDefaultTimeout(limit);
    await page.locator('.monaco-workbench').waitFor();
  }

  /**
   * Opens the window again after its end, with a new extension host. It ends as in a crash: what VS Code would write
   * before it closes is not written.
   */
  async reopen(): Promise<void> {
    const context = this.page.context();
    const address = this.page.url();
    await this.page.close();
    this.page = await context.newPage();
    await this.page.goto(address);
    await Window.#ready(this.page);
  }

  /**
   * Changes the theme as a person does.
   * @param label as the list of themes shows it
   * @param bodyClass the class by which VS Code marks the theme's kind
   */
  async theme(label: string, bodyClass: string): Promise<void> {
    await this.command('Preferences: Color Theme');
    const box = this.page.locator('.quick-input-widget:visible .quick-input-box input[placeholder*="Theme"]');
    await box.fill(label);
    await this.row(label).click();
    await this.page.locator(`.monaco-workbench.${bodyClass}`).waitFor();
  }

  /** Opens a file of the workspace with the cursor on a place, both counted from 1. */
  async openFile(path: string, line = 1, column = 1): Promise<void> {
    const name = path.split('/').at(-1)!;
    const tab = this.page.locator(`.tab.active[data-resource-name="${name}"]`);
    await this.#choose('Control+p', path, this.row(name), tab);
    const told = this.page.locator('.quick-input-list .monaco-list-row', {
      hasText: `line ${line} at column ${column}`,
    });
    const place = this.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` });
    await this.#choose('Control+g', `:${line}:${column}`, told, place);
  }

  /** Runs a command by its title, as the command palette shows it. */
  async command(title: string): Promise<void> {
    await this.#choose('F1', `>${title}`, this.row(title));
  }

  /** Throws away what is not saved, closes every editor, and shows neither side bar nor panel. */
  async startAfresh(): Promise<void> {
    const dirty = this.page.locator('.tab.dirty');
    await this.page.keyboard.press('Escape');
    for (let left = await dirty.count(); left > 0; left--) {
      await dirty.first().click();
      await this.command('File: Revert File');
      await this.eventually('a file is reverted', async () => (await dirty.count()) < left);
    }
    await this.command('View: Close All Editors');
    if (await this.page.locator('.part.sidebar').isVisible()) await this.command('View: Close Primary Side Bar');
    if (await this.page.locator('.part.panel').isVisible()) await this.command('View: Hide Panel');
  }

  /** The row of the list on show that begins with a text. */
  row(text: string): Locator {
    return this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${text}"]`).first();
  }

  /** A line of the editor that contains a text. */
  line(text: string): Locator {
    // Blanks in the editor's lines are no-break spaces.
    return this.page.locator('.editor-instance .view-line', { hasText: new RegExp(text.replaceAll(' ', '\\s')) });
  }

  /** The lenses above a line, which read like this together. */
  lens(text: string): Locator {
    const separated = text.split(' | ').map(part => part.replaceAll(' ', '\\s'));
    return this.page.locator('.codelens-decoration', { hasText: new RegExp(`^${separated.join('\\s*\\|\\s*')}$`) });
  }

  /**
   * Takes an entry of the menu that is open.
   * @returns whether it was taken: in its first moment a menu takes no click, and it may be gone by itself
   */
  async take(entry: Locator): Promise<boolean> {
    try {
      await entry.click({ timeout: 3000 });
      await this.page.locator('.monaco-menu').first().waitFor({ state: 'hidden', timeout: 1000 });
      return true;
    } catch {
      return false;
    }
  }

  /** The entries of the list of quick fixes and refactorings. */
  get actions(): Locator {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  /** What the editor shows of its text, hints included, line by line. */
  async text(): Promise<string> {
    const lines = await this.page.locator('.editor-instance .view-line').evaluateAll(all =>
      all
        .map(line => ({ top: Number.parseFloat(line.style.top), text: line.textContent ?? '' }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Whether a word of a line is underlined as an error, a warning or a note. */
  async isUnderlined(line: Locator, word: string): Promise<boolean> {
    const box = await line.locator('span > span', { hasText: word }).first().boundingBox();
    if (!box) return false;
    const boxes = await this.page.locator('.editor-instance .cdr[class*="squiggly-"]').evaluateAll(all =>
      all.map(one => {
        const { x, y } = one.getBoundingClientRect();
        return { x, y };
      }),
    );
    return boxes.some(other => Math.abs(other.y - box.y) < box.height / 2 && Math.abs(other.x - box.x) < box.width / 2);
  }

  /** Whether something is to be seen within so many milliseconds. */
  shows(what: Locator, timeout: number): Promise<boolean> {
    return what
      .first()
      .waitFor({ timeout })
      .then(
        () => true,
        () => false,
      );
  }

  /** Waits until something is so. */
  async eventually(what: string, isSo: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + limit; !(await isSo()); await this.page.waitForTimeout(100)) {
      if (Date.now() > end) throw new Error(`Not within ${limit / 1000} seconds: ${what}.`);
    }
  }

  /** Moves the pointer to where nothing shows a hover: onto an empty part of the status bar. */
  pointAway(): Promise<void> {
    return this.page.mouse.move(640, 785);
  }

  /** Rests the pointer on a word of a line until that shows what it shall: a line may move away while lenses and hints arrive. */
  async hover(line: Locator, word: string, shown: Locator): Promise<void> {
    const place = line.locator('span > span', { hasText: word }).first();
    await this.eventually(`"${word}" shows what it shall`, async () => {
      await this.pointAway();
      const box = await place.boundingBox();
      if (!box) return false;
      await this.page.mouse.move(box.x + box.width - 8, box.y + box.height / 2, { steps: 5 });
      return this.shows(shown, 4000);
    });
  }

  /**
   * Takes a picture once everything that it shall show is there.
   * @param name the file's name
   * @param shown what has to be visible
   */
  async picture(name: string, ...shown: Locator[]): Promise<void> {
    try {
      for (const locator of shown) await locator.first().waitFor();
    } finally {
      await this.page.waitForTimeout(fading);
      mkdirSync(pictures, { recursive: true });
      await this.page.screenshot({ path: join(pictures, `${name}.png`) });
    }
  }

  /**
   * Opens a list with a key, types into it, and takes a row. It tries again: what the command before this one does may take the
   * focus late, and a list without focus closes; and a click on a row that is just drawn anew is lost.
   * @param shown is to be seen once the row was taken
   */
  async #choose(key: string, typed: string, row: Locator, shown?: Locator): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    for (let tries = 5; ; tries--) {
      try {
        await this.page.keyboard.press(key);
        await box.fill(typed, { timeout: limit / 5 });
        await row.click({ timeout: limit / 5 });
        await shown?.waitFor({ timeout: limit / 3 });
        break;
      } catch (error) {
        if (tries === 1) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    // What is below the list shall show no hover.
    await this.pointAway();
  }
}
