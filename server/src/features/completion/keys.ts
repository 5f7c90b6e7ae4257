/** Keys of declarations that fit at the cursor, the likeliest first. */
import type { Graph } from '../../model/graph.ts';
import { type Entry, type EntryType, type Namespace, namespaceOf } from '../../model/record.ts';
import type { Body, Cursor } from './cursor.ts';
import { keyOf, type Offers, type Scene } from './offer.ts';

/** More than this nobody reads; typing another letter asks again. */
export const MOST = 200;
/** How many products of a package are looked at as near ones. */
const NEAR = 500;

/** Which keys are wanted. */
export interface Wanted {
  namespaces: readonly Namespace[];
  /** Only entries of this type, where a namespace holds several. */
  type?: EntryType;
  /** Products of these kinds, and of those that extend them, come first. */
  accepted?: readonly string[];
  /** Only these kinds of products fit. */
  only?: readonly string[];
  /** Keys to leave out: those that the list holds already, and the product itself. */
  without?: ReadonlySet<string>;
  /** The product that contains the one around the cursor: what stands near it comes first. */
  container?: string;
  /** Keys that are near for another reason, nearest first. */
  near?: readonly string[];
}

/** What is known of a candidate. */
interface Candidate {
  entry: Entry;
  obsolete: boolean;
  /** Smaller is better, one after the other: how its key matches, what it is, how near it stands. */
  rank: readonly number[];
}

/**
 * The keys that fit, at most `MOST`. It looks at those that begin with what was typed, near ones and accepted ones before others, and
 * never at more than a few times `MOST`.
 */
export function keys(cursor: Cursor, { graph }: Scene, wanted: Wanted): Offers {
  const { prefix } = cursor;
  const accepted = new Set((wanted.accepted ?? []).flatMap(kind => withDescendants(graph, kind)));
  const only = wanted.only && new Set(wanted.only.flatMap(kind => withDescendants(graph, kind)));
  const lineage = lineageOf(graph, wanted.container);
  const found = new Map<Entry, Candidate>();
  let more = false;

  const add = (entry: Entry, match: number): void => {
    if (found.has(entry) || !graph.isPrimary(entry) || wanted.without?.has(entry.key)) return;
    if (wanted.type && entry.type !== wanted.type) return;
    const kind = entry.kind?.text ?? '';
    if (only && !only.has(kind)) return;
    const listed = wanted.near?.indexOf(entry.key) ?? -1;
    const nearness = listed >= 0 ? listed : NEAR + distance(graph, entry, lineage);
    const namespace = wanted.namespaces.indexOf(namespaceOf(entry.type));
    const obsolete = graph.isObsolete(entry);
    const fits = accepted.size === 0 || accepted.has(kind);
    found.set(entry, { entry, obsolete, rank: [match, fits ? 0 : 1, namespace, obsolete ? 1 : 0, nearness] });
  };
  const take = (entries: Iterable<Entry>, match: number, enough: number): void => {
    let left = enough;
    for (const entry of entries) {
      if (left-- === 0) {
        more = true;
        return;
      }
      add(entry, match);
    }
  };

  const begins = ({ key }: Entry): boolean => key.toLowerCase().startsWith(prefix.toLowerCase());
  const enough = MOST + (wanted.without?.size ?? 0) + 1;
  for (const namespace of wanted.namespaces) {
    for (const key of wanted.near ?? []) {
      const entry = graph.entry(namespace, key);
      if (entry && begins(entry)) add(entry, 0);
    }
    if (namespace === 'product') {
      for (const near of lineage) {
        let looked = 0;
        for (const entry of graph.children(near)) {
          if (++looked > NEAR) break;
          if (begins(entry)) add(entry, 0);
        }
      }
      for (const kind of only ?? accepted) take(graph.keysFrom('product', prefix, kind), 0, enough);
    }
    const sort = namespace === 'party' ? wanted.type : undefined;
    if (!only) take(graph.keysFrom(namespace, prefix, sort), 0, enough);
    // Without a letter, the keys are all there is.
    if (prefix !== '') take(graph.namesFrom(namespace, prefix), 1, enough);
  }
  const sorted = [...found.values()].sort(better);
  const offers = sorted.slice(0, MOST).map(({ entry, obsolete }) => keyOf(entry, obsolete));
  return { offers, more: more || sorted.length > MOST };
}

function better(a: Candidate, b: Candidate): number {
  for (let at = 0; at < a.rank.length; at++) {
    if (a.rank[at] !== b.rank[at]) return a.rank[at] - b.rank[at];
  }
  return a.entry.key < b.entry.key ? -1 : 1;
}

/** The product that contains the one around the cursor. */
export function containerOf({ bodies }: Cursor, graph: Graph): string | undefined {
  const [body, outer]: readonly (Body | undefined)[] = bodies;
  if (outer?.type === 'product') return outer.key;
  const entry = body && graph.entry('product', body.key);
  return entry && graph.parent(entry)?.key;
}

/** A kind and all that extend it, at any depth. */
function withDescendants(graph: Graph, kind: string): string[] {
  const all = new Set([kind]);
  for (const key of all) {
    const entry = graph.entry('kind', key);
    for (const { key: child } of entry ? graph.from(entry, 'extends') : []) all.add(child);
  }
  return [...all];
}

/** The container and the products that contain it, nearest first. */
function lineageOf(graph: Graph, container: string | undefined): Entry[] {
  const entry = container ? graph.entry('product', container) : undefined;
  return entry ? [entry, ...graph.ancestors(entry)] : [];
}

/** How many levels up the first package stands that both have in common. */
function distance(graph: Graph, entry: Entry, lineage: readonly Entry[]): number {
  if (entry.type !== 'product' || lineage.length === 0) return 0;
  const over = [entry, ...graph.ancestors(entry)];
  const at = lineage.findIndex(common => over.includes(common));
  return at < 0 ? lineage.length : at;
}
