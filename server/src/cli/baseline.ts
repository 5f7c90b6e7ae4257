import { readFile, writeFile } from 'node:fs/promises';
import type { Finding } from '../rules/finding.ts';
import { relativePath } from '../workspace/addresses.ts';
import type { Checked } from './load.ts';
import { UsageError } from './options.ts';

/** How often a rule found something about a subject when the baseline was recorded. */
interface Recorded {
  project: string;
  rule: string;
  /** `product FACFR`; the file's path where a finding is about no entry. */
  subject: string;
  count: number;
}

/** A baseline: today's findings by rule and subject, so that texts may move and be reworded. */
interface Baseline {
  version: 1;
  findings: Recorded[];
}

/** What a check is compared with. */
export interface Comparison {
  /** Findings that the baseline does not know. */
  isNew(finding: Finding): boolean;
  /** What the baseline records and the check no longer finds. */
  gone: Recorded[];
}

/**
 * Records the findings of a check.
 * @throws UsageError when the file cannot be written.
 */
export async function writeBaseline(file: string, checked: readonly Checked[]): Promise<number> {
  const findings = count(checked);
  const baseline: Baseline = { version: 1, findings };
  await writeFile(file, `${JSON.stringify(baseline, null, 2)}\n`).catch(() => {
    throw new UsageError(
      `The baseline ${file} cannot be written. Check that its folder exists and that you may write there.`,
    );
  });
  return findings.reduce((sum, recorded) => sum + recorded.count, 0);
}

/**
 * Compares a check with a baseline. Of several findings of one rule about one subject, as many as are recorded are known.
 * @throws UsageError when the file cannot be read or is no baseline.
 */
export async function compare(file: string, checked: readonly Checked[]): Promise<Comparison> {
  const recorded = await readBaseline(file);
  const now = new Map(count(checked).map(one => [idOf(one), one.count]));
  const allowed = new Map(recorded.map(one => [idOf(one), one.count]));
  const gone = recorded.flatMap(one => {
    const missing = one.count - (now.get(idOf(one)) ?? 0);
    return missing > 0 ? { ...one, count: missing } : [];
  });
  const fresh = new Set<Finding>();
  for (const project of checked) {
    for (const finding of project.findings.filter(({ waived }) => waived === null)) {
      const id = idOf({ project: project.project.name, rule: finding.rule, subject: subjectOf(project, finding) });
      const left = allowed.get(id) ?? 0;
      if (left > 0) allowed.set(id, left - 1);
      else fresh.add(finding);
    }
  }
  return { isNew: finding => fresh.has(finding), gone };
}

async function readBaseline(file: string): Promise<Recorded[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`The baseline ${file} cannot be read. Record one with --update-baseline ${file}.`);
  });
  try {
    const { version, findings } = JSON.parse(text) as Baseline;
    const sound =
      version === 1 &&
      findings.every(({ project, rule, subject, count: times }) => project && rule && subject && times > 0);
    if (sound) return findings;
  } catch {
    // Said below.
  }
  throw new UsageError(`${file} is no baseline of this version of ptree. Record one with --update-baseline ${file}.`);
}

function count(checked: readonly Checked[]): Recorded[] {
  const all = new Map<string, Recorded>();
  for (const entry of checked) {
    for (const finding of entry.findings.filter(({ waived }) => waived === null)) {
      const one = { project: entry.project.name, rule: finding.rule, subject: subjectOf(entry, finding), count: 1 };
      const known = all.get(idOf(one));
      if (known) known.count++;
      else all.set(idOf(one), one);
    }
  }
  return [...all.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

const idOf = ({ project, rule, subject }: Omit<Recorded, 'count'>): string => `${project}\n${rule}\n${subject}`;

function subjectOf({ project }: Checked, { subject, document }: Finding): string {
  return subject ? `${subject.type} ${subject.key}` : (relativePath(project.root, document) ?? document);
}
