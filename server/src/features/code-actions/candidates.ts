/** What may stand as a value: those that are likely first. */
import type { Graph } from '../../model/graph.ts';
import { isPlainFieldType, namespaceOfValue } from '../../model/links.ts';
import { nameOf } from '../../model/names.ts';
import { PROPERTIES, propertyOf, type ValueType } from '../../model/properties.ts';
import type { Entry, Field } from '../../model/record.ts';
import type { Scene } from './fix.ts';
import { nameInQuotes } from './keys-from-names.ts';
import type { Template } from './template.ts';

/** How many are offered, and how many entries are looked at to find them. */
const OFFERED = 20;
const LOOKED_AT = 500;

/** A value to write: with what may be chosen instead, and how a title says it. */
export interface Offer {
  value: Template;
  says: string;
  /** It only shows where to write something: nothing fits that is declared. */
  open?: true;
}

/** What to write as the value of an attribute or a field of an entry; `kinds`: only products of these kinds fit. */
export function offersFor(scene: Scene, entry: Entry, word: string, kinds: readonly string[]): Offer[] {
  const field = scene.graph.kind(entry.kind?.text ?? '')?.fields.get(word)?.field;
  const property = propertyOf(word);
  if (!property) return field ? offersForField(scene, entry, field) : [];
  const listed = new Set(
    entry.attributes
      .filter(({ property }) => property === word)
      .flatMap(({ values }) => values.map(({ text }) => text)),
  );
  const found = candidates(scene, entry, property.value, word, kinds).filter(({ key }) => !listed.has(key));
  if (found.length > 0) return choice(scene, found);
  return namespaceOfValue(property.value) ? [openKey] : plainOffer(scene, property.value, entry);
}

const openKey: Offer = { value: [{ gap: 'KEY' }], says: 'a key, to be filled in', open: true };

function plainOffer({ today }: Scene, type: ValueType, entry: Entry): Offer[] {
  const gaps: Partial<Record<ValueType, string>> = {
    text: nameInQuotes(entry.key),
    code: '1.01',
    date: today,
    url: 'https://example.org',
    email: '"name@example.org"',
    block: '"""Text"""',
  };
  const gap = gaps[type];
  return gap === undefined ? [] : [{ value: [{ gap }], says: gap }];
}

function offersForField(scene: Scene, entry: Entry, { type, choices }: Field): Offer[] {
  const one = (gap: string): Offer[] => [{ value: [{ gap }], says: gap }];
  switch (type.text) {
    case 'choice': {
      const words = choices.map(({ text }) => (/^[\w./-]+$/.test(text) ? text : nameInQuotes(text)));
      if (words.length === 0) return [];
      return [{ value: [{ gap: words[0], choices: words }], says: orAnother(words[0], words.length) }];
    }
    case 'text':
      return one('"Text"');
    case 'number':
      return one('1');
    case 'date':
      return one(scene.today);
    case 'url':
      return one('https://example.org');
  }
  const plain = isPlainFieldType(type.text);
  const found = plain
    ? candidates(scene, entry, type.text as ValueType, '', [])
    : candidates(scene, entry, 'product', '', [type.text]);
  return found.length > 0 ? choice(scene, found) : [openKey];
}

/** One gap with all of them; where the editor cannot offer a choice, the first three one by one. */
export function choice({ snippets }: Scene, entries: readonly Entry[]): Offer[] {
  const offered = entries.slice(0, OFFERED);
  if (!snippets) return offered.slice(0, 3).map(entry => ({ value: [entry.key], says: nameOf(entry) }));
  const choices = offered.map(({ key }) => key);
  return [{ value: [{ gap: choices[0], choices }], says: orAnother(nameOf(offered[0]), choices.length) }];
}

const orAnother = (first: string, number: number): string => (number > 1 ? `${first}, or choose another` : first);

function candidates(
  scene: Scene,
  entry: Entry,
  type: ValueType,
  word: string,
  kinds: readonly string[],
): readonly Entry[] {
  const { graph } = scene;
  switch (type) {
    case 'party':
    case 'person':
    case 'team':
      return parties(scene, entry, word, type);
    case 'product':
      return products(graph, entry, word, kinds);
    case 'repository':
      // A repository of another product would be shared.
      return first(graph.keysFrom('repository', ''), other => graph.from(other, 'repository').length === 0);
    case 'requirement':
      return first(graph.keysFrom('requirement', ''), other => graph.from(other, 'satisfies').length === 0);
    case 'document':
      return first(graph.keysFrom('document', ''), () => true);
    default:
      return [];
  }
}

/** People and teams: those whom the products beside this one and in this document name after the same word, the most frequent first. */
function parties({ graph, record }: Scene, entry: Entry, word: string, type: ValueType): readonly Entry[] {
  const counts = new Map<string, number>();
  const parent = entry.type === 'product' ? graph.parent(entry) : undefined;
  const beside = parent ? graph.children(parent).slice(0, LOOKED_AT) : [];
  for (const [others, weight] of [
    [beside, 1000],
    [record.entries, 1],
  ] as const) {
    for (const { attributes } of others) {
      for (const { property, values } of attributes) {
        if (property !== word) continue;
        for (const { text } of values) counts.set(text, (counts.get(text) ?? 0) + weight);
      }
    }
  }
  const fits = (other: Entry | undefined): other is Entry =>
    other !== undefined && (type === 'party' || other.type === type);
  const used = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([key]) => graph.entry('party', key));
  const rest = first(graph.keysFrom('party', ''), fits);
  return [...new Set([...used.filter(fits), ...rest])];
}

/** Products of these kinds that can be linked without a circle, those that are not obsolete. */
function products(graph: Graph, entry: Entry, word: string, kinds: readonly string[]): readonly Entry[] {
  const { relation, reversed } = propertyOf(word) ?? {};
  const back = relation && new Set(reversed ? graph.to(entry, relation) : graph.from(entry, relation));
  const accepted = kinds.length > 0 ? kindsOf(graph, kinds) : [undefined];
  return accepted.flatMap(kind =>
    first(
      graph.keysFrom('product', '', kind),
      other => other.key !== entry.key && !graph.isObsolete(other) && !back?.has(other),
    ),
  );
}

/** These kinds and all that extend them. */
export function kindsOf(graph: Graph, kinds: readonly string[]): string[] {
  const all = [...graph.keysFrom('kind', '')].map(({ key }) => key);
  return [
    ...kinds,
    ...all.filter(key => !kinds.includes(key) && graph.kind(key)?.chain.some(one => kinds.includes(one))),
  ];
}

function first(entries: Iterable<Entry>, fits: (entry: Entry) => boolean): Entry[] {
  const found: Entry[] = [];
  let looked = 0;
  for (const entry of entries) {
    if (found.length === OFFERED || looked++ === LOOKED_AT) break;
    if (fits(entry)) found.push(entry);
  }
  return found;
}

/** Of which kinds a property's values count, as the kind of the product that states it demands, or the kinds at the other end. */
export function wantedKinds(graph: Graph, kind: string, word: string): string[] {
  const info = graph.kind(kind);
  const own = info?.demands.find(({ demand }) => demand.property === word && demand.targets.length > 0);
  if (own) return own.demand.targets.map(({ text }) => text);
  const property = propertyOf(word);
  const other = PROPERTIES.find(
    ({ relation, reversed }) => relation && relation === property?.relation && reversed !== property?.reversed,
  );
  if (!info || !other) return [];
  return [...graph.keysFrom('kind', '')]
    .map(({ key }) => key)
    .filter(key =>
      graph
        .kind(key)
        ?.demands.some(
          ({ demand }) =>
            demand.property === other.word && demand.targets.some(({ text }) => info.chain.includes(text)),
        ),
    );
}
