import { Buckets, byPlace, withEntry } from './buckets.ts';
import { CycleIndex } from './cycles.ts';
import { KeyIndex } from './key-index.ts';
import { statementsOf } from './kinds.ts';
import { isPlainFieldType, type Link, linksOf } from './links.ts';
import { skeletonOf } from './names.ts';
import { likenessOf } from './near.ts';
import { type Facet, facetOf, Node } from './node.ts';
import { propertyOf, type Relation } from './properties.ts';
import { reconcile } from './reconcile.ts';
import { type DocumentRecord, type Entry, type Namespace, namespaceOf } from './record.ts';
import type { Tracker } from './tracking.ts';

/** What putting a record in place changed. Entries that state what they stated before are in neither list. */
export interface Change {
  added: readonly Entry[];
  removed: readonly Entry[];
}

const CYCLIC: readonly Relation[] = ['uses', 'hosts', 'contains', 'extends'];

/**
 * The graph as it is kept: all records of a project, indexed, with every inverse. It changes one document at a time and tells each
 * changed piece's readers. `Graph` reads it.
 */
export class Store {
  readonly documents = new Map<string, DocumentRecord>();
  readonly links = new Map<Entry, readonly Link[]>();
  readonly cycles: ReadonlyMap<Relation, CycleIndex> = new Map(
    CYCLIC.map(relation => [relation, new CycleIndex(relation)]),
  );
  /** Products by name and short name, case folded. */
  readonly names = new Buckets<string>();
  /** Entries by namespace and what their keys look like. */
  readonly skeletons = new Buckets<string>();
  /** Entries by what a slip of the pen makes of their keys; see `likenessOf`. */
  readonly likenesses = new Buckets<number>();
  private readonly tracker: Tracker;
  private readonly nodes: Record<Namespace, Map<string, Node>> = {
    product: new Map(),
    party: new Map(),
    document: new Map(),
    requirement: new Map(),
    repository: new Map(),
    term: new Map(),
    kind: new Map(),
  };
  private readonly withFields = new Set<Entry>();
  private readonly maybeIdle = new Set<Node>();
  private keyIndex: KeyIndex | undefined;

  constructor(tracker: Tracker) {
    this.tracker = tracker;
  }

  /** The node of a key, made when it is asked for the first time. */
  node(namespace: Namespace, key: string): Node {
    let node = this.nodes[namespace].get(key);
    if (node === undefined) {
      node = new Node(namespace, key);
      this.nodes[namespace].set(key, node);
    }
    return node;
  }

  nodeOf(entry: Entry): Node {
    return this.node(namespaceOf(entry.type), entry.key);
  }

  /** The node of a key, where there is one. */
  known(namespace: Namespace, key: string): Node | undefined {
    return this.nodes[namespace].get(key);
  }

  /** Every key of a namespace that is declared. Grows with the project: for lists that people ask for. */
  *declared(namespace: Namespace): Iterable<Node> {
    for (const node of this.nodes[namespace].values()) if (node.entry) yield node;
  }

  /** Declarations by the beginnings of their keys and names. Made when somebody asks for the first time. */
  get keys(): KeyIndex {
    this.keyIndex ??= new KeyIndex(
      Object.values(this.nodes)
        .flatMap(nodes => [...nodes.values()])
        .flatMap(({ declarations }) => declarations),
    );
    return this.keyIndex;
  }

  /** Puts a document's record in place of the one before; undefined: the document is gone. */
  replace(document: string, record: DocumentRecord | undefined): Change {
    const old = this.documents.get(document);
    const next = record && reconcile(old, record);
    const before = new Set(old?.entries);
    const after = new Set(next?.entries);
    const removed = [...before].filter(entry => !after.has(entry));
    const added = [...after].filter(entry => !before.has(entry));
    if (next) this.documents.set(document, next);
    else this.documents.delete(document);

    const told = new Map<Node, Snapshot>();
    for (const entry of [...removed, ...added]) {
      const node = this.nodeOf(entry);
      // What nobody has looked at needs no comparison.
      if (node.isRead && !told.has(node)) told.set(node, snapshot(node));
      this.maybeIdle.add(node);
    }
    for (const entry of removed) this.leave(entry);
    for (const entry of added) this.enter(entry);
    // Links are counted up before they are counted down: what is stated as before never flickers.
    for (const entry of added) this.link(entry);
    for (const entry of removed) this.unlink(entry);
    for (const [node, was] of told) {
      const now = snapshot(node);
      if (now.declared !== was.declared) node.notify('declared');
      if (now.declarations !== was.declarations) node.notify('declarations');
      if (now.container !== was.container) node.notify('container');
      if (now.standing !== was.standing) node.notify('standing');
      if (now.stated !== was.stated) node.notify('stated');
      // Always, since who works a kind out keeps pieces of its record, whose ranges move.
      if (node.namespace === 'kind') node.notify('statements');
      if (now.exists !== was.exists) for (const index of this.cycles.values()) index.touch(node);
    }
    for (const buckets of [this.names, this.skeletons, this.likenesses]) buckets.flush();
    if ([...removed, ...added].some(({ type }) => type === 'kind')) this.relinkFields();
    return { added, removed };
  }

  /** Brings all derived state up to date after one or more `replace`. */
  settle(): void {
    for (const index of this.cycles.values()) index.settle();
    this.tracker.settle();
  }

  /** Forgets keys that nobody declares, refers to or looks at any more. Returns them. */
  prune(): Node[] {
    const gone = [...this.maybeIdle].filter(node => node.idle);
    for (const { namespace, key } of gone) this.nodes[namespace].delete(key);
    this.maybeIdle.clear();
    return gone;
  }

  private enter(entry: Entry): void {
    if (entry.key === '') return;
    const node = this.nodeOf(entry);
    if (entry.extension) node.extensions = withEntry(node.extensions, entry, byPlace);
    else node.declarations = withEntry(node.declarations, entry, byPlace);
    this.skeletons.add(`${node.namespace} ${skeletonOf(entry.key)}`, entry);
    for (const name of namesOf(entry)) this.names.add(name, entry);
    if (!entry.extension) for (const id of likenessOf(node.namespace, entry.key)) this.likenesses.add(id, entry);
    if (!entry.extension) this.keyIndex?.add(entry);
  }

  private leave(entry: Entry): void {
    if (entry.key === '') return;
    const node = this.nodeOf(entry);
    node.declarations = node.declarations.filter(other => other !== entry);
    node.extensions = node.extensions.filter(other => other !== entry);
    this.skeletons.delete(`${node.namespace} ${skeletonOf(entry.key)}`, entry);
    for (const name of namesOf(entry)) this.names.delete(name, entry);
    if (!entry.extension) for (const id of likenessOf(node.namespace, entry.key)) this.likenesses.delete(id, entry);
    if (!entry.extension) this.keyIndex?.delete(entry);
  }

  private link(entry: Entry): void {
    if (entry.attributes.some(({ property }) => propertyOf(property) === undefined)) this.withFields.add(entry);
    const links = linksOf(entry, field => this.fieldNamespace(entry, field));
    this.links.set(entry, links);
    this.count(entry, links, 1);
  }

  private unlink(entry: Entry): void {
    this.count(entry, this.links.get(entry) ?? [], -1);
    this.links.delete(entry);
    this.withFields.delete(entry);
  }

  private count(entry: Entry, links: readonly Link[], by: 1 | -1): void {
    const own = this.nodeOf(entry);
    for (const link of links) {
      if (link.quoted || link.key === '') continue;
      for (const namespace of link.namespaces) {
        const other = this.node(namespace, link.key);
        this.maybeIdle.add(other);
        mention(other, entry, by, other === own);
        // One container: nesting goes first, and what `in` names besides is a finding, no second container.
        if (link.relation === 'contains' && entry.nestedIn) continue;
        if (link.reversed) this.edge(other, own, link.relation, by);
        else this.edge(own, other, link.relation, by);
      }
    }
    if (entry.nestedIn) this.edge(this.node('product', entry.nestedIn), own, 'contains', by);
  }

  private edge(from: Node, to: Node, relation: Relation, by: 1 | -1): void {
    const flipped = from.count('to', relation, to, by);
    to.count('from', relation, from, by);
    from.notify(facetOf('places', relation));
    if (!flipped) return;
    from.notify(facetOf('to', relation));
    to.notify(facetOf('from', relation));
    this.cycles.get(relation)?.touch(from);
  }

  /** What a field's values refer to follows from kinds: when these change, the links of all that say fields are made anew. */
  private relinkFields(): void {
    for (const entry of [...this.withFields]) {
      const old = this.links.get(entry) ?? [];
      this.link(entry);
      this.count(entry, old, -1);
    }
  }

  /**
   * The kinds that say what a product's fields refer to: its own and those that it extends, nearest first, each once; the last one may be
   * a kind that nothing declares. None for an entry without fields.
   */
  *kindsOf(entry: Entry): Iterable<Node> {
    const seen = new Set<string>();
    for (let key = this.withFields.has(entry) ? entry.kind?.text : undefined; key && !seen.has(key); ) {
      seen.add(key);
      const node: Node = this.node('kind', key);
      yield node;
      key = node.entry?.parent?.text;
    }
  }

  private fieldNamespace(product: Entry, name: string): Namespace | undefined {
    for (const node of this.kindsOf(product)) {
      if (node.entry === undefined) return undefined;
      for (const { fields } of statementsOf(node).toReversed()) {
        const type = fields?.findLast(field => field.name === name)?.type.text;
        if (type === 'person' || type === 'team') return 'party';
        if (type === 'document') return 'document';
        if (type !== undefined) return isPlainFieldType(type) ? undefined : 'product';
      }
    }
    return undefined;
  }
}

/** What others can see of a key's declarations, as texts to compare. */
interface Snapshot
  extends Record<Extract<Facet, 'declared' | 'declarations' | 'container' | 'standing' | 'stated'>, string> {
  exists: boolean;
}

function snapshot({ declarations, entry }: Node): Snapshot {
  const all = declarations.map(({ type, document, kind, name }) =>
    JSON.stringify([type, document, kind?.text, name?.text]),
  );
  const standing = entry?.attributes
    .filter(({ property }) => property === 'obsolete' || property === 'waive')
    .map(({ property, values, clause }) => [
      property,
      values.map(({ text, note }) => [text, note?.text]),
      clause?.text,
    ]);
  return {
    declared: all[0] ?? '',
    declarations: all.join(),
    container: containerOf(entry) ?? '',
    standing: JSON.stringify(standing) ?? '',
    stated: JSON.stringify(entry?.attributes.map(({ property }) => property)) ?? '',
    exists: entry !== undefined,
  };
}

/** The key of the product in which this one stands or which it names after `in`; nesting goes first where both are stated. */
export function containerOf(entry: Entry | undefined): string | undefined {
  return entry?.nestedIn || (entry?.type === 'product' ? entry.parent?.text : undefined);
}

/** Names under which a product is found, case folded. */
export function namesOf(entry: Entry): string[] {
  if (entry.type !== 'product') return [];
  const short = entry.attributes.find(({ property }) => property === 'short')?.values[0]?.text;
  return [
    ...new Set(
      [entry.name?.text, short].filter(name => name !== undefined && name !== '').map(name => foldName(name!)),
    ),
  ];
}

/** Names that differ only in case or spaces are the same name. */
export function foldName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function mention(node: Node, by: Entry, count: 1 | -1, itself: boolean): void {
  const before = node.mentionedBy.get(by) ?? 0;
  const after = before + count;
  if (after > 0) node.mentionedBy.set(by, after);
  else node.mentionedBy.delete(by);
  if (itself || (before > 0 && after > 0)) return;
  const referred = node.referrers > 0;
  node.referrers += count;
  if (referred !== node.referrers > 0) node.notify('referred');
}
