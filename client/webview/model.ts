import type { PreviewKind, PreviewPatch, PreviewRow, PreviewSkeleton } from '../../server/src/protocol.ts';

/** A product of the project, or what only others name. Its id stays while its key changes. */
export interface Product extends PreviewRow {
  id: number;
  /** False: nothing declares it, others only name it. */
  declared: boolean;
}

/** Why one product needs another. */
export type Reason = 'uses' | 'hosts' | 'requires';

/** What is in a branch, its root aside; findings with the root's own. */
export interface Below {
  products: number;
  errors: number;
  warnings: number;
  notes: number;
}

const NONE: readonly number[] = [];

/** What of a row decides where things stand. */
const STRUCTURE = ['kind', 'parent', 'uses', 'hosts', 'requires'] as const;

/**
 * The project as the page knows it: products by id, and every inverse. Changes are taken over by key; what follows from links and containment
 * is worked out anew, which takes a few milliseconds at 10,000 products.
 */
export class Model {
  readonly project: string;
  title: string;
  readonly products: Product[] = [];
  readonly parties = new Map<string, string>();
  /** Ids of the declared products in the order of the text. */
  order: number[] = [];
  roots: readonly number[] = NONE;
  /** Every product from top to bottom of the tree, when all is expanded. */
  walk: number[] = [];
  depth: number[] = [];
  parent: number[] = [];
  children: (readonly number[])[] = [];
  below: Below[] = [];
  private readonly ids = new Map<string, number>();
  private readonly kinds = new Map<string, PreviewKind>();
  private readonly out: Record<Reason, (readonly number[])[]> = { uses: [], hosts: [], requires: [] };
  private readonly into: Record<Reason, (readonly number[])[]> = { uses: [], hosts: [], requires: [] };

  constructor(skeleton: PreviewSkeleton) {
    this.project = skeleton.project;
    this.title = skeleton.title;
    for (const kind of skeleton.kinds) this.kinds.set(kind.key, kind);
    for (const [key, name] of skeleton.parties) this.parties.set(key, name);
    const people = (places: number[]): string[] => places.map(place => skeleton.parties[place]![0]);
    for (const [place, key] of skeleton.keys.entries()) {
      const product = this.add(key);
      this.order.push(product.id);
      Object.assign(product, {
        name: skeleton.names[place],
        kind: skeleton.kindKeys[skeleton.kind[place]!],
        parent: skeleton.keys[skeleton.parent[place]!] ?? '',
        obsolete: skeleton.obsolete[place],
        owner: people(skeleton.owner[place]!),
        manager: people(skeleton.manager[place]!),
        team: people(skeleton.team[place]!),
        declared: true,
      });
    }
    for (const [place, findings, rules] of skeleton.found) {
      this.products[place]!.findings = findings;
      this.products[place]!.rules = rules.map(rule => skeleton.ruleIds[rule]!);
    }
    const keyAt = (place: number): string => skeleton.keys[place] ?? skeleton.undeclared[place - skeleton.keys.length]!;
    for (const reason of ['uses', 'hosts', 'requires'] as const) {
      const pairs = skeleton.links[reason];
      for (let at = 0; at < pairs.length; at += 2) this.products[pairs[at]!]![reason].push(keyAt(pairs[at + 1]!));
    }
    this.index();
  }

  /** The id of a key that is declared or that something names. */
  idOf(key: string): number | undefined {
    return this.ids.get(key);
  }

  /** The products at the other end of its own links. */
  to(id: number, reason: Reason): readonly number[] {
    return this.out[reason][id] ?? NONE;
  }

  /** The products whose links lead to it. */
  from(id: number, reason: Reason): readonly number[] {
    return this.into[reason][id] ?? NONE;
  }

  /** A kind and those that it extends, nearest first. */
  chain(kind: string): readonly string[] {
    return this.kinds.get(kind)?.chain ?? [kind];
  }

  /** Whether a product groups others rather than being something itself. */
  isPackage(id: number): boolean {
    return this.chain(this.products[id]!.kind).includes('package');
  }

  /**
   * Takes over what has changed.
   * @returns the products that are drawn differently, and whether anything may stand elsewhere than before
   */
  apply(patch: PreviewPatch): { touched: Set<number>; moved: boolean } {
    const touched = new Set<number>();
    let moved = patch.gone.length + patch.renamed.length > 0 || patch.kinds !== undefined;
    let counted = false;
    if (patch.title !== undefined) this.title = patch.title;
    for (const [key, name] of patch.parties) this.parties.set(key, name);
    if (patch.kinds) {
      this.kinds.clear();
      for (const kind of patch.kinds) this.kinds.set(kind.key, kind);
    }
    for (const [from, to] of patch.renamed) {
      const id = this.ids.get(from);
      if (id === undefined) continue;
      this.ids.delete(from);
      const named = this.ids.get(to);
      if (named !== undefined) this.products[named]!.declared = false;
      this.ids.set(to, id);
      this.products[id]!.key = to;
    }
    const gone = new Set(patch.gone.map(key => this.ids.get(key)));
    for (const id of gone) if (id !== undefined) Object.assign(this.products[id]!, blank(this.products[id]!.key));
    this.order = this.order.filter(id => !gone.has(id));
    for (const { after, before, ...change } of patch.changed) {
      const id = this.ids.get(change.key);
      const product = id === undefined ? this.add(change.key) : this.products[id]!;
      const fresh = !product.declared;
      moved ||=
        fresh || after !== undefined || before !== undefined || STRUCTURE.some(name => change[name] !== undefined);
      counted ||= change.findings !== undefined;
      Object.assign(product, change, { declared: true });
      touched.add(product.id);
      if (fresh || after !== undefined || before !== undefined) this.place(product.id, after, before);
    }
    if (moved) this.index();
    else if (counted) this.sum();
    return { touched, moved };
  }

  private add(key: string): Product {
    const product = { id: this.products.length, ...blank(key) };
    this.products.push(product);
    this.ids.set(key, product.id);
    return product;
  }

  private place(id: number, after: string | undefined, before: string | undefined): void {
    const known = this.order.indexOf(id);
    if (known >= 0 && after === undefined && before === undefined) return;
    if (known >= 0) this.order.splice(known, 1);
    const beside = this.order.indexOf(this.ids.get(after ?? before ?? '') ?? -1);
    const at = beside < 0 ? this.order.length : after === undefined ? beside : beside + 1;
    this.order.splice(at, 0, id);
  }

  /** Works out all that follows from links and containment. */
  private index(): void {
    for (const reason of ['uses', 'hosts', 'requires'] as const) {
      const out: number[][] = [];
      const into: number[][] = [];
      this.out[reason] = out;
      this.into[reason] = into;
      for (const id of this.order) {
        const keys = this.products[id]![reason];
        if (keys.length === 0) continue;
        out[id] = keys.map(key => this.ids.get(key) ?? this.add(key).id);
        for (const other of out[id]) {
          if (into[other]) into[other].push(id);
          else into[other] = [id];
        }
      }
    }
    const children: number[][] = [];
    const roots: number[] = [];
    this.parent = new Array(this.products.length).fill(-1);
    for (const id of this.order) {
      const parent = this.ids.get(this.products[id]!.parent);
      if (parent === undefined || !this.products[parent]!.declared) roots.push(id);
      else {
        this.parent[id] = parent;
        if (children[parent]) children[parent].push(id);
        else children[parent] = [id];
      }
    }
    // Branches before leaves, each in the order of the text: so that a long list of leaves does not hide a branch.
    for (const [id, list] of children.entries()) {
      if (list)
        children[id] = [...list.filter(one => this.isPackage(one)), ...list.filter(one => !this.isPackage(one))];
    }
    this.children = children;
    this.roots = roots;
    this.walk = [];
    this.depth = [];
    const stack = [...roots].reverse();
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      this.walk.push(id);
      this.depth[id] = this.parent[id]! < 0 ? 0 : this.depth[this.parent[id]!]! + 1;
      const list = children[id];
      for (let at = (list?.length ?? 0) - 1; at >= 0; at--) stack.push(list![at]!);
    }
    this.sum();
  }

  /** Sums up what is in each branch. */
  private sum(): void {
    this.below = this.products.map(({ findings: [errors, warnings, notes] }) => ({
      products: 0,
      errors,
      warnings,
      notes,
    }));
    for (const id of this.walk.toReversed()) {
      const above = this.below[this.parent[id]!];
      const own = this.below[id]!;
      if (!above) continue;
      above.products += own.products + 1;
      above.errors += own.errors;
      above.warnings += own.warnings;
      above.notes += own.notes;
    }
  }
}

/** A product of which nothing is known but what others call it. */
function blank(key: string): PreviewRow & { declared: boolean } {
  return {
    key,
    name: key.startsWith('"') ? key.slice(1, -1) : '',
    kind: '',
    parent: '',
    obsolete: 0,
    findings: [0, 0, 0, 0],
    rules: [],
    owner: [],
    manager: [],
    team: [],
    uses: [],
    hosts: [],
    requires: [],
    declared: false,
  };
}

/** A product as people call it. */
export function nameOf({ key, name }: Product): string {
  return name || key || 'unnamed';
}

/** What a page begins with, and shows where there is no project. */
export const EMPTY: PreviewSkeleton = {
  project: '',
  title: '',
  version: 0,
  kinds: [],
  parties: [],
  ruleIds: [],
  kindKeys: [],
  undeclared: [],
  keys: [],
  names: [],
  kind: [],
  parent: [],
  obsolete: [],
  found: [],
  owner: [],
  manager: [],
  team: [],
  links: { uses: [], hosts: [], requires: [] },
};
