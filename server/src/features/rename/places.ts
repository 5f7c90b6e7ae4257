/** Every place in which a key or a field's name stands, in all files of a project and in its settings. */
import type { Graph } from '../../model/graph.ts';
import { MENTIONABLE } from '../../model/links.ts';
import { nameOf } from '../../model/names.ts';
import { propertyOf } from '../../model/properties.ts';
import type { Entry, Namespace, Range } from '../../model/record.ts';
import { isLibrary } from '../../workspace/library.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import { occurrences } from '../occurrences.ts';
import { keyOf, partOf, type Subject } from './subject.ts';

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
  const { graph } = project.engine;
  const old = keyOf(subject);
  // What needs more than the new key goes first: of two changes at one place the first counts.
  const places: Place[] = subject.what === 'entry' ? [...mentions(graph, subject.namespace, old, to)] : [];
  for (const { document, range } of occurrences(project, subject)) places.push({ document, range, old, new: to });
  for (const { document, range, id } of ruleIds(project)) {
    const [kind, property] = split(id);
    if (subject.what === 'field') {
      if (property !== old || !hasField(graph, kind, subject)) continue;
      places.push({ document, range: partOf(range, kind.length + 1, id.length), old, new: to });
    } else if (subject.namespace === 'kind' && kind === old) {
      places.push({ document, range: partOf(range, 0, kind.length), old, new: to });
    }
  }
  const seen = new Set<string>();
  return places.filter(({ document, range: { line, character } }) => {
    const at = `${document} ${line} ${character}`;
    return !isLibrary(document) && !seen.has(at) && seen.add(at);
  });
}

/**
 * `[[KEY]]` means a product, else a document, and so on. Where another entry has the new key already, those that would change their
 * meaning say from now on what they mean: `[[term:KEY]]`.
 */
function* mentions(graph: Graph, namespace: Namespace, old: string, to: string): Iterable<Place> {
  const rank = MENTIONABLE.indexOf(namespace);
  if (rank < 0) return;
  if (MENTIONABLE.slice(0, rank).some(other => graph.entry(other, to))) {
    for (const place of unprefixed(graph, namespace, old)) yield { ...place, old, new: `${namespace}:${to}` };
  }
  for (const other of MENTIONABLE.slice(rank + 1)) {
    if (!graph.entry(other, to)) continue;
    for (const place of unprefixed(graph, other, to)) yield { ...place, old: to, new: `${other}:${to}` };
  }
}

/** The mentions of an entry that do not say in which namespace it is. */
function* unprefixed(graph: Graph, namespace: Namespace, key: string): Iterable<{ document: string; range: Range }> {
  for (const { entry, link } of graph.referencesTo(namespace, key)) {
    if (link.namespaces.length > 1) yield { document: entry.document, range: link.range };
  }
}

/** Whether a kind has the field, from its own declaration or from an ancestor's. */
function hasField(graph: Graph, kind: string, { declaration }: Subject & { what: 'field' }): boolean {
  return graph.kind(kind)?.fields.get(declaration.field.name)?.field === declaration.field;
}

function* entriesOf(graph: Graph): Iterable<Entry> {
  for (const { entries } of graph.records()) yield* entries;
}

/** Every place that names a rule: waivers, and the project's settings. */
function* ruleIds({
  engine,
  settings,
  settingsFile,
}: LoadedProject): Iterable<{ document: string; range: Range; id: string }> {
  for (const { document, attributes } of entriesOf(engine.graph)) {
    for (const { property, values } of attributes) {
      if (propertyOf(property)?.value !== 'rule') continue;
      for (const { text: id, range } of values) yield { document, range, id };
    }
  }
  for (const [id, range] of settingsFile ? settings.rulesAt : []) yield { document: settingsFile!, range, id };
}

function split(id: string): [kind: string, property: string] {
  const dot = id.indexOf('.');
  return dot < 0 ? ['', ''] : [id.slice(0, dot), id.slice(dot + 1)];
}

/** Why the new name cannot be had, in a sentence: others have it already. Undefined where nobody has. */
export function takenBy({ engine: { graph } }: LoadedProject, subject: Subject, to: string): string | undefined {
  if (subject.what === 'field') {
    for (const entry of entriesOf(graph)) {
      const kind = entry.type === 'kind' ? entry.key : (entry.kind?.text ?? '');
      if (!hasField(graph, kind, subject)) continue;
      const stated = entry.attributes.some(({ property }) => property === to);
      if (stated || graph.kind(kind)!.fields.has(to)) {
        return `The name \`${to}\` is taken: ${kind} has a field that is called so. Choose another.`;
      }
    }
    return undefined;
  }
  const { namespace } = subject;
  const [declared] = graph.declarations(namespace, to);
  if (declared) return `The key \`${to}\` is taken: ${nameOf(declared)} is a ${declared.type}. Choose another.`;
  const extended = namespace === 'kind' && graph.extensions(to).length > 0;
  if (!extended && graph.referencesTo(namespace, to)[Symbol.iterator]().next().done) return undefined;
  return `The key \`${to}\` is in use: nothing declares it, but there are references to it. Choose another, or mend them first.`;
}
