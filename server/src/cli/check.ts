import type { Finding } from '../rules/finding.ts';
import { ruleOf } from '../rules/table.ts';
import { compare, writeBaseline } from './baseline.ts';
import { type Checked, loadProjects } from './load.ts';
import { type CheckOptions, EXIT, fails, UsageError } from './options.ts';
import { reportGithub } from './report-github.ts';
import { reportJson } from './report-json.ts';
import { reportText } from './report-text.ts';
import { counted } from './summary.ts';

/**
 * `ptree check`: loads, judges, prints. Returns the exit code.
 * @throws UsageError
 */
export async function check(paths: readonly string[], options: CheckOptions): Promise<number> {
  const checked = await loadProjects(paths.length > 0 ? paths : ['.'], options.today);
  requireRules(checked, options.rule);
  if (options.rule.length > 0) {
    for (const entry of checked) entry.findings = entry.findings.filter(({ rule }) => options.rule.includes(rule));
  }
  if (options.updateBaseline) {
    const recorded = await writeBaseline(options.updateBaseline, checked);
    console.log(`${counted(recorded, 'finding')} recorded in ${options.updateBaseline}.`);
    return EXIT.clean;
  }
  const baseline = options.baseline ? await compare(options.baseline, checked) : undefined;
  const counts = (finding: Finding): boolean => finding.waived === null && (baseline?.isNew(finding) ?? true);
  const listed = (finding: Finding): boolean => counts(finding) || (options.waived && finding.waived !== null);
  await print(checked, options, listed);
  if (baseline && options.format === 'text') {
    for (const { rule, subject, count } of baseline.gone) {
      console.log(`Gone since the baseline: ${rule} of ${subject}${count > 1 ? ` (${count} times)` : ''}.`);
    }
    if (baseline.gone.length > 0) console.log(`Record the better state with --update-baseline ${options.baseline}.`);
  }
  const failing = checked
    .flatMap(({ findings }) => findings)
    .some(finding => counts(finding) && fails(finding.severity, options.failOn));
  return failing ? EXIT.findings : EXIT.clean;
}

async function print(
  checked: readonly Checked[],
  options: CheckOptions,
  listed: (finding: Finding) => boolean,
): Promise<void> {
  if (options.format === 'json') console.log(reportJson(checked, listed));
  else if (options.format === 'github') {
    const commands = reportGithub(checked, listed);
    if (commands) console.log(commands);
  } else console.log(await reportText(checked, { quiet: options.quiet, listed }));
}

function requireRules(checked: readonly Checked[], ids: readonly string[]): void {
  for (const id of ids) {
    if (!ruleOf(id) && !checked.some(({ project }) => project.engine.isRule(id))) {
      throw new UsageError(`No rule is called ${id}. \`ptree rules\` lists them.`);
    }
  }
}
