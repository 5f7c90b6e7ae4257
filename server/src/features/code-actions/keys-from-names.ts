/** Keys that are made from names, and names in quotes. */
import type { Graph } from '../../model/graph.ts';
import { type EntryType, namespaceOf } from '../../model/record.ts';
import { isKey } from '../../model/shapes.ts';

/** A key for something with this name, which nothing else has: `ARossi` for a person, `DSE` for "DAC Satellite Enclave". */
export function keyFrom(graph: Graph, type: EntryType, name: string): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  return freeKey(graph, type, shapeOf(type, words) || 'KEY');
}

function shapeOf(type: EntryType, words: readonly string[]): string {
  if (type === 'repository' || type === 'kind') return words.join('-').toLowerCase();
  if (type === 'person' && words.length > 1) return words[0][0].toUpperCase() + words.at(-1)!;
  const key = words.length > 2 ? words.map(([initial]) => initial).join('') : words.join('-');
  return type === 'person' ? key : key.toUpperCase();
}

/** The key itself, or with the first number behind it that makes it free. */
export function freeKey(graph: Graph, type: EntryType, key: string): string {
  const base = isKey(key) ? key : `_${key}`;
  const isTaken = (candidate: string): boolean => {
    const namespace = namespaceOf(type);
    if (graph.entry(namespace, candidate)) return true;
    return !graph.referencesTo(namespace, candidate)[Symbol.iterator]().next().done;
  };
  let free = base;
  for (let number = 2; isTaken(free); number++) free = `${base}${number}`;
  return free;
}

/** A text between quotes, escaped. */
export function nameInQuotes(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
