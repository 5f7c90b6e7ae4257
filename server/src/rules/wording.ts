/** How sentences of rules say numbers, several things, and kinds. */
import { listed, nameOf } from '../model/names.ts';
import type { Entry, EntryType } from '../model/record.ts';

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A number in a sentence: in words up to twelve; `no` for none. */
export function counted(number: number): string {
  return NUMBERS[number] ?? String(number);
}

/** Several of a thing: `enclaves`, `repositories`, `branches`. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** At most five entries by key and name; the others as a number. */
export function namesOf(entries: readonly Entry[]): string {
  return shortened(entries.map(nameOf));
}

/** At most five things; the others as a number. */
export function shortened(names: readonly string[]): string {
  const named = names.length > 6 ? [...names.slice(0, 5), `${counted(names.length - 5)} more`] : names;
  return listed(named);
}

/** `a service`, `an enclave` */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** `Did you mean A (Name) or B (Name)?` with a blank before it; empty when there is nothing to offer. */
export function didYouMean(offers: readonly string[]): string {
  return offers.length === 0 ? '' : ` Did you mean ${listed(offers, 'or')}?`;
}

/** What may be declared in a namespace, as a sentence names it. */
export const NOUNS: Readonly<Record<EntryType | 'party', string>> = {
  product: 'product',
  person: 'person',
  team: 'team',
  party: 'person or team',
  document: 'document',
  requirement: 'requirement',
  repository: 'repository',
  term: 'term',
  kind: 'kind',
};
