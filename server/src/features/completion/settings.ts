/** Completion in `product-tree.json`: paths in `exclude`, and the ids of rules in `rules`. */
import { getLocation, type Location } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver-types';
import { LIBRARY_URI } from '../../language/library/library.ts';
import type { Graph } from '../../model/graph.ts';
import { ruleOf } from '../../rules/table.ts';
import { relativePath } from '../../workspace/addresses.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import { demandsOf } from '../locate.ts';
import { type Abilities, type Offer, toItem } from './offer.ts';
import { ruleOffers } from './rules.ts';

/**
 * What fits at an offset of a project's settings; null where only the file's schema has anything to offer.
 * @param knowsSchema the editor offers by itself what the schema lists: the rules of the language and of the built-in kinds
 */
export function completeSettings(
  document: TextDocument,
  at: number,
  project: LoadedProject,
  can: Abilities,
  knowsSchema: boolean,
): CompletionList | null {
  const text = document.getText();
  const location = getLocation(text, at);
  const word = wordAt(text, location, at);
  // Behind a finished value, a comma comes first.
  if (!/[[{,]\s*$/.test(text.slice(Math.max(0, word.from - 500), word.from))) return null;
  const valued = /^\s*:/.test(text.slice(word.to, word.to + 20));
  const offers = offersAt(location, project, { knowsSchema, valued }, text.slice(word.from, at).replace(/^"/, ''));
  if (offers.length === 0) return null;
  // A closing quote that the editor has typed ahead goes with what is inserted, or there would be two.
  const end = at < word.to && text[at] === '"' ? at + 1 : at;
  const ranges = {
    insert: { start: document.positionAt(word.from), end: document.positionAt(end) },
    replace: { start: document.positionAt(word.from), end: document.positionAt(word.to) },
  };
  const items = offers.map((offer, rank): CompletionItem => {
    const item = toItem(offer, rank, ranges, can, document.uri);
    return { ...item, filterText: offer.insert ?? offer.label };
  });
  return { isIncomplete: false, items };
}

function offersAt(
  { path, isAtPropertyKey }: Location,
  project: LoadedProject,
  how: { knowsSchema: boolean; valued: boolean },
  typed: string,
): Offer[] {
  const [setting, inside] = path;
  if (path.length !== 2) return [];
  if (setting === 'exclude' && typeof inside === 'number' && !isAtPropertyKey) return paths(project, typed);
  if (setting === 'rules' && isAtPropertyKey) return ruleIds(project, inside, how);
  return [];
}

/** The text in quotes at the cursor, or what is typed without them. */
function wordAt(text: string, { previousNode }: Location, at: number): { from: number; to: number } {
  // The name of a property is a text in quotes, too.
  if ((previousNode?.type === 'string' || previousNode?.type === 'property') && previousNode.offset < at) {
    const { offset, length } = previousNode;
    const end = offset + length;
    const closed = length > 1 && text[end - 1] === '"';
    if (at < end || (at === end && !closed)) return { from: offset, to: end };
  }
  return { from: at - /[\w./*-]*$/.exec(text.slice(Math.max(0, at - 200), at))![0].length, to: at };
}

/** The project's folders and files, a level at a time below what is typed: `drafts/**`, `drafts/old.ptree`. */
function paths({ documents, root, settings }: LoadedProject, typed: string): Offer[] {
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const found = new Map<string, Offer>();
  for (const address of documents) {
    const path = relativePath(root, address);
    if (!path?.startsWith(folder)) continue;
    const end = path.indexOf('/', folder.length);
    const label = end < 0 ? path : `${path.slice(0, end)}/**`;
    const kind = end < 0 ? CompletionItemKind.File : CompletionItemKind.Folder;
    if (!settings.exclude.includes(label)) found.set(label, { label, kind, insert: `"${label}"` });
  }
  const folders = (offer: Offer): number => (offer.kind === CompletionItemKind.Folder ? 0 : 1);
  return [...found.values()].sort((a, b) => folders(a) - folders(b) || (a.label < b.label ? -1 : 1));
}

/** Ids of rules that the settings do not name yet; with a choice of severities where none is written. */
function ruleIds(
  { engine, settings }: LoadedProject,
  here: unknown,
  { knowsSchema, valued }: { knowsSchema: boolean; valued: boolean },
): Offer[] {
  const said = (id: string): boolean => id !== here && settings.rulesAt.has(id);
  return ruleOffers(engine.graph, [])
    .filter(({ label }) => !said(label) && !(knowsSchema && isInSchema(engine.graph, label)))
    .map(offer => {
      const insert = `"${offer.label}"`;
      return { ...offer, insert, ...(valued ? {} : { snippet: `${insert}: "\${1|off,hint,info,warning,error|}"` }) };
    });
}

/** The schema lists the rules of the language and what the built-in kinds demand. */
function isInSchema(graph: Graph, id: string): boolean {
  return ruleOf(id) !== undefined || demandsOf(graph, id).some(({ entry }) => entry.document === LIBRARY_URI);
}
