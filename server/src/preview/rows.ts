import { sameContent } from '../model/reconcile.ts';
import type { Entry } from '../model/record.ts';
import type { Cell, Reader } from '../model/tracking.ts';
import type { PreviewChange, PreviewKind, PreviewPatch, PreviewRow } from '../protocol.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import { countFindings, type Found, NOTHING_FOUND, rowOf } from './row.ts';

/** The row of one product: it hears when what it has read of the graph changes. */
class TrackedRow implements Reader {
  reads: Cell[] = [];
  row: PreviewRow | undefined;
  entry: Entry | undefined;
  private readonly key: string;
  private readonly dirty: Set<string>;

  constructor(key: string, dirty: Set<string>) {
    this.key = key;
    this.dirty = dirty;
  }

  changed(): void {
    this.dirty.add(this.key);
  }
}

/** What one document holds of the preview's data. */
interface Held {
  /** The keys of its products, in the order of the text. */
  products: readonly string[];
  found: ReadonlyMap<string, Found>;
  parties: readonly string[];
  kinds: boolean;
}

const EMPTY: Held = { products: [], found: new Map(), parties: [], kinds: false };

/**
 * The rows of one project, kept while somebody looks at them. `update` works out again only the rows that have read something that changed,
 * and looks at the documents whose findings may differ.
 */
export class Rows {
  readonly project: LoadedProject;
  /** How many rows have been worked out since the start; tests read it. */
  made = 0;
  private readonly rows = new Map<string, TrackedRow>();
  private readonly documents = new Map<string, Held>();
  private readonly parties = new Map<string, string>();
  private readonly dirty = new Set<string>();
  private kinds: PreviewKind[] = [];
  private title = '';

  constructor(project: LoadedProject) {
    this.project = project;
    const { graph } = project.engine;
    this.update([...graph.records()].map(({ document }) => document));
  }

  /** What it knows now, in the order of the documents' addresses and of their texts. */
  snapshot(): { title: string; rows: PreviewRow[]; kinds: PreviewKind[]; parties: [string, string][] } {
    const rows = [...this.documents]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { products }]) => products)
      .flatMap(key => this.rows.get(key)?.row ?? []);
    return { title: this.title, rows: [...new Set(rows)], kinds: this.kinds, parties: [...this.parties] };
  }

  /** Takes over what has changed. `documents`: those that changed or whose findings may differ. Undefined: nothing that is drawn differs. */
  update(documents: Iterable<string>): Omit<PreviewPatch, 'project' | 'version'> | undefined {
    const { graph } = this.project.engine;
    const suspects = new Set(this.dirty);
    this.dirty.clear();
    const places = new Map<string, Pick<PreviewChange, 'after' | 'before'>>();
    const renames: [string[], string[]][] = [];
    const parties: [string, string][] = [];
    let kinds = this.kinds.length === 0;
    for (const document of documents) {
      const before = this.documents.get(document) ?? EMPTY;
      const now = this.read(document);
      if (now) this.documents.set(document, now);
      else this.documents.delete(document);
      const { products = [], found = EMPTY.found } = now ?? EMPTY;
      for (const key of before.products) {
        if (!sameContent(before.found.get(key), found.get(key))) suspects.add(key);
      }
      for (const key of products) {
        if (this.rows.get(key)?.entry !== graph.entry('product', key)) suspects.add(key);
      }
      if (!sameContent(before.products, products)) notePlaces(before.products, products, suspects, places, renames);
      for (const key of new Set([...before.parties, ...(now?.parties ?? [])])) {
        const name = graph.entry('party', key)?.name?.text ?? '';
        if (this.parties.get(key) === name) continue;
        this.parties.set(key, name);
        parties.push([key, name]);
      }
      kinds ||= before.kinds || (now?.kinds ?? false);
    }
    const gone: string[] = [];
    const changed: PreviewChange[] = [];
    const fresh = new Set<string>();
    for (const key of suspects) {
      const before = this.rows.get(key)?.row;
      const row = this.make(key);
      if (before && !row) gone.push(key);
      if (!row) continue;
      if (!before) fresh.add(key);
      const change = { ...difference(before, row), ...places.get(key) };
      if (Object.keys(change).length > 0) changed.push({ ...change, key });
    }
    // A key that takes the only place that another left is that product under a new name.
    const renamed = renames.flatMap(([[from, ...more], [to, ...others]]): [string, string][] =>
      from && to && more.length + others.length === 0 && gone.includes(from) && fresh.has(to) ? [[from, to]] : [],
    );
    const newKinds = kinds ? this.workOutKinds() : undefined;
    const title = this.project.settings.title ?? this.project.name;
    const newTitle = title === this.title ? undefined : title;
    this.title = title;
    if (gone.length + changed.length + parties.length === 0 && !newKinds && newTitle === undefined) return undefined;
    return {
      renamed,
      gone: gone.filter(key => !renamed.some(([from]) => from === key)),
      changed,
      parties,
      ...(newKinds ? { kinds: newKinds } : {}),
      ...(newTitle === undefined ? {} : { title: newTitle }),
    };
  }

  /** Ends the tracking. */
  dispose(): void {
    for (const row of this.rows.values()) this.project.engine.forget(row);
    this.rows.clear();
  }

  private make(key: string): PreviewRow | undefined {
    const { engine } = this.project;
    const { graph } = engine;
    let tracked = this.rows.get(key);
    if (tracked === undefined) {
      tracked = new TrackedRow(key, this.dirty);
      this.rows.set(key, tracked);
    }
    this.made++;
    tracked.row = engine.track(tracked, () => {
      const entry = graph.entry('product', key);
      tracked.entry = entry;
      return entry && rowOf(graph, entry, this.foundOf(key));
    });
    if (tracked.row === undefined) {
      engine.forget(tracked);
      this.rows.delete(key);
    }
    return tracked.row;
  }

  /** The findings about a key, of all documents that declare it. */
  private foundOf(key: string): Found {
    const documents = new Set(this.project.engine.graph.declarations('product', key).map(({ document }) => document));
    const all = [...documents].flatMap(document => this.documents.get(document)?.found.get(key) ?? []);
    if (all.length < 2) return all[0] ?? NOTHING_FOUND;
    return {
      findings: all.reduce<Found['findings']>(
        (sum, { findings }) => sum.map((n, index) => n + findings[index]!) as Found['findings'],
        [0, 0, 0, 0],
      ),
      rules: [...new Set(all.flatMap(({ rules }) => rules))],
    };
  }

  private read(document: string): Held | undefined {
    const { engine } = this.project;
    const record = engine.graph.record(document);
    if (record === undefined) return undefined;
    const keyed = record.entries.filter(({ key, extension }) => key !== '' && !extension);
    return {
      products: [...new Set(keyed.filter(({ type }) => type === 'product').map(({ key }) => key))],
      found: countFindings(engine.findingsIn(document)),
      parties: keyed.filter(({ type }) => type === 'person' || type === 'team').map(({ key }) => key),
      kinds: record.entries.some(({ type }) => type === 'kind'),
    };
  }

  /** All kinds where one of them differs. */
  private workOutKinds(): PreviewKind[] | undefined {
    const { graph } = this.project.engine;
    const kinds = [...graph.all('kind')]
      .map(({ key, name }) => ({ key, name: name?.text ?? '', chain: [...(graph.kind(key)?.chain ?? [key])] }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    if (sameContent(kinds, this.kinds)) return undefined;
    this.kinds = kinds;
    return kinds;
  }
}

/** Where the products of a document stand that are new in it; all of them where the order of the others has changed. */
function notePlaces(
  before: readonly string[],
  now: readonly string[],
  suspects: Set<string>,
  places: Map<string, Pick<PreviewChange, 'after' | 'before'>>,
  renames: [string[], string[]][],
): void {
  const was = new Set(before);
  const is = new Set(now);
  const gone = before.filter(key => !is.has(key));
  const come = now.filter(key => !was.has(key));
  const kept = now.filter(key => was.has(key));
  const reordered = !sameContent(
    before.filter(key => is.has(key)),
    kept,
  );
  if (before.length > 0) renames.push([gone, come]);
  for (const key of [...gone, ...(reordered ? now : come)]) suspects.add(key);
  for (const [index, key] of now.entries()) {
    if (was.has(key) && !reordered) continue;
    if (index > 0) places.set(key, { after: now[index - 1]! });
    else if (now[1] !== undefined) places.set(key, { before: kept.find(other => other !== key) ?? now[1] });
  }
}

/** The values of `now` that differ from those before. */
function difference(before: PreviewRow | undefined, now: PreviewRow): Partial<PreviewRow> {
  if (before === undefined) return now;
  return Object.fromEntries(
    Object.entries(now).filter(([name, value]) => !sameContent(before[name as keyof PreviewRow], value)),
  );
}
