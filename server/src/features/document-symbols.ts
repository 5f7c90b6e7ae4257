import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { DocumentRecord, Entry, Range } from '../model/record.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answerAtOnce } from './answer.ts';
import type { Feature } from './feature.ts';
import { contains, toLsp } from './ranges.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** `textDocument/documentSymbol`: the outline of a document. */
export const documentSymbols: Feature = {
  capabilities: { documentSymbolProvider: true },
  register(session) {
    session.connection.onDocumentSymbol(
      answerAtOnce(session, ({ textDocument }) => documentSymbolsOf(session.workspace, textDocument.uri)),
    );
  },
};

/** What a document declares: products nested as in the text, kinds with their demands and fields. */
export function documentSymbolsOf(workspace: Workspace, uri: string): DocumentSymbol[] | null {
  const record = workspace.record(uri);
  return record ? outline(record) : null;
}

function outline({ entries }: DocumentRecord): DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const open: { entry: Entry; children: DocumentSymbol[] }[] = [];
  for (const entry of entries) {
    while (open.length > 0 && !isInside(entry.extent, open[open.length - 1].entry.extent)) open.pop();
    const children = [...statements(entry)];
    (open.at(-1)?.children ?? top).push({
      name: entry.key || entry.name?.text || entry.kind?.text || entry.type,
      detail: detailOf(entry),
      kind: symbolKindOf(entry),
      range: toLsp(entry.extent),
      selectionRange: toLsp(entry.range),
      children,
    });
    open.push({ entry, children });
  }
  return top;
}

function detailOf({ key, name, extension }: Entry): string {
  if (extension) return 'extended';
  return key === '' ? '' : (name?.text ?? '');
}

/** What a kind states, in the order of the text. */
function statements({ demands = [], fields = [] }: Entry): DocumentSymbol[] {
  const symbols = [
    ...demands.map(({ property, level, message = '', range, extent }) =>
      symbol(property || level, message, SymbolKind.Property, range, extent),
    ),
    ...fields.map(({ name, label = '', range, extent }) =>
      symbol(name || 'field', label, SymbolKind.Field, range, extent),
    ),
  ];
  return symbols.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

function symbol(name: string, detail: string, kind: SymbolKind, range: Range, extent: Range): DocumentSymbol {
  return { name, detail, kind, range: toLsp(extent), selectionRange: toLsp(range), children: [] };
}

function isInside(inner: Range, outer: Range): boolean {
  const end = { line: outer.endLine, character: outer.endCharacter };
  const touches = inner.line === end.line && inner.character === end.character;
  return contains(outer, inner) && !touches;
}
