/** The texts that a refactoring reads and changes: as they are now, whether open in the editor or on disk. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readDocument } from '../../language/index.ts';
import type { DocumentRecord, Entry } from '../../model/record.ts';
import { canonical } from '../../workspace/addresses.ts';
import type { Edit } from '../code-actions/layout.ts';
import type { SourceText } from '../code-actions/source-text.ts';
import { plain, withLineEnds } from '../code-actions/template.ts';
import { opened } from '../code-actions/workspace-edit.ts';
import type { Session } from '../feature.ts';

/** A text, what it states, and the edits that are to be made in it. */
export interface Text {
  /** As the editor spells its address. */
  uri: string;
  version: number | null;
  source: SourceText;
  record: DocumentRecord;
  edits: Edit[];
}

/** A sentence that says why something cannot be done. */
export class Objection {
  readonly sentence: string;

  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

/** All texts that a refactoring has asked for, each read once. */
export class Texts {
  private readonly session: Session;
  private readonly texts = new Map<string, Text>();

  constructor(session: Session) {
    this.session = session;
  }

  /** The text of a document; undefined where it cannot be read. */
  async of(address: string): Promise<Text | undefined> {
    const key = canonical(address);
    const known = this.texts.get(key);
    if (known) return known;
    const found = await opened(this.session, key);
    if (!found) return undefined;
    const text: Text = { ...found, record: readDocument(key, found.source.text), edits: [] };
    this.texts.set(key, text);
    return text;
  }

  /** A declaration in the text as it is now: of several with its key the one with the same number. */
  async find(entry: Entry, among: readonly Entry[]): Promise<{ text: Text; entry: Entry } | undefined> {
    const text = await this.of(entry.document);
    const isSame = ({ type, key, extension }: Entry): boolean =>
      type === entry.type && key === entry.key && extension === entry.extension;
    const number = among.filter(other => other.document === entry.document && isSame(other)).indexOf(entry);
    const found = text?.record.entries.filter(isSame)[Math.max(0, number)];
    return text && found ? { text, entry: found } : undefined;
  }

  /** Those that are to be changed. */
  get changed(): Text[] {
    return [...this.texts.values()].filter(({ edits }) => edits.length > 0);
  }
}

/** The text with its edits made. */
export function edited({ source, edits }: Text): string {
  return TextDocument.applyEdits(source.document, toTextEdits(source, edits));
}

function toTextEdits(source: SourceText, edits: readonly Edit[]) {
  return edits.map(({ from, to, text }) => ({
    range: { start: source.document.positionAt(from), end: source.document.positionAt(to) },
    newText: plain(withLineEnds(text, source.eol)),
  }));
}

/** The edit of the workspace that changes these texts and creates this file. */
export function toWorkspaceEdit(
  session: Session,
  texts: readonly Text[],
  created: { uri: string; text: string } | undefined,
): WorkspaceEdit {
  const changes = texts.map(({ uri, version, source, edits }) => ({
    textDocument: { uri, version },
    edits: toTextEdits(source, edits),
  }));
  if (!session.client().workspace?.workspaceEdit?.documentChanges) {
    return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
  }
  if (!created) return { documentChanges: changes };
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri: created.uri, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri: created.uri, version: null },
        edits: [{ range: { start, end: start }, newText: created.text }],
      },
      ...changes,
    ],
  };
}
