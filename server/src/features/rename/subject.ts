/** What a rename is about: a key of a namespace, or a field of a kind. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Range as RecordRange } from '../../model/record.ts';
import { isLibrary } from '../../workspace/library.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { fieldOf, locate, type Spot } from '../locate.ts';
import { type Referent, referentAt } from '../occurrences.ts';
import { toLsp } from '../ranges.ts';

/** What is to be renamed: a key, declared or only referred to, or a field. */
export type Subject = Exclude<Referent, { what: 'rule' }>;

/** What it is called now. */
export function keyOf(subject: Subject): string {
  return subject.what === 'field' ? subject.declaration.field.name : subject.key;
}

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
  const { subject } = pointed;
  if (subject.what !== 'entry' || subject.namespace !== 'kind') return pointed;
  const declarations = spot.project.engine.graph.declarations('kind', subject.key);
  if (!declarations.some(({ document }) => isLibrary(document))) return pointed;
  const advice = `Declare a kind of your own with \`kind NAME extends ${subject.key}\`.`;
  return new Refusal(`\`${subject.key}\` is a built-in kind and keeps its name. ${advice}`);
}

function fromSpot(spot: Spot, { character }: Position): Pointed | Refusal | undefined {
  const { project, range } = spot;
  if (spot.what === 'reference' && spot.link.quoted) {
    return new Refusal(`Nothing declares "${spot.link.key}" yet: it is a name without a key. Declare it first.`);
  }
  if (spot.what === 'field' && !spot.declaration) {
    return new Refusal(`No kind declares the field \`${spot.name}\` here: it cannot be renamed.`);
  }
  if (spot.what === 'demand') return fieldAt(spot, spot.entry.key, spot.demand.property, range);
  if (spot.what === 'rule') {
    // `service.tier` names a kind and what it demands, which may be a field.
    const dot = spot.id.indexOf('.');
    if (dot < 1) return undefined;
    const kind = spot.id.slice(0, dot);
    const first = partOf(range, 0, dot);
    if (character <= first.endCharacter) {
      return { project, range: toLsp(first), subject: { what: 'entry', namespace: 'kind', key: kind } };
    }
    return fieldAt(spot, kind, spot.id.slice(dot + 1), partOf(range, dot + 1, spot.id.length));
  }
  const subject = referentAt(spot);
  return subject && subject.what !== 'rule' ? { project, range: toLsp(range), subject } : undefined;
}

function fieldAt({ project }: Spot, kind: string, name: string, range: RecordRange): Pointed | undefined {
  const declaration = fieldOf(project.engine.graph, kind, name);
  return declaration && { project, range: toLsp(range), subject: { what: 'field', declaration } };
}

/** A stretch of a range that stays in one line. */
export function partOf({ line, character, endLine }: RecordRange, from: number, to: number): RecordRange {
  return { line, character: character + from, endLine, endCharacter: character + to };
}
