import type { DefinitionLink, Location, Position, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';
import { type Jump, toTargets } from './jump.ts';
import { fieldOf, locate } from './locate.ts';
import { declarationsOf, referentAt } from './occurrences.ts';
import { toLsp } from './ranges.ts';

/** `textDocument/definition`: from any reference to what it refers to; to each declaration where a key has several. */
export const definition: Feature = {
  capabilities: { definitionProvider: true },
  register(session) {
    session.connection.onDefinition(
      answer(session, ({ textDocument, position }: TextDocumentPositionParams): Location[] | DefinitionLink[] | null =>
        toTargets(definitionAt(session.workspace, textDocument.uri, position), 'definition', session.client()),
      ),
    );
  },
};

/** The declarations of what stands at a position. */
export function definitionAt(workspace: Workspace, uri: string, position: Position): Jump | undefined {
  const spot = locate(workspace, uri, position);
  if (spot === undefined) return undefined;
  const { graph } = spot.project.engine;
  const field = spot.what === 'demand' && fieldOf(graph, spot.entry.key, spot.demand.property);
  const referent = field ? ({ what: 'field', declaration: field } as const) : referentAt(spot);
  return referent && { from: toLsp(spot.range), to: declarationsOf(graph, referent) };
}
