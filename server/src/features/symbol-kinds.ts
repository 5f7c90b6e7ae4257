import { SymbolKind } from 'vscode-languageserver';
import type { Entry, EntryType } from '../model/record.ts';

const KINDS: Record<EntryType, SymbolKind> = {
  product: SymbolKind.Class,
  person: SymbolKind.Variable,
  team: SymbolKind.Namespace,
  document: SymbolKind.File,
  requirement: SymbolKind.Event,
  repository: SymbolKind.Module,
  term: SymbolKind.Constant,
  kind: SymbolKind.Interface,
};

/** The sort of symbol as which editors show an entry; it decides the icon. */
export function symbolKindOf(entry: Entry): SymbolKind {
  return entry.kind?.text === 'package' ? SymbolKind.Package : KINDS[entry.type];
}
