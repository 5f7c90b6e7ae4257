import { LIBRARY_TEXT, LIBRARY_URI } from '../language/library/library.ts';
import {
  type CheckSummary,
  checkRequest,
  type LibraryTextParams,
  type LibraryTextResult,
  libraryTextRequest,
  type RulesResult,
  rulesRequest,
  type WorkDone,
  workRequest,
} from '../protocol.ts';
import { ALL_RULES } from '../rules/table.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Feature } from './feature.ts';

/** The requests that our own client makes beyond the Language Server Protocol; see `protocol.ts`. */
export const productTreeRequests: Feature = {
  capabilities: {},
  register({ connection, workspace, settle, ready }) {
    connection.onRequest(
      libraryTextRequest,
      ({ uri }: LibraryTextParams): LibraryTextResult => (uri === LIBRARY_URI ? LIBRARY_TEXT : null),
    );
    connection.onRequest(rulesRequest, async (): Promise<RulesResult> => {
      await ready();
      return listRules(workspace);
    });
    connection.onRequest(workRequest, (): WorkDone => {
      settle();
      const judged = workspace.allProjects().reduce((sum, { engine }) => sum + engine.judged, 0);
      return { parsed: workspace.parsed, judged };
    });
    connection.onRequest(checkRequest, async (): Promise<CheckSummary> => {
      await ready();
      return summarise(workspace);
    });
  },
};

/** Every rule that can make a finding: those of the language, then what the kinds of the open projects demand. */
function listRules(workspace: Workspace): RulesResult {
  const rules = new Map(ALL_RULES.map(({ id, title }) => [id, title]));
  for (const { engine } of workspace.allProjects()) {
    for (const kind of engine.graph.all('kind')) {
      for (const { ids, demand } of engine.graph.kind(kind.key)?.demands ?? []) {
        if (!rules.has(ids[0])) rules.set(ids[0], demand.message ?? `What a ${kind.key} says of ${demand.property}.`);
      }
    }
  }
  return [...rules].map(([id, title]) => ({ id, title }));
}

function summarise(workspace: Workspace): CheckSummary {
  const summary: CheckSummary = { projects: 0, products: 0, packages: 0, errors: 0, warnings: 0, infos: 0, waived: 0 };
  for (const project of workspace.allProjects()) {
    const { products, packages } = project.count();
    summary.projects++;
    summary.products += products;
    summary.packages += packages;
  }
  for (const uri of workspace.addresses()) {
    for (const { severity, waived } of workspace.findingsIn(uri)) {
      if (waived) summary.waived++;
      else if (severity === 'error') summary.errors++;
      else if (severity === 'warning') summary.warnings++;
      else summary.infos++;
    }
  }
  return summary;
}
