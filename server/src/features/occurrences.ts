import type { Graph } from '../model/graph.ts';
import { ruleIdOf } from '../model/names.ts';
import { propertyOf } from '../model/properties.ts';
import { type DocumentRecord, type Entry, type Namespace, namespaceOf, type Range } from '../model/record.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import { demandsOf, type FieldPlace, fieldOf, type Spot } from './locate.ts';

/** Something that is declared in places and referred to in others. */
export type Referent =
  | { what: 'entry'; namespace: Namespace; key: string }
  | { what: 'field'; declaration: FieldPlace }
  | { what: 'rule'; id: string };

/** A place where a referent stands. */
export interface Occurrence {
  /** Address of the document. */
  document: string;
  range: Range;
  /** The whole declaration or statement of which it is the name. */
  extent: Range;
  /** Here it is declared; else referred to. */
  declares: boolean;
}

/** What a spot names; undefined for words of the language and for names that nobody has declared. */
export function referentAt(spot: Spot): Referent | undefined {
  switch (spot.what) {
    case 'key':
      return { what: 'entry', namespace: namespaceOf(spot.entry.type), key: spot.entry.key };
    case 'reference': {
      if (spot.link.quoted || spot.link.key === '') return undefined;
      const target = spot.project.engine.graph.resolve(spot.link);
      // A key that nothing declares has references all the same.
      const namespace = target ? namespaceOf(target.type) : spot.link.namespaces[0];
      return { what: 'entry', namespace, key: spot.link.key };
    }
    case 'field':
      return spot.declaration && { what: 'field', declaration: spot.declaration };
    case 'demand':
      return { what: 'rule', id: ruleIdOf(spot.entry.key, spot.demand.property) };
    case 'rule':
      return { what: 'rule', id: spot.id };
    case 'attribute':
      return undefined;
  }
}

/** Where it is declared: every declaration where a key has several; nothing where none has been found. */
export function declarationsOf(graph: Graph, referent: Referent): Occurrence[] {
  switch (referent.what) {
    case 'entry':
      return graph.declarations(referent.namespace, referent.key).map(entry => occurrence(entry, entry, true));
    case 'field':
      return [occurrence(referent.declaration.entry, referent.declaration.field, true)];
    case 'rule':
      return demandsOf(graph, referent.id).map(({ entry, demand }) => occurrence(entry, demand, true));
  }
}

/** Every place of a project where a referent stands, its settings included; by address, then by place. */
export function occurrences({ engine, settings, settingsFile }: LoadedProject, referent: Referent): Occurrence[] {
  const { graph } = engine;
  const found = [...documentsWith(graph, referent)].flatMap(record => occurrencesIn(graph, record, referent));
  const setting = referent.what === 'rule' && settings.rulesAt.get(referent.id);
  if (setting && settingsFile) {
    found.push({ document: settingsFile, range: setting, extent: setting, declares: false });
  }
  return found.sort(
    (a, b) =>
      (a.document < b.document ? -1 : a.document > b.document ? 1 : 0) ||
      a.range.line - b.range.line ||
      a.range.character - b.range.character,
  );
}

/** Every place of one document where a referent stands. */
export function occurrencesIn(graph: Graph, record: DocumentRecord, referent: Referent): Occurrence[] {
  return record.entries.flatMap(entry => [...inEntry(graph, entry, referent)]);
}

function* inEntry(graph: Graph, entry: Entry, referent: Referent): Iterable<Occurrence> {
  switch (referent.what) {
    case 'entry': {
      const { namespace, key } = referent;
      if (entry.key === key && namespaceOf(entry.type) === namespace) yield occurrence(entry, entry, !entry.extension);
      for (const link of graph.linksOf(entry)) {
        if (link.quoted || link.key !== key || !link.namespaces.includes(namespace)) continue;
        const target = graph.resolve(link);
        if (target && namespaceOf(target.type) !== namespace) continue;
        yield { document: entry.document, range: link.range, extent: link.range, declares: false };
      }
      break;
    }
    case 'field': {
      const { field } = referent.declaration;
      const isMeant = (kind: string): boolean => fieldOf(graph, kind, field.name)?.field === field;
      if (entry.fields?.includes(field)) yield occurrence(entry, field, true);
      for (const demand of entry.demands ?? []) {
        if (demand.property === field.name && isMeant(entry.key)) yield occurrence(entry, demand, false);
      }
      for (const attribute of entry.attributes) {
        if (attribute.property === field.name && entry.kind && isMeant(entry.kind.text)) {
          yield occurrence(entry, attribute, false);
        }
      }
      break;
    }
    case 'rule': {
      for (const demand of entry.demands ?? []) {
        if (ruleIdOf(entry.key, demand.property) === referent.id) yield occurrence(entry, demand, true);
      }
      for (const { property, values } of entry.attributes) {
        if (propertyOf(property)?.value !== 'rule' || values[0]?.text !== referent.id) continue;
        yield occurrence(entry, { range: values[0].range, extent: values[0].range }, false);
      }
    }
  }
}

/** The documents in which a referent may stand. Fields and rules have no index: all that the project has. */
function documentsWith(graph: Graph, referent: Referent): Iterable<DocumentRecord> {
  if (referent.what !== 'entry') return graph.records();
  const { namespace, key } = referent;
  const entries = [
    ...graph.declarations(namespace, key),
    ...(namespace === 'kind' ? graph.extensions(key) : []),
    ...[...graph.referencesTo(namespace, key)].map(({ entry }) => entry),
  ];
  return new Set(entries.map(({ document }) => graph.record(document)).filter(record => record !== undefined));
}

function occurrence(
  { document }: Entry,
  { range, extent }: { range: Range; extent: Range },
  declares: boolean,
): Occurrence {
  return { document, range, extent, declares };
}
