import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import type { Entry } from '../../model/record.ts';
import type { Finding } from '../../rules/finding.ts';
import { rulePage } from '../../rules/page.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { answer } from '../answer.ts';
import type { Feature } from '../feature.ts';
import { locate, type Spot } from '../locate.ts';
import { referentAt } from '../occurrences.ts';
import { toLsp } from '../ranges.ts';
import { kindCard } from './kind-card.ts';
import { productCard } from './product-card.ts';
import { registryCard } from './registry-card.ts';
import { fieldCard, propertyCard } from './word-card.ts';

/** `textDocument/hover`: a card about what stands under the pointer. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(session) {
    session.connection.onHover(
      answer(session, ({ textDocument, position }) => hoverAt(session.workspace, textDocument.uri, position)),
    );
  },
};

/** The card about what stands at a position; null where nothing does, or where nothing is known of it. */
export function hoverAt(workspace: Workspace, uri: string, position: Position): Hover | null {
  const spot = locate(workspace, uri, position);
  const value = spot && cardOf(spot);
  return value ? { contents: { kind: MarkupKind.Markdown, value }, range: toLsp(spot.range) } : null;
}

function cardOf(spot: Spot): string | undefined {
  const { graph } = spot.project.engine;
  if (spot.what === 'attribute') return propertyCard(spot.property);
  const referent = referentAt(spot);
  switch (referent?.what) {
    case 'entry': {
      // Where a key has several declarations, the one that is pointed at; elsewhere the one that counts.
      const entry =
        spot.what === 'key' && !spot.entry.extension ? spot.entry : graph.entry(referent.namespace, referent.key);
      return entry && entryCard(spot.project, entry);
    }
    case 'field':
      return fieldCard(referent.declaration);
    case 'rule':
      return rulePage(referent.id, graph);
    default:
      return undefined;
  }
}

/** The card of an entry. */
export function entryCard(project: LoadedProject, entry: Entry): string {
  const { graph } = project.engine;
  const findings = findingsAbout(project, entry);
  if (entry.type === 'product') return productCard(graph, entry, findings);
  return entry.type === 'kind' ? kindCard(graph, entry, findings) : registryCard(graph, entry, findings);
}

function findingsAbout({ engine }: LoadedProject, { document, type, key }: Entry): Finding[] {
  return engine.findingsIn(document).filter(({ subject }) => subject?.key === key && subject.type === type);
}
