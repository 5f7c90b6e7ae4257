/** Refactorings: the code actions that change how the tree is written, or one thing in it, and keep all else. */
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { nameOf } from '../../model/names.ts';
import { type Entry, namespaceOf } from '../../model/record.ts';
import { baseName, canonical, relativePath } from '../../workspace/addresses.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import { starterAction } from '../authoring/empty-file.ts';
import type { Session } from '../feature.ts';
import { conflictOf, firstOf, merge } from './merge.ts';
import { intoParent, outOfBraces, type Place, toFile, toNewFile, toParent } from './move.ts';
import { type Asked, saysTheSame } from './same.ts';
import { groups, nearFiles, nearPackages, newFileFor } from './targets.ts';
import { edited, Objection, Texts, toWorkspaceEdit } from './text.ts';

/** The kinds of code actions that come from here. */
export const REFACTORINGS = ['refactor.move', CodeActionKind.RefactorExtract, CodeActionKind.RefactorRewrite];

/** One refactoring of a declaration. */
export type Refactoring =
  | { do: 'to package'; package: string }
  | { do: 'to file'; file: string }
  | { do: 'extract'; file: string }
  | { do: 'out of braces' | 'into parent' | 'merge' };

/** With what an action is found again when its edit is asked for. */
export interface RefactoringData {
  refactoring: Refactoring;
  uri: string;
  /** Where the declaration's key stands. */
  line: number;
  character: number;
}

/** A refactoring as it is offered. */
interface Offer {
  title: string;
  kind: string;
  refactoring: Refactoring;
  /** Why it cannot be done as things are. */
  disabled?: string;
}

/** The refactorings of the declaration in whose heading a place lies. Those that the editor can ask for later have no edit yet. */
export async function refactoringsAt(
  session: Session,
  { textDocument: { uri }, range, context }: Pick<CodeActionParams, 'textDocument' | 'range' | 'context'>,
): Promise<CodeAction[]> {
  const kinds = REFACTORINGS.filter(
    kind => context.only?.some(only => only === '' || kind === only || kind.startsWith(`${only}.`)) ?? true,
  );
  const project = session.workspace.projectOf(uri);
  if (kinds.includes(CodeActionKind.RefactorRewrite)) {
    const starter = starterAction(session, uri);
    if (starter.length > 0) return starter;
  }
  const entry = project && kinds.length > 0 ? headingAt(project, uri, range.start) : undefined;
  if (!project || !entry) return [];
  const can = session.client().textDocument?.codeAction;
  const actions: CodeAction[] = [];
  for (const { title, kind, refactoring, disabled } of offers(session, project, entry)) {
    if (!kinds.includes(kind) || (disabled && !can?.disabledSupport)) continue;
    const { line, character } = entry.range;
    const data: RefactoringData = { refactoring, uri, line, character };
    const action: CodeAction = { title, kind, data, ...(disabled && { disabled: { reason: disabled } }) };
    if (disabled || can?.resolveSupport?.properties.includes('edit')) actions.push(action);
    else {
      const edit = await editOf(session, project, entry, refactoring);
      if (!(edit instanceof Objection)) actions.push({ ...action, edit });
    }
  }
  return actions;
}

/**
 * Gives a refactoring its edit, from what the texts are now; undefined for an action that is none of ours.
 * @throws with a sentence where it cannot be done
 */
export async function resolveRefactoring(session: Session, action: CodeAction): Promise<CodeAction | undefined> {
  const data: RefactoringData | undefined = action.data?.refactoring ? action.data : undefined;
  if (!data) return undefined;
  const project = session.workspace.projectOf(data.uri);
  const entry = project && headingAt(project, data.uri, data);
  if (!project || !entry) refuse('The text has changed meanwhile. Try once more.');
  return { ...action, edit: await editFor(session, project, entry, data.refactoring) };
}

/**
 * The edit that makes a refactoring of a declaration.
 * @throws with a sentence where it cannot be done
 */
export async function editFor(
  session: Session,
  project: LoadedProject,
  entry: Entry,
  refactoring: Refactoring,
): Promise<WorkspaceEdit> {
  const edit = await editOf(session, project, entry, refactoring);
  return edit instanceof Objection ? refuse(edit.sentence) : edit;
}

function refuse(sentence: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}

/** The declaration in whose heading (its kind, key, name and parent) a place lies. */
export function headingAt(
  { engine }: LoadedProject,
  uri: string,
  { line, character }: { line: number; character: number },
): Entry | undefined {
  return engine.graph.record(canonical(uri))?.entries.findLast(({ extent, range, name, parent, key }) => {
    const { endLine } = (parent ?? name)?.range ?? range;
    const begun = line > extent.line || (line === extent.line && character >= extent.character);
    const ended = line > extent.endLine || (line === extent.endLine && character > extent.endCharacter);
    return key !== '' && begun && line <= endLine && !ended;
  });
}

function* offers({ workspace, client }: Session, project: LoadedProject, entry: Entry): Iterable<Offer> {
  const { graph } = project.engine;
  const first = firstOf(graph, entry);
  if (first) {
    const conflict = conflictOf(first, entry, graph);
    yield {
      title: `Merge this declaration of ${entry.key} into the first one`,
      kind: CodeActionKind.RefactorRewrite,
      refactoring: { do: 'merge' },
      ...(conflict && { disabled: `The two cannot be made one: ${conflict}. Make that the same first.` }),
    };
  }
  if (entry.type !== 'product' || graph.declarations('product', entry.key).length > 1) return;
  const { nestedIn, parent } = entry;
  // Half a heading, or one with two parents: that is mended first.
  if (nestedIn === '' || (nestedIn !== undefined && parent) || (parent && parent.text === '')) return;
  const name = nameOf(entry);
  const move = 'refactor.move';
  for (const other of nearPackages(graph, entry)) {
    yield {
      title: `Move ${name} to ${nameOf(other)}`,
      kind: move,
      refactoring: { do: 'to package', package: other.key },
    };
  }
  for (const file of nearFiles(graph, entry)) {
    const path = relativePath(project.root, file) ?? baseName(file);
    yield { title: `Move ${name} to the file ${path}`, kind: move, refactoring: { do: 'to file', file } };
  }
  const edits = client().workspace?.workspaceEdit;
  if (edits?.documentChanges && edits.resourceOperations?.includes('create')) {
    const file = newFileFor(workspace, project, entry);
    if (file && groups(graph, entry)) {
      const title = `Move ${name} to a new file, ${baseName(file)}`;
      yield { title, kind: CodeActionKind.RefactorExtract, refactoring: { do: 'extract', file } };
    }
  }
  if (nestedIn) {
    const title = `Move ${name} out of the braces: \`in ${nestedIn}\``;
    yield { title, kind: CodeActionKind.RefactorRewrite, refactoring: { do: 'out of braces' } };
  }
  const container = graph.parent(entry);
  if (parent && container) {
    const title = `Move ${name} into the braces of ${nameOf(container)}`;
    yield { title, kind: CodeActionKind.RefactorRewrite, refactoring: { do: 'into parent' } };
  }
}

async function editOf(
  session: Session,
  project: LoadedProject,
  entry: Entry,
  refactoring: Refactoring,
): Promise<WorkspaceEdit | Objection> {
  const texts = new Texts(session);
  const { graph } = project.engine;
  const find = async (one: Entry | undefined): Promise<Place | undefined> =>
    one && texts.find(one, graph.declarations(namespaceOf(one.type), one.key));
  const place = await find(entry);
  const changed = new Objection('The files have changed meanwhile and are being read again. Try once more.');
  if (!place) return changed;
  let asked: Asked | Objection = {};
  let created: { uri: string; text: string } | undefined;
  switch (refactoring.do) {
    case 'to package': {
      const target = await find(graph.entry('product', refactoring.package));
      if (!target) return changed;
      asked = toParent(place, target);
      break;
    }
    case 'to file': {
      const target = await texts.of(refactoring.file);
      if (!target) return changed;
      if (target === place.text) return new Objection(`${nameOf(entry)} stands in that file already.`);
      asked = toFile(place, target);
      break;
    }
    case 'extract':
      created = { uri: refactoring.file, text: toNewFile(place) };
      break;
    case 'out of braces':
      asked = outOfBraces(place);
      break;
    case 'into parent': {
      const target = await find(graph.parent(entry));
      if (!target) return changed;
      asked = intoParent(place, target);
      break;
    }
    case 'merge': {
      const target = await find(firstOf(graph, entry));
      if (!target) return changed;
      asked = merge(target, place, graph);
    }
  }
  if (asked instanceof Objection) return asked;
  const before = texts.changed.map(({ record, source }) => ({ record, comments: source.comments }));
  const after = [...texts.changed.map(edited), ...(created ? [created.text] : [])];
  if (texts.changed.some(({ record }) => record.mended) || !saysTheSame(before, after, asked)) {
    return new Objection(
      `${nameOf(entry)} cannot be moved as it is written: mend what is found in its text, or move comments that stand between its words.`,
    );
  }
  return toWorkspaceEdit(session, texts.changed, created);
}
