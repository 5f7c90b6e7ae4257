import type { Entry } from '../model/record.ts';
import type { Related } from './rule.ts';

/** A related place: where an entry is declared, and what that has to do with the finding. */
export function placeOf(entry: Entry, message: string): Related {
  return { document: entry.document, at: entry.range, message };
}
