import {
  commands,
  type Disposable,
  type ExtensionContext,
  env,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type PreviewAtResult,
  type PreviewDetails,
  type PreviewPatch,
  type PreviewPlace,
  type PreviewProject,
  type PreviewSkeleton,
  previewAtRequest,
  previewCloseNotification,
  previewDetailsRequest,
  previewOpenRequest,
  previewPatchNotification,
  previewProjectsRequest,
} from '../../../server/src/protocol.ts';
import type { ToExtension, ToPage } from '../../webview/messages.ts';
import { Cursor } from './cursor.ts';
import { pageHtml } from './html.ts';
import { KeptViews } from './kept-views.ts';

/** The type of the preview's panel, by which VS Code opens it again after a restart. */
const viewType = 'ptree.preview';

/** How close together changes come that are answered once, in milliseconds. */
const together = 20;

/** What {@link offerPreview} gives: the command, and the end of what it registered. */
export interface Previews extends Disposable {
  /**
   * The command "Product Tree: Open Preview": shows the preview beside the editor.
   * @param wanted where a product is stated that shall be selected, a {@link PreviewPlace}; where none is given: the cursor
   */
  open(this: void, wanted?: unknown): void;
}

function isPlace(wanted: unknown): wanted is PreviewPlace {
  return typeof wanted === 'object' && wanted !== null && 'line' in wanted && 'character' in wanted;
}

/** What a preview begins with: the product at a place or at the cursor, or what was shown last. */
type Begin = PreviewPlace | 'cursor' | 'last';

/** Offers the preview: one panel beside the editor, which comes back after a restart. */
export function offerPreview(client: BaseLanguageClient, { extensionUri, workspaceState }: ExtensionContext): Previews {
  let preview: Preview | undefined;
  const kept = new KeptViews(workspaceState);
  const show = (panel: WebviewPanel, begin: Begin): void => {
    preview?.dispose();
    const shown = new Preview(client, panel, extensionUri, kept, begin);
    preview = shown;
    panel.onDidDispose(() => {
      shown.dispose();
      if (preview === shown) preview = undefined;
    });
  };
  const options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] };
  const serializer = window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel) {
      panel.webview.options = options;
      show(panel, 'last');
    },
  });
  const exporters = (['copy', 'save'] as const).map(how =>
    commands.registerCommand(`ptree.preview.${how}Svg`, () => preview?.wantSvg(how)),
  );
  return {
    dispose() {
      serializer.dispose();
      for (const exporter of exporters) exporter.dispose();
      preview?.dispose();
    },
    open(wanted) {
      const place = isPlace(wanted) ? wanted : undefined;
      if (preview) void preview.reveal(place);
      else {
        const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
        show(window.createWebviewPanel(viewType, 'Product Tree', column, options), place ?? 'cursor');
      }
    },
  };
}

/** One panel: it hands on what the page and the server say to each other, and follows the editor. */
class Preview implements Disposable {
  private readonly client: BaseLanguageClient;
  private readonly panel: WebviewPanel;
  private readonly disposables: Disposable[];
  private project = '';
  private readonly cursor: Cursor;
  private readonly kept: KeptViews;
  /** What it shows as soon as the page is there. */
  private readonly begin: Begin;
  /** What the page shows; the cursor in it is no news. */
  private shown = '';
  private refreshing: ReturnType<typeof setTimeout> | undefined;

  constructor(client: BaseLanguageClient, panel: WebviewPanel, extension: Uri, kept: KeptViews, begin: Begin) {
    this.client = client;
    this.panel = panel;
    this.kept = kept;
    this.begin = begin;
    this.cursor = new Cursor(begin === 'last', () => void this.followCursor());
    const { webview } = panel;
    panel.iconPath = Uri.joinPath(extension, 'client', 'media', 'icon.png');
    this.disposables = [
      this.cursor,
      webview.onDidReceiveMessage((message: ToExtension) => this.receive(message)),
      client.onNotification(previewPatchNotification, (patch: PreviewPatch) => this.patch(patch)),
      // A server that was started anew knows nobody who looks.
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running && this.project !== '') void this.open(this.project);
      }),
      workspace.onDidChangeTextDocument(({ document }) => document.languageId === 'ptree' && this.refresh()),
    ];
    const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(extension, 'dist', name)).toString();
    const nonce = crypto.randomUUID();
    webview.html = pageHtml({
      script: file('preview.js'),
      style: file('preview.css'),
      source: webview.cspSource,
      nonce,
    });
  }

  dispose(): void {
    clearTimeout(this.refreshing);
    for (const one of this.disposables.splice(0)) one.dispose();
    if (this.project && this.client.isRunning()) {
      void this.client.sendNotification(previewCloseNotification, { project: this.project });
    }
  }

  /**
   * Brings the panel to the front.
   * @param place where a product is stated that shall be selected; where none is given it stays as it is
   */
  async reveal(place: PreviewPlace | undefined): Promise<void> {
    this.panel.reveal(undefined, true);
    const at = place && (await this.productAt(place));
    if (!at) return;
    if (at.project === this.project) this.post({ type: 'reveal', key: at.key, wanted: true });
    else await this.open(at.project, at.key);
  }

  /** Asks the page for its view as SVG, which {@link exportSvg} then takes. */
  wantSvg(how: 'copy' | 'save'): void {
    this.post({ type: 'export', how });
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async receive(message: ToExtension): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.start();
      case 'project':
        return this.open(message.project);
      case 'keep':
        return this.kept.keep(message.project, message.saved);
      case 'details':
        this.shown = message.key;
        return this.sendDetails();
      case 'source': {
        const details = await this.details(message.key);
        return details ? this.showPlace(details.place, message.focus) : undefined;
      }
      case 'place':
        return this.showPlace(message.place, true);
      case 'rule':
        return void commands.executeCommand('ptree.openRulePage', message.rule);
      case 'link':
        if (/^https?:/i.test(message.url)) await commands.executeCommand('vscode.open', Uri.parse(message.url));
        return;
      case 'follow':
        this.cursor.follow = message.on;
        return;
      case 'svg':
        return this.exportSvg(message);
    }
  }

  /** The page is there. */
  private async start(): Promise<void> {
    const { begin } = this;
    if (this.project !== '') return this.open(this.project);
    if (begin === 'last') return this.open(this.kept.lastProject);
    const at = begin === 'cursor' ? await this.atCursor() : await this.productAt(begin);
    return this.open(at?.project, at?.key);
  }

  /**
   * Sends a project whole; from then on the server sends what changes.
   * @param project its address; where none is given or it is no more: that of the text which was active last, else the first
   * @param select a product to select; else the one that was selected last
   */
  private async open(project: string | undefined, select?: string): Promise<void> {
    const params = { project, uri: this.cursor.editor?.document.uri.toString() };
    const projects: PreviewProject[] = await this.client.sendRequest(previewProjectsRequest);
    const skeleton: PreviewSkeleton | null = await this.client.sendRequest(previewOpenRequest, params);
    // From here on changes of it arrive: nothing may be waited for before it has gone to the page, or they would arrive there first.
    if (this.project && this.project !== skeleton?.project) {
      void this.client.sendNotification(previewCloseNotification, { project: this.project });
    }
    this.project = skeleton?.project ?? '';
    this.panel.title = skeleton ? `Preview ${skeleton.title}` : 'Product Tree';
    if (skeleton) this.kept.show(skeleton.project);
    const saved = skeleton ? this.kept.of(skeleton.project) : undefined;
    this.post({ type: 'project', skeleton, projects, ...(select === undefined ? {} : { select }), saved });
  }

  private async patch(patch: PreviewPatch): Promise<void> {
    if (patch.project !== this.project) return;
    if (patch.closed) return this.open(undefined);
    this.post({ type: 'patch', patch });
    this.refresh();
  }

  // ── The editor ────────────────────────────────────────────────────────────────────────────────────────────────

  private async followCursor(): Promise<void> {
    if (!this.client.isRunning()) return;
    const at = await this.atCursor();
    if (at === null) return;
    if (at.project !== this.project) return this.open(at.project, at.key);
    if (at.key === this.shown) return;
    this.post({ type: 'reveal', key: at.key });
  }

  private async atCursor(): Promise<PreviewAtResult> {
    const { place } = this.cursor;
    return place ? this.productAt(place) : null;
  }

  private productAt(place: PreviewPlace): Promise<PreviewAtResult> {
    return this.client.sendRequest(previewAtRequest, place);
  }

  /** Shows what the panel says of the product anew, once after a keystroke: its change and the patch that follows come close together. */
  private refresh(): void {
    this.refreshing ??= setTimeout(() => {
      this.refreshing = undefined;
      void this.sendDetails();
    }, together);
  }

  private async sendDetails(): Promise<void> {
    const key = this.shown;
    if (key === '' || !this.client.isRunning()) return;
    const details = await this.details(key);
    if (key === this.shown) this.post({ type: 'details', key, details });
  }

  private details(key: string): Promise<PreviewDetails | null> {
    return this.client.sendRequest(previewDetailsRequest, { project: this.project, key });
  }

  /** Shows a place in the editor that the preview stands beside; the keyboard stays where it is unless `focus`. */
  private async showPlace({ uri, line, character }: PreviewPlace, focus: boolean): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const beside = this.panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
    const known = window.visibleTextEditors.find(editor => editor.document === document) ?? this.cursor.editor;
    await window.showTextDocument(document, {
      viewColumn: known?.viewColumn ?? beside,
      preserveFocus: !focus,
      preview: true,
      selection: new Range(line, character, line, character),
    });
  }

  private async exportSvg({ how, name, svg }: Extract<ToExtension, { type: 'svg' }>): Promise<void> {
    if (how === 'copy') {
      await env.clipboard.writeText(svg);
      void window.setStatusBarMessage('The picture is in the clipboard as SVG.', 4000);
      return;
    }
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const target = await window.showSaveDialog({
      ...(folder ? { defaultUri: Uri.joinPath(folder, name) } : {}),
      filters: { 'Scalable Vector Graphics': ['svg'] },
      title: 'Save Preview as SVG',
      saveLabel: 'Save',
    });
    if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
  }
}
