import { detailsOf } from '../preview/details.ts';
import { Rows } from '../preview/rows.ts';
import { skeletonOf } from '../preview/skeleton.ts';
import {
  type PreviewAtParams,
  type PreviewAtResult,
  type PreviewCloseParams,
  type PreviewDetails,
  type PreviewDetailsParams,
  type PreviewOpenParams,
  type PreviewPatch,
  type PreviewProject,
  type PreviewSkeleton,
  previewAtRequest,
  previewCloseNotification,
  previewDetailsRequest,
  previewOpenRequest,
  previewPatchNotification,
  previewProjectsRequest,
} from '../protocol.ts';
import { canonical } from '../workspace/addresses.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Feature } from './feature.ts';
import { contains } from './ranges.ts';

/** What the preview shows, and what changes of it while it is open; see `protocol.ts`. */
export const preview: Feature = {
  capabilities: {},
  register({ connection, workspace, settle, ready, onSettled }) {
    const open = new Map<string, Rows>();
    let version = 0;
    const send = (project: string, patch: Partial<PreviewPatch>): void => {
      const empty: PreviewPatch = { project, version: ++version, renamed: [], gone: [], changed: [], parties: [] };
      void connection.sendNotification(previewPatchNotification, { ...empty, ...patch });
    };
    connection.onRequest(previewProjectsRequest, async (): Promise<PreviewProject[]> => {
      await ready();
      return workspace.allProjects().map(project => ({
        project: project.root,
        name: project.settings.title ?? project.name,
        products: countOf(project),
      }));
    });
    connection.onRequest(previewOpenRequest, async (params: PreviewOpenParams): Promise<PreviewSkeleton | null> => {
      await ready();
      const project = choose(workspace, params);
      if (project === undefined) return null;
      let rows = open.get(project.root);
      if (rows?.project !== project) {
        rows?.dispose();
        rows = new Rows(project);
        open.set(project.root, rows);
      }
      return skeletonOf(rows, version);
    });
    connection.onNotification(previewCloseNotification, ({ project }: PreviewCloseParams) => {
      open.get(project)?.dispose();
      open.delete(project);
    });
    connection.onRequest(previewDetailsRequest, ({ project, key }: PreviewDetailsParams): PreviewDetails | null => {
      settle();
      const loaded = workspace.allProjects().find(({ root }) => root === project);
      return loaded ? detailsOf(loaded, key) : null;
    });
    connection.onRequest(previewAtRequest, (params: PreviewAtParams): PreviewAtResult => {
      settle();
      return productAt(workspace, params);
    });
    onSettled(addresses => {
      for (const [root, rows] of open) {
        if (workspace.allProjects().includes(rows.project)) {
          const patch = rows.update(addresses);
          if (patch) send(root, patch);
        } else {
          rows.dispose();
          open.delete(root);
          send(root, { closed: true });
        }
      }
    });
  },
};

function choose(workspace: Workspace, { project, uri }: PreviewOpenParams): LoadedProject | undefined {
  const projects = workspace.allProjects();
  return (
    projects.find(({ root }) => root === project) ?? (uri ? workspace.projectsWith(uri)[0] : undefined) ?? projects[0]
  );
}

function countOf({ engine }: LoadedProject): number {
  let count = 0;
  for (const _ of engine.graph.all('product')) count++;
  return count;
}

/** The innermost product around a place. */
function productAt(workspace: Workspace, { uri, line, character }: PreviewAtParams): PreviewAtResult {
  const [project] = workspace.projectsWith(uri);
  const entries = project?.engine.graph.record(canonical(uri))?.entries ?? [];
  // What is nested stands after what it is nested in.
  const entry = entries.findLast(
    ({ type, key, extent }) => type === 'product' && key !== '' && contains(extent, { line, character }),
  );
  return project && entry ? { project: project.root, key: entry.key } : null;
}
