/** What a demand counts: the values of a property of a product, stated or derived. */
import type { Graph } from '../model/graph.ts';
import type { KindInfo } from '../model/kinds.ts';
import { isPlainFieldType } from '../model/links.ts';
import { nameOf } from '../model/names.ts';
import { propertyOf, type Relation } from '../model/properties.ts';
import type { Attribute, Entry, Range } from '../model/record.ts';

/** Properties of products that are no attributes. */
const OTHER_PROPERTIES: readonly string[] = ['contains', 'description'];

/** Whether a demand may name this property: an attribute of products, `contains`, `description`, or a field of the kind. */
export function isDemandable(property: string, kind: KindInfo | undefined): boolean {
  if (property === 'waive') return false;
  const attribute = propertyOf(property);
  if (attribute) return attribute.on.includes('product');
  return OTHER_PROPERTIES.includes(property) || (kind?.fields.has(property) ?? false);
}

/** The words that `isDemandable` accepts. */
export function demandableWords(words: Iterable<string>, kind: KindInfo | undefined): string[] {
  return [...words, ...OTHER_PROPERTIES, ...(kind?.fields.keys() ?? [])].filter(word => isDemandable(word, kind));
}

/** Whether the values of a property are products, so that a demand may name their kinds. */
export function takesProducts(property: string, kind: KindInfo | undefined): boolean {
  if (property === 'contains') return true;
  const field = kind?.fields.get(property)?.field;
  return field ? !isPlainFieldType(field.type.text) : propertyOf(property)?.value === 'product';
}

/** The relation behind a property, and from which end it is read; undefined for plain values. */
export function relationOf(property: string): { relation: Relation; reversed: boolean } | undefined {
  if (property === 'contains') return { relation: 'contains', reversed: false };
  const attribute = propertyOf(property);
  return attribute?.relation && { relation: attribute.relation, reversed: attribute.reversed ?? false };
}

/** One value that counts. */
export interface Counted {
  /** As a sentence names it. */
  name: string;
  /** The entry to which it refers. */
  entry?: Entry;
  /** Where the product itself states it. */
  at?: Range;
}

/** The values of a product's property: those that count, and whether some are stated that cannot be counted yet. */
export interface Values {
  counted: readonly Counted[];
  /** A value is missing after the property's word, or refers to what nothing declares. */
  unsure: boolean;
  /** The statement of the property, where the product makes it. */
  stated: Attribute | undefined;
}

/** Counts the values of a property of a product. Where kinds are named, only products of these kinds count. */
export function valuesOf(graph: Graph, product: Entry, property: string, kinds: readonly string[]): Values {
  const statements = product.attributes.filter(attribute => attribute.property === property);
  const stated = statements[0];
  const missing = statements.some(isIncomplete);
  if (property === 'description') {
    const counted = product.description?.text.trim() ? [{ name: 'a description' }] : [];
    return { counted, unsure: false, stated };
  }
  const end = relationOf(property);
  if (end === undefined && !isReference(graph, product, property)) {
    const counted = statements.flatMap(({ values, range }) =>
      // `obsolete` counts without a reason.
      values.length === 0 && property === 'obsolete'
        ? [{ name: property, at: range }]
        : values.map(({ text, range }) => ({ name: text, at: range })),
    );
    return { counted, unsure: missing, stated };
  }
  const own = new Map<Entry, Range>();
  let resolved = 0;
  for (const link of graph.linksOf(product)) {
    const entry = link.via === property ? graph.resolve(link) : undefined;
    if (entry === undefined) continue;
    resolved++;
    if (!own.has(entry)) own.set(entry, link.range);
  }
  const unresolved = resolved < statements.reduce((sum, { values }) => sum + values.length, 0);
  const entries = end ? others(graph, product, end) : [...own.keys()];
  const counted = entries
    .filter(entry => kinds.length === 0 || kinds.some(kind => graph.isOfKind(entry, kind)))
    .map(entry => ({ name: nameOf(entry), entry, at: own.get(entry) }));
  return { counted, unsure: missing || unresolved, stated };
}

function others(graph: Graph, product: Entry, { relation, reversed }: { relation: Relation; reversed: boolean }) {
  if (relation === 'contains') return graph.children(product);
  return reversed ? graph.from(product, relation) : graph.to(product, relation);
}

function isReference(graph: Graph, product: Entry, property: string): boolean {
  const type = graph.kind(product.kind?.text ?? '')?.fields.get(property)?.field.type.text;
  if (type === undefined) return false;
  return ['person', 'team', 'document'].includes(type) || graph.entry('kind', type) !== undefined;
}

/** The property's word stands there, and nothing after it; not even `none`. */
function isIncomplete({ property, values, none }: Attribute): boolean {
  return values.length === 0 && !none && !propertyOf(property)?.optional;
}
