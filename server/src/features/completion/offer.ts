/** What completion offers, and how the Language Server Protocol spells it. */
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertReplaceEdit,
  InsertTextFormat,
  type Range,
  TextEdit,
} from 'vscode-languageserver-types';
import type { Graph } from '../../model/graph.ts';
import { type Entry, type EntryType, type Namespace, namespaceOf } from '../../model/record.ts';
import type { Cursor } from './cursor.ts';

/** Something that fits at the cursor. */
export interface Offer {
  /** What is shown and, unless said otherwise, inserted. */
  label: string;
  kind: CompletionItemKind;
  insert?: string;
  /** What is inserted instead where the editor knows snippets. */
  snippet?: string;
  /** Shown behind the label: a name or a title. */
  name?: string;
  /** Shown at the end of the line: what it is. */
  sort?: string;
  /** A sentence about it, Markdown. */
  says?: string;
  /** It is kept for the record only: shown struck through. */
  obsolete?: boolean;
  /** What more is told when the editor asks for it. */
  about?: About;
}

/** What an offer is about: a declaration, or a rule. */
export type About = { namespace: Namespace; key: string } | { rule: string };

/** What an item carries so that `completionItem/resolve` finds again what it is about. */
export type ItemData = About & {
  /** Address of the document in which it was offered. */
  document: string;
};

/** What fits at the cursor, best first. */
export interface Offers {
  offers: readonly Offer[];
  /** There are more that begin like this: with another letter typed they are asked for again. */
  more: boolean;
}

/** What may be asked while offers are made. */
export interface Scene {
  graph: Graph;
  /** The rules with findings at or below the entry around the cursor, one after the other. */
  firing(): readonly string[];
}

/** No offers. */
export const NONE: Offers = { offers: [], more: false };

/** Of words those that begin like what was typed, in their order. */
export function words(cursor: Cursor, offers: Iterable<Offer>): Offers {
  const prefix = cursor.prefix.toLowerCase();
  return { offers: [...offers].filter(({ label }) => label.toLowerCase().startsWith(prefix)), more: false };
}

/** Several lists as one, in their order. */
export function together(...lists: readonly Offers[]): Offers {
  return { offers: lists.flatMap(({ offers }) => offers), more: lists.some(({ more }) => more) };
}

/** A word of the language. */
export function word(label: string, says?: string): Offer {
  return { label, kind: CompletionItemKind.Keyword, ...(says && { says }) };
}

const ENTRY_KINDS: Readonly<Record<EntryType, CompletionItemKind>> = {
  product: CompletionItemKind.Module,
  person: CompletionItemKind.Reference,
  team: CompletionItemKind.Reference,
  document: CompletionItemKind.File,
  requirement: CompletionItemKind.Constant,
  repository: CompletionItemKind.Folder,
  term: CompletionItemKind.Text,
  kind: CompletionItemKind.Class,
};

/** The key of a declaration. */
export function keyOf(entry: Entry, obsolete: boolean): Offer {
  return {
    label: entry.key,
    kind: ENTRY_KINDS[entry.type],
    ...(entry.name && { name: entry.name.text }),
    sort: entry.kind?.text ?? entry.type,
    ...(obsolete && { obsolete }),
    about: { namespace: namespaceOf(entry.type), key: entry.key },
  };
}

/** What the client can do. */
export interface Abilities {
  snippets: boolean;
  insertReplace: boolean;
  labelDetails: boolean;
  tags: boolean;
}

/** The ranges of the word at the cursor: up to the cursor, and all of it. */
export interface Ranges {
  insert: Range;
  replace: Range;
}

/** An offer as an LSP `CompletionItem`; `rank` is its place in the list, `document` its document's address. */
export function toItem(
  offer: Offer,
  rank: number,
  { insert, replace }: Ranges,
  can: Abilities,
  document: string,
): CompletionItem {
  const { label, kind, snippet, name, sort, says, obsolete, about } = offer;
  const text = (can.snippets ? snippet : undefined) ?? offer.insert ?? label;
  const detail = name && sort ? `${name} (${sort})` : (name ?? sort);
  return {
    label,
    kind,
    ...(can.labelDetails && (name || sort)
      ? { labelDetails: { ...(name && { detail: ` ${name}` }), ...(sort && { description: sort }) } }
      : {}),
    ...(detail && { detail }),
    ...(says && { documentation: { kind: 'markdown' as const, value: says } }),
    sortText: String(rank).padStart(4, '0'),
    // The editor narrows the list while typing goes on: names are found as well as keys.
    filterText: name ? `${label} ${name}` : label,
    insertTextFormat: can.snippets && snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: can.insertReplace ? InsertReplaceEdit.create(text, insert, replace) : TextEdit.replace(insert, text),
    ...(obsolete && can.tags ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(about && { data: { document, ...about } satisfies ItemData }),
  };
}
