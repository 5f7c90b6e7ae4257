import type { Location, Position } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';
import { locate } from './locate.ts';
import { type Occurrence, occurrences, referentAt } from './occurrences.ts';
import { toLsp } from './ranges.ts';

/** `textDocument/references`: every place that names what stands at the cursor, from whichever end a link is stated. */
export const references: Feature = {
  capabilities: { referencesProvider: true },
  register(session) {
    session.connection.onReferences(
      answer(session, ({ textDocument, position, context }): Location[] | null => {
        const found = referencesAt(session.workspace, textDocument.uri, position);
        return (
          found
            ?.filter(({ declares }) => !declares || context.includeDeclaration)
            .map(({ document, range }) => ({ uri: document, range: toLsp(range) })) ?? null
        );
      }),
    );
  },
};

/**
 * Every place where what stands at a position is named, declarations included. What the built-in library declares is sought in all
 * projects that start with it.
 */
export function referencesAt(workspace: Workspace, uri: string, position: Position): Occurrence[] | undefined {
  const spot = locate(workspace, uri, position);
  const referent = spot && referentAt(spot);
  if (referent === undefined) return undefined;
  const places = new Map<string, Occurrence>();
  for (const project of workspace.projectsWith(uri)) {
    for (const found of occurrences(project, referent)) {
      places.set(`${found.document} ${found.range.line}:${found.range.character}`, found);
    }
  }
  return [...places.values()];
}
