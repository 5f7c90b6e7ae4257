import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { checkRequest, type WorkDone, workRequest } from '../../server/src/protocol.ts';
import type { GeneratedFile } from './generate.ts';

const SERVER = resolve(import.meta.dirname, '../../dist/server.cjs');

/** Writes files into a new temporary folder. */
export function writeFolder(files: readonly GeneratedFile[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'ptree-bench-'));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The built server in a process of its own, and an editor that edits one character at a time. */
export class BenchClient {
  readonly connection: ProtocolConnection;
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly folder: string;
  private readonly versions = new Map<string, number>();
  private waiting: { uri: string; version: number; done: () => void } | undefined;

  /** @param server the bundle of the server; left out: the built one */
  constructor(folder: string, server = SERVER) {
    this.folder = folder;
    this.process = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }: PublishDiagnosticsParams) => {
      if (this.waiting && uri === this.waiting.uri && (version ?? 0) >= this.waiting.version) this.waiting.done();
    });
    this.connection.listen();
  }

  /** Starts the server and waits until every file is read and judged. */
  async start(): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
        textDocument: {
          codeAction: {
            dataSupport: true,
            resolveSupport: { properties: ['edit'] },
            codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } },
          },
        },
      },
      workspaceFolders: [{ uri: URI.file(this.folder).toString(), name: 'bench' }],
    });
    await this.connection.sendNotification('initialized', {});
    await this.connection.sendRequest(checkRequest);
  }

  uri(path: string): string {
    return URI.file(join(this.folder, path)).toString();
  }

  async open(path: string): Promise<string> {
    const text = readFileSync(join(this.folder, path), 'utf8');
    this.versions.set(path, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId: 'ptree', version: 1, text },
    });
    return text;
  }

  /** Replaces `length` characters of a line by `text` and waits for the file's diagnostics. */
  async type(path: string, line: number, character: number, length: number, text: string): Promise<void> {
    const version = this.versions.get(path)! + 1;
    this.versions.set(path, version);
    const uri = this.uri(path);
    const shown = new Promise<void>(done => {
      this.waiting = { uri, version, done };
    });
    const range = { start: { line, character }, end: { line, character: character + length } };
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
    await shown;
  }

  /** What the server has done since its start. */
  work(): Promise<WorkDone> {
    return this.connection.sendRequest(workRequest);
  }

  /** The most memory that the server has held, in megabytes (Linux; elsewhere undefined). */
  peakMemory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
      return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024);
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.process.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
