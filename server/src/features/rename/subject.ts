/** What a rename is about: a key of a namespace, or a field of a kind. */
import type { Position, Range } from 'vscode-languageserver-types';
import { type Namespace, namespaceOf as namespaceOfType, type Range as RecordRange } from '../../model/record.ts';
import { isLibrary } from '../../workspace/library.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { fieldOf, locate, type Spot } from '../locate.ts';
import { toLsp } from '../ranges.ts';

/** What is to be renamed. */
export type Subject =
  /** A key, declared or only referred to. */
  | { what: 'key'; namespace: Namespace; key: string }
  /** A field, by the kind that declares it. */
  | { what: 'field'; kind: string; key: string };

/** A subject where the author points to it. */
export interface Pointed {
  project: LoadedProject;
  subject: Subject;
  /** The key alone. */
  range: Range;
}

/** Why something is not renamed, in a sentence for its author. */
export class Refusal {
  readonly sentence: string;

  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

/** What stands at a position and can be renamed; a refusal where something stands there that cannot; undefined where nothing does. */
export function subjectAt(workspace: Workspace, uri: string, position: Position): Pointed | Refusal | undefined {
  const spot = locate(workspace, uri, position);
  if (!spot) return undefined;
  const pointed = fromSpot(spot, position);
  if (!pointed || pointed instanceof Refusal) return pointed;
  const { graph } = spot.project.engine;
  const { subject } = pointed;
  const kind = subject.what === 'field' ? subject.kind : subject.namespace === 'kind' ? subject.key : undefined;
  const builtIn = kind !== undefined && graph.declarations('kind', kind).some(({ document }) => isLibrary(document));
  if (builtIn && subject.what === 'key') {
    return new Refusal(
      `\`${subject.key}\` is a built-in kind and keeps its name. Declare a kind of your own with \`kind NAME extends ${subject.key}\`.`,
    );
  }
  return pointed;
}

function fromSpot(spot: Spot, position: Position): Pointed | Refusal | undefined {
  const { project } = spot;
  const range = toLsp(spot.range);
  switch (spot.what) {
    case 'key': {
      const namespace = namespaceOfType(spot.entry.type);
      return { project, range, subject: { what: 'key', namespace, key: spot.entry.key } };
    }
    case 'reference': {
      const { link } = spot;
      if (link.quoted)
        return new Refusal(`Nothing declares "${link.key}" yet: it is a name without a key. Declare it first.`);
      if (link.key === '') return undefined;
      const target = project.engine.graph.resolve(link);
      const namespace = target ? namespaceOfType(target.type) : link.namespaces[0];
      return { project, range, subject: { what: 'key', namespace, key: link.key } };
    }
    case 'field': {
      if (!spot.declaration)
        return new Refusal(`No kind declares the field \`${spot.name}\` here: it cannot be renamed.`);
      const kind = spot.declaration.entry.key;
      return { project, range, subject: { what: 'field', kind, key: spot.name } };
    }
    case 'rule':
      return fromRule(spot, position);
    default:
      return undefined;
  }
}

/** A rule id such as `service.tier` names a kind and what it demands, which may be a field. */
function fromRule(spot: Spot & { what: 'rule' }, { character }: Position): Pointed | undefined {
  const { id, project } = spot;
  const dot = id.indexOf('.');
  if (dot < 1) return undefined;
  const kind = id.slice(0, dot);
  const at = partOf(spot.range, 0, dot);
  if (character <= at.endCharacter) {
    return { project, range: toLsp(at), subject: { what: 'key', namespace: 'kind', key: kind } };
  }
  const key = id.slice(dot + 1);
  const field = fieldOf(project.engine.graph, kind, key);
  const range = toLsp(partOf(spot.range, dot + 1, id.length));
  return field && { project, range, subject: { what: 'field', kind: field.entry.key, key } };
}

/** A stretch of a range that stays in one line. */
export function partOf({ line, character, endLine }: RecordRange, from: number, to: number): RecordRange {
  return { line, character: character + from, endLine, endCharacter: character + to };
}
