import { shortestCycle } from './cycles.ts';
import { DerivedMap } from './derived-map.ts';
import type { Matches } from './key-index.ts';
import { type KindInfo, statementsOf, workOut } from './kinds.ts';
import { Lineage, type ManagersBelow } from './lineage.ts';
import type { Link } from './links.ts';
import { skeletonOf } from './names.ts';
import { likenessOf, nearestOf } from './near.ts';
import { facetOf, type Node } from './node.ts';
import type { Relation } from './properties.ts';
import { sameContent } from './reconcile.ts';
import { type Attribute, type DocumentRecord, type Entry, type Namespace, namespaceOf, type Range } from './record.ts';
import { Repositories } from './repositories.ts';
import { containerOf, foldName, type Store } from './store.ts';
import type { Tracker } from './tracking.ts';

/**
 * The graph as it is read. All that a rule asks for is noted by the tracker; so a rule must take whatever it needs to know of other
 * entries from these methods (their key, name, kind and type may be read from the entry that a method returns).
 */
export class Graph {
  /** What repositories have to do with software products. */
  readonly repositories: Repositories;
  private readonly store: Store;
  private readonly tracker: Tracker;
  private readonly kinds: DerivedMap<string, KindInfo>;
  private readonly lineage: Lineage;

  constructor(store: Store, tracker: Tracker) {
    this.store = store;
    this.tracker = tracker;
    this.repositories = new Repositories(this, tracker);
    this.lineage = new Lineage(this, store, tracker);
    this.kinds = new DerivedMap(tracker, key => this.workOutKind(key), sameKind);
  }

  // ── Entries ───────────────────────────────────────────────────────────────────────────────────────────────────

  /** What a document states; undefined when it is not part of the project. */
  record(document: string): DocumentRecord | undefined {
    return this.store.documents.get(document);
  }

  /** All documents. Grows with the project: never in a rule. */
  records(): Iterable<DocumentRecord> {
    return this.store.documents.values();
  }

  /** Every declaration that counts, of one namespace, in no particular order. Grows with the project: never in a rule. */
  *all(namespace: Namespace): Iterable<Entry> {
    for (const node of this.store.declared(namespace)) yield node.entry!;
  }

  /** The declaration that counts for a key. */
  entry(namespace: Namespace, key: string): Entry | undefined {
    const node = this.store.node(namespace, key);
    this.tracker.read(node.cell('declared'));
    return node.entry;
  }

  /** Every declaration of a key, in document order; extensions of kinds aside. */
  declarations(namespace: Namespace, key: string): readonly Entry[] {
    const node = this.store.node(namespace, key);
    this.tracker.read(node.cell('declarations'));
    return node.declarations;
  }

  /** The `extend kind` statements about a kind, in document order. */
  extensions(kind: string): readonly Entry[] {
    const node = this.store.node('kind', kind);
    this.tracker.read(node.cell('statements'));
    return node.extensions;
  }

  /**
   * Declarations whose keys begin with `prefix`, ignoring case, in the order of their keys; `sort`: only of this very kind of product, or
   * this type of entry. For lists that people choose from, not for rules.
   */
  keysFrom(namespace: Namespace, prefix: string, sort?: string): Matches {
    return this.store.keys.byKey(namespace, prefix, sort);
  }

  /** Declarations in whose names or short names a word begins with `prefix`; some more than once. Not for rules. */
  namesFrom(namespace: Namespace, prefix: string): Matches {
    return this.store.keys.byWord(namespace, prefix);
  }

  /** Whether this declaration is the one that counts for its key. */
  isPrimary(entry: Entry): boolean {
    return entry.key !== '' && this.declarations(namespaceOf(entry.type), entry.key)[0] === entry;
  }

  /** Products with this name or short name, ignoring case; ordered by key. */
  withName(name: string): readonly Entry[] {
    return this.store.names.read(foldName(name), this.tracker);
  }

  /** Entries of a namespace whose keys look like this one; ordered by key. */
  lookAlikes(namespace: Namespace, key: string): readonly Entry[] {
    return this.store.skeletons.read(`${namespace} ${skeletonOf(key)}`, this.tracker);
  }

  /** Entries whose keys look like this one or are a slip of the pen away from it; best first, three at most. */
  nearMisses(namespaces: readonly Namespace[], key: string): readonly Entry[] {
    const alike = new Map<string, Entry>();
    const near = new Map<string, Entry>();
    const note = (found: Map<string, Entry>, entry: Entry): void => {
      if (!entry.extension && entry.key !== key && !alike.has(entry.key)) found.set(entry.key, entry);
    };
    for (const namespace of namespaces) {
      for (const entry of this.lookAlikes(namespace, key)) note(alike, entry);
      for (const id of likenessOf(namespace, key)) {
        for (const entry of this.store.likenesses.read(id, this.tracker)) note(near, entry);
      }
    }
    return [...alike.values(), ...nearestOf(key, near.keys()).map(other => near.get(other)!)].slice(0, 3);
  }

  // ── Links ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Where a relation leads from this entry, stated at either end; ordered by key; what nothing declares is left out. */
  to(entry: Entry, relation: Relation): readonly Entry[] {
    return [...this.eachTo(entry, relation)];
  }

  /** From where a relation leads to this entry. */
  from(entry: Entry, relation: Relation): readonly Entry[] {
    return [...this.eachFrom(entry, relation)];
  }

  /** As `to`, one after the other: who stops early depends only on those that he was given. */
  eachTo(entry: Entry, relation: Relation): Iterable<Entry> {
    return this.others(entry, 'to', relation);
  }

  /** As `from`, one after the other. */
  eachFrom(entry: Entry, relation: Relation): Iterable<Entry> {
    return this.others(entry, 'from', relation);
  }

  /** Whether anything but this entry itself refers to its key. */
  isReferredTo(entry: Entry): boolean {
    const node = this.store.nodeOf(entry);
    this.tracker.read(node.cell('referred'));
    return node.referrers > 0;
  }

  /** Whether the declaration that counts says this attribute, be it `none`. */
  states(entry: Entry, property: string): boolean {
    const node = this.store.nodeOf(entry);
    this.tracker.read(node.cell('stated'));
    return (node.entry ?? entry).attributes.some(attribute => attribute.property === property);
  }

  /** The references that an entry makes, in the order of its text. */
  linksOf(entry: Entry): readonly Link[] {
    // What is a reference in a field's values follows from the kinds that declare the field.
    for (const kind of this.store.kindsOf(entry)) this.tracker.read(kind.cell('statements'));
    return this.store.links.get(entry) ?? [];
  }

  /** Where it is stated that a relation leads from one entry to another: at its own end if it is stated there, else at the other. */
  place(from: Entry, relation: Relation, to: Entry): { document: string; at: Range } | undefined {
    const ends = [this.store.nodeOf(from), this.store.nodeOf(to)];
    this.tracker.read(ends[0].cell(facetOf('places', relation)));
    for (const [end, other] of [ends, ends.toReversed()]) {
      for (const entry of end.declarations) {
        const link = this.linksOf(entry).find(
          ({ quoted, key, ...link }) =>
            !quoted && key === other.key && link.relation === relation && link.reversed === (end === ends[1]),
        );
        if (link) return { document: entry.document, at: link.range };
      }
    }
    return undefined;
  }

  /** The declaration to which a link leads: in the first of its namespaces that declares the key. */
  resolve(link: Link): Entry | undefined {
    if (link.quoted || link.key === '') return undefined;
    for (const namespace of link.namespaces) {
      const entry = this.entry(namespace, link.key);
      if (entry) return entry;
    }
    return undefined;
  }

  /** Every place that refers to a key, declared or not. Not for rules. */
  *referencesTo(namespace: Namespace, key: string): Iterable<{ entry: Entry; link: Link }> {
    for (const entry of this.store.known(namespace, key)?.mentionedBy.keys() ?? []) {
      for (const link of this.linksOf(entry)) {
        if (link.key !== key || link.quoted || !link.namespaces.includes(namespace)) continue;
        const target = this.resolve(link);
        if (target === undefined || namespaceOf(target.type) === namespace) yield { entry, link };
      }
    }
  }

  // ── The tree ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** The product that contains this one; undefined for a root, and where containment goes in a circle. */
  parent(entry: Entry): Entry | undefined {
    if (entry.type !== 'product') return undefined;
    const node = this.store.nodeOf(entry);
    this.tracker.read(node.cell('container'));
    const key = containerOf(node.entry ?? entry);
    if (!key) return undefined;
    this.tracker.read(node.cell('cycle contains'));
    if (key === entry.key || this.store.cycles.get('contains')?.knotOf(node)) return undefined;
    return this.entry('product', key);
  }

  /** The products that this one contains, ordered by key. */
  children(entry: Entry): readonly Entry[] {
    return this.to(entry, 'contains').filter(child => this.parent(child)?.key === entry.key);
  }

  /** The products that contain this one, nearest first. */
  ancestors(entry: Entry): readonly Entry[] {
    const result: Entry[] = [];
    for (let at = this.parent(entry); at !== undefined; at = this.parent(at)) result.push(at);
    return result;
  }

  /** Obsolete itself, or contained in what is. */
  isObsolete(entry: Entry): boolean {
    return entry.type === 'product' && this.lineage.isObsolete(entry);
  }

  /** The waivers that cover an entry, nearest first; those of one entry in the order of its text. */
  waiversOver(entry: Entry): readonly { holder: Entry; waiver: Attribute }[] {
    return this.lineage.waiversOver(entry);
  }

  /**
   * The shortest cycle of a relation through this entry, itself first; undefined where it is in none. In a knot of more than a hundred
   * it is told to the one with the smallest key alone: each telling of all others would take its square of time.
   */
  cycle(entry: Entry, relation: Relation): readonly Entry[] | undefined {
    const node = this.store.nodeOf(entry);
    this.tracker.read(node.cell(facetOf('knot', relation)));
    const knot = this.store.cycles.get(relation)?.knotOf(node);
    if (knot && knot.nodes.size > LARGE_KNOT && knot.leader !== node) return undefined;
    return knot && shortestCycle(node, knot, relation).map(({ namespace, key }) => this.entry(namespace, key)!);
  }

  /** Whether this entry has the smallest key among all that are in one knot of cycles with it. */
  leadsCycle(entry: Entry, relation: Relation): boolean {
    const node = this.store.nodeOf(entry);
    this.tracker.read(node.cell(facetOf('cycle', relation)));
    return this.store.cycles.get(relation)?.knotOf(node)?.leader === node;
  }

  // ── Kinds and managers ────────────────────────────────────────────────────────────────────────────────────────

  /** What a kind amounts to; undefined when nothing declares it. */
  kind(key: string): KindInfo | undefined {
    if (this.entry('kind', key) === undefined) return undefined;
    return this.kinds.get(key, at => this.parentKind(at));
  }

  /** Whether a product is of this kind or of one that extends it. */
  isOfKind(entry: Entry, kind: string): boolean {
    const own = entry.kind?.text;
    return own !== undefined && (own === kind || (this.kind(own)?.chain.includes(kind) ?? false));
  }

  /** Who manages the products below an entry, at any depth; packages and obsolete products aside (DMTN-104 §1.5). */
  managersBelow(entry: Entry): ManagersBelow {
    return this.lineage.managersBelow(entry.key);
  }

  /** Drops what was derived for keys that are gone. */
  forget(nodes: readonly Node[]): void {
    for (const { namespace, key } of nodes) {
      if (namespace === 'product') this.lineage.forget(key);
      if (namespace === 'repository') this.repositories.forget(key);
      if (namespace === 'kind') this.kinds.forget(key);
    }
  }

  // ── How it is worked out ──────────────────────────────────────────────────────────────────────────────────────

  private *others(entry: Entry, direction: 'to' | 'from', relation: Relation): Iterable<Entry> {
    const node = this.store.nodeOf(entry);
    this.tracker.read(node.cell(facetOf(direction, relation)));
    for (const other of node.others(direction, relation)) {
      this.tracker.read(other.cell('declared'));
      if (other.entry) yield other.entry;
    }
  }

  private workOutKind(key: string): KindInfo {
    const node = this.store.node('kind', key);
    this.tracker.read(node.cell('statements'));
    const [parent] = this.parentKind(key);
    return workOut(key, statementsOf(node), parent === undefined ? undefined : this.kind(parent));
  }

  /** The kind that a kind extends; none where kinds extend each other. */
  private parentKind(key: string): string[] {
    const node = this.store.node('kind', key);
    this.tracker.read(node.cell('statements'));
    this.tracker.read(node.cell('cycle extends'));
    const parent = this.store.cycles.get('extends')?.knotOf(node) ? undefined : node.entry?.parent?.text;
    return parent === undefined || parent === key ? [] : [parent];
  }
}

/** A knot in which not everyone is told of everyone else. */
const LARGE_KNOT = 100;

function sameKind(a: KindInfo, b: KindInfo): boolean {
  return (
    sameContent(a.chain, b.chain) && sameContent(a.demands, b.demands) && sameContent([...a.fields], [...b.fields])
  );
}
