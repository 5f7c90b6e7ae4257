/** The preview's page in a real Chromium, with a real server behind it: the extension's part is played here. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { pageHtml } from '../../client/src/preview/html.ts';
import type { ToExtension, ToPage } from '../../client/webview/messages.ts';
import { bundleForTests, testBuild } from '../../scripts/build.mjs';
import { root } from '../../scripts/process.mjs';
import { findBrowser } from '../../scripts/vscode-host.mjs';
import { copyExample } from '../../scripts/workspace-copy.mjs';
import {
  type PreviewPatch,
  previewDetailsRequest,
  previewOpenRequest,
  previewPatchNotification,
  previewProjectsRequest,
} from '../../server/src/protocol.ts';
import { BenchClient, writeFolder } from '../bench/client.ts';
import type { GeneratedFile } from '../bench/generate.ts';

/** Where the pictures go; ignored by Git. */
export const pictures = join(root, 'test', 'out', 'pictures');

/** The four sorts of themes, with the values that VS Code gives its own. */
export const THEMES = JSON.parse(readFileSync(join(import.meta.dirname, 'themes.json'), 'utf8')) as Record<
  ThemeName,
  { body: string; variables: Record<string, string> }
>;

export type ThemeName = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

/** Builds what the page and the server are made of; once for all suites. */
export async function prepare(): Promise<void> {
  await bundleForTests();
  mkdirSync(pictures, { recursive: true });
}

/** How a page is opened. */
export interface Options {
  theme?: ThemeName;
  width?: number;
  height?: number;
  reducedMotion?: boolean;
  /** What shows that the page is there; left out: a box. */
  expect?: string;
}

/** A server with a project, and the pages that look at it. */
export class Harness {
  readonly client: BenchClient;
  /** All that the server sent about changes. */
  readonly patches: PreviewPatch[] = [];
  private readonly http: Server;
  private readonly browser: Browser;
  private readonly views: View[] = [];

  private constructor(client: BenchClient, http: Server, browser: Browser) {
    this.client = client;
    this.http = http;
    this.browser = browser;
    client.connection.onNotification(previewPatchNotification, (patch: PreviewPatch) => {
      this.patches.push(patch);
      for (const view of this.views) {
        if (view.page.isClosed()) continue;
        view.send({ type: 'patch', patch }).catch(() => {});
        view.refresh();
      }
    });
  }

  /** Starts a server on an example, or on files. */
  static async start(what: string | readonly GeneratedFile[], args: readonly string[] = []): Promise<Harness> {
    const folder = typeof what === 'string' ? copyExample(what) : writeFolder(what);
    const client = new BenchClient(folder, join(testBuild, 'server.cjs'));
    await client.start();
    const http = createServer(({ url }, response) => {
      const name = (url ?? '/').slice(1) || 'index.html';
      const html = pageHtml({ script: 'preview.js', style: 'preview.css', source: "'self'", nonce: 'harness' });
      const type = name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'text/html';
      if (!['index.html', 'preview.js', 'preview.css'].includes(name)) response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': type })
          .end(name === 'index.html' ? html : readFileSync(join(testBuild, name)));
    });
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', ...args],
    });
    return new Harness(client, http, browser);
  }

  /** Opens the preview in a page of its own and waits for the first picture. */
  async open(options: Options = {}): Promise<View> {
    const { theme = 'dark', width = 1400, height = 900, reducedMotion = true, expect = '.box' } = options;
    const context = await this.browser.newContext({
      viewport: { width, height },
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      bypassCSP: false,
    });
    const page = await context.newPage();
    const view = new View(page, this.client);
    this.views.push(view);
    await view.start(theme, (this.http.address() as { port: number }).port, expect);
    return view;
  }

  /** Opens a page of other content in the same browser, as large as {@link open}'s. */
  async blank(html: string): Promise<Page> {
    const page = await (await this.browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
    await page.setContent(html);
    return page;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.http.close();
    await this.client.stop();
  }
}

/** One page with the preview. */
export class View {
  readonly page: Page;
  /** What the page has told the extension, beside what it wants kept. */
  readonly told: ToExtension[] = [];
  /** What the page complained about: errors, and what its policy forbade. */
  readonly complaints: string[] = [];
  private readonly client: BenchClient;
  private project = '';
  /** So many characters of details were sent. */
  detailed = 0;
  private refreshing: ReturnType<typeof setTimeout> | undefined;
  /** The product that the page has asked for last. */
  private shown = '';
  /** What the page wants kept of each project. */
  private readonly kept = new Map<string, unknown>();

  constructor(page: Page, client: BenchClient) {
    this.page = page;
    this.client = client;
  }

  async start(theme: ThemeName, port: number, expect: string): Promise<void> {
    const { page } = this;
    page.setDefaultTimeout(10_000);
    page.on('pageerror', error => this.complaints.push(String(error)));
    page.on('console', message => message.type() === 'error' && this.complaints.push(message.text()));
    await page.exposeFunction('tellExtension', (message: ToExtension) => this.receive(message));
    await page.addInitScript(({ body, variables }) => {
      Object.assign(window, {
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) =>
            (window as unknown as { tellExtension(m: unknown): void }).tellExtension(message),
        }),
      });
      // As soon as there is a body, which is before the page's script runs.
      const observer = new MutationObserver(() => {
        if (document.body === null) return;
        observer.disconnect();
        for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
        document.body.classList.add(...body.split(' '));
      });
      observer.observe(document, { childList: true, subtree: true });
    }, THEMES[theme]);
    await page.goto(`http://127.0.0.1:${port}/`);
    await this.page.locator(expect).first().waitFor({ state: 'attached' });
    await this.still();
  }

  /** What the extension would send. */
  async send(message: ToPage): Promise<void> {
    await this.page.evaluate(data => window.postMessage(data, '*'), message);
  }

  /** Waits until nothing moves: two frames, and the answers to what was asked. */
  async still(): Promise<void> {
    await this.page.waitForTimeout(260);
    await this.page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** The elements of products that are on screen now; fails when there are none. */
  async cards(): Promise<{ key: string; text: string; x: number; y: number }[]> {
    const cards = await this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.world .box:is(.card, .chip)')].map(element => {
        const { x, y } = element.getBoundingClientRect();
        return { key: element.title.split(' · ').at(-1) ?? '', text: element.textContent ?? '', x, y };
      }),
    );
    assert.ok(cards.length > 0, 'cards are mounted');
    return cards;
  }

  /** The element of a product. */
  card(key: string) {
    return this.page.locator(`.world .box[title$="· ${key}"]`).first();
  }

  /** Takes a picture. */
  async picture(name: string): Promise<void> {
    await this.still();
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  /** Sends what is known of the product that is shown, as the extension does when a text is changed and when a patch has come. */
  refresh(): void {
    this.refreshing ??= setTimeout(() => {
      this.refreshing = undefined;
      if (this.shown !== '' && !this.page.isClosed()) this.sendDetails().catch(() => {});
    }, 20);
  }

  private async sendDetails(): Promise<void> {
    const { project, shown: key } = this;
    const details = await this.client.connection.sendRequest<never>(previewDetailsRequest, { project, key });
    this.detailed += JSON.stringify(details).length;
    await this.send({ type: 'details', key, details });
  }

  private async receive(message: ToExtension): Promise<void> {
    if (message.type !== 'keep') this.told.push(message);
    const { connection } = this.client;
    if (message.type === 'ready' || message.type === 'project') {
      const project = message.type === 'project' ? message.project : this.project;
      const projects = await connection.sendRequest<never>(previewProjectsRequest);
      const skeleton = await connection.sendRequest<never>(previewOpenRequest, { project });
      this.project = (skeleton as { project: string } | null)?.project ?? '';
      await this.send({ type: 'project', skeleton, projects, saved: this.kept.get(this.project) });
    } else if (message.type === 'keep') {
      this.kept.set(message.project, message.saved);
    } else if (message.type === 'details') {
      this.shown = message.key;
      await this.sendDetails();
    }
  }
}
