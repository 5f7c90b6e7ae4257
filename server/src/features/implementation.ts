import type { DefinitionLink, Location, Position, TextDocumentPositionParams } from 'vscode-languageserver';
import { byKey } from '../model/buckets.ts';
import type { Graph } from '../model/graph.ts';
import type { Relation } from '../model/properties.ts';
import type { Entry, EntryType } from '../model/record.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';
import { type Jump, toTargets } from './jump.ts';
import { locate } from './locate.ts';
import { referentAt } from './occurrences.ts';
import { toLsp } from './ranges.ts';

/** `textDocument/implementation`: from what the registry or a kind declares to the products that stand behind it. */
export const implementation: Feature = {
  capabilities: { implementationProvider: true },
  register(session) {
    session.connection.onImplementation(
      answer(session, ({ textDocument, position }: TextDocumentPositionParams): Location[] | DefinitionLink[] | null =>
        toTargets(implementationAt(session.workspace, textDocument.uri, position), 'implementation', session.client()),
      ),
    );
  },
};

/** The relations by which products stand behind an entry: a requirement is satisfied by them, a document characterises them, … */
const BEHIND: Partial<Record<EntryType, readonly Relation[]>> = {
  person: ['owner', 'manager'],
  team: ['team', 'owner', 'manager'],
  document: ['document'],
  requirement: ['satisfies'],
  repository: ['repository'],
};

/** The products behind what stands at a position, by key. */
export function implementationAt(workspace: Workspace, uri: string, position: Position): Jump | undefined {
  const spot = locate(workspace, uri, position);
  const referent = spot && referentAt(spot);
  if (spot === undefined || referent?.what !== 'entry') return undefined;
  const products = workspace.projectsWith(uri).flatMap(({ engine: { graph } }) => {
    const entry = graph.entry(referent.namespace, referent.key);
    return entry ? productsBehind(graph, entry) : [];
  });
  return { from: toLsp(spot.range), to: products };
}

function productsBehind(graph: Graph, entry: Entry): Entry[] {
  const products =
    entry.type === 'kind'
      ? [...withExtensions(graph, entry)].flatMap(kind => graph.from(kind, 'kind'))
      : (BEHIND[entry.type] ?? []).flatMap(relation => graph.from(entry, relation));
  return [...new Set(products.filter(({ type }) => type === 'product'))].sort(byKey);
}

/** A kind and all kinds that extend it, at any depth. */
function withExtensions(graph: Graph, kind: Entry): Set<Entry> {
  const kinds = new Set([kind]);
  for (const at of kinds) for (const other of graph.from(at, 'extends')) kinds.add(other);
  return kinds;
}
