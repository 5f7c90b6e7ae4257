/** Where a new declaration goes: beside others of its sort. */
import { type DocumentRecord, type Entry, type EntryType, namespaceOf } from '../../model/record.ts';
import type { Change } from './changes.ts';
import type { Scene } from './fix.ts';
import { nameInQuotes } from './keys-from-names.ts';
import { behind } from './layout.ts';
import type { Template } from './template.ts';

/** How many entries of a sort are looked at to find the file that holds most of them. */
const LOOKED_AT = 1000;

/** What is to be declared. */
export interface Declaration {
  type: EntryType;
  /** The word that declares it: the type, or a product's kind. */
  word: string;
  key: string;
  /** Its name; left out: to be filled in. */
  name: string | undefined;
  /** The product that refers to it, which is one of its neighbours; a product without one becomes a root. */
  beside: Entry | undefined;
}

/** Declares something beside others of its sort: in this document if there are any, else where most of them are. */
export function declared(scene: Scene, wanted: Declaration): Change {
  const { record, graph, document } = scene;
  const { type, word, key, name } = wanted;
  const isSibling = (entry: Entry): boolean =>
    entry.type === type && !entry.extension && (type !== 'product' || entry.kind?.text === word) && entry.key !== '';
  if (type === 'product' && wanted.beside === undefined) return declaration(document, record, textOf(word, key, name));
  const home = record.entries.some(isSibling) ? record : homeOf(scene, type, word);
  const siblings = (home ?? record).entries.filter(isSibling);
  if (!home || siblings.length === 0) return declaration(document, record, textOf(word, key, name));
  const neighbour = neighbourOf(siblings, key);
  const parent = type === 'product' && neighbour.parent?.text !== key ? neighbour.parent?.text : undefined;
  const text = textOf(word, key, name, graph.entry('product', parent ?? '') ? parent : undefined);
  return {
    document: home.document,
    do: 'edit',
    edits: source => {
      const start = source.from(neighbour.extent);
      const indent = source.indentAt(start);
      if (neighbour.key.toLowerCase() > key.toLowerCase() && type !== 'product') {
        return [{ from: start, to: start, text: [...text, `\n${indent}`] }];
      }
      const end = source.to(neighbour.extent);
      return [behind(source, end, text, { indent, gap: neighbour.extent.line !== neighbour.extent.endLine })];
    },
  };
}

function textOf(word: string, key: string, name: string | undefined, parent?: string): Template {
  const named =
    word === 'kind'
      ? [' extends product']
      : [' ', name === undefined ? { gap: nameInQuotes(key) } : nameInQuotes(name)];
  return [`${word} ${key}`, ...named, parent ? ` in ${parent}` : ''];
}

/** In a sorted list the entry before the new one (else the first, which it then precedes); in any other the last. */
function neighbourOf(siblings: readonly Entry[], key: string): Entry {
  const keys = siblings.map(entry => entry.key.toLowerCase());
  const sorted = siblings.length > 1 && keys.every((key, i) => i === 0 || keys[i - 1] <= key);
  if (!sorted) return siblings.at(-1)!;
  return siblings.findLast(entry => entry.key.toLowerCase() < key.toLowerCase()) ?? siblings[0];
}

/** What the document with most entries of a sort states. */
function homeOf({ graph }: Scene, type: EntryType, word: string): DocumentRecord | undefined {
  const counts = new Map<string, number>();
  let looked = 0;
  for (const { document } of graph.keysFrom(namespaceOf(type), '', word)) {
    if (looked++ === LOOKED_AT) break;
    if (!document.startsWith('ptree-library:')) counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most && graph.record(most[0]);
}

/** A declaration at the end of a document, with an empty line above it. */
export function declaration(document: string, { entries }: DocumentRecord, text: Template): Change {
  return {
    document,
    do: 'edit',
    edits: source => {
      const end = source.text.trimEnd().length;
      const [last] = entries.slice(-1);
      const lead = last ? '\n\n' : '';
      return [{ from: end, to: end, text: [lead, ...text, source.text.length === end ? '\n' : ''] }];
    },
  };
}
