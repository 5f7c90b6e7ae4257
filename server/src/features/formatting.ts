import { MessageType, type Range, ShowMessageNotification, type TextEdit } from 'vscode-languageserver';
import { editsBetween } from '../format/edits.ts';
import { formatText, type LineRange } from '../format/format.ts';
import { isLibrary } from '../workspace/library.ts';
import { answerAtOnce } from './answer.ts';
import type { Feature, Session } from './feature.ts';
import { toLsp } from './ranges.ts';

/**
 * `textDocument/formatting` and `textDocument/rangeFormatting`. There is one layout, whatever the editor's settings for indentation say.
 * Editors that format on save ask the first.
 */
export const formatting: Feature = {
  capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  register(session) {
    const format = formatter(session);
    session.connection.onDocumentFormatting(answerAtOnce(session, ({ textDocument }) => format(textDocument.uri)));
    session.connection.onDocumentRangeFormatting(
      answerAtOnce(session, ({ textDocument, range }) => format(textDocument.uri, linesOf(range))),
    );
  },
};

/** The lines that a range touches; one in which it ends before the first character is not meant. */
function linesOf({ start, end }: Range): LineRange {
  return { from: start.line, to: end.character === 0 && end.line > start.line ? end.line - 1 : end.line };
}

function formatter({ workspace, connection }: Session) {
  /** Texts that were refused and not formatted since: whoever saves often hears why once. */
  const refused = new Set<string>();
  return async (uri: string, lines?: LineRange): Promise<TextEdit[] | null> => {
    const text = isLibrary(uri) ? undefined : await workspace.text(uri);
    if (text === undefined) return null;
    const result = formatText(text, lines);
    if ('text' in result) {
      refused.delete(uri);
      return editsBetween(text, result.text).map(({ range, text }) => ({ range: toLsp(range), newText: text }));
    }
    if (!refused.has(uri)) {
      refused.add(uri);
      const message = `Line ${result.line + 1}: ${result.refused}`;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    }
    return null;
  };
}
