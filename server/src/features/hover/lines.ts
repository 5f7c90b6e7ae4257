import type { Graph } from '../../model/graph.ts';
import { nameOf } from '../../model/names.ts';
import { propertyOf, type Relation } from '../../model/properties.ts';
import type { Attribute, Entry } from '../../model/record.ts';
import { address, plain, shortList } from '../markdown.ts';

/** One line of a card: `- uses: A (Alpha), B (Beta)`; undefined when there is nothing to say. */
export type Line = string | undefined;

/** A line of a card, where it says anything. */
export function line(label: string, text: string): Line {
  return text === '' ? undefined : `- ${plain(label)}: ${text}`;
}

/** Entries by key and name, cut short where they are many. */
export function named(entries: readonly Entry[]): string {
  return shortList(entries.map(entry => plain(nameOf(entry))));
}

/** Where a relation leads: what is declared, stated at either end, then what the entry names and nothing declares. */
export function relation(graph: Graph, entry: Entry, relation: Relation, label: string = relation): Line {
  const undeclared = graph
    .linksOf(entry)
    .filter(link => link.relation === relation && !link.reversed && link.key !== '' && !graph.resolve(link))
    .map(({ key, quoted }) => `${plain(quoted ? `"${key}"` : key)} (not declared)`);
  return line(label, shortList([...graph.to(entry, relation).map(other => plain(nameOf(other))), ...undeclared]));
}

/** From where a relation leads to the entry. */
export function inverse(graph: Graph, entry: Entry, relation: Relation, label: string): Line {
  return line(label, named(graph.from(entry, relation)));
}

/** What the entry itself says under a word. */
export function stated(entry: Entry, word: string): Line {
  const attribute = entry.attributes.find(({ property }) => property === word);
  return attribute && line(word, valuesOf(attribute));
}

/** Plain values in the order of the text; web addresses can be followed. */
export function valuesOf({ property, values, none }: Attribute): string {
  if (none) return 'none';
  const show = propertyOf(property)?.value === 'url' ? address : plain;
  return shortList(values.map(({ text, form }) => (form === 'url' ? address : show)(text)));
}

/** The parts of a card, with a blank line between. */
export function card(...parts: (string | undefined | readonly Line[])[]): string {
  return parts
    .map(part => (Array.isArray(part) ? part.filter(one => one !== undefined).join('\n') : part))
    .filter(part => part)
    .join('\n\n');
}

/** The head of a card: key and name. */
export function title({ key, name }: Entry): string {
  return [`**${plain(key)}**`, name?.text ? plain(name.text) : ''].join(' ').trimEnd();
}
