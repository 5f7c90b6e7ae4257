/** Every place in which a key or a field's name stands, in all files of a project and in its settings. */
import type { Graph } from '../../model/graph.ts';
import { MENTIONABLE } from '../../model/links.ts';
import { type Attribute, type Entry, type Namespace, namespaceOf, type Range } from '../../model/record.ts';
import { isLibrary } from '../../workspace/library.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import { partOf, type Subject } from './subject.ts';

/** A stretch of a file to be replaced. */
export interface Place {
  /** Address of the document or of the project's settings. */
  document: string;
  range: Range;
  /** What stands there now. */
  old: string;
  new: string;
}

/** Every change that a rename makes. */
export function placesOf(project: LoadedProject, subject: Subject, to: string): Place[] {
  const places = subject.what === 'field' ? fieldPlaces(project, subject, to) : keyPlaces(project, subject, to);
  const seen = new Set<string>();
  return places.filter(({ document, range: { line, character } }) => {
    const at = `${document} ${line} ${character}`;
    return !isLibrary(document) && !seen.has(at) && seen.add(at);
  });
}

type KeySubject = Subject & { what: 'key' };
type FieldSubject = Subject & { what: 'field' };

function keyPlaces(project: LoadedProject, { namespace, key }: KeySubject, to: string): Place[] {
  const { graph } = project.engine;
  const places: Place[] = [];
  const extensions = namespace === 'kind' ? graph.extensions(key) : [];
  for (const { document, range } of [...graph.declarations(namespace, key), ...extensions]) {
    places.push({ document, range, old: key, new: to });
  }
  // A `[[KEY]]` that does not say what it means could mean another entry under the new key.
  const hidden = hides(graph, namespace, to);
  for (const { entry, link } of graph.referencesTo(namespace, key)) {
    const says = hidden && link.namespaces.length > 1 ? `${namespace}:` : '';
    places.push({ document: entry.document, range: link.range, old: key, new: says + to });
  }
  places.push(...mentionsToKeep(graph, namespace, to));
  if (namespace === 'kind') {
    for (const { document, range, id } of ruleIds(project)) {
      if (!id.startsWith(`${key}.`)) continue;
      places.push({ document, range: partOf(range, 0, key.length), old: key, new: to });
    }
  }
  return places;
}

/** Whether `[[KEY]]` would mean an entry of a namespace that goes before this one. */
function hides(graph: Graph, namespace: Namespace, key: string): boolean {
  const before = MENTIONABLE.slice(0, Math.max(0, MENTIONABLE.indexOf(namespace)));
  return before.some(other => graph.entry(other, key) !== undefined);
}

/** Mentions of another namespace's entry that would mean the renamed one from now on: they say what they mean. */
function* mentionsToKeep(graph: Graph, namespace: Namespace, key: string): Iterable<Place> {
  if (!MENTIONABLE.includes(namespace)) return;
  for (const other of MENTIONABLE.slice(MENTIONABLE.indexOf(namespace) + 1)) {
    if (!graph.entry(other, key)) continue;
    for (const { entry, link } of graph.referencesTo(other, key)) {
      if (link.namespaces.length < 2) continue;
      yield { document: entry.document, range: link.range, old: key, new: `${other}:${key}` };
    }
  }
}

function fieldPlaces(project: LoadedProject, { kind, key }: FieldSubject, to: string): Place[] {
  const { graph } = project.engine;
  const places: Place[] = [];
  const add = (document: string, range: Range): void => {
    places.push({ document, range, old: key, new: to });
  };
  const isMeant = (of: string | undefined): boolean => of !== undefined && hasField(graph, of, kind, key);
  for (const entry of entriesOf(graph)) {
    const { document } = entry;
    if (entry.type === 'kind') {
      for (const field of entry.key === kind ? (entry.fields ?? []) : [])
        if (field.name === key) add(document, field.range);
      for (const demand of entry.demands ?? []) {
        if (demand.property === key && isMeant(entry.key)) add(document, demand.range);
      }
    } else if (isMeant(entry.kind?.text)) {
      for (const { property, range } of entry.attributes) if (property === key) add(document, range);
    }
  }
  for (const { document, range, id } of ruleIds(project)) {
    const [of, property] = split(id);
    if (property === key && isMeant(of)) add(document, partOf(range, of.length + 1, id.length));
  }
  return places;
}

/** Whether a kind has the field of this name that `owner` declares. */
export function hasField(graph: Graph, kind: string, owner: string, name: string): boolean {
  return graph.kind(kind)?.fields.get(name)?.statedBy === owner;
}

/** Every entry of every document. */
export function* entriesOf(graph: Graph): Iterable<Entry> {
  for (const { entries } of graph.records()) yield* entries;
}

/** Every place that names a rule: waivers, and the project's settings. */
function* ruleIds({
  engine,
  settings,
  settingsFile,
}: LoadedProject): Iterable<{ document: string; range: Range; id: string }> {
  const isWaiver = ({ property }: Attribute): boolean => property === 'waive';
  for (const { document, attributes } of entriesOf(engine.graph)) {
    for (const { values } of attributes.filter(isWaiver)) {
      for (const { text: id, range } of values) yield { document, range, id };
    }
  }
  for (const [id, range] of settingsFile ? settings.rulesAt : []) yield { document: settingsFile!, range, id };
}

function split(id: string): [kind: string, property: string] {
  const dot = id.indexOf('.');
  return dot < 0 ? ['', ''] : [id.slice(0, dot), id.slice(dot + 1)];
}

/** The namespaces' words for what stands in them, as a sentence says it. */
export const WHAT: Readonly<Record<Namespace, string>> = {
  product: 'product',
  party: 'person or team',
  document: 'document',
  requirement: 'requirement',
  repository: 'repository',
  term: 'term',
  kind: 'kind',
};

/** Why the new name cannot be had, where others have it already. */
export function takenBy({ engine: { graph } }: LoadedProject, subject: Subject, to: string): string | undefined {
  if (subject.what === 'field') return fieldTakenBy(graph, subject, to);
  const { namespace } = subject;
  const [declared] = graph.declarations(namespace, to);
  if (declared)
    return `The key \`${to}\` is taken: a ${namespaceOf(declared.type) === 'party' ? declared.type : WHAT[namespace]} has it. Choose another.`;
  const extension = namespace === 'kind' && graph.extensions(to).length > 0;
  if (!extension && graph.referencesTo(namespace, to)[Symbol.iterator]().next().done) return undefined;
  return `The key \`${to}\` is in use: nothing declares it, but there are references to it, which would mean something else from now on. Choose another.`;
}

function fieldTakenBy(graph: Graph, { kind, key }: FieldSubject, to: string): string | undefined {
  for (const entry of entriesOf(graph)) {
    const of = entry.type === 'kind' ? entry.key : entry.kind?.text;
    if (of === undefined || !hasField(graph, of, kind, key)) continue;
    const stated = entry.attributes.some(({ property }) => property === to);
    if (stated || graph.kind(of)?.fields.has(to))
      return `The name \`${to}\` is taken: ${of} has such a field. Choose another.`;
  }
  return undefined;
}
