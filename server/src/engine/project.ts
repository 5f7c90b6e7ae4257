import { Graph } from '../model/graph.ts';
import type { DocumentRecord } from '../model/record.ts';
import { type Change, Store } from '../model/store.ts';
import { type Reader, Tracker } from '../model/tracking.ts';
import type { Finding } from '../rules/finding.ts';
import { Judge } from '../rules/judge.ts';
import { DEFAULT_SETTINGS, type RuleSettings } from '../rules/settings.ts';

/**
 * The engine of one project: records in, findings out. It knows no disk, no editor and no parser; the editor, the command line and the
 * tests drive the same one.
 */
export class Project {
  readonly graph: Graph;
  private readonly tracker = new Tracker();
  private readonly store = new Store(this.tracker);
  private readonly judge: Judge;

  constructor(settings: RuleSettings = DEFAULT_SETTINGS, today = new Date().toISOString().slice(0, 10)) {
    this.graph = new Graph(this.store, this.tracker);
    this.judge = new Judge(this.graph, this.tracker);
    this.judge.configure(settings, today);
  }

  /** How many entries have been judged since the start. */
  get judged(): number {
    return this.judge.judged;
  }

  /** New settings or a new day; call `settle` afterwards. */
  configure(settings: RuleSettings, today: string): void {
    this.judge.configure(settings, today);
  }

  /** Puts a document's record in place (undefined: the document is gone); call `settle` after the last of a batch. */
  replace(document: string, record: DocumentRecord | undefined): Change {
    const before = this.graph.record(document)?.problems ?? [];
    const change = this.store.replace(document, record);
    this.judge.follow(change);
    const now = this.graph.record(document);
    if (now) this.judge.followProblems(now, before);
    this.touched.add(document);
    return change;
  }

  /** Brings everything up to date. Returns the addresses of the documents whose findings may differ now, gone ones included. */
  settle(): Set<string> {
    this.store.settle();
    const documents = this.judge.settle();
    for (const document of this.touched) {
      documents.add(document);
      for (const other of this.judge.documentsPointingTo(document)) documents.add(other);
    }
    this.touched.clear();
    this.graph.forget(this.store.prune());
    return documents;
  }

  /** Everything found in a document, waived findings included and marked; empty when it is not part of the project. */
  findingsIn(document: string): readonly Finding[] {
    const record = this.graph.record(document);
    return record ? this.judge.findingsIn(record) : [];
  }

  /** Runs `work`; `reader` hears when something changes that it read of the graph. Until `forget`, or the next `track`. */
  track<T>(reader: Reader, work: () => T): T {
    return this.tracker.track(reader, work);
  }

  /** The reader hears of nothing any more. */
  forget(reader: Reader): void {
    this.tracker.forget(reader);
  }

  /** Whether a rule id means something in this project. */
  isRule(id: string): boolean {
    return this.judge.isRule(id);
  }

  private readonly touched = new Set<string>();
}
