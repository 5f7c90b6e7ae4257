/** What may go on a statement about kinds: headings of kinds, demands, declarations of fields. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import { namespaceOfValue, PLAIN_FIELD_TYPES } from '../../model/links.ts';
import { PROPERTIES, propertyOf } from '../../model/properties.ts';
import { plain } from '../markdown.ts';
import type { Cursor } from './cursor.ts';
import { keys } from './keys.ts';
import { NONE, type Offer, type Offers, type Scene, together, word, words } from './offer.ts';

/** `kind KEY "Name" extends KIND`, `extend kind KIND`. */
export function kindHeading(cursor: Cursor, scene: Scene): Offers {
  const { before } = cursor;
  const [head, key] = before;
  const last = before.at(-1)!;
  if (head.tokenType.name === 'EXTEND_KIND') return last === head ? kindKeys(cursor, scene) : NONE;
  if (last.tokenType.name === 'CLAUSE') return kindKeys(cursor, scene, key?.image);
  const extended = before.some(({ tokenType }) => tokenType.name === 'CLAUSE');
  return last === head || extended ? NONE : words(cursor, [word('extends')]);
}

const SEVERITIES: readonly Offer[] = ['error', 'warning', 'info', 'hint', 'off'].map(label => {
  return { label, kind: CompletionItemKind.EnumMember, sort: 'severity' };
});

/** `consistent hosts [1..*] enclave | service "A facility hosts enclaves."` */
export function demand(cursor: Cursor, scene: Scene): Offers {
  const { before } = cursor;
  const last = before.at(-1)!;
  switch (last.tokenType.name) {
    case 'consistent':
    case 'complete':
      return together(properties(cursor, scene), words(cursor, SEVERITIES));
    case 'SEVERITY':
      return properties(cursor, scene);
    case 'PROPERTY':
      return together(bounds(cursor, DEMAND_BOUNDS), targets(cursor, scene));
    case '[':
      return bounds(cursor, DEMAND_BOUNDS);
    case ']':
    case '|':
      return targets(cursor, scene);
    default:
      return NONE;
  }
}

/** What a demand may be about: attributes, `contains`, fields of the kind. */
function properties(cursor: Cursor, { graph }: Scene): Offers {
  const fields = [...(graph.kind(cursor.bodies[0]?.key ?? '')?.fields.values() ?? [])].map(({ field }) => field);
  return words(cursor, [
    ...PROPERTIES.filter(({ on, repeatable }) => on.includes('product') && !repeatable).map(
      ({ word: label, says }): Offer => ({ label, kind: CompletionItemKind.Property, says }),
    ),
    { label: 'contains', kind: CompletionItemKind.Property, says: 'The products that are part of it.' },
    ...fields.map(({ name, label }): Offer => {
      return { label: name, kind: CompletionItemKind.Field, sort: 'field', ...(label && { says: plain(label) }) };
    }),
  ]);
}

/** The kinds whose products count, where the property's values are products. */
function targets(cursor: Cursor, scene: Scene): Offers {
  const property = cursor.before.find(({ tokenType }) => tokenType.name === 'PROPERTY')?.image.replace(/\s+/g, ' ');
  const type = property && propertyOf(property)?.value;
  const field = scene.graph.kind(cursor.bodies[0]?.key ?? '')?.fields.get(property ?? '')?.field.type.text;
  const ofProducts =
    property === 'contains' ||
    (type ? namespaceOfValue(type) === 'product' : !PLAIN_FIELD_TYPES.includes(field ?? 'text'));
  if (!ofProducts) return NONE;
  const listed = new Set([...cursor.before, ...cursor.after].map(({ image }) => image));
  return keys(cursor, scene, { namespaces: ['kind'], without: listed });
}

const DEMAND_BOUNDS: readonly [string, string][] = [
  ['1..*', 'at least one'],
  ['1', 'exactly one'],
  ['0', 'none'],
];
const FIELD_BOUNDS: readonly [string, string][] = [
  ['0..*', 'any number'],
  ['0..1', 'at most one'],
];

/** Bounds, with brackets where they are not there yet. */
function bounds(cursor: Cursor, list: readonly [string, string][]): Offers {
  const open = cursor.before.at(-1)!.image === '[';
  const closed = cursor.after[0]?.image === ']';
  return words(
    cursor,
    list.map(([range, name]) => {
      const label = `${open ? '' : '['}${range}${closed ? '' : ']'}`;
      return { label, name, kind: CompletionItemKind.Value, sort: 'bounds' };
    }),
  );
}

/** `field tier [1] one of gold, silver "What support it gets"` */
export function fieldDeclaration(cursor: Cursor, scene: Scene): Offers {
  const last = cursor.before.at(-1)!;
  const name = last.tokenType.name;
  if (name === '[') return bounds(cursor, FIELD_BOUNDS);
  if (name !== 'PROPERTY' && name !== ']') return NONE;
  const types = PLAIN_FIELD_TYPES.filter(type => type !== 'choice');
  const plain = [
    word('one of', 'The values to choose from, with commas between them.'),
    ...types.map(type => word(type)),
  ];
  return together(
    words(cursor, plain),
    name === 'PROPERTY' ? bounds(cursor, FIELD_BOUNDS) : NONE,
    keys(cursor, scene, { namespaces: ['kind'] }),
  );
}

function kindKeys(cursor: Cursor, scene: Scene, without = ''): Offers {
  return keys(cursor, scene, { namespaces: ['kind'], without: new Set([without]) });
}
