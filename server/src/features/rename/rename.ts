/** Rename (`textDocument/prepareRename`, `textDocument/rename`): a key or a field, everywhere, and nothing but it. */

import type { PrepareRenameParams, PrepareRenameResult, TextEdit } from 'vscode-languageserver';
import { LSPErrorCodes, type RenameParams, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isKey, isPlainKey } from '../../model/shapes.ts';
import { baseName, canonical } from '../../workspace/addresses.ts';
import { answer } from '../answer.ts';
import type { Feature, Session } from '../feature.ts';
import { toLsp } from '../ranges.ts';
import { type Place, placesOf, takenBy } from './places.ts';
import { keyOf, Refusal, type Subject, subjectAt } from './subject.ts';
import { objectionTo } from './unchanged.ts';

export const rename: Feature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(session) {
    session.connection.onPrepareRename(answer(session, params => prepare(session, params)));
    session.connection.onRenameRequest(answer(session, params => edit(session, params)));
  },
};

/** An error whose message the editor shows to the author. */
function refuse(sentence: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}

function prepare({ workspace }: Session, { textDocument, position }: PrepareRenameParams): PrepareRenameResult | null {
  const pointed = subjectAt(workspace, textDocument.uri, position);
  if (pointed instanceof Refusal) refuse(pointed.sentence);
  return pointed ? { range: pointed.range, placeholder: keyOf(pointed.subject) } : null;
}

async function edit(
  session: Session,
  { textDocument, position, newName }: RenameParams,
): Promise<WorkspaceEdit | null> {
  const pointed = subjectAt(session.workspace, textDocument.uri, position);
  if (pointed instanceof Refusal) refuse(pointed.sentence);
  if (!pointed) return null;
  const { project, subject } = pointed;
  const from = keyOf(subject);
  const to = newName.trim();
  if (to === from) return { documentChanges: [] };
  const objection = shapeOf(subject, to) ?? takenBy(project, subject, to);
  if (objection) refuse(objection);

  const changes: [Changed, TextEdit[]][] = [];
  for (const [address, places] of byDocument(placesOf(project, subject, to))) {
    const changed = await textOf(session, address);
    const edits = places.map(place => ({ range: toLsp(place.range), newText: place.new }));
    if (!changed || places.some(place => changed.text.getText(toLsp(place.range)) !== place.old)) {
      refuse(`${baseName(address)} has changed on disk and is being read again. Try once more.`);
    }
    const record = project.engine.graph.record(address);
    const unlike = record && objectionTo(record, TextDocument.applyEdits(changed.text, edits), from, to);
    if (unlike) refuse(unlike);
    changes.push([changed, edits]);
  }
  return toEdit(session, changes);
}

function shapeOf(subject: Subject, to: string): string | undefined {
  const plain = subject.what === 'field' || subject.namespace === 'kind';
  if (plain ? isPlainKey(to) : isKey(to)) return undefined;
  const what = subject.what === 'field' ? 'name for a field' : plain ? 'name for a kind' : 'key';
  const signs = plain ? 'single - between them' : 'single -, . or / between them';
  return `\`${to}\` is no ${what}: write a letter or _, then letters, digits and _, with ${signs}.`;
}

function byDocument(places: readonly Place[]): Map<string, Place[]> {
  const all = new Map<string, Place[]>();
  for (const place of places) {
    const list = all.get(place.document);
    if (list) list.push(place);
    else all.set(place.document, [place]);
  }
  return all;
}

/** A text to be changed: as the editor spells its address, with its version where it is open there. */
interface Changed {
  uri: string;
  version: number | null;
  text: TextDocument;
}

async function textOf({ documents, workspace }: Session, address: string): Promise<Changed | undefined> {
  const open = documents.get(address) ?? documents.all().find(({ uri }) => canonical(uri) === address);
  if (open) return { uri: open.uri, version: open.version, text: open };
  const text = await workspace.text(address);
  return text === undefined
    ? undefined
    : { uri: address, version: null, text: TextDocument.create(address, '', 0, text) };
}

function toEdit(session: Session, changes: readonly [Changed, TextEdit[]][]): WorkspaceEdit {
  if (session.client().workspace?.workspaceEdit?.documentChanges) {
    return { documentChanges: changes.map(([{ uri, version }, edits]) => ({ textDocument: { uri, version }, edits })) };
  }
  return { changes: Object.fromEntries(changes.map(([{ uri }, edits]) => [uri, edits])) };
}
