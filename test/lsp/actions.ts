/** What tests of code actions share: asking for them, and taking one as an editor does. */
import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import type { TestServer } from './harness.ts';

/** What a snippet holds while nobody has typed into its gaps. */
function filled(value: string): string {
  return value
    .replace(/\$\{\d+\|((?:\\.|[^\\|])*)\|\}/g, (_, choices: string) =>
      /^(?:\\.|[^\\,])*/.exec(choices)![0].replace(/\\(.)/g, '$1'),
    )
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, (_, gap: string) => gap)
    .replace(/\\([\\$}])/g, '$1');
}

function withoutGaps(edit: WorkspaceEdit): WorkspaceEdit {
  return {
    documentChanges: edit.documentChanges?.map(change => {
      assert('textDocument' in change);
      const edits = change.edits.map(one =>
        'snippet' in one ? { range: one.range, newText: filled(one.snippet.value) } : one,
      );
      return { ...change, edits };
    }),
  };
}

/** What is offered for a diagnostic; `only`: of these kinds. */
export function actionsAt(
  server: TestServer,
  file: string,
  diagnostic: Diagnostic,
  only?: string[],
): Promise<CodeAction[]> {
  return server.ask('textDocument/codeAction', {
    textDocument: { uri: server.uri(file) },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic], ...(only && { only }) },
  });
}

/** What is offered for the first diagnostic of a rule. */
export async function offered(server: TestServer, file: string, rule: string, only?: string[]): Promise<CodeAction[]> {
  const diagnostic = (await server.diagnostics(file)).find(({ code }) => code === rule);
  assert(diagnostic, `${rule} is found`);
  return actionsAt(server, file, diagnostic, only);
}

export const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

/** Asks for an action's edit and applies it; returns the texts of the changed files. */
export async function applied(server: TestServer, action: CodeAction): Promise<Record<string, string>> {
  const { edit } = await server.ask<CodeAction>('codeAction/resolve', action);
  assert(edit, `${action.title}: has an edit`);
  return server.apply(withoutGaps(edit));
}

/** Takes the action with this title. */
export function take(
  server: TestServer,
  actions: readonly CodeAction[],
  title: string,
): Promise<Record<string, string>> {
  const action = actions.find(one => one.title === title);
  assert(action, `${title} is offered, not only ${titles(actions).join('; ')}`);
  return applied(server, action);
}
