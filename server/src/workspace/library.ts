import { readDocument } from '../language/index.ts';
import { LIBRARY_TEXT, LIBRARY_URI } from '../language/library/library.ts';
import type { DocumentRecord } from '../model/record.ts';

let record: DocumentRecord | undefined;

/** What the built-in kinds state; read once, shared by every project (nothing ever changes it). */
export function libraryRecord(): DocumentRecord {
  record ??= readDocument(LIBRARY_URI, LIBRARY_TEXT);
  return record;
}

/** Whether an address is that of a document of the built-in library: part of many projects, and never changed. */
export function isLibrary(uri: string): boolean {
  return uri.startsWith('ptree-library:');
}
