/** An entry of a folder. */
export interface FolderItem {
  name: string;
  kind: 'file' | 'folder';
}

/**
 * How the server reaches files; the only way. Addresses are URIs. Implemented over disk for Node and over the client for a browser, so
 * that everything else runs in both.
 */
export interface Files {
  /** The bytes of a file. Rejects with a sentence where it cannot be read. */
  read(uri: string): Promise<Uint8Array>;
  /** What stands in a folder. Rejects with a sentence where it cannot be read. */
  list(uri: string): Promise<FolderItem[]>;
  /** What stands at an address; undefined: nothing. */
  kindOf(uri: string): Promise<FolderItem['kind'] | undefined>;
}

/** A file's text, or a sentence that says why it has none. */
export type FileText = { text: string } | { unreadable: string };

/** Larger files are not models that people write; reading them would only block the editor. */
export const LARGEST_FILE = 8 * 1024 * 1024;

/** Decodes a file as UTF-8, less a byte-order mark. What is not text is said so, in a sentence. */
export function decode(bytes: Uint8Array): FileText {
  if (bytes.length > LARGEST_FILE) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    return {
      unreadable: `This file is too large to be read (${size} MB; the limit is 8 MB). Split it into several files.`,
    };
  }
  if (bytes.includes(0)) return { unreadable: 'This file is not text. If it is meant to be, save it as UTF-8.' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { unreadable: 'This file is not UTF-8 text. Open it in an editor and save it with the encoding UTF-8.' };
  }
}

/** Reads a file's text; where it has none, the sentence that says why. */
export async function readText(files: Files, uri: string): Promise<FileText> {
  try {
    return decode(await files.read(uri));
  } catch {
    return { unreadable: 'This file cannot be read. Check that it exists and that you may read it.' };
  }
}
