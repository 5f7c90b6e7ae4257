/** A window of the embedded VS Code, with the packaged extension in an empty profile, as a person sees and uses it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { vsix } from '../../../scripts/build.mjs';
import { root } from '../../../scripts/process.mjs';
import { installHost } from '../../../scripts/vscode-host.mjs';
import {
  installExtension,
  openWorkbench,
  type Server,
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
  readonly page: Page;
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #profile: string;
  readonly #folder: string;

  private constructor(page: Page, server: Server, browser: Browser, profile: string, folder: string) {
    this.page = page;
    this.#server = server;
    this.#browser = browser;
    this.#profile = profile;
    this.#folder = folder;
  }

  /**
   * Opens a window on a copy of an example.
   * @param example the example's folder
   * @param settings user settings, the theme among them
   */
  static async open(example: string, settings: Record<string, unknown> = {}): Promise<Window> {
    const host = await installHost();
    const folder = copyExample(example);
    const profile = mkdtempSync(join(tmpdir(), 'profile-'));
    const extensionsFolder = join(profile, 'extensions');
    await installExtension(host, vsix, extensionsFolder);
    const server = await startServer(host, { dataFolder: join(profile, 'data'), extensionsFolder, settings });
    const browser = await startBrowser(host);
    const { page } = await openWorkbench(browser, workbenchUrl(server, { folder }));
    page.setDefaultTimeout(limit);
    await page.locator('.monaco-workbench').waitFor();
    return new Window(page, server, browser, profile, folder);
  }

  /** Closes the window, ends the server and removes what both wrote. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    rmSync(this.#profile, { recursive: true, force: true });
    rmSync(dirname(this.#folder), { recursive: true, force: true });
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
    await this.#choose('Control+p', path, path.split('/').at(-1)!);
    await this.page.locator(`.tab.active[data-resource-name="${path.split('/').at(-1)}"]`).waitFor();
    await this.#choose('Control+g', `:${line}:${column}`);
    await this.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Runs a command by its title, as the command palette shows it. */
  async command(title: string): Promise<void> {
    await this.#choose('F1', `>${title}`, title);
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

  /** Moves the pointer onto a word of a line. */
  async pointAt(line: Locator, word: string): Promise<void> {
    const box = await line.locator('span > span', { hasText: word }).first().boundingBox();
    if (!box) throw new Error(`"${word}" is not to be seen.`);
    await this.page.mouse.move(box.x + box.width - 8, box.y + box.height / 2, { steps: 5 });
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
   * Opens a list with a key, types into it, and takes the row that begins with a text, else the first. It tries again: what
   * the command before this one does may take the focus late, and a list without focus closes.
   */
  async #choose(key: string, typed: string, row?: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    for (let tries = 5; ; tries--) {
      try {
        await this.page.keyboard.press(key);
        await box.fill(typed, { timeout: limit / 5 });
        if (row) await this.row(row).click({ timeout: limit / 5 });
        else await this.page.keyboard.press('Enter');
        break;
      } catch (error) {
        if (tries === 1) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
    // Off the list's place, so that what is below it shows no hover: onto an empty part of the status bar.
    await this.page.mouse.move(640, 785);
  }
}
