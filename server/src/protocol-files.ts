/**
 * What the server asks of the client where it cannot reach files itself: in a browser, and for folders that are not on disk. Like
 * `protocol.ts` it imports nothing. A request fails where there is no such file or folder.
 */

/** Request to the client: the bytes of a file, in Base64: most connections carry text; see {@link FileParams}. */
export const readFileRequest = 'ptree/files/read';

/** Request to the client: what stands in a folder; see {@link FileParams} and {@link ListedItem}. */
export const listFolderRequest = 'ptree/files/list';

/** Request to the client: what stands at an address, or null; see {@link FileParams}. */
export const kindOfFileRequest = 'ptree/files/kindOf';

/** Which file or folder: its address. */
export interface FileParams {
  uri: string;
}

/** An entry of a folder. Links are files, so that they are not followed: they may lead in circles. */
export interface ListedItem {
  name: string;
  kind: 'file' | 'folder';
}
