/** Completion (`textDocument/completion`, `completionItem/resolve`): what fits at the cursor, by position. */
import {
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  MarkupKind,
} from 'vscode-languageserver';
import type { Range } from '../../model/record.ts';
import { rulePage } from '../../rules/page.ts';
import { canonical } from '../../workspace/addresses.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import { answer } from '../answer.ts';
import { withStarter } from '../authoring/empty-file.ts';
import type { Feature, Session } from '../feature.ts';
import { entryCard } from '../hover/hover.ts';
import { type Cursor, cursorsAt } from './cursor.ts';
import { demand, fieldDeclaration, kindHeading } from './in-kinds.ts';
import { mentions } from './mentions.ts';
import { type Abilities, type ItemData, NONE, type Offers, type Scene, toItem } from './offer.ts';
import { completeSettings } from './settings.ts';
import { statements } from './statements.ts';
import { attributeValues, namedValues, requirementHeading } from './values.ts';

export const completion: Feature = {
  capabilities: {
    completionProvider: { triggerCharacters: [' ', '[', '.', '-', '/', '|', ':', '"'], resolveProvider: true },
  },
  register(session) {
    session.connection.onCompletion(answer(session, params => complete(session, params)));
    session.connection.onCompletionResolve(answer(session, item => resolve(session, item)));
  },
};

function complete(session: Session, { textDocument, position, context }: CompletionParams): CompletionList | null {
  const document = session.documents.get(textDocument.uri);
  const project = session.workspace.projectOf(textDocument.uri);
  if (!document || !project) return null;
  const at = document.offsetAt(position);
  const can = abilitiesOf(session);
  if (canonical(textDocument.uri) === project.settingsFile) {
    return completeSettings(document, at, project, can, session.editorKnowsSchema());
  }
  if (!session.workspace.record(textDocument.uri)) return null;
  for (const cursor of cursorsAt(document.getText(), at)) {
    // A blank typed between statements asks for nothing.
    const blank = context?.triggerKind === CompletionTriggerKind.TriggerCharacter && context.triggerCharacter === ' ';
    if (blank && cursor.place === 'statement' && cursor.prefix === '') continue;
    const scene = sceneOf(project, canonical(textDocument.uri), cursor);
    const { offers, more } = withStarter(offersAt(cursor, scene), document.getText(), scene.graph);
    if (offers.length === 0) continue;
    const ranges = {
      insert: { start: document.positionAt(cursor.from), end: position },
      replace: { start: document.positionAt(cursor.from), end: document.positionAt(cursor.to) },
    };
    const items = offers.map((offer, rank): CompletionItem => toItem(offer, rank, ranges, can, document.uri));
    return { isIncomplete: more, items };
  }
  return null;
}

/** The card that hovering shows, for an offer that is about something; made only for the one that is looked at. */
function resolve({ workspace }: Session, item: CompletionItem): CompletionItem {
  const data: ItemData | undefined = item.data;
  const project = data && workspace.projectOf(data.document);
  if (!project) return item;
  const { graph } = project.engine;
  const entry = 'rule' in data ? undefined : graph.entry(data.namespace, data.key);
  const value = 'rule' in data ? rulePage(data.rule, graph) : entry && entryCard(project, entry);
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}

/** What fits, by the statement around the cursor. */
function offersAt(cursor: Cursor, scene: Scene): Offers {
  if (cursor.place === 'mention') return mentions(cursor, scene);
  if (cursor.place === 'statement') return statements(cursor, scene);
  const [head] = cursor.before;
  switch (head?.tokenType.name) {
    case 'ATTRIBUTE':
      return attributeValues(cursor, scene);
    case 'team':
    case 'document':
    case 'repository':
      return cursor.bodies.length > 0 ? attributeValues(cursor, scene) : NONE;
    case 'requirement':
      return requirementHeading(cursor, scene);
    case 'HEAD':
      return namedValues(cursor, scene);
    case 'kind':
    case 'EXTEND_KIND':
      return kindHeading(cursor, scene);
    case 'consistent':
    case 'complete':
      return demand(cursor, scene);
    case 'field':
      return fieldDeclaration(cursor, scene);
    default:
      return NONE;
  }
}

function sceneOf({ engine }: LoadedProject, document: string, { bodies }: Cursor): Scene {
  const { graph } = engine;
  const firing = (): string[] => {
    const [body] = bodies;
    const record = graph.record(document);
    const around = record?.entries.findLast(({ type, key }) => type === body?.type && key === body.key);
    if (!around) return [];
    const here = engine.findingsIn(document).filter(({ at, waived }) => !waived && isInside(around.extent, at));
    return [...new Set(here.map(({ rule }) => rule))];
  };
  return { graph, firing };
}

function isInside(outer: Range, { line, character }: Range): boolean {
  const begun = line > outer.line || (line === outer.line && character >= outer.character);
  return begun && (line < outer.endLine || (line === outer.endLine && character < outer.endCharacter));
}

function abilitiesOf(session: Session): Abilities {
  const item = session.client().textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    tags: item?.tagSupport !== undefined,
  };
}
