import { type Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileParams,
  kindOfFileRequest,
  type ListedItem,
  listFolderRequest,
  readFileRequest,
} from '../../server/src/protocol-files.ts';

/** Gives the server the files that it cannot reach itself, through VS Code. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(
      readFileRequest,
      async ({ uri }: FileParams): Promise<string> => toBase64(await workspace.fs.readFile(Uri.parse(uri))),
    ),
    client.onRequest(listFolderRequest, async ({ uri }: FileParams): Promise<ListedItem[]> => {
      const items = await workspace.fs.readDirectory(Uri.parse(uri));
      return items.map(([name, type]) => ({ name, kind: kindOf(type) }));
    }),
    client.onRequest<ListedItem['kind'] | null, void>(
      kindOfFileRequest,
      async ({ uri }: FileParams): Promise<ListedItem['kind'] | null> => {
        try {
          return kindOf((await workspace.fs.stat(Uri.parse(uri))).type);
        } catch {
          return null;
        }
      },
    ),
  ];
}

/** A link to a folder is a folder and a link: not a folder alone. */
function kindOf(type: FileType): ListedItem['kind'] {
  return type === FileType.Directory ? 'folder' : 'file';
}

/** In slices, as a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
