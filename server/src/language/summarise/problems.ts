/** Collects what is wrong with a text, and keeps one mistake one finding. */
import { nameOf } from '../../model/names.ts';
import type { Entry, Problem, Range } from '../../model/record.ts';

/** How sentences name an entry that may lack its key: `FACFR (French Data Facility)`, `"French Data Facility"`, `this service`. */
export function labelOf(entry: Entry): string {
  if (entry.key) return nameOf(entry);
  return entry.name ? `"${entry.name.text}"` : `this ${entry.kind?.text ?? entry.type}`;
}

const UNFINISHED: ReadonlySet<string> = new Set(['syntax', 'incomplete']);

/** What may go along with a problem. */
export type Details = Pick<Problem, 'related' | 'data'>;

/** The problems of one document. */
export class Problems {
  private readonly found: Problem[];

  /** Begins with what the lexer has found. */
  constructor(lexical: readonly Problem[]) {
    this.found = [...lexical];
  }

  /** Reports a problem; `entry` is the one in which it stands. */
  add(rule: string, message: string, range: Range, entry?: Entry, details?: Details): void {
    const subject = entry && subjectOf(entry);
    this.found.push({ rule, message, range, ...(subject && { subject }), ...details });
  }

  /** Marks the entries of which someone has written no more than a faulty first line. */
  markUnfinished(entries: readonly Entry[]): void {
    if (this.found.length === 0) return;
    const faulty = new Set(this.found.map(({ rule, range }) => (UNFINISHED.has(rule) ? range.line : -1)));
    for (const entry of entries) {
      if (faulty.has(entry.range.line) && entry.attributes.length === 0) entry.unfinished = true;
    }
  }

  /**
   * All problems in the order of the text. A line with a syntax problem has this one alone, since what else is odd about it follows
   * from that; and half a statement repeats nothing.
   */
  all(entries: readonly Entry[]): Problem[] {
    if (this.found.length === 0) return [];
    const worst = new Map<number, Problem>();
    for (const problem of this.found) {
      const known = worst.get(problem.range.line);
      if (!known || rank(problem) < rank(known)) worst.set(problem.range.line, problem);
    }
    return this.found
      .filter(problem => {
        const other = worst.get(problem.range.line)!;
        return problem === other || (other.rule !== 'syntax' && rank(problem) === rank(other));
      })
      .sort((a, b) => a.range.line - b.range.line || a.range.character - b.range.character)
      .map(subjectsFrom(entries));
  }
}

/** The lower, the more of the rest of its line it explains. */
function rank({ rule }: Problem): number {
  return rule === 'syntax' ? 0 : rule === 'repeated-attribute' ? 2 : 1;
}

function subjectOf(entry: Entry): NonNullable<Problem['subject']> {
  return { type: entry.type, key: entry.key, ...(entry.name && { name: entry.name.text }) };
}

/**
 * The lexer knows no entries: its problems belong to the innermost one around them. To be asked about problems in the order of the
 * text; entries are in that order too.
 */
function subjectsFrom(entries: readonly Entry[]): (problem: Problem) => Problem {
  const around: Entry[] = [];
  let next = 0;
  return problem => {
    if (problem.subject) return problem;
    while (next < entries.length && !isBefore(problem.range, entries[next].extent)) around.push(entries[next++]);
    while (around.length > 0 && endsBefore(around.at(-1)!.extent, problem.range)) around.pop();
    const innermost = around.findLast(({ extent }) => !endsBefore(extent, problem.range));
    return innermost ? { ...problem, subject: subjectOf(innermost) } : problem;
  };
}

function isBefore(a: Range, b: Range): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** Whether a range ends where another begins, or before. */
function endsBefore(a: Range, b: Range): boolean {
  return a.endLine < b.line || (a.endLine === b.line && a.endCharacter <= b.character);
}
