/** What an empty file offers in a project that declares no product yet: an example to start from. */
import { type CodeAction, CodeActionKind, type CodeLens } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Graph } from '../../model/graph.ts';
import { startWithExampleCommand } from '../../protocol-authoring.ts';
import { STARTER } from '../../starter.ts';
import type { Offers } from '../completion/offer.ts';
import type { Session } from '../feature.ts';

const TITLE = 'Start with an example';
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Whether a text is empty, and its project has no product. */
function wantsStarter(text: string, graph: Graph): boolean {
  return text.trim() === '' && graph.all('product')[Symbol.iterator]().next().done === true;
}

/** These offers, the example before them where it fits. */
export function withStarter(offers: Offers, text: string, graph: Graph): Offers {
  if (!wantsStarter(text, graph)) return offers;
  const says = 'A small tree: a package, a facility, an enclave, a service and its software. Change it to your own.';
  const starter = { label: TITLE, kind: CompletionItemKind.Snippet, insert: STARTER, says };
  return { ...offers, offers: [starter, ...offers.offers] };
}

/** The code lens in an empty file. */
export function starterLens({ documents, workspace }: Session, uri: string): CodeLens[] {
  const project = workspace.projectOf(uri);
  const text = documents.get(uri)?.getText();
  if (text === undefined || !project || !wantsStarter(text, project.engine.graph)) return [];
  return [{ range: START, command: { title: TITLE, command: startWithExampleCommand } }];
}

/** The code action in an empty file, whatever the editor. */
export function starterAction({ documents, workspace, client }: Session, uri: string): CodeAction[] {
  const project = workspace.projectOf(uri);
  const document = documents.get(uri);
  if (!document || !project || !wantsStarter(document.getText(), project.engine.graph)) return [];
  const edits = [
    { range: { start: START.start, end: document.positionAt(document.getText().length) }, newText: STARTER },
  ];
  const edit = client().workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version: document.version }, edits }] }
    : { changes: { [uri]: edits } };
  return [{ title: TITLE, kind: CodeActionKind.RefactorRewrite, edit }];
}
