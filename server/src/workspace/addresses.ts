import { URI, Utils } from 'vscode-uri';

/**
 * The one spelling of a URI under which the server knows a document. Editors disagree on escapes and on the case of Windows drive
 * letters (`file:///C:/…`, `file:///c%3A/…`), and folders may end with a slash.
 */
export function canonical(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return parsed.toString();
  const path = parsed.path
    .replace(/^\/([A-Z]):/, (_, letter: string) => `/${letter.toLowerCase()}:`)
    .replace(/([^:])\/+$/, '$1');
  return parsed.with({ path }).toString();
}

/** The address of something in a folder. */
export function inFolder(folder: string, ...names: string[]): string {
  return Utils.joinPath(URI.parse(folder), ...names).toString();
}

/** The folder in which a file or folder stands. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The folders in which something stands, innermost first, as canonical addresses. */
export function* foldersAround(address: string): Generator<string> {
  const root = address.indexOf('/', address.indexOf('://') + 3);
  for (let end = address.lastIndexOf('/'); end > root && root > 0; end = address.lastIndexOf('/', end - 1)) {
    yield address.slice(0, end);
  }
}

/** The last part of an address: a file's or folder's own name. */
export function baseName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The path of `uri` relative to `folder`, with `/` between; undefined if it is not below. The folder itself is ''. */
export function relativePath(folder: string, uri: string): string | undefined {
  const root = URI.parse(folder);
  const at = URI.parse(uri);
  if (root.scheme !== at.scheme || root.authority !== at.authority) return undefined;
  const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
  if (at.path === root.path || `${at.path}/` === prefix) return '';
  return at.path.startsWith(prefix) ? at.path.slice(prefix.length) : undefined;
}

/** Whether `uri` is the folder itself or below it. */
export function isWithin(folder: string, uri: string): boolean {
  return relativePath(folder, uri) !== undefined;
}
