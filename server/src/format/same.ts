/** The formatter's own check: what it hands out says what the text said. */
import type { Parsed } from '../language/index.ts';
import { sameContent } from '../model/reconcile.ts';
import type { DocumentRecord, Entry } from '../model/record.ts';
import { piecesOf } from './pieces.ts';

/**
 * Whether two texts hold the same words and comments, and the same is read of them; the order of different attributes, space, and
 * commas at the ends of lists aside.
 */
export function saysTheSame(a: Parsed, recordA: DocumentRecord, b: Parsed, recordB: DocumentRecord): boolean {
  if (b.mended || recordA.entries.length !== recordB.entries.length) return false;
  if (!recordA.entries.every((entry, i) => sameContent(sorted(entry), sorted(recordB.entries[i])))) return false;
  return contentOf(a) === contentOf(b);
}

/**
 * An entry with its attributes in the order of their names; repeated ones stay in the order in which they were stated. Whether its
 * author is still at it is told by its lines, and says nothing.
 */
function sorted({ unfinished, ...entry }: Entry): Entry {
  const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return { ...entry, attributes: entry.attributes.toSorted((a, b) => byName(a.property, b.property)) };
}

function contentOf(parsed: Parsed): string {
  return piecesOf(parsed)
    .filter(({ type }) => type !== ',')
    .map(({ text }) => text.replace(/\s+/g, ' '))
    .sort()
    .join('\n');
}
