import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import {
  type FileParams,
  kindOfFileRequest,
  type ListedItem,
  listFolderRequest,
  readFileRequest,
} from '../protocol-files.ts';
import type { Files } from './files.ts';

/** Files as the client reaches them; see `protocol-files.ts`. */
export function clientFiles(connection: Connection): Files {
  const ask = <R>(request: string, uri: string): Promise<R> =>
    connection.sendRequest(request, { uri } satisfies FileParams);
  return {
    read: async uri => bytesOf(await ask<string>(readFileRequest, uri)),
    list: uri => ask<ListedItem[]>(listFolderRequest, uri),
    kindOf: async uri => (await ask<ListedItem['kind'] | null>(kindOfFileRequest, uri)) ?? undefined,
  };
}

/** Files on disk from one source, all others from another. */
export function diskOrElse(disk: Files, other: Files): Files {
  const sourceOf = (uri: string): Files => (URI.parse(uri).scheme === 'file' ? disk : other);
  return {
    read: uri => sourceOf(uri).read(uri),
    list: uri => sourceOf(uri).list(uri),
    kindOf: uri => sourceOf(uri).kindOf(uri),
  };
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64);
  return Uint8Array.from(text, letter => letter.charCodeAt(0));
}
