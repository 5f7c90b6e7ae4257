import { type ClientCapabilities, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';

/** How long nothing more must happen before the editor is asked, in milliseconds. */
const QUIET = 300;

/**
 * Asks the editor to ask again for what it shows between the lines and in colours (`workspace/codeLens/refresh`,
 * `workspace/inlayHint/refresh`, `workspace/semanticTokens/refresh`). An editor does so by itself only where a text is edited, yet the
 * same edit may change what is shown in the texts beside it.
 */
export class Refresh {
  private readonly connection: Connection;
  private readonly client: () => ClientCapabilities;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, client: () => ClientCapabilities) {
    this.connection = connection;
    this.client = client;
  }

  /** Once it is quiet. */
  soon(): void {
    this.cancel();
    this.timer = setTimeout(() => this.ask(), QUIET);
  }

  cancel(): void {
    clearTimeout(this.timer);
  }

  private ask(): void {
    const { connection } = this;
    const { workspace } = this.client();
    const requests = [
      workspace?.codeLens?.refreshSupport && connection.sendRequest(CodeLensRefreshRequest.type),
      workspace?.inlayHint?.refreshSupport && connection.languages.inlayHint.refresh(),
      workspace?.semanticTokens?.refreshSupport && connection.languages.semanticTokens.refresh(),
    ];
    // Who refuses keeps what is shown; nothing else is lost.
    for (const request of requests) if (request) request.catch(() => {});
  }
}
