import type { Graph } from '../model/graph.ts';
import { rangesOf } from '../model/reconcile.ts';
import type { DocumentRecord, Entry, Problem, Severity } from '../model/record.ts';
import type { Cell, Reader, Tracker } from '../model/tracking.ts';
import { reportDemands } from './demands.ts';
import type { Finding } from './finding.ts';
import { nearRules } from './near-rules.ts';
import { Pointers } from './pointers.ts';
import type { Category, Context, DemandReport, Report, Rule } from './rule.ts';
import { DEFAULT_SETTINGS, type RuleSettings } from './settings.ts';
import { ruleOf, rulesOn } from './table.ts';
import { WaiverUse } from './waiver-use.ts';
import { waivedBy, waiverFor, waiverId } from './waivers.ts';

/** The judgement of one entry: what was found, and what was read to find it. */
class Judgement implements Reader {
  reads: Cell[] = [];
  findings: Finding[] = [];
  /** The ids of the waivers that silence its findings. */
  waivers: string[] = [];
  readonly entry: Entry;
  private readonly dirty: Set<Judgement>;

  constructor(entry: Entry, dirty: Set<Judgement>) {
    this.entry = entry;
    this.dirty = dirty;
  }

  changed(): void {
    this.dirty.add(this);
  }
}

/**
 * Keeps the findings of a project. After a change it judges again exactly those entries that are new or have read what changed.
 */
export class Judge {
  /** How many entries were judged since the start; tests and the bench read it. */
  judged = 0;
  private readonly graph: Graph;
  private readonly tracker: Tracker;
  private readonly judgements = new Map<Entry, Judgement>();
  private readonly dirty = new Set<Judgement>();
  private readonly waiverUse = new WaiverUse();
  private readonly pointers = new Pointers();
  private settings: RuleSettings = DEFAULT_SETTINGS;
  private today = '0000-00-00';
  private context: Context;

  constructor(graph: Graph, tracker: Tracker) {
    this.graph = graph;
    this.tracker = tracker;
    this.context = this.newContext();
  }

  /** New settings or a new day: everything is judged again. */
  configure(settings: RuleSettings, today: string): void {
    this.settings = settings;
    this.today = today;
    this.context = this.newContext();
    for (const judgement of this.judgements.values()) this.dirty.add(judgement);
  }

  /** Entries have come or gone. Findings that point to places of those that are gone are worked out again. */
  follow(change: { added: readonly Entry[]; removed: readonly Entry[] }): void {
    const pointing = new Set<Entry>();
    for (const entry of change.removed) {
      for (const range of rangesOf(entry)) for (const other of this.pointers.to(range)) pointing.add(other);
      const judgement = this.judgements.get(entry);
      if (judgement) this.drop(judgement);
    }
    for (const entry of pointing) {
      const judgement = this.judgements.get(entry);
      if (judgement) this.dirty.add(judgement);
    }
    for (const entry of change.added) {
      const judgement = new Judgement(entry, this.dirty);
      this.judgements.set(entry, judgement);
      this.dirty.add(judgement);
    }
  }

  /** What is wrong with a document's text may differ though its entries say the same: their waivers are counted again. */
  followProblems(record: DocumentRecord, before: readonly Problem[]): void {
    for (const problem of [...before, ...record.problems]) {
      const entry = waivableSubject(record, problem);
      const judgement = entry && this.judgements.get(entry);
      if (judgement) this.dirty.add(judgement);
    }
  }

  /** Judges what must be judged again. Returns the addresses of the documents whose findings may have changed. */
  settle(): Set<string> {
    const documents = new Set<string>();
    do {
      for (const judgement of this.dirty) {
        this.dirty.delete(judgement);
        this.judge(judgement);
        documents.add(judgement.entry.document);
      }
      // Only now is it known which waivers are of use.
      this.waiverUse.settle();
    } while (this.dirty.size > 0);
    return documents;
  }

  /** The documents whose findings point into this one: their related places move with it. */
  documentsPointingTo(document: string): Set<string> {
    return this.pointers.documentsTo(document);
  }

  /** Everything found in a document, in the order of its text; waived findings are marked. */
  findingsIn(record: DocumentRecord): Finding[] {
    const findings = record.problems
      .map(problem => this.ofProblem(record, problem))
      .filter(found => found !== undefined);
    for (const entry of record.entries) findings.push(...this.findingsOf(entry));
    return findings.sort(
      (a, b) =>
        a.at.line - b.at.line || a.at.character - b.at.character || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
    );
  }

  /** What was found about one entry, its text aside. */
  findingsOf(entry: Entry): readonly Finding[] {
    return this.judgements.get(entry)?.findings ?? [];
  }

  private judge(judgement: Judgement): void {
    this.judged++;
    const { entry } = judgement;
    // Its waivers are given back last: one that it uses itself, and asks about, must not look unused meanwhile.
    const { waivers } = judgement;
    judgement.waivers = [];
    this.release(judgement);
    this.tracker.track(judgement, () => {
      const { context } = this;
      for (const rule of rulesOn(entry.type)) {
        if (!rule.check) continue;
        if (entry.key === '' && !rule.keyless) continue;
        const severity = this.severityOf(rule);
        if (severity === 'off') continue;
        if (!rule.everyDeclaration && !rule.keyless && !entry.extension && !this.graph.isPrimary(entry)) continue;
        rule.check(entry, context, report =>
          this.add(judgement, [rule.id], rule.category, severity, report, rule.fixed),
        );
      }
      if (entry.type === 'product' && this.graph.isPrimary(entry)) {
        reportDemands(entry, context, report => this.addDemand(judgement, report));
      }
      this.countWaivedProblems(judgement);
    });
    for (const waiver of waivers) this.waiverUse.count(waiver, -1);
    for (const { related } of judgement.findings) this.pointers.add(entry, related);
  }

  private addDemand(judgement: Judgement, report: DemandReport): void {
    const set = report.ids.map(id => this.settings.severities[id]).find(severity => severity !== undefined);
    const severity = set ?? report.severity;
    if (severity !== 'off') this.add(judgement, report.ids, report.category, severity, report);
  }

  private add(
    judgement: Judgement,
    ids: readonly string[],
    category: Category,
    severity: Exclude<Severity, 'off'>,
    report: Report,
    fixed?: boolean,
  ): void {
    const { entry } = judgement;
    // What is kept for the record only need not be completed.
    if (category === 'completeness' && this.graph.isObsolete(entry)) return;
    const covering = fixed ? undefined : this.useWaiver(judgement, ids);
    const name = entry.name?.text;
    judgement.findings.push({
      rule: ids[0],
      category,
      severity,
      subject: entry.key === '' ? null : { type: entry.type, key: entry.key, ...(name ? { name } : {}) },
      message: report.message,
      document: entry.document,
      at: report.at,
      related: report.related ?? [],
      waived: covering ? waivedBy(covering.holder, covering.waiver) : null,
      tags: report.tags ?? [],
      ...(report.data ? { data: report.data } : {}),
    });
  }

  private countWaivedProblems(judgement: Judgement): void {
    const record = this.graph.record(judgement.entry.document);
    for (const problem of record?.problems ?? []) {
      const rule = ruleOf(problem.rule);
      if (!rule || this.severityOf(rule) === 'off') continue;
      if (waivableSubject(record!, problem) === judgement.entry) this.useWaiver(judgement, [rule.id]);
    }
  }

  /** The waiver that covers a finding about an entry, counted as used. */
  private useWaiver(judgement: Judgement, ids: readonly string[]): ReturnType<typeof waiverFor> {
    const covering = waiverFor(this.graph, judgement.entry, ids, this.today);
    if (covering) {
      const id = waiverId(covering.holder, covering.waiver);
      judgement.waivers.push(id);
      this.waiverUse.count(id, 1);
    }
    return covering;
  }

  private ofProblem(record: DocumentRecord, problem: Problem): Finding | undefined {
    const { rule: id, message, range, subject, related, data } = problem;
    const { document } = record;
    const rule = ruleOf(id);
    const severity = rule ? this.severityOf(rule) : 'error';
    if (severity === 'off') return undefined;
    const entry = waivableSubject(record, problem);
    const covering = entry && waiverFor(this.graph, entry, [id], this.today);
    return {
      rule: id,
      category: rule?.category ?? 'form',
      severity,
      subject: subject?.key ? subject : null,
      message,
      document,
      at: range,
      related: related?.map(place => ({ document, at: place.range, message: place.message })) ?? [],
      waived: covering ? waivedBy(covering.holder, covering.waiver) : null,
      tags: [],
      ...(data ? { data } : {}),
    };
  }

  private severityOf(rule: Rule): Severity {
    const set = this.settings.severities[rule.id];
    return set === undefined || (set === 'off' && rule.fixed) ? rule.severity : set;
  }

  private newContext(): Context {
    return {
      graph: this.graph,
      today: this.today,
      reviewMonths: this.settings.reviewMonths,
      isRule: id => this.isRule(id),
      nearRules: id => nearRules(id, this.graph),
      canWaive: id => !ruleOf(id)?.fixed,
      isWaiverUsed: (holder, waiver) => this.waiverUse.isUsed(waiverId(holder, waiver), this.tracker),
    };
  }

  /** Whether a rule id means something here: a built-in rule, or what a declared kind demands or inherits. */
  isRule(id: string): boolean {
    if (ruleOf(id)) return true;
    const dot = id.indexOf('.');
    return (
      dot > 0 &&
      (this.graph.kind(id.slice(0, dot))?.demands.some(({ ids }) => ids[0] === id || ids.includes(id)) ?? false)
    );
  }

  /** Takes back what an earlier judgement left behind. */
  private release(judgement: Judgement): void {
    for (const waiver of judgement.waivers) this.waiverUse.count(waiver, -1);
    for (const { related } of judgement.findings) this.pointers.delete(judgement.entry, related);
    judgement.waivers = [];
    judgement.findings = [];
  }

  private drop(judgement: Judgement): void {
    this.release(judgement);
    this.tracker.forget(judgement);
    this.judgements.delete(judgement.entry);
    this.dirty.delete(judgement);
  }
}

/** The entry that is to blame for something wrong with the text, where the rule can be waived; most such rules cannot. */
function waivableSubject(record: DocumentRecord, { rule, subject }: Problem): Entry | undefined {
  if (!subject?.key || ruleOf(rule)?.fixed) return undefined;
  return record.entries.find(({ type, key }) => type === subject.type && key === subject.key);
}
