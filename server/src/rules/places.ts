import type { Entry } from '../model/record.ts';
import type { Related } from './rule.ts';

/** A related place: where an entry is declared, and what that has to do with the finding. */
export function placeOf(entry: Entry, message: string): Related {
  return { document: entry.document, at: entry.range, message };
}

/** At most so many related places of one sort; nobody walks through more. */
const MOST = 10;

/** Related places for entries that have the same to do with the finding; the first ten. */
export function placesOf(entries: readonly Entry[], message: (entry: Entry) => string): Related[] {
  return entries.slice(0, MOST).map(entry => placeOf(entry, message(entry)));
}

/** Of entries that share something with the subject, the others: one for each key. */
export function othersOf(subject: Entry, entries: readonly Entry[]): Entry[] {
  const others = new Map<string, Entry>();
  for (const entry of entries) if (entry.key !== subject.key && !others.has(entry.key)) others.set(entry.key, entry);
  return [...others.values()];
}
