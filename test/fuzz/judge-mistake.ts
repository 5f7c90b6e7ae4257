/** What a mistake does to a file: the findings that it makes, and what becomes of the file's other products. */
import { Project } from '../../server/src/engine/project.ts';
import { readDocument } from '../../server/src/language/index.ts';
import { LIBRARY_TEXT, LIBRARY_URI } from '../../server/src/language/library/library.ts';
import type { DocumentRecord, Entry } from '../../server/src/model/record.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { DEFAULT_SETTINGS } from '../../server/src/rules/settings.ts';
import type { Place } from './mistakes.ts';

/** The outcome of a mistake, or of several in one file. */
export interface Outcome {
  /** What the editor shows in this file and did not show before, as `line rule: message`. */
  findings: string[];
  /** How many findings other files have now and had not before: what refers to what is spoilt. */
  elsewhere: number;
  /** Keys of products, other than those in which the mistakes are, that vanished, or of which something else is read now. */
  lost: string[];
  changed: string[];
}

/** A project of which one file at a time is spoilt. */
export class Patient {
  readonly files: ReadonlyMap<string, string>;
  private readonly project = new Project(DEFAULT_SETTINGS, '2026-01-01');
  private readonly records = new Map<string, DocumentRecord>();
  private readonly sound = new Map<string, readonly Finding[]>();

  constructor(files: ReadonlyMap<string, string>) {
    this.files = files;
    this.project.replace(LIBRARY_URI, readDocument(LIBRARY_URI, LIBRARY_TEXT));
    for (const [file, text] of files) {
      const record = readDocument(file, text);
      this.records.set(file, record);
      this.project.replace(file, record);
    }
    this.project.settle();
    for (const file of files.keys()) this.sound.set(file, this.project.findingsIn(file));
  }

  /** Puts a spoilt text in the place of a file, looks, and heals the file again. */
  spoil(file: string, text: string, places: readonly Place[]): Outcome {
    const record = readDocument(file, text);
    this.project.replace(file, record);
    const others = [...this.project.settle()].filter(other => other !== file && this.sound.has(other));
    const findings = newOnes(this.sound.get(file)!, this.project.findingsIn(file));
    const elsewhere = others.flatMap(other => newOnes(this.sound.get(other)!, this.project.findingsIn(other))).length;
    this.project.replace(file, this.records.get(file)!);
    this.project.settle();
    // The engine moves the entries of the records that it holds: compare fresh ones.
    const [was, is] = [this.files.get(file)!, text].map(content => readDocument(file, content));
    return { findings, elsewhere, ...compare(was, is, places) };
  }
}

/** What is shown now and was not before: the same words about the same entry, or in the same line, are old. */
function newOnes(before: readonly Finding[], after: readonly Finding[]): string[] {
  const old = [...before];
  const take = (same: (finding: Finding) => boolean): boolean => {
    const at = old.findIndex(same);
    if (at >= 0) old.splice(at, 1);
    return at >= 0;
  };
  const isSubject = (a: Finding) => (b: Finding) =>
    isAlike(a, b) && a.subject?.key === b.subject?.key && a.subject?.type === b.subject?.type;
  const isPlace = (a: Finding) => (b: Finding) => isAlike(a, b) && Math.abs(a.at.line - b.at.line) <= 2;
  return after
    .filter(finding => !take(isSubject(finding)))
    .filter(finding => !take(isPlace(finding)))
    .map(({ rule, message, at }) => `${at.line + 1} ${rule}: ${message}`);
}

/** The same rule says the same, names and keys aside: a name that is missing changes the sentences about it. */
function isAlike(a: Finding, b: Finding): boolean {
  const words = (message: string): string => message.replace(/\([^)]*\)|"[^"]*"|\S*[A-Z]\S*/g, '').replace(/\s+/g, ' ');
  return a.rule === b.rule && words(a.message) === words(b.message);
}

function compare(
  before: DocumentRecord,
  after: DocumentRecord,
  places: readonly Place[],
): Pick<Outcome, 'lost' | 'changed'> {
  const now = new Map(after.entries.map(entry => [idOf(entry), entry]));
  const own = new Set(places.map(place => innermost(before, place)));
  const lost: string[] = [];
  const changed: string[] = [];
  for (const entry of before.entries) {
    if (own.has(entry)) continue;
    const found = now.get(idOf(entry));
    if (!found) lost.push(entry.key);
    else if (viewOf(found) !== viewOf({ ...entry, nestedIn: nestedIn(entry, found, own) })) changed.push(entry.key);
  }
  return { lost, changed };
}

const idOf = ({ type, key, extension }: Entry): string => `${type}${extension ? '+' : ''} ${key}`;

/** The entry in which a place lies with all its lines. */
function innermost({ entries }: DocumentRecord, { from, to }: Place): Entry | undefined {
  return entries.findLast(({ extent }) => extent.line <= from && extent.endLine >= to);
}

/** The container's key; where the container is the spoilt product itself, its key may be spoilt with it. */
function nestedIn({ nestedIn: key }: Entry, now: Entry, own: ReadonlySet<Entry | undefined>): string | undefined {
  return [...own].some(spoilt => spoilt?.key === key) ? now.nestedIn : key;
}

/** What is read of an entry, without where it stands. */
function viewOf(entry: Entry): string {
  return JSON.stringify(entry, (name, value) => (name === 'range' || name === 'extent' ? undefined : value));
}
