import { type Property, propertyOf, type Relation, type ValueType } from './properties.ts';
import { type Entry, type Mention, type Namespace, namespaceOf, type Range, type Text } from './record.ts';

/** A place in an entry that refers to another entry by its key. */
export interface Link {
  relation: Relation;
  /** Where the key is looked up; more than one: the first in which it is declared. */
  namespaces: readonly Namespace[];
  key: string;
  range: Range;
  /** The relation runs from the named entry to the one that says it: `used in`, `hosted on`, `satisfied by`. */
  reversed: boolean;
  /** Written as a name in quotes: nobody has declared it yet. */
  quoted: boolean;
  /** The attribute's word, a connector (`in`, `extends`, `by`, `replaced by`), `kind`, a field's name, or `[[ ]]`. */
  via: string;
}

/** Where a `[[KEY]]` that does not say what it means is looked up: the first of these that declares the key. */
export const MENTIONABLE: readonly Namespace[] = ['product', 'document', 'requirement', 'term'];

/** The namespace in which values of this type are looked up; undefined for plain values. */
export function namespaceOfValue(type: ValueType): Namespace | undefined {
  switch (type) {
    case 'person':
    case 'team':
    case 'party':
      return 'party';
    case 'product':
    case 'document':
    case 'requirement':
    case 'repository':
      return type;
    default:
      return undefined;
  }
}

/**
 * Every reference that an entry makes, in the order of the text as far as it matters to nobody else. What a field's values refer to
 * depends on its kind: `fieldNamespace` answers for a field's name.
 */
export function linksOf(entry: Entry, fieldNamespace: (field: string) => Namespace | undefined): Link[] {
  const links: Link[] = [];
  const add = (
    relation: Relation,
    namespaces: readonly Namespace[],
    at: Text,
    via: string,
    more?: Partial<Link>,
  ): void => {
    links.push({ relation, namespaces, key: at.text, range: at.range, reversed: false, quoted: false, via, ...more });
  };
  if (entry.kind) add('kind', ['kind'], entry.kind, 'kind');
  if (entry.parent) {
    if (entry.type === 'product') add('contains', ['product'], entry.parent, 'in', { reversed: true });
    else if (entry.type === 'requirement') add('in document', ['document'], entry.parent, 'in');
    else if (entry.type === 'kind') add('extends', ['kind'], entry.parent, 'extends');
  }
  for (const attribute of entry.attributes) {
    const property = propertyOf(attribute.property);
    if (property) addAttribute(property);
    else {
      const namespace = fieldNamespace(attribute.property);
      if (namespace) {
        for (const value of attribute.values) {
          if (value.form === 'word') add('field', [namespace], value, attribute.property);
        }
      }
    }
    function addAttribute({ word, value: type, relation, reversed, clause, on }: Property): void {
      const namespace = namespaceOfValue(type);
      if (!on.includes(entry.type)) return;
      if (relation && namespace) {
        for (const value of attribute.values) {
          if (value.form === 'word' || value.form === 'text') {
            add(relation, [namespace], value, word, { reversed: reversed ?? false, quoted: value.form === 'text' });
          }
        }
      }
      if (clause && attribute.clause && namespaceOfValue(clause.value)) {
        const at = attribute.clause;
        if (at.form !== 'number') {
          add(clause.word === 'by' ? 'reviewed' : 'replaced by', [namespaceOfValue(clause.value)!], at, clause.word, {
            quoted: at.form === 'text',
          });
        }
      }
    }
  }
  for (const mention of mentionsOf(entry)) {
    links.push({
      relation: 'mentions',
      namespaces: mention.namespace ? [mention.namespace] : MENTIONABLE,
      key: mention.key,
      range: mention.range,
      reversed: false,
      quoted: false,
      via: '[[ ]]',
    });
  }
  for (const demand of entry.demands ?? [])
    for (const target of demand.targets) add('demands', ['kind'], target, 'demand');
  for (const field of entry.fields ?? [])
    if (!isPlainFieldType(field.type.text)) add('demands', ['kind'], field.type, 'field');
  return links;
}

function mentionsOf(entry: Entry): readonly Mention[] {
  return entry.description?.mentions ?? [];
}

/** The types of fields that are words of the language; any other type is a kind. */
export const PLAIN_FIELD_TYPES: readonly string[] = [
  'choice',
  'text',
  'number',
  'date',
  'url',
  'person',
  'team',
  'document',
];

/** Whether a field's type is a word of the language, not a kind. */
export function isPlainFieldType(type: string): boolean {
  return PLAIN_FIELD_TYPES.includes(type);
}

/** The entry's own namespace and key, as one text. */
export function idOf(entry: Entry): string {
  return `${namespaceOf(entry.type)} ${entry.key}`;
}
