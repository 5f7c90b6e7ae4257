import type { DefinitionLink, Location, Position, TextDocumentPositionParams } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';
import { type Jump, toTargets } from './jump.ts';
import { locate } from './locate.ts';
import { declarationsOf, referentAt } from './occurrences.ts';
import { toLsp } from './ranges.ts';

/** `textDocument/typeDefinition`: from a product to its kind; from a field whose values are products to theirs. */
export const typeDefinition: Feature = {
  capabilities: { typeDefinitionProvider: true },
  register(session) {
    session.connection.onTypeDefinition(
      answer(session, ({ textDocument, position }: TextDocumentPositionParams): Location[] | DefinitionLink[] | null =>
        toTargets(typeDefinitionAt(session.workspace, textDocument.uri, position), 'typeDefinition', session.client()),
      ),
    );
  },
};

/** The declarations of the kind of what stands at a position. */
export function typeDefinitionAt(workspace: Workspace, uri: string, position: Position): Jump | undefined {
  const spot = locate(workspace, uri, position);
  const referent = spot && referentAt(spot);
  if (spot === undefined || referent === undefined) return undefined;
  const { graph } = spot.project.engine;
  let kinds: readonly (string | undefined)[] = [];
  if (referent.what === 'entry' && referent.namespace === 'product') {
    kinds = graph.declarations('product', referent.key).map(({ kind }) => kind?.text);
  } else if (referent.what === 'field') kinds = [referent.declaration.field.type.text];
  const to = [...new Set(kinds)].flatMap(key =>
    key ? declarationsOf(graph, { what: 'entry', namespace: 'kind', key }) : [],
  );
  return { from: toLsp(spot.range), to };
}
