/** What may go on a statement in a product or a registry entry: keys, rules, values of fields, connectors. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Graph } from '../../model/graph.ts';
import { isPlainFieldType, namespaceOfValue } from '../../model/links.ts';
import { PROPERTIES, type Property, propertyOf, type ValueType } from '../../model/properties.ts';
import { type Entry, type Field, namespaceOf } from '../../model/record.ts';
import { type Cursor, type Token, wordOf } from './cursor.ts';
import { containerOf, keys, type Wanted } from './keys.ts';
import { NONE, type Offers, type Scene, together, word, words } from './offer.ts';
import { rules } from './rules.ts';

/** What may go on an attribute of the language. */
export function attributeValues(cursor: Cursor, scene: Scene): Offers {
  const property = propertyOf(wordOf(cursor.before[0]));
  if (!property) return NONE;
  const last = cursor.before.at(-1)!;
  const { clause } = property;
  if (last.tokenType.name === 'CLAUSE') return clause ? values(cursor, scene, property, clause.value) : NONE;
  if (!isOver(cursor.before)) {
    const connector = property.optional ? connectors(cursor, property) : NONE;
    return together(connector, values(cursor, scene, property, property.value));
  }
  return connectors(cursor, property);
}

/** What may go on a statement that begins with no word of the language: a field's values, or a product's heading. */
export function namedValues(cursor: Cursor, scene: Scene): Offers {
  const [body] = cursor.bodies;
  const field = scene.graph.kind(body?.kind ?? '')?.fields.get(cursor.before[0].image)?.field;
  if (body?.type === 'product' && field) return fieldValues(cursor, scene, field);
  const parents: Wanted = { namespaces: ['product'], accepted: ['package'] };
  // A product in braces is part of their product: it needs no `in`.
  return heading(cursor, scene, parents, body === undefined && isNamed(cursor));
}

/** `requirement KEY "Title" in DOCUMENT`; it may lack its title. */
export function requirementHeading(cursor: Cursor, scene: Scene): Offers {
  return heading(cursor, scene, { namespaces: ['document'] }, cursor.before.length === 2 || isNamed(cursor));
}

/** `in` where it may follow, and behind it the keys that are wanted, the declaration's own aside. */
function heading(cursor: Cursor, scene: Scene, parents: Wanted, mayFollow: boolean): Offers {
  const [, key] = cursor.before;
  if (cursor.before.at(-1)!.tokenType.name === 'CLAUSE') {
    return keys(cursor, scene, { ...parents, without: new Set([key?.image]) });
  }
  return mayFollow ? words(cursor, [word('in')]) : NONE;
}

/** The cursor stands right behind a declaration's name. */
function isNamed({ before }: Cursor): boolean {
  return before.length === 3 && before[2].tokenType.name === 'STRING';
}

/** A value stands before the cursor, with no comma behind it. */
function isOver(before: readonly Token[]): boolean {
  return before.length > 1 && before.at(-1)!.image !== ',';
}

function connectors(cursor: Cursor, { clause, notes }: Property): Offers {
  const { before, after } = cursor;
  const said = [...before, ...after].some(({ tokenType }) => tokenType.name === 'CLAUSE');
  const reasoned = notes !== 'required' || before.at(-1)!.tokenType.name === 'STRING';
  return clause && !said && reasoned ? words(cursor, [word(clause.word)]) : NONE;
}

function values(cursor: Cursor, scene: Scene, property: Property, type: ValueType): Offers {
  if (type === 'rule') return rules(cursor, scene);
  const namespace = namespaceOfValue(type);
  if (!namespace) return NONE;
  const [body] = cursor.bodies;
  const isList = type === property.value;
  const listed = isList ? listedIn(cursor) : new Set<string>();
  const none = isList && property.none && listed.size === 0 ? words(cursor, [word('none', NONE_SAYS)]) : NONE;
  // Nothing refers to itself.
  const own = body?.type && namespaceOf(body.type) === namespace ? [body.key] : [];
  const without = new Set([...listed, ...own]);
  const found = keys(cursor, scene, {
    namespaces: [namespace],
    without,
    ...(type === 'person' || type === 'team' ? { type } : {}),
    ...(body?.type === 'product' ? { container: containerOf(cursor, scene.graph) } : {}),
    ...(body?.kind && isList ? { accepted: acceptedKinds(scene.graph, body.kind, property) } : {}),
    ...(namespace === 'party' ? { near: saidNearby(cursor, scene.graph, property.word) } : {}),
  });
  return together(found, none);
}

const NONE_SAYS = 'States that there are none.';

function fieldValues(cursor: Cursor, scene: Scene, { type, choices, most }: Field): Offers {
  const listed = listedIn(cursor);
  if (isOver(cursor.before) || (most !== null && listed.size >= most)) return NONE;
  switch (type.text) {
    case 'choice':
      return words(
        cursor,
        choices
          .filter(({ text }) => !listed.has(text))
          .map(({ text }) => ({ label: text, kind: CompletionItemKind.EnumMember })),
      );
    case 'person':
    case 'team':
      return keys(cursor, scene, { namespaces: ['party'], type: type.text, without: listed });
    case 'document':
      return keys(cursor, scene, { namespaces: ['document'], without: listed });
    default: {
      if (isPlainFieldType(type.text)) return NONE;
      const without = new Set([...listed, cursor.bodies[0]?.key ?? '']);
      const container = containerOf(cursor, scene.graph);
      return keys(cursor, scene, { namespaces: ['product'], only: [type.text], without, container });
    }
  }
}

/** The words that the statement around the cursor holds already. */
function listedIn({ before, after }: Cursor): Set<string> {
  const ids = [...before.slice(1), ...after].filter(({ tokenType }) => tokenType.name === 'ID');
  return new Set(ids.map(({ image }) => image));
}

/** Of which kinds a property's values count: as the product's own kind demands it, or the kinds at the link's other end. */
function acceptedKinds(graph: Graph, kind: string, { word: name, relation, reversed }: Property): string[] {
  const info = graph.kind(kind);
  const own = info?.demands.filter(({ demand }) => demand.property === name).flatMap(({ demand }) => demand.targets);
  if (own && own.length > 0) return own.map(({ text }) => text);
  const other = PROPERTIES.find(end => end.relation === relation && end.reversed !== reversed);
  if (!other || !info) return [];
  const accepting = [...graph.keysFrom('kind', '')].filter(({ key }) =>
    graph
      .kind(key)
      ?.demands.some(
        ({ demand }) => demand.property === other.word && demand.targets.some(({ text }) => info.chain.includes(text)),
      ),
  );
  return accepting.map(({ key }) => key);
}

/** How many products are looked at to see whom a package's products name. */
const NEIGHBOURS = 100;

/** The people and teams whom the products beside this one name after the same word, the most frequent first. */
function saidNearby(cursor: Cursor, graph: Graph, name: string): string[] {
  const container = containerOf(cursor, graph);
  const entry: Entry | undefined = container ? graph.entry('product', container) : undefined;
  const counts = new Map<string, number>();
  for (const neighbour of entry ? graph.children(entry).slice(0, NEIGHBOURS) : []) {
    for (const { property, values } of neighbour.attributes) {
      for (const { text } of property === name ? values : []) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
}
