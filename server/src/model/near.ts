import type { Namespace } from './record.ts';

/** Keys longer than this are no near misses of anything: what they share would cost more than it helps. */
const LONGEST = 64;

/**
 * The buckets in which a key is filed so that keys one slip away find it: the key itself and the key less one sign, case folded.
 * Two keys that differ by a wrong, a missing, an additional or two swapped signs share a bucket, and a bucket holds only
 * keys of that likeness: asking costs the same in a small project and in a large one. Digits are never left out: `REQ-0177` is another
 * requirement than `REQ-0176`, not a misspelt one.
 */
export function likenessOf(namespace: Namespace, key: string): readonly number[] {
  if (key.length < 2 || key.length > LONGEST) return [];
  const folded = key.toLowerCase();
  const ids = new Set([hashOf(namespace, folded)]);
  for (let at = 0; at < folded.length; at++) {
    if (!isDigit(folded[at])) ids.add(hashOf(namespace, folded.slice(0, at) + folded.slice(at + 1)));
  }
  return [...ids];
}

/**
 * How many slips (a wrong, missing, additional sign, two neighbours swapped) lie between what was typed and what exists; case is
 * none. Undefined when one can hardly be meant for the other: more than one slip in short words, more than two in long ones.
 */
export function slipsBetween(typed: string, existing: string): number | undefined {
  const a = typed.toLowerCase();
  const b = existing.toLowerCase();
  const most = Math.min(a.length, b.length) < 3 ? 0 : Math.min(a.length, b.length) < 6 ? 1 : 2;
  if (Math.abs(a.length - b.length) > most || digitsOf(a) !== digitsOf(b)) return undefined;
  const slips = distance(a, b);
  return slips <= most ? slips : undefined;
}

/** Of some words the ones that may be meant, best first, three at most. */
export function nearestOf(typed: string, words: Iterable<string>): string[] {
  return [...new Set(words)]
    .map(word => ({ word, slips: slipsBetween(typed, word) }))
    .filter(({ slips }) => slips !== undefined)
    .sort((a, b) => a.slips! - b.slips! || (a.word < b.word ? -1 : 1))
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Damerau's distance between two words, each stretch changed once at most (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return above[b.length];
}

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9';

const digitsOf = (word: string): string => word.replace(/\D/g, '');

/** A number for a text (FNV-1a): tens of thousands of them take a fraction of the memory that the texts would. */
function hashOf(namespace: Namespace, text: string): number {
  let hash = 0x811c9dc5;
  for (const part of [namespace, ' ', text]) {
    for (let at = 0; at < part.length; at++) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
  }
  return hash >>> 2;
}
