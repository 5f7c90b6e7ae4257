import type { Entry } from './record.ts';

/** How a sentence names an entry: `FACFR (French Data Facility)`; the key alone where there is no name. */
export function nameOf(entry: Entry): string {
  return entry.name?.text ? `${entry.key} (${entry.name.text})` : entry.key;
}

/** The id of a kind's demand on a property: `service.hosted-on`. */
export function ruleIdOf(kind: string, property: string): string {
  return `${kind}.${property.replaceAll(' ', '-')}`;
}

/** Several names in a sentence: `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[], last = 'and'): string {
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${last} ${names[names.length - 1]}`;
}

const LOOK_ALIKE: Record<string, string> = { 0: 'o', 1: 'l', i: 'l', '|': 'l', _: '-', '.': '-', '/': '-' };

/** Keys with equal skeletons look alike: they differ only in case, in 0/O, 1/l/I, or in the joining sign. */
export function skeletonOf(key: string): string {
  return key
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[01i|_./]/g, sign => LOOK_ALIKE[sign] ?? sign)
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
