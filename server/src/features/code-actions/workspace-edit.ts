/** From the changes of fixes to an edit of the workspace: versioned, with gaps to fill in where the editor knows snippets. */
import {
  type ClientCapabilities,
  LSPErrorCodes,
  ResponseError,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readDocument } from '../../language/index.ts';
import { sameContent } from '../../model/reconcile.ts';
import { canonical } from '../../workspace/addresses.ts';
import type { Session } from '../feature.ts';
import { type Change, render } from './changes.ts';
import type { Edit } from './layout.ts';
import { SourceText } from './source-text.ts';
import { hasGaps, plain, snippet } from './template.ts';

/** A text as the editor spells its address, with its version where it is open. */
export interface Opened {
  uri: string;
  version: number | null;
  source: SourceText;
}

/** The text of a document, from the editor or from disk; undefined where it cannot be read. */
export async function opened({ documents, workspace }: Session, address: string): Promise<Opened | undefined> {
  const open = documents.get(address) ?? documents.all().find(({ uri }) => canonical(uri) === canonical(address));
  if (open) return { uri: open.uri, version: open.version, source: new SourceText(open) };
  const text = await workspace.text(address);
  if (text === undefined) return undefined;
  return { uri: address, version: null, source: new SourceText(TextDocument.create(address, '', 0, text)) };
}

/** Whether the client fills gaps in an edit of the workspace (LSP 3.18, `SnippetTextEdit`). */
export function knowsSnippets({ workspace }: ClientCapabilities): boolean {
  return workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true;
}

/**
 * The edit of the workspace that makes all these changes.
 * @throws where a file has changed on disk and has not been read again
 */
export async function toWorkspaceEdit(
  session: Session,
  changes: readonly Change[],
  gaps: boolean,
): Promise<WorkspaceEdit> {
  const edits: TextDocumentEdit[] = [];
  const numbers = { next: 1 };
  for (const [address, ofDocument] of Map.groupBy(changes, ({ document }) => document)) {
    const text = await opened(session, address);
    if (!text || isOutdated(session, address, text)) {
      const message = `${decodeURIComponent(address)} has changed on disk and is being read again. Try once more.`;
      throw new ResponseError(LSPErrorCodes.RequestFailed, message);
    }
    const { uri, version, source } = text;
    edits.push({
      textDocument: { uri, version },
      edits: toTextEdits(source, render(source, ofDocument), gaps, numbers),
    });
  }
  if (session.client().workspace?.workspaceEdit?.documentChanges) return { documentChanges: edits };
  return {
    changes: Object.fromEntries(edits.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]])),
  };
}

/** A file that is not open may have changed since its record was made. */
function isOutdated({ workspace }: Session, address: string, { version, source }: Opened): boolean {
  const record = workspace.record(address);
  if (version !== null || record === undefined) return false;
  const places = (entries: typeof record.entries): string => JSON.stringify(entries.map(({ extent }) => extent));
  const now = readDocument(address, source.text);
  return !sameContent(now.entries, record.entries) || places(now.entries) !== places(record.entries);
}

function toTextEdits(
  source: SourceText,
  edits: readonly Edit[],
  gaps: boolean,
  numbers: { next: number },
): (TextEdit | SnippetTextEdit)[] {
  const snippets = gaps && edits.some(({ text }) => hasGaps(text));
  return edits.map((edit, i) => {
    const { from, to, text } = snippets ? fromLineStart(source, edit, edits[i - 1]) : edit;
    const range = { start: source.document.positionAt(from), end: source.document.positionAt(to) };
    if (!snippets || !hasGaps(text)) return { range, newText: plain(text) };
    const value = snippet(text, numbers.next);
    numbers.next += text.filter(piece => typeof piece !== 'string').length;
    return { range, snippet: { kind: 'snippet', value } };
  });
}

/**
 * Editors indent the further lines of a snippet like the line before the place where it begins. From the beginning of a line there is
 * nothing before it: so what has several lines begins there, and repeats what stands in its line.
 */
function fromLineStart(source: SourceText, edit: Edit, before: Edit | undefined): Edit {
  if (!plain(edit.text).includes('\n')) return edit;
  const from = source.lineStart(edit.from);
  if (from === edit.from || (before && before.to > from)) return edit;
  return { ...edit, from, text: [source.text.slice(from, edit.from), ...edit.text] };
}
