/** What may begin a statement: attributes and fields not yet said, declarations, descriptions, demands. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { PROPERTIES, type Property, REGISTRY_WORDS } from '../../model/properties.ts';
import type { Field } from '../../model/record.ts';
import { plain } from '../markdown.ts';
import type { Body, Cursor } from './cursor.ts';
import { MOST } from './keys.ts';
import { NONE, type Offer, type Offers, type Scene, together, word, words } from './offer.ts';

/** What may begin a statement at the cursor. */
export function statements(cursor: Cursor, scene: Scene): Offers {
  const [body] = cursor.bodies;
  // Where the statement is there already, only its first word is wanted.
  const whole = cursor.after.length === 0;
  const offers = body === undefined ? atTopLevel(cursor, scene) : within(body, cursor, scene);
  if (whole) return offers;
  return { ...offers, offers: offers.offers.map(({ snippet, ...offer }) => offer) };
}

function atTopLevel(cursor: Cursor, scene: Scene): Offers {
  return together(kinds(cursor, scene), words(cursor, [...REGISTRY_WORDS.map(registered), ...KIND_STATEMENTS]));
}

function within(body: Body, cursor: Cursor, scene: Scene): Offers {
  if (body.type === undefined) return NONE;
  const unsaid = (name: string): boolean => !body.said.includes(name);
  const properties = PROPERTIES.filter(
    ({ on, repeatable, word: name }) => on.includes(body.type!) && (repeatable || unsaid(name)),
  ).map(attribute);
  const description = unsaid('"""') ? [DESCRIPTION] : [];
  if (body.type === 'kind') return words(cursor, [...DEMANDS, ...properties, ...description]);
  if (body.type !== 'product') return words(cursor, [...properties, ...description]);
  const info = scene.graph.kind(body.kind ?? '');
  const demanded = new Set(info?.demands.map(({ demand }) => demand.property));
  const fields = [...(info?.fields.values() ?? [])].map(({ field }) => field).filter(({ name }) => unsaid(name));
  const all = [...properties, ...fields.map(fieldOf)];
  const first = all.filter(({ label }) => demanded.has(label));
  const rest = all.filter(({ label }) => !demanded.has(label));
  return together(words(cursor, [...description, ...first, ...rest]), kinds(cursor, scene));
}

/** Every kind, as a whole declaration of a product. */
function kinds(cursor: Cursor, { graph }: Scene): Offers {
  const found = graph.keysFrom('kind', cursor.prefix);
  const offers: Offer[] = [];
  for (const { key, name } of found) {
    if (offers.length === MOST) break;
    if (offers.some(({ label }) => label === key)) continue;
    offers.push({
      label: key,
      kind: CompletionItemKind.Class,
      insert: `${key} `,
      snippet: `${key} ${gap(1, 'KEY')} "${gap(2, 'Name')}" {\n\t$0\n}`,
      ...(name && { name: name.text }),
      sort: 'kind',
      about: { namespace: 'kind', key },
    });
  }
  return { offers, more: found.size > MOST };
}

/** A place in a snippet at which the author goes on to type. */
const gap = (index: number, text: string): string => `\${${index}:${text}}`;

/** What stands after an attribute's word where it is no list of keys. */
const VALUES: Readonly<Record<string, string>> = {
  short: `"${gap(1, 'Short name')}"`,
  authors: `"${gap(1, 'Names')}"`,
  email: `"${gap(1, 'name@example.org')}"`,
  readme: '"""\n$0\n"""',
  waive: `${gap(1, 'RULE')} "${gap(2, 'Why it does not apply')}"`,
};

function attribute({ word: label, says }: Property): Offer {
  const value = VALUES[label];
  return { label, kind: CompletionItemKind.Property, says, ...(value && { snippet: `${label} ${value}` }) };
}

function fieldOf({ name, label }: Field): Offer {
  return { label: name, kind: CompletionItemKind.Field, sort: 'field', ...(label && { says: plain(label) }) };
}

const DESCRIPTION: Offer = {
  label: '"""',
  kind: CompletionItemKind.Text,
  insert: '"""',
  snippet: '"""$0"""',
  name: 'description',
  says: 'What it is, as Markdown. `[[KEY]]` refers to a product, a document, a requirement or a term.',
};

const DEMANDS: readonly Offer[] = [
  word('consistent', 'What every product of this kind has; the model contradicts itself otherwise (an error).'),
  word('complete', 'What every product of this kind should have; it is still missing otherwise (a warning).'),
  word('field', 'An attribute that this kind adds to its products.'),
];

const NAMES: Readonly<Record<string, string>> = {
  document: 'Title',
  requirement: 'Title',
  repository: 'What is in it',
  term: 'Meaning',
};

function registered(type: string): Offer {
  const snippet = `${type} ${gap(1, 'KEY')} "${gap(2, NAMES[type] ?? 'Name')}"`;
  return { label: type, kind: CompletionItemKind.Struct, insert: `${type} `, snippet, sort: 'registry' };
}

const KIND_STATEMENTS: readonly Offer[] = [
  {
    label: 'kind',
    kind: CompletionItemKind.Struct,
    insert: 'kind ',
    snippet: `kind ${gap(1, 'name')} extends ${gap(2, 'product')} {\n\t$0\n}`,
    says: 'A word of your organisation for a sort of product, and what it demands of each.',
  },
  {
    label: 'extend kind',
    kind: CompletionItemKind.Struct,
    insert: 'extend kind ',
    snippet: `extend kind ${gap(1, 'service')} {\n\t$0\n}`,
    says: 'Adds demands and fields to a kind that is declared elsewhere, a built-in one too.',
  },
];
