import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import { FileChangeType, type FileEvent } from 'vscode-languageclient/node';

/** The files that the server reads. */
const projectFile = /\.ptree$|\/product-tree\.json$/;

/**
 * Turns what happens to folders into what the server understands. Middleware of `workspace/didChangeWatchedFiles`.
 *
 * A folder that is new, because it was moved or unpacked here, is passed on as its project files. A deletion is passed on
 * as it is: what was deleted, a folder or a file of no interest, is no more to be seen here, and the server knows.
 */
export async function expandFolders(event: FileEvent, next: (event: FileEvent) => Promise<void>): Promise<void> {
  if (event.type !== FileChangeType.Created || projectFile.test(event.uri)) return next(event);
  const uri = Uri.parse(event.uri);
  if (!(await isFolder(uri))) return;
  const files = await workspace.findFiles(new RelativePattern(uri, '**/{*.ptree,product-tree.json}'));
  for (const file of files) await next({ uri: file.toString(), type: FileChangeType.Created });
}

/** Whether there is a folder at the place; it may be gone again. */
async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.Directory;
  } catch {
    return false;
  }
}
