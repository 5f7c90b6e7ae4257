/** Quick fixes (`textDocument/codeAction`, `codeAction/resolve`): what mends the findings at a place, in a file, in a project. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Finding } from '../../rules/finding.ts';
import { canonical } from '../../workspace/addresses.ts';
import { presentDay } from '../../workspace/day.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import { answer } from '../answer.ts';
import { toDiagnostic } from '../diagnostics.ts';
import type { Feature, Session } from '../feature.ts';
import { toLsp } from '../ranges.ts';
import { REFACTORINGS, refactoringsAt, resolveRefactoring } from '../refactorings/refactorings.ts';
import type { Change } from './changes.ts';
import type { Fix, Scene } from './fix.ts';
import { fixersOf } from './table.ts';
import { knowsSnippets, opened, toWorkspaceEdit } from './workspace-edit.ts';

/** What is mended on save, where the author's settings ask for it: nothing changes that the model states. */
const FIX_ALL = 'source.fixAll.ptree';

/** With what an action is found again when its edit is asked for. */
type ActionData = { uri: string } & (
  | { fix: string; rule: string; title: string; line: number; character: number }
  | { all: 'file' | 'project'; rule: string }
  | { all: 'safe' }
);

export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, ...REFACTORINGS], resolveProvider: true },
  },
  register(session) {
    session.connection.onCodeAction(answer(session, params => actions(session, params)));
    session.connection.onCodeActionResolve(answer(session, action => resolve(session, action)));
  },
};

async function actions(session: Session, { textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
  const { uri } = textDocument;
  const wants = (kind: string): boolean =>
    context.only?.some(only => only === kind || kind.startsWith(`${only}.`)) ?? kind === CodeActionKind.QuickFix;
  const scene = await sceneOf(session, uri);
  if (!scene || !session.client().textDocument?.codeAction?.codeActionLiteralSupport) return [];
  const all = findingsIn(session, uri);
  const found: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = all.filter(finding => touches(toLsp(finding.at), range));
    for (const finding of here) found.push(...actionsFor(finding, scene, uri, context.diagnostics));
    found.push(...bulkActions(session, here, all, scene, uri));
  }
  if (wants(FIX_ALL) && all.some(finding => safeFix(finding, scene))) {
    found.push({ title: 'Mend what is safe to mend', kind: FIX_ALL, data: { uri, all: 'safe' } satisfies ActionData });
  }
  const refactorings = await refactoringsAt(session, { textDocument, range, context });
  if (canResolve(session)) return [...found, ...refactorings];
  return [...(await Promise.all(found.map(action => resolve(session, action)))), ...refactorings];
}

/** The fixes of one finding; one of them is preferred at most. */
function* actionsFor(finding: Finding, scene: Scene, uri: string, shown: readonly Diagnostic[]): Iterable<CodeAction> {
  const diagnostic =
    shown.find(
      ({ code, message, range }) =>
        code === finding.rule &&
        message === finding.message &&
        range.start.line === finding.at.line &&
        range.start.character === finding.at.character,
    ) ?? toDiagnostic(finding, undefined);
  let preferred = false;
  for (const { id, fix } of fixesOf(finding, scene)) {
    const { rule, at } = finding;
    const data: ActionData = { uri, fix: id, rule, title: fix.title, line: at.line, character: at.character };
    yield {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      ...(fix.preferred && !preferred && { isPreferred: true }),
      data,
    };
    preferred ||= fix.preferred === true;
  }
}

function* fixesOf(finding: Finding, scene: Scene): Iterable<{ id: string; fix: Fix }> {
  for (const fixer of fixersOf(finding.rule)) {
    for (const fix of fixer.fixes(finding, scene)) yield { id: fixer.id, fix };
  }
}

/** For the rules of the findings at a place: the same for all of the file, and of the project. */
function* bulkActions(
  session: Session,
  here: readonly Finding[],
  all: readonly Finding[],
  scene: Scene,
  uri: string,
): Iterable<CodeAction> {
  for (const rule of new Set(here.map(({ rule }) => rule))) {
    const fixable = all.filter(finding => finding.rule === rule && bulkFix(finding, scene));
    if (fixable.length === 0) continue;
    const action = (title: string, all: 'file' | 'project'): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      data: { uri, all, rule } satisfies ActionData,
    });
    if (fixable.length > 1) yield action(`Fix all \`${rule}\` in this file`, 'file');
    // How many there are elsewhere is only worked out when it is taken.
    if (canResolve(session) && scene.project.documents.size > 1) {
      yield action(`Fix all \`${rule}\` in the project`, 'project');
    }
  }
}

/** The fix that is meant when all findings of a rule are mended at once: the preferred or the only one. */
function bulkFix(finding: Finding, scene: Scene): Fix | undefined {
  return oneOf(finding, scene, 'bulk');
}

function safeFix(finding: Finding, scene: Scene): Fix | undefined {
  return oneOf(finding, scene, 'safe');
}

function oneOf(finding: Finding, scene: Scene, which: 'bulk' | 'safe'): Fix | undefined {
  for (const fixer of fixersOf(finding.rule)) {
    if (!fixer[which]) continue;
    const [fix, another] = fixer.fixes(finding, scene);
    if (fix && (fix.preferred || !another)) return fix;
  }
  return undefined;
}

/** Gives an action its edit, from what is known now; without one where its finding is gone meanwhile. */
async function resolve(session: Session, action: CodeAction): Promise<CodeAction> {
  const refactoring = await resolveRefactoring(session, action);
  if (refactoring) return refactoring;
  const data: ActionData | undefined = action.data;
  const scene = data && (await sceneOf(session, data.uri));
  if (!scene) return action;
  const changes = await changesOf(session, scene, data);
  if (changes.length === 0) return action;
  const gaps = knowsSnippets(session.client()) && 'fix' in data;
  const edit = await toWorkspaceEdit(session, changes, gaps);
  // While other files were read, somebody went on typing: what was worked out is no longer right.
  if (scene.source.document.getText() !== scene.source.text) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed meanwhile. Try once more.');
  }
  return { ...action, edit };
}

async function changesOf(session: Session, scene: Scene, data: ActionData): Promise<readonly Change[]> {
  const findings = findingsIn(session, data.uri);
  if ('fix' in data) {
    const candidates = findings
      .filter(({ rule }) => rule === data.rule)
      .sort((a, b) => distance(a, data) - distance(b, data));
    for (const finding of candidates) {
      for (const { id, fix } of fixesOf(finding, scene)) {
        if (id === data.fix && fix.title === data.title) return fix.changes();
      }
    }
    return [];
  }
  if (data.all === 'safe') return findings.flatMap(finding => safeFix(finding, scene)?.changes() ?? []);
  const changes: Change[] = [];
  for (const document of data.all === 'file' ? [data.uri] : scene.project.documents) {
    const own = document === data.uri ? scene : await sceneOf(session, document);
    for (const finding of own ? findingsIn(session, document) : []) {
      if (finding.rule === data.rule) changes.push(...(bulkFix(finding, own!)?.changes() ?? []));
    }
  }
  return changes;
}

const distance = ({ at }: Finding, { line, character }: { line: number; character: number }): number =>
  Math.abs(at.line - line) * 1000 + Math.abs(at.character - character);

/** The findings that the editor shows. */
function findingsIn({ workspace }: Session, uri: string): readonly Finding[] {
  return workspace.findingsIn(uri).filter(({ waived }) => waived === null);
}

async function sceneOf(session: Session, uri: string): Promise<Scene | undefined> {
  const { workspace } = session;
  const project: LoadedProject | undefined = workspace.projectOf(uri);
  const text = project && (await opened(session, uri));
  if (!project || !text) return undefined;
  const document = canonical(uri);
  return {
    project,
    graph: project.engine.graph,
    document,
    record: project.engine.graph.record(document) ?? { document, entries: [], problems: [], mended: false },
    source: text.source,
    today: presentDay(),
    snippets: knowsSnippets(session.client()),
  };
}

function canResolve(session: Session): boolean {
  return session.client().textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false;
}

function touches(a: Diagnostic['range'], b: Diagnostic['range']): boolean {
  const before = (left: typeof a.start, right: typeof a.start): boolean =>
    left.line < right.line || (left.line === right.line && left.character <= right.character);
  return before(a.start, b.end) && before(b.start, a.end);
}
