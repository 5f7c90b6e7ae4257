import { access, stat } from 'node:fs/promises';
import { dirname, join, parse, relative, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { Finding } from '../rules/finding.ts';
import { isWithin } from '../workspace/addresses.ts';
import { diskFiles } from '../workspace/disk.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import { PROJECT_FILE } from '../workspace/settings-file.ts';
import { Workspace } from '../workspace/workspace.ts';
import { UsageError } from './options.ts';

/** A project with the findings that were asked for. */
export interface Checked {
  project: LoadedProject;
  /** Its folder, relative to the current folder; `.` where it is the same. */
  root: string;
  findings: Finding[];
}

/**
 * Loads the projects to which the paths belong and picks the findings of what the paths name: a folder means all below it; a file means
 * that file, judged in its whole project.
 * @throws UsageError when a path does not exist or holds no model.
 */
export async function loadProjects(paths: readonly string[], today: string): Promise<Checked[]> {
  const folders = new Set<string>();
  const wanted: string[] = [];
  for (const path of paths) {
    const at = resolve(path);
    const kind = await stat(at).catch(() => {
      throw new UsageError(`There is no file or folder ${path}.`);
    });
    wanted.push(URI.file(at).toString());
    folders.add(await projectFolder(kind.isDirectory() ? at : dirname(at)));
  }
  const workspace = new Workspace(diskFiles, { today: () => today });
  const progress = progressLine();
  const outermost = [...folders].filter(
    folder => ![...folders].some(other => other !== folder && isInside(other, folder)),
  );
  await workspace.load(
    outermost.map(folder => URI.file(folder).toString()),
    progress.show,
  );
  workspace.settle();
  progress.clear();

  const asked = (uri: string): boolean => wanted.some(address => isWithin(address, uri));
  const checked: Checked[] = [];
  const loose: Finding[] = [];
  for (const uri of workspace.addresses().filter(asked)) {
    const project = workspace.projectOf(uri);
    const findings = workspace.findingsIn(uri);
    if (project === undefined) {
      loose.push(...findings);
      continue;
    }
    let entry = checked.find(one => one.project === project);
    if (entry === undefined) {
      entry = {
        project,
        root: relative(process.cwd(), URI.parse(project.root).fsPath).replaceAll('\\', '/') || '.',
        findings: [],
      };
      checked.push(entry);
    }
    entry.findings.push(...findings);
  }
  if (checked.length === 0 && loose.length === 0) {
    throw new UsageError(`There is no .ptree file in ${paths.join(', ')}.`);
  }
  // A file that cannot be read belongs to the project around it.
  for (const finding of loose) {
    const around = workspace.allProjects().filter(({ root }) => isWithin(root, finding.document));
    const entry = checked.find(({ project }) => project === around.at(-1)) ?? checked[0];
    if (entry) entry.findings.push(finding);
    else throw new UsageError(`${URI.parse(finding.document).fsPath}: ${finding.message}`);
  }
  return checked.sort((a, b) => (a.root < b.root ? -1 : 1));
}

/** The nearest folder, from here upward, that holds a project file; else the folder itself. */
export async function projectFolder(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await access(join(at, PROJECT_FILE)).then(
      () => true,
      () => false,
    );
    if (found) return at;
    if (at === parse(at).root) return folder;
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !parse(way).root;
}

/** A line on a terminal that says how far loading has come, once it has taken a second. */
function progressLine(): { show(done: number, total: number): void; clear(): void } {
  const start = performance.now();
  let shown = false;
  return {
    show(done, total) {
      if (!process.stderr.isTTY || performance.now() - start < 1000) return;
      shown = true;
      process.stderr.write(`\rReading the product tree: ${done} of ${total} files`);
    },
    clear() {
      if (shown) process.stderr.write('\r\u001b[K');
    },
  };
}
