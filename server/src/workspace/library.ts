import { readDocument } from '../language/index.ts';
import { LIBRARY, LIBRARY_URI } from '../language/library/library.ts';
import type { DocumentRecord } from '../model/record.ts';

let record: DocumentRecord | undefined;

/** What the built-in kinds state; read once, shared by every project (nothing ever changes it). */
export function libraryRecord(): DocumentRecord {
  record ??= readDocument(LIBRARY_URI, LIBRARY.get(LIBRARY_URI) ?? '');
  return record;
}
