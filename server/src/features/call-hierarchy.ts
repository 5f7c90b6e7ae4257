/**
 * Call hierarchy (`textDocument/prepareCallHierarchy`, `callHierarchy/incomingCalls`, `callHierarchy/outgoingCalls`) on products and
 * repositories: what an entry uses, hosts and requires, and what it is used in, hosted on and required by, at any depth.
 */
import type { CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall } from 'vscode-languageserver';
import type { Graph } from '../model/graph.ts';
import type { Relation } from '../model/properties.ts';
import { type Entry, namespaceOf, type Range, type Value } from '../model/record.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';
import { entryOfItem, toHierarchyItem } from './hierarchy-item.ts';
import { locate } from './locate.ts';
import { referentAt } from './occurrences.ts';
import { toLsp } from './ranges.ts';

export const callHierarchy: Feature = {
  capabilities: { callHierarchyProvider: true },
  register(session) {
    const { callHierarchy } = session.connection.languages;
    callHierarchy.onPrepare(
      answer(session, ({ textDocument, position }): CallHierarchyItem[] | null => {
        const spot = locate(session.workspace, textDocument.uri, position);
        const referent = spot && referentAt(spot);
        if (referent?.what !== 'entry') return null;
        const entry = spot!.project.engine.graph.entry(referent.namespace, referent.key);
        const walks = entry?.type === 'product' || entry?.type === 'repository';
        return walks ? [toHierarchyItem(spot!.project, entry, entry.name?.text ?? '')] : null;
      }),
    );
    callHierarchy.onOutgoingCalls(
      answer(session, ({ item }): CallHierarchyOutgoingCall[] | null => {
        const calls = callsOf(session.workspace, item, 'to');
        return calls?.map(({ item: to, fromRanges }) => ({ to, fromRanges })) ?? null;
      }),
    );
    callHierarchy.onIncomingCalls(
      answer(session, ({ item }): CallHierarchyIncomingCall[] | null => {
        const calls = callsOf(session.workspace, item, 'from');
        return calls?.map(({ item: from, fromRanges }) => ({ from, fromRanges })) ?? null;
      }),
    );
  },
};

type Direction = 'to' | 'from';

/** How the hierarchy words a relation, by direction. */
const LABELS: Record<'uses' | 'hosts' | 'requires', Record<Direction, string>> = {
  uses: { to: 'uses', from: 'used in' },
  hosts: { to: 'hosts', from: 'hosted on' },
  requires: { to: 'requires', from: 'required by' },
};

/** One step: the entry at the other end, and the links by which it is reached, from the side of the one that calls. */
interface Step {
  other: Entry;
  label: string;
  /** What the author notes at the link. */
  note: string | undefined;
  /** Where the caller's document states it. */
  places: readonly Range[];
}

function callsOf(workspace: Workspace, item: CallHierarchyItem, direction: Direction) {
  const found = entryOfItem(workspace, item);
  return (
    found &&
    stepsFrom(found.graph, found.entry, direction).map(step => toCall(found.project, found.entry, step, direction))
  );
}

function toCall(project: LoadedProject, entry: Entry, { other, label, note, places }: Step, direction: Direction) {
  const caller = direction === 'to' ? entry : other;
  // The relation first: what is shown beside the tree is soon cut off.
  const detail = `${label}${note ? `: ${note}` : ''}${other.name?.text ? ` · ${other.name.text}` : ''}`;
  // A link that only the other end states, in another document, has no place in the caller's own: its key stands for it.
  const ranges = places.length > 0 ? places : [caller.range];
  return { item: toHierarchyItem(project, other, detail), fromRanges: ranges.map(toLsp) };
}

function* stepsAlong(graph: Graph, entry: Entry, relation: 'uses' | 'hosts', direction: Direction): Iterable<Step> {
  for (const other of direction === 'to' ? graph.to(entry, relation) : graph.from(entry, relation)) {
    const [caller, called] = direction === 'to' ? [entry, other] : [other, entry];
    const { note, places } = statementsOf(graph, caller, relation, called);
    yield { other, label: LABELS[relation][direction], note, places };
  }
}

/**
 * What requires what is stated of repositories; people think of the products that are made of them. From a product it leads through its
 * repositories to the products of the other repository, and to that repository itself where it is no product's.
 */
function* stepsAlongRequires(graph: Graph, entry: Entry, direction: Direction): Iterable<Step> {
  const seen = new Set<Entry>([entry]);
  for (const own of repositoriesOf(graph, entry)) {
    for (const far of direction === 'to' ? graph.to(own, 'requires') : graph.from(own, 'requires')) {
      const products = graph.from(far, 'repository').filter(({ type }) => type === 'product');
      const [needing, needed] = direction === 'to' ? [own, far] : [far, own];
      const { note, places } = statementsOf(graph, needing, 'requires', needed);
      for (const other of products.length > 0 ? products : [far]) {
        if (seen.has(other)) continue;
        seen.add(other);
        const caller = direction === 'to' ? entry : other;
        const through =
          caller.type === 'repository' ? places : statementsOf(graph, caller, 'repository', needing).places;
        yield { other, label: LABELS.requires[direction], note, places: through };
      }
    }
  }
}

function repositoriesOf(graph: Graph, entry: Entry): readonly Entry[] {
  return entry.type === 'repository' ? [entry] : graph.to(entry, 'repository');
}

function stepsFrom(graph: Graph, entry: Entry, direction: Direction): Step[] {
  if (entry.type === 'repository') return [...stepsAlongRequires(graph, entry, direction)];
  return [
    ...stepsAlong(graph, entry, 'uses', direction),
    ...stepsAlong(graph, entry, 'hosts', direction),
    ...stepsAlongRequires(graph, entry, direction),
  ];
}

/** Where the document of `from` states a link, at either end, and the note that either end gives it. */
function statementsOf(graph: Graph, from: Entry, relation: Relation, to: Entry): { places: Range[]; note?: string } {
  const places: Range[] = [];
  let note: string | undefined;
  for (const [end, other, reversed] of [
    [from, to, false],
    [to, from, true],
  ] as const) {
    for (const entry of graph.declarations(namespaceOf(end.type), end.key)) {
      for (const link of graph.linksOf(entry)) {
        if (link.relation !== relation || link.reversed !== reversed || link.key !== other.key || link.quoted) continue;
        if (entry.document === from.document) places.push(link.range);
        note ??= valueAt(entry, link.range)?.note?.text;
      }
    }
  }
  return { places, ...(note && { note }) };
}

function valueAt({ attributes }: Entry, { line, character }: Range): Value | undefined {
  for (const { values } of attributes) {
    const found = values.find(({ range }) => range.line === line && range.character === character);
    if (found) return found;
  }
  return undefined;
}
