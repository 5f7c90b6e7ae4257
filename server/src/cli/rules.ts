import { Project } from '../engine/project.ts';
import { rulePage } from '../rules/page.ts';
import { ALL_RULES } from '../rules/table.ts';
import { libraryRecord } from '../workspace/library.ts';
import { EXIT, UsageError } from './options.ts';

/** A project that holds the built-in kinds alone. */
function builtIn(): Project {
  const project = new Project();
  const record = libraryRecord();
  project.replace(record.document, record);
  project.settle();
  return project;
}

/**
 * `ptree rules [ID]`: the list of the built-in rules and of what the built-in kinds demand, or one rule's page.
 * @throws UsageError when there is no such rule.
 */
export function rules(id: string | undefined): number {
  const { graph } = builtIn();
  if (id !== undefined) {
    const page = rulePage(id, graph);
    if (page === undefined) throw new UsageError(`No built-in rule is called ${id}. \`ptree rules\` lists them.`);
    console.log(page);
    return EXIT.clean;
  }
  for (const rule of ALL_RULES) line(rule.id, rule.severity, rule.title);
  for (const kind of [...graph.all('kind')].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    for (const { ids, demand, statedBy } of graph.kind(kind.key)?.demands ?? []) {
      if (statedBy !== kind.key) continue;
      line(ids[0], demand.severity ?? (demand.level === 'consistent' ? 'error' : 'warning'), demand.message ?? '');
    }
  }
  return EXIT.clean;
}

function line(id: string, severity: string, title: string): void {
  console.log(`${id.padEnd(26)}${severity.padEnd(9)}${title}`);
}
