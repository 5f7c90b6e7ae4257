import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver';
import { canonical } from '../workspace/addresses.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answerAtOnce } from './answer.ts';
import type { Feature } from './feature.ts';
import { locate } from './locate.ts';
import { occurrencesIn, referentAt } from './occurrences.ts';
import { toLsp } from './ranges.ts';

/** `textDocument/documentHighlight`: the other places of this document that name what stands at the cursor. */
export const highlight: Feature = {
  capabilities: { documentHighlightProvider: true },
  register(session) {
    session.connection.onDocumentHighlight(
      answerAtOnce(session, ({ textDocument, position }) =>
        highlightsAt(session.workspace, textDocument.uri, position),
      ),
    );
  },
};

/** Where this document names what stands at a position; declarations count as writing, references as reading. */
export function highlightsAt(workspace: Workspace, uri: string, position: Position): DocumentHighlight[] | null {
  const spot = locate(workspace, uri, position);
  const referent = spot && referentAt(spot);
  if (spot === undefined || referent === undefined) return null;
  const { graph } = spot.project.engine;
  const record = graph.record(canonical(uri));
  if (record === undefined) return null;
  return occurrencesIn(graph, record, referent).map(({ range, declares }) => ({
    range: toLsp(range),
    kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
