import { namespaceOf } from '../model/record.ts';
import type { FindingCounts } from '../protocol-explorer.ts';
import type { Finding } from '../rules/finding.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Nothing found. */
export const NOTHING: FindingCounts = { errors: 0, warnings: 0, notes: 0 };

/** What one document holds. */
interface Held {
  total: FindingCounts;
  /** Findings about entries, by {@link idOf}. */
  found: ReadonlyMap<string, FindingCounts>;
  products: number;
  hasKinds: boolean;
}

const EMPTY: Held = { total: NOTHING, found: new Map(), products: 0, hasKinds: false };

/** Counts the products and the findings of one project; after a change it counts only in the documents that may differ. */
export class Tally {
  private readonly documents = new Map<string, Held>();
  private readonly own = new Map<string, FindingCounts>();
  private readonly workspace: Workspace;
  private readonly project: LoadedProject;

  constructor(workspace: Workspace, project: LoadedProject) {
    this.workspace = workspace;
    this.project = project;
    this.update([...project.documents, ...(project.settingsFile ? [project.settingsFile] : [])]);
  }

  /** Counts anew in some documents; those of other projects do no harm. */
  update(addresses: Iterable<string>): void {
    let hasKinds = false;
    for (const address of addresses) hasKinds = this.replace(address) || hasKinds;
    // A kind decides which of its products are packages, wherever they stand.
    if (hasKinds) {
      for (const [address, held] of this.documents) held.products = this.productsIn(address);
    }
  }

  /** Findings about an entry itself. */
  of(id: string): FindingCounts {
    return this.own.get(id) ?? NOTHING;
  }

  /** Everything about which something was found, by {@link idOf}. */
  all(): Iterable<[id: string, counts: FindingCounts]> {
    return this.own;
  }

  /** All findings of the project. */
  get total(): FindingCounts {
    return [...this.documents.values()].reduce((sum, { total }) => add(sum, total), NOTHING);
  }

  /** Its products, packages aside. */
  get products(): number {
    return this.documents.values().reduce((sum, { products }) => sum + products, 0);
  }

  /** True where kinds are or were declared there. */
  private replace(address: string): boolean {
    const before = this.documents.get(address) ?? EMPTY;
    const now = this.read(address);
    for (const [id, counts] of before.found) this.count(id, counts, -1);
    for (const [id, counts] of now?.found ?? []) this.count(id, counts, 1);
    if (now) this.documents.set(address, now);
    else this.documents.delete(address);
    return before.hasKinds || (now?.hasKinds ?? false);
  }

  private count(id: string, counts: FindingCounts, sign: 1 | -1): void {
    const sum = add(this.of(id), counts, sign);
    if (isNothing(sum)) this.own.delete(id);
    else this.own.set(id, sum);
  }

  private read(address: string): Held | undefined {
    const { documents, settingsFile, engine } = this.project;
    if (!documents.has(address) && address !== settingsFile) return undefined;
    const found = new Map<string, FindingCounts>();
    let total = NOTHING;
    for (const finding of this.workspace.findingsIn(address)) {
      const one = countOf(finding);
      total = add(total, one);
      if (finding.subject === null || isNothing(one)) continue;
      const id = idOf(namespaceOf(finding.subject.type), finding.subject.key);
      found.set(id, add(found.get(id) ?? NOTHING, one));
    }
    const hasKinds = engine.graph.record(address)?.entries.some(({ type }) => type === 'kind') ?? false;
    return { total, found, products: this.productsIn(address), hasKinds };
  }

  private productsIn(address: string): number {
    const { graph } = this.project.engine;
    const products = graph.record(address)?.entries.filter(({ type }) => type === 'product') ?? [];
    return products.filter(entry => graph.isPrimary(entry) && !graph.isOfKind(entry, 'package')).length;
  }
}

/** The name under which an entry is counted: keys hold no blanks. */
export function idOf(namespace: string, key: string): string {
  return `${namespace} ${key}`;
}

/** The sum of two counts; their difference where `sign` is -1. */
export function add(a: FindingCounts, b: FindingCounts, sign: 1 | -1 = 1): FindingCounts {
  return {
    errors: a.errors + sign * b.errors,
    warnings: a.warnings + sign * b.warnings,
    notes: a.notes + sign * b.notes,
  };
}

/** Whether there are none. */
export function isNothing({ errors, warnings, notes }: FindingCounts): boolean {
  return errors + warnings + notes === 0;
}

function countOf({ severity, waived }: Finding): FindingCounts {
  if (waived) return NOTHING;
  const field = severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'notes';
  return { ...NOTHING, [field]: 1 };
}
