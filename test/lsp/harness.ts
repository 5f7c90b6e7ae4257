/**
 * Tests of the language server: the real process, over its standard input and output, on files in a temporary folder, with a client
 * that behaves like an editor. Everything that is asserted is what an editor would receive.
 */
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type ClientCapabilities,
  type Diagnostic,
  DiagnosticSeverity,
  ErrorCodes,
  FileChangeType,
  type Hover,
  type InitializeResult,
  type Location,
  type LocationLink,
  Message,
  type Position,
  type Range,
  ResponseError,
  type ResponseMessage,
  type TextDocumentPositionParams,
  WorkDoneProgress,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { bundleForTests, testBuild } from '../../scripts/build.mjs';
import {
  type CheckSummary,
  checkRequest,
  libraryTextRequest,
  type WorkDone,
  workRequest,
} from '../../server/src/protocol.ts';
import { EDITOR } from './capabilities.ts';
import { type Mark, parseFiles } from './marked.ts';

const root = join(import.meta.dirname, '..', '..');
const SERVER = join(testBuild, 'server.cjs');

/** The address of the built-in kinds. */
export const library = 'ptree-library:/kinds.ptree';
const libraryText = readFileSync(join(root, 'server/src/language/library/kinds.ptree'), 'utf8');

/** Where a word stands in the built-in kinds: the first one in or after a text that occurs there. */
export function placeInLibrary(text: string, word: string): Position {
  const offset = libraryText.indexOf(text);
  assert(offset >= 0, `the library holds ${text}`);
  return TextDocument.create('', '', 0, libraryText).positionAt(libraryText.indexOf(word, offset));
}

/** The same as `TestServer.places` writes it. */
export function inLibrary(text: string, word: string): string {
  return `${place(library, placeInLibrary(text, word))} ${word}`;
}

// Once for all suites that import this file.
before('the server is built', bundleForTests);

/** How a server is started, where it differs from what an editor does with one folder. */
export interface Options {
  /** Files that are open from the start; left out: those with marks. */
  open?: readonly string[];
  /** The workspace's folders, relative to the temporary one; left out: itself. */
  folders?: readonly string[];
  /** What the editor can do; left out: what VS Code can. */
  capabilities?: ClientCapabilities;
  /** The editor's settings by section; `files` holds `files.exclude`. */
  configuration?: Record<string, unknown>;
  /** The date for which the model is judged. */
  today?: string;
  /** What the editor says of itself beyond the protocol. */
  initializationOptions?: object;
  /** The editor answers every request of the server with an error. */
  refuses?: boolean;
  /** False: `start` does not wait until everything is loaded. */
  waits?: boolean;
  /** Called between the writing of the files and the start. */
  prepare?(folder: string): Promise<void>;
}

/** What the server sent with `textDocument/publishDiagnostics`. */
export interface Published {
  uri: string;
  version?: number;
  diagnostics: Diagnostic[];
}

/** A change of a file or folder on disk, as an editor's watcher tells it. */
export type Watched = [file: string, type: keyof typeof FileChangeType];

/**
 * Starts a server on files given as one text (see `parseFiles`) and waits until everything is loaded and judged. End it with `stop`,
 * or say `await using`.
 */
export async function start(text: string, options: Options = {}): Promise<TestServer> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'ptree-lsp-')));
  const { files, marks } = parseFiles(text);
  for (const [file, content] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  await options.prepare?.(folder);
  const server = new TestServer(folder, marks, options);
  await server.initialize(options);
  for (const file of options.open ?? new Set([...marks.values()].map(mark => mark.file))) await server.open(file);
  if (options.waits ?? true) await server.ready();
  return server;
}

/** A server for all tests of the `describe` in which this is called; ended after them. */
export function shared(text: string, options: Options = {}): { readonly server: TestServer } {
  let server: TestServer | undefined;
  before(async () => {
    server = await start(text, options);
  });
  after(() => server?.stop());
  return {
    get server() {
      assert(server, 'the server is started before the tests');
      return server;
    },
  };
}

/** A running server, and the editor's side of the conversation. */
export class TestServer {
  /** Path of the temporary folder. */
  readonly folder: string;
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  readonly marks: ReadonlyMap<string, Mark>;
  /** Every `textDocument/publishDiagnostics`, in order. */
  readonly published: Published[] = [];
  /** Every `$/progress` value, in order. */
  readonly progress: { kind: string; percentage?: number; message?: string; title?: string }[] = [];
  /** Errors that the server logged; a test that expects some takes them out. */
  readonly errors: string[] = [];
  /** What the server registered dynamically, by method. */
  readonly registered = new Map<string, unknown>();
  /** The editor's settings; changes count once `reconfigure` tells the server. */
  configuration: Record<string, unknown>;
  /** The server's answer to `initialize`. */
  initialized!: InitializeResult;
  private readonly buffers = new Map<string, TextDocument>();
  /** Responses to what was asked beside the connection, by id. */
  private readonly expected = new Map<string | number | null, (response: ResponseMessage) => void>();
  private stopped = false;

  constructor(folder: string, marks: ReadonlyMap<string, Mark>, options: Options) {
    this.folder = folder;
    this.marks = marks;
    this.configuration = options.configuration ?? {};
    this.process = spawn(process.execPath, [SERVER, '--stdio'], { cwd: folder });
    // Whoever waits for an answer hears that there will be none.
    this.process.once('exit', () => this.connection.dispose());
    this.process.stderr.on('data', data => this.errors.push(String(data)));
    const reader = new StreamMessageReader(this.process.stdout);
    const listen = reader.listen.bind(reader);
    reader.listen = callback => listen(message => (this.takes(message) ? undefined : callback(message)));
    this.connection = createProtocolConnection(reader, new StreamMessageWriter(this.process.stdin));
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params);
    });
    connection.onNotification('window/logMessage', ({ type, message }) => {
      if (type === 1) this.errors.push(message);
    });
    connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
      connection.onProgress(WorkDoneProgress.type, token, value => {
        this.progress.push(value);
      });
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      options.refuses
        ? new ResponseError(ErrorCodes.InternalError, 'Refused.')
        : items.map(({ section }) => this.configuration[section ?? ''] ?? null),
    );
    connection.onRequest('client/registerCapability', ({ registrations }) => {
      if (options.refuses) return new ResponseError(ErrorCodes.InternalError, 'Refused.');
      for (const { method, registerOptions } of registrations) this.registered.set(method, registerOptions);
    });
    connection.listen();
  }

  private takes(message: Message): boolean {
    const resolve = Message.isResponse(message) ? this.expected.get(message.id) : undefined;
    resolve?.(message as ResponseMessage);
    return resolve !== undefined;
  }

  /** Opens the conversation; `start` does it. */
  async initialize({
    folders = [''],
    capabilities = EDITOR,
    today = '2026-01-01',
    initializationOptions,
  }: Options): Promise<void> {
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      workspaceFolders: folders.map(name => ({ uri: this.uri(name), name: name || 'workspace' })),
      initializationOptions: { today, ...initializationOptions },
    });
    await this.connection.sendNotification('initialized', {});
  }

  // ── Files ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The address of a file or folder of the workspace. What is an address already stays one. */
  uri(file: string): string {
    return /^[a-z-]+:/.test(file) ? file : URI.file(join(this.folder, file)).toString();
  }

  /** The file's path in the workspace; other addresses stay as they are. */
  name(uri: string): string {
    const base = `${this.uri('').replace(/\/$/, '')}/`;
    return uri.startsWith(base) ? decodeURIComponent(uri.slice(base.length)) : uri;
  }

  /** The file's text: as the editor shows it, else from disk, or from the server's own library. */
  async text(file: string): Promise<string> {
    const open = this.buffers.get(file);
    if (open) return open.getText();
    if (file.startsWith('ptree-library:')) return this.connection.sendRequest(libraryTextRequest, { uri: file });
    return readFile(join(this.folder, file), 'utf8');
  }

  /** Opens a file in the editor, with the text on disk or another. */
  async open(file: string, text?: string): Promise<void> {
    const document = TextDocument.create(this.uri(file), 'ptree', 1, text ?? (await this.text(file)));
    this.buffers.set(file, document);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: document.uri, languageId: 'ptree', version: 1, text: document.getText() },
    });
  }

  /** Closes a file in the editor; what was not written to disk is lost. */
  async close(file: string): Promise<void> {
    this.buffers.delete(file);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(file) } });
  }

  /** Puts a text in place of a range (a mark's by default) of an open file. */
  async type(text: string, at: Mark = this.mark()): Promise<void> {
    await this.change(at.file, [{ range: at.range, text }]);
  }

  /** Replaces the whole text of an open file. */
  async setText(file: string, text: string): Promise<void> {
    await this.change(file, [{ text }]);
  }

  /** Replaces the first occurrence of a text in an open file. */
  async replace(file: string, old: string, text: string): Promise<void> {
    const document = this.buffers.get(file)!;
    const offset = document.getText().indexOf(old);
    assert(offset >= 0, `${file} holds no ${JSON.stringify(old)}`);
    const range = { start: document.positionAt(offset), end: document.positionAt(offset + old.length) };
    await this.change(file, [{ range, text }]);
  }

  private async change(file: string, contentChanges: { range?: Range; text: string }[]): Promise<void> {
    const document = this.buffers.get(file)!;
    const version = document.version + 1;
    TextDocument.update(document, contentChanges as Parameters<typeof TextDocument.update>[1], version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: document.uri, version },
      contentChanges,
    });
  }

  /** Writes a file to disk, without telling the server. */
  async write(file: string, text: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.folder, file)), { recursive: true });
    await writeFile(join(this.folder, file), text);
  }

  /** Removes a file or folder from disk, without telling the server. */
  remove(file: string): Promise<void> {
    return rm(join(this.folder, file), { recursive: true });
  }

  /** Renames a file or folder on disk, without telling the server. */
  rename(from: string, to: string): Promise<void> {
    return rename(join(this.folder, from), join(this.folder, to));
  }

  /** Tells the server what happened on disk, as one batch. */
  async watched(...changes: Watched[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([file, type]) => ({ uri: this.uri(file), type: FileChangeType[type] })),
    });
  }

  /** Opens and closes workspace folders. */
  async changeFolders({ added = [], removed = [] }: { added?: string[]; removed?: string[] }): Promise<void> {
    const folders = (names: string[]) => names.map(name => ({ uri: this.uri(name), name }));
    await this.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: folders(added), removed: folders(removed) },
    });
  }

  /** Changes the editor's settings of one section. */
  async reconfigure(section: string, value: unknown): Promise<void> {
    this.configuration[section] = value;
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  /** Applies an edit to open files and to those on disk, as an editor does; returns the texts of the changed files by name. */
  async apply(edit: WorkspaceEdit): Promise<Record<string, string>> {
    const changed: Record<string, string> = {};
    for (const change of edit.documentChanges ?? []) {
      if ('kind' in change) {
        assert(change.kind === 'create', 'files are changed or created');
        await assert.rejects(this.text(this.name(change.uri)), 'the file is new');
        await this.write(this.name(change.uri), '');
        await this.watched([this.name(change.uri), 'Created']);
        continue;
      }
      const file = this.name(change.textDocument.uri);
      const open = this.buffers.get(file);
      assert.equal(change.textDocument.version, open ? open.version : null, `${file}: the edit is for this version`);
      const edits = change.edits.map(one => {
        assert('newText' in one);
        return one;
      });
      const document = open ?? TextDocument.create('', '', 0, await this.text(file));
      const text = TextDocument.applyEdits(document, edits);
      if (open) await this.setText(file, text);
      else {
        await this.write(file, text);
        await this.watched([file, 'Changed']);
      }
      changed[file] = text;
    }
    return changed;
  }

  // ── Questions ─────────────────────────────────────────────────────────────────────────────────────────────────

  /** Waits until all that was told so far is loaded, judged and published; the counts over all projects. */
  ready(): Promise<CheckSummary> {
    return this.connection.sendRequest(checkRequest);
  }

  /** The work that the server has done since it started. */
  work(): Promise<WorkDone> {
    return this.connection.sendRequest(workRequest);
  }

  /** A mark of the text, by name; the first one by default. */
  mark(name: string | number = 0): Mark {
    const mark = this.marks.get(String(name));
    assert(mark, `the text has a mark ${name}`);
    return mark;
  }

  /** A mark's place (its beginning), as requests take it. */
  at(mark?: string | number): TextDocumentPositionParams {
    const { file, range } = this.mark(mark);
    return { textDocument: { uri: this.uri(file) }, position: range.start };
  }

  /** Asks for anything at a mark, or with parameters of one's own. */
  ask<R>(method: string, params: object): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  /** Asks and cancels at once, in one piece, so that the server reads both before it can answer; the whole response. */
  askAndCancel(method: string, params: object): Promise<ResponseMessage> {
    const id = `cancelled ${method}`;
    const messages = [
      { jsonrpc: '2.0', id, method, params },
      { jsonrpc: '2.0', method: '$/cancelRequest', params: { id } },
    ];
    const bytes = messages
      .map(message => JSON.stringify(message))
      .map(text => `Content-Length: ${text.length}\r\n\r\n${text}`);
    const { promise, resolve } = Promise.withResolvers<ResponseMessage>();
    this.expected.set(id, resolve);
    this.process.stdin.write(bytes.join(''));
    return promise;
  }

  /** The diagnostics that the editor shows for a file now. */
  async diagnostics(file: string): Promise<Diagnostic[]> {
    await this.ready();
    return this.published.findLast(({ uri }) => uri === this.uri(file))?.diagnostics ?? [];
  }

  /** All that the editor shows now, a line for each: `a.ptree:2:9 error unresolved "B": …message`. */
  async problems(): Promise<string[]> {
    await this.ready();
    const lines: string[] = [];
    for (const uri of new Set(this.published.map(({ uri }) => uri))) {
      const file = this.name(uri);
      for (const { range, severity, code, message } of await this.diagnostics(uri)) {
        const level =
          severity === DiagnosticSeverity.Error
            ? 'error'
            : severity === DiagnosticSeverity.Warning
              ? 'warning'
              : 'info';
        lines.push(`${place(file, range.start)} ${level} ${code}: ${message}`);
      }
    }
    return lines.sort();
  }

  /** Targets of definitions, references and the like: `a.ptree:2:9 POPSRV`, with lines and columns from 1, in the server's order. */
  async places(found: Location | (Location | LocationLink)[] | null): Promise<string[]> {
    const targets = found === null ? [] : Array.isArray(found) ? found : [found];
    return Promise.all(
      targets.map(target => {
        const [uri, range] =
          'targetUri' in target ? [target.targetUri, target.targetSelectionRange] : [target.uri, target.range];
        return this.place(uri, range);
      }),
    );
  }

  /** A stretch of a file: `a.ptree:2:9 POPSRV`. */
  async place(uri: string, range: Range): Promise<string> {
    const file = this.name(uri);
    const text = TextDocument.create('', '', 0, await this.text(file)).getText(range);
    return `${place(file, range.start)} ${text}`;
  }

  /** Where `textDocument/definition` (or another question of its shape) leads from a mark. */
  async jump(what: 'definition' | 'typeDefinition' | 'implementation', mark?: string | number): Promise<string[]> {
    return this.places(await this.ask(`textDocument/${what}`, this.at(mark)));
  }

  /** `textDocument/references` from a mark. */
  async references(mark?: string | number, includeDeclaration = false): Promise<string[]> {
    return this.places(
      await this.ask('textDocument/references', { ...this.at(mark), context: { includeDeclaration } }),
    );
  }

  /** The Markdown of `textDocument/hover` at a mark; undefined when there is none. */
  async hover(mark?: string | number): Promise<string | undefined> {
    const hover = await this.ask<Hover | null>('textDocument/hover', this.at(mark));
    if (hover === null) return undefined;
    assert(typeof hover.contents === 'object' && 'kind' in hover.contents && hover.contents.kind === 'markdown');
    return hover.contents.value;
  }

  // ── The end ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** Ends the server as an editor does. Fails when it logged an error or does not end well. */
  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    const { exitCode } = this.process;
    const ended = exitCode === null ? once(this.process, 'exit') : [exitCode];
    const tooLong = setTimeout(() => this.process.kill('SIGKILL'), 5000);
    try {
      if (exitCode === null) {
        await this.connection.sendRequest('shutdown');
        await this.connection.sendNotification('exit');
      }
      const [code] = await ended;
      assert.equal(code, 0, `the server ends well:\n${this.errors.join('\n')}`);
      assert.deepEqual(this.errors, [], 'the server logs no error');
    } finally {
      clearTimeout(tooLong);
      this.process.kill('SIGKILL');
      await rm(this.folder, { recursive: true });
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

function place(file: string, { line, character }: Position): string {
  return `${file}:${line + 1}:${character + 1}`;
}
