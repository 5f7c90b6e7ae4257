/**
 * Type hierarchy (`textDocument/prepareTypeHierarchy`, `typeHierarchy/supertypes`, `typeHierarchy/subtypes`) on kinds: the kind that a
 * kind extends, and the kinds that extend it.
 */
import type { TypeHierarchyItem } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';
import { entryOfItem, toHierarchyItem } from './hierarchy-item.ts';
import { locate } from './locate.ts';
import { referentAt } from './occurrences.ts';

export const typeHierarchy: Feature = {
  capabilities: { typeHierarchyProvider: true },
  register(session) {
    const { typeHierarchy } = session.connection.languages;
    typeHierarchy.onPrepare(
      answer(session, ({ textDocument, position }): TypeHierarchyItem[] | null => {
        const spot = locate(session.workspace, textDocument.uri, position);
        const referent = spot && referentAt(spot);
        if (referent?.what !== 'entry' || referent.namespace !== 'kind') return null;
        const kind = spot!.project.engine.graph.entry('kind', referent.key);
        return kind ? [toHierarchyItem(spot!.project, kind, kind.name?.text ?? '')] : null;
      }),
    );
    typeHierarchy.onSupertypes(answer(session, ({ item }) => kindsBeside(session.workspace, item, 'to')));
    typeHierarchy.onSubtypes(answer(session, ({ item }) => kindsBeside(session.workspace, item, 'from')));
  },
};

function kindsBeside(
  workspace: Workspace,
  item: TypeHierarchyItem,
  direction: 'to' | 'from',
): TypeHierarchyItem[] | null {
  const found = entryOfItem(workspace, item);
  if (!found) return null;
  const { graph, entry, project } = found;
  const kinds = direction === 'to' ? graph.to(entry, 'extends') : graph.from(entry, 'extends');
  return kinds.map(kind => toHierarchyItem(project, kind, kind.name?.text ?? ''));
}
