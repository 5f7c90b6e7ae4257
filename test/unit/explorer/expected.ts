/** What the explorer should show, worked out the long way: without sums, caches or an index of what a filter leaves. */
import assert from 'node:assert/strict';
import type { Entry, Namespace } from '../../../server/src/model/record.ts';
import type {
  ExplorerNode,
  ExplorerProject,
  ExplorerView,
  FindingCounts,
} from '../../../server/src/protocol-explorer.ts';
import type { Finding } from '../../../server/src/rules/finding.ts';
import type { LoadedProject } from '../../../server/src/workspace/loaded-project.ts';
import type { Workspace } from '../../../server/src/workspace/workspace.ts';

/** A node, and what is below it with everything open. */
export interface Drawn {
  node: ExplorerNode;
  below: Drawn[];
}

/** The projects with their numbers. */
export function countedOneByOne(workspace: Workspace): ExplorerProject[] {
  return workspace.allProjects().map(project => ({
    project: project.root,
    title: project.settings.title ?? project.name,
    products: project.count().products,
    counts: count(openIn(workspace, project)),
  }));
}

/** What the nodes of the views should be. */
export class Expected {
  private readonly workspace: Workspace;
  private readonly open = new Map<LoadedProject, Finding[]>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    for (const project of workspace.allProjects()) this.open.set(project, openIn(workspace, project));
  }

  /** What a filter leaves of a view: what has the text itself, what is below that, and what leads there. */
  left(all: readonly Drawn[], filter: string): Drawn[] {
    return all.flatMap(({ node, below }) => {
      if (this.hasText(node, filter.toLowerCase())) return [{ node, below }];
      const left = this.left(below, filter);
      return left.length > 0 ? [{ node, below: left }] : [];
    });
  }

  /** Fails where a package does not show what is found below it, or a person not what is found in what they answer for. */
  checkSums(view: ExplorerView, all: readonly Drawn[]): void {
    for (const { node, below } of all) {
      if (view === 'products' && node.type === 'product') {
        const keys = keysIn([{ node, below }]);
        assert.deepEqual(node.counts, this.about(node, keys), `the findings of ${node.key} and below`);
      }
      if (view === 'people' && node.type === 'party') {
        const groups = below.filter(({ node: { label } }) => label === 'Owns' || label === 'Manages');
        assert.deepEqual(node.counts, this.about(node, keysIn(groups)), `the findings for ${node.key}`);
      }
      if (node.type !== 'party') this.checkSums(view, below);
    }
  }

  /** Findings about some products of a node's project. */
  private about(node: ExplorerNode, keys: ReadonlySet<string>): FindingCounts {
    const findings = this.open.get(this.projectOf(node)!)!;
    return count(findings.filter(({ subject }) => subject?.type === 'product' && keys.has(subject.key)));
  }

  private hasText(node: ExplorerNode, wanted: string): boolean {
    const { type, key, label } = node;
    if (type === 'undeclared') return label.toLowerCase().includes(wanted);
    const entry = key ? this.projectOf(node)?.engine.graph.entry(type as Namespace, key) : undefined;
    return entry !== undefined && wordsOf(entry).some(text => text.toLowerCase().includes(wanted));
  }

  private projectOf({ id }: ExplorerNode): LoadedProject | undefined {
    return this.workspace.allProjects().find(({ root }) => id === root || id.startsWith(`${root}\n`));
  }
}

function openIn(workspace: Workspace, { documents, settingsFile }: LoadedProject): Finding[] {
  const addresses = [...documents, ...(settingsFile ? [settingsFile] : [])];
  return addresses.flatMap(address => workspace.findingsIn(address)).filter(({ waived }) => !waived);
}

function count(findings: readonly Finding[]): FindingCounts {
  const of = (...wanted: string[]): number => findings.filter(({ severity }) => wanted.includes(severity)).length;
  return { errors: of('error'), warnings: of('warning'), notes: of('info', 'hint') };
}

/** The keys of the products in a part of a view. */
function keysIn(drawn: readonly Drawn[]): Set<string> {
  return new Set(
    drawn.flatMap(({ node, below }) => [...(node.type === 'product' ? [node.key] : []), ...keysIn(below)]),
  );
}

function wordsOf({ key, name, attributes }: Entry): string[] {
  const short = attributes.find(({ property }) => property === 'short')?.values[0]?.text;
  return [key, name?.text ?? '', short ?? ''];
}
