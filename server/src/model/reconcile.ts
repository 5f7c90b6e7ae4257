import { type DocumentRecord, type Entry, namespaceOf, type Range } from './record.ts';

/**
 * Compares a document's new record with its old one. Entries that state the same as before, wherever they now stand, are kept:
 * the old object stays and takes over the new ranges, so that all that points to it (findings, links) stays right and nothing
 * needs another look. Returns the new record with the kept entries in place.
 */
export function reconcile(old: DocumentRecord | undefined, next: DocumentRecord): DocumentRecord {
  if (old === undefined) return next;
  const known = new Map<string, Entry[]>();
  for (const entry of old.entries) {
    const id = identity(entry);
    const list = known.get(id);
    if (list) list.push(entry);
    else known.set(id, [entry]);
  }
  const entries = next.entries.map(entry => {
    const before = known.get(identity(entry))?.shift();
    if (before === undefined || !sameContent(before, entry)) return entry;
    takeRanges(before, entry);
    return before;
  });
  return { ...next, entries };
}

// By namespace, not by type: a person and a team with one key that change places are no longer what they were.
const identity = (entry: Entry): string => `${namespaceOf(entry.type)} ${entry.key}`;

/** Two pieces of a record say the same, ranges aside. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameContent(item, b[index]));
  }
  if (isRange(a)) return isRange(b);
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  for (const key in left) if (!sameContent(left[key], right[key])) return false;
  for (const key in right) if (right[key] !== undefined && !(key in left)) return false;
  return true;
}

/** Copies every range of `from` into the same place of `into`; both must say the same. */
function takeRanges(into: object, from: object): void {
  if (isRange(into)) {
    Object.assign(into, from);
    return;
  }
  for (const key in into) {
    const child = (into as Record<string, unknown>)[key];
    if (typeof child === 'object' && child !== null) takeRanges(child, (from as Record<string, object>)[key]);
  }
}

function isRange(value: object): value is Range {
  return 'endCharacter' in value;
}

/** Every range of a piece of a record. */
export function* rangesOf(piece: object): Iterable<Range> {
  if (isRange(piece)) yield piece;
  else
    for (const child of Object.values(piece)) if (typeof child === 'object' && child !== null) yield* rangesOf(child);
}
