/** From two texts to the smallest edits by lines that make one of the other, so that cursors and folds elsewhere stay. */
import type { Range } from '../model/record.ts';

/** A stretch of the old text, and what takes its place. */
export interface Edit {
  range: Range;
  text: string;
}

/** More differing lines than this, and the texts are taken to have no line in common: the search grows with its square. */
const MOST = 1000;

/** The edits that make `after` of `before`, in order; none where both are the same. */
export function editsBetween(before: string, after: string): Edit[] {
  const [a, b] = [linesOf(before), linesOf(after)];
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...commonLines(a, b), [a.length, b.length] as const]) {
    if (nextI > i || nextJ > j) for (const edit of replaced(a, b, [i, nextI], [j, nextJ])) edits.push(edit);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return edits;
}

/** The lines of a text with what ends them; at least one. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n|\r(?!\n))/);
}

/** Edits in place of the lines `a[from..to]`: line by line where there are as many on the other side. */
function replaced(a: string[], b: string[], [from, to]: [number, number], [start, end]: [number, number]): Edit[] {
  if (to - from === end - start) {
    return a
      .slice(from, to)
      .flatMap((line, k) => (line === b[start + k] ? [] : withinLine(line, b[start + k], from + k)));
  }
  const [line, character] = beginningOf(a, from);
  const [endLine, endCharacter] = beginningOf(a, to);
  return [{ range: { line, character, endLine, endCharacter }, text: b.slice(start, end).join('') }];
}

/** Where a line begins. Behind the last line nothing begins unless that one is ended: there it is the end of the text. */
function beginningOf(lines: readonly string[], line: number): [number, number] {
  const last = lines[lines.length - 1];
  return line < lines.length || contentOf(last) < last.length ? [line, 0] : [lines.length - 1, last.length];
}

/** What differs between two lines: the space between words, where they have the same words; else all from where they differ. */
function withinLine(old: string, next: string, line: number): Edit[] {
  const [oldEnd, nextEnd] = [contentOf(old), contentOf(next)];
  const [content, nextContent] = [old.slice(0, oldEnd), next.slice(0, nextEnd)];
  if (old.slice(oldEnd) !== next.slice(nextEnd)) {
    const [endLine, endCharacter] = oldEnd === old.length ? [line, oldEnd] : [line + 1, 0];
    const from = content === nextContent ? oldEnd : 0;
    return [{ range: { line, character: from, endLine, endCharacter }, text: next.slice(from) }];
  }
  const [spaces, nextSpaces] = [content.split(/\S+/), nextContent.split(/\S+/)];
  if (content.replace(/\s+/g, ' ').trim() !== nextContent.replace(/\s+/g, ' ').trim()) {
    return [withinContent(content, nextContent, line)];
  }
  const words = content.split(/\s+/).filter(word => word !== '');
  let character = 0;
  return spaces.flatMap((space, i) => {
    const range = { line, character, endLine: line, endCharacter: character + space.length };
    character = range.endCharacter + (words[i]?.length ?? 0);
    return space === nextSpaces[i] ? [] : [{ range, text: nextSpaces[i] }];
  });
}

/** One edit for all that differs, less what is the same at both ends. */
function withinContent(old: string, next: string, line: number): Edit {
  const shorter = Math.min(old.length, next.length);
  let head = 0;
  while (head < shorter && old[head] === next[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === next.at(-1 - tail)) tail++;
  // A character of two halves stays whole.
  if (head > 0 && isHalf(old[head - 1], 0xd800)) head--;
  if (tail > 0 && isHalf(old[old.length - tail], 0xdc00)) tail--;
  const range = { line, character: head, endLine: line, endCharacter: old.length - tail };
  return { range, text: next.slice(head, next.length - tail) };
}

const contentOf = (line: string): number => /[\r\n]*$/.exec(line)!.index;
const isHalf = (character: string, from: number): boolean => (character.charCodeAt(0) & 0xfc00) === from;

/** Pairs of indices of equal lines, ascending in both: the longest such sequence (Myers, "An O(ND) Difference Algorithm", 1986). */
function commonLines(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const middle = shortestPath(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return [
    ...Array.from({ length: head }, (_, i) => [i, i] as const),
    ...middle.map(([i, j]) => [i + head, j + head] as const),
    ...Array.from({ length: tail }, (_, i) => [a.length - tail + i, b.length - tail + i] as const),
  ];
}

function shortestPath(a: readonly string[], b: readonly string[]): [number, number][] {
  /** For each number of differences: how far each diagonal (index in `a` less index in `b`) reaches. */
  const reached: Map<number, number>[] = [];
  let frontier = new Map([[1, 0]]);
  for (let d = 0; d <= Math.min(MOST, a.length + b.length); d++) {
    const next = new Map<number, number>();
    reached.push(next);
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(frontier, k, d) ? frontier.get(k + 1)! : frontier.get(k - 1)! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return walkBack(reached, a.length, b.length);
    }
    frontier = next;
  }
  return [];
}

/** Whether the best way to diagonal `k` inserts a line, rather than removing one. */
function goesDown(frontier: ReadonlyMap<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && frontier.get(k - 1)! < frontier.get(k + 1)!);
}

function walkBack(reached: readonly ReadonlyMap<number, number>[], endA: number, endB: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [endA, endB];
  for (let d = reached.length - 1; d >= 0; d--) {
    const k = x - y;
    const before = d > 0 ? reached[d - 1] : new Map([[1, 0]]);
    const down = goesDown(before, k, d);
    const start = down ? before.get(k + 1)! : before.get(k - 1)! + 1;
    while (x > start) pairs.push([--x, --y]);
    [x, y] = down ? [start, start - k - 1] : [start - 1, start - k];
  }
  return pairs.reverse();
}
