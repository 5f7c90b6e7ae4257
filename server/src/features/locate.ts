import type { Position } from 'vscode-languageserver-types';
import type { Graph } from '../model/graph.ts';
import type { EffectiveDemand } from '../model/kinds.ts';
import type { Link } from '../model/links.ts';
import { type Property, propertyOf } from '../model/properties.ts';
import type { Demand, Entry, Field, Range } from '../model/record.ts';
import { canonical } from '../workspace/addresses.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { contains } from './ranges.ts';

/** What a stretch of a document stands for. */
export type Meaning =
  /** The key of a declaration (or of an `extend kind`), where it is declared. */
  | { what: 'key'; entry: Entry }
  /** A reference to another entry by its key or, where `link.quoted`, by a name that nobody has declared. */
  | { what: 'reference'; entry: Entry; link: Link }
  /** The word of an attribute, where it is stated. */
  | { what: 'attribute'; entry: Entry; property: Property }
  /** The name of a field, where it is declared or stated. */
  | { what: 'field'; entry: Entry; name: string; declaration: FieldPlace | undefined }
  /** What a kind demands: the word of an attribute or the name of a field in a demand. */
  | { what: 'demand'; entry: Entry; demand: Demand }
  /** The id of a rule: in a waiver, or in the project's settings, which are no entry. */
  | { what: 'rule'; entry?: Entry; id: string };

/** What stands at a position, and in which project. */
export type Spot = Meaning & { project: LoadedProject; range: Range };

/** Where a kind declares a field. */
export interface FieldPlace {
  /** The kind's declaration or extension. */
  entry: Entry;
  field: Field;
}

/**
 * What stands at a position of a document or of a project's settings; undefined where nothing does that means more than itself. Looks
 * at that one document's record alone.
 */
export function locate(workspace: Workspace, uri: string, position: Position): Spot | undefined {
  const [project] = workspace.projectsWith(uri);
  if (project === undefined) return undefined;
  const { graph } = project.engine;
  if (canonical(uri) === project.settingsFile) {
    for (const [id, range] of project.settings.rulesAt) {
      if (contains(range, position)) return { what: 'rule', id, project, range };
    }
    return undefined;
  }
  // What is nested stands after what it is nested in: from the end, the innermost comes first.
  for (const entry of graph.record(canonical(uri))?.entries.toReversed() ?? []) {
    if (!contains(entry.extent, position)) continue;
    for (const [range, meaning] of spotsOf(entry, graph)) {
      if (contains(range, position)) return { ...meaning(), project, range };
    }
  }
  return undefined;
}

/** All that stands in one entry and means more than itself, with the way to find out what. */
function* spotsOf(entry: Entry, graph: Graph): Iterable<[Range, () => Meaning]> {
  if (entry.key !== '') yield [entry.range, () => ({ what: 'key', entry })];
  for (const link of graph.linksOf(entry)) yield [link.range, () => ({ what: 'reference', entry, link })];
  for (const { property: word, range, values } of entry.attributes) {
    yield [range, () => attributeOrField(entry, word, graph)];
    if (propertyOf(word)?.value === 'rule') {
      for (const { text: id, range } of values) yield [range, () => ({ what: 'rule', entry, id })];
    }
  }
  for (const demand of entry.demands ?? []) {
    if (demand.property !== '') yield [demand.range, () => ({ what: 'demand', entry, demand })];
  }
  for (const field of entry.fields ?? []) {
    yield [field.range, () => ({ what: 'field', entry, name: field.name, declaration: { entry, field } })];
  }
}

function attributeOrField(entry: Entry, word: string, graph: Graph): Meaning {
  const property = propertyOf(word);
  if (property) return { what: 'attribute', entry, property };
  return { what: 'field', entry, name: word, declaration: fieldOf(graph, entry.kind?.text ?? '', word) };
}

/** Where the field that a kind has under this name is declared: by itself or by an ancestor. */
export function fieldOf(graph: Graph, kind: string, name: string): FieldPlace | undefined {
  const effective = graph.kind(kind)?.fields.get(name);
  const entry =
    effective && statements(graph, effective.statedBy).find(({ fields }) => fields?.includes(effective.field));
  return entry && { entry, field: effective.field };
}

/** The demands that a rule id such as `facility.hosts` names, with the kinds' statements that make them. */
export function demandsOf(graph: Graph, id: string): { entry: Entry; demand: Demand }[] {
  const dot = id.indexOf('.');
  if (dot < 1) return [];
  const named = graph.kind(id.slice(0, dot))?.demands.filter(({ ids }) => ids[0] === id) ?? [];
  return named.flatMap(effective => statementOf(graph, effective) ?? []);
}

function statementOf(
  graph: Graph,
  { demand, statedBy }: EffectiveDemand,
): { entry: Entry; demand: Demand } | undefined {
  const entry = statements(graph, statedBy).find(({ demands }) => demands?.includes(demand));
  return entry && { entry, demand };
}

function statements(graph: Graph, kind: string): readonly Entry[] {
  return [...graph.declarations('kind', kind), ...graph.extensions(kind)];
}
