/** Making two declarations of one key one: what only the second says goes to the first. */
import type { Graph } from '../../model/graph.ts';
import { propertyOf } from '../../model/properties.ts';
import { type Attribute, type Entry, namespaceOf, type Value } from '../../model/record.ts';
import { covers } from '../code-actions/fix.ts';
import { without } from '../code-actions/layout.ts';
import type { SourceText } from '../code-actions/source-text.ts';
import { blockOf, type Change, rebased, sayParent, takeOut } from './block.ts';
import type { Place } from './move.ts';
import { indentWithin, intoBraces } from './put.ts';
import type { Asked } from './same.ts';
import { Objection } from './text.ts';

/** What two declarations of one key say differently, so that they cannot be made one; undefined where nothing. */
export function conflictOf(first: Entry, second: Entry, graph: Graph): string | undefined {
  const differ = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && a !== b;
  if (first.type !== second.type) return `one is a ${first.type}, the other a ${second.type}`;
  if (differ(first.kind?.text, second.kind?.text)) return 'they are of different kinds';
  if (differ(first.name?.text, second.name?.text)) return 'their names differ';
  if (differ(parentOf(first), parentOf(second))) return 'they are part of different products';
  if (differ(first.description?.text, second.description?.text)) return 'their descriptions differ';
  for (const attribute of second.attributes) {
    const own = sameProperty(first, attribute);
    if (own && !canJoin(own, attribute, first, graph)) return `they say different things after \`${own.property}\``;
  }
  return undefined;
}

const parentOf = ({ nestedIn, parent }: Entry): string | undefined => nestedIn ?? parent?.text;

/** The statement of the first declaration that a statement of the second one goes into. */
function sameProperty({ attributes }: Entry, { property, values }: Attribute): Attribute | undefined {
  const repeatable = propertyOf(property)?.repeatable;
  return attributes.find(
    other => other.property === property && (!repeatable || other.values[0]?.text === values[0]?.text),
  );
}

function canJoin(a: Attribute, b: Attribute, { kind }: Entry, graph: Graph): boolean {
  if (said(a) === said(b)) return true;
  if (a.clause || b.clause || a.none !== b.none) return false;
  const missing = missingFrom(a, b);
  if (missing.some(({ text }) => a.values.some(value => value.text === text))) return false;
  const property = propertyOf(a.property);
  if (property) return !property.single;
  const most = graph.kind(kind?.text ?? '')?.fields.get(a.property)?.field.most;
  return most === null || (most !== undefined && a.values.length + missing.length <= most);
}

/** The values that the second statement has and the first one has not. */
function missingFrom(a: Attribute, b: Attribute): Value[] {
  const own = new Set(a.values.map(said));
  return b.values.filter(value => !own.has(said(value)));
}

const said = (value: Attribute | Value): string =>
  JSON.stringify(value, (name, inner) => (name === 'range' || name === 'extent' ? undefined : inner));

/** Moves what only the second declaration says to the first, and takes the second out. */
export function merge(first: Place, second: Place, graph: Graph): Asked | Objection {
  const conflict = conflictOf(first.entry, second.entry, graph);
  if (conflict) return new Objection(`The declarations cannot be made one: ${conflict}. Make that the same first.`);
  const { source } = first.text;
  if (parentOf(first.entry) === undefined && parentOf(second.entry) !== undefined) {
    const { from, to, text } = sayParent(source, first.entry, parentOf(second.entry)!);
    first.text.edits.push({ from, to, text: [text] });
  }
  for (const attribute of second.entry.attributes) {
    const own = sameProperty(first.entry, attribute);
    const last = own?.values.at(-1);
    if (!own || !last) continue;
    const values = missingFrom(own, attribute).map(({ range, note }) =>
      second.text.source.text.slice(second.text.source.from(range), second.text.source.to(note?.range ?? range)),
    );
    const at = source.to((last.note ?? last).range);
    if (values.length > 0) first.text.edits.push({ from: at, to: at, text: [`, ${values.join(', ')}`] });
  }
  const rest = restOf(first.entry, second);
  if (rest) {
    const inside = first.text.record.entries.filter(
      other => other !== first.entry && covers(first.entry.extent, other.extent),
    );
    const put = intoBraces(source, first.entry, rebased(rest, '', indentWithin(source, first.entry, inside)));
    if (!put) return new Objection('The braces of the first declaration are not closed: close them first.');
    first.text.edits.push(...put);
  }
  const around = second.text.record.entries.findLast(
    other => other !== second.entry && covers(other.extent, second.entry.extent),
  );
  second.text.edits.push(takeOut(second.text.source, blockOf(second.text.source, second.entry), around));
  return { merged: true };
}

/** What remains of a declaration once all is gone that the first one says or takes over: statements and comments, not indented. */
function restOf(first: Entry, { text, entry }: Place): string {
  const { source } = text;
  const block = blockOf(source, entry);
  const [start, end] = [source.from(entry.extent), source.to(entry.extent)];
  const pieces = [source.text.slice(block.from, start)];
  const body = source.bodyOf(entry);
  if (body?.close !== undefined) {
    const cuts: Change[] = entry.attributes
      .filter(attribute => sameProperty(first, attribute))
      .map(attribute => cutOut(source, attribute.extent));
    if (first.description && entry.description) cuts.push(cutOut(source, entry.description.range));
    pieces.push(applied(source, body.open + 1, body.close, cuts));
  }
  pieces.push(source.text.slice(end, block.to));
  return pieces.map(dedented).filter(Boolean).join('\n');
}

/** Takes a statement out; the comments within it stay. */
function cutOut(source: SourceText, extent: Entry['extent']): Change {
  const [start, end] = [source.from(extent), source.to(extent)];
  const kept = source.comments.filter(({ startOffset }) => startOffset > start && startOffset < end);
  if (kept.length > 0) return { from: start, to: end, text: kept.map(({ image }) => image).join('\n') };
  const { from, to } = without(source, start, end);
  return { from, to, text: '' };
}

function applied({ text }: SourceText, from: number, to: number, changes: Change[]): string {
  let result = '';
  let at = from;
  for (const change of changes.sort((a, b) => a.from - b.from)) {
    result += text.slice(at, Math.max(at, change.from)) + change.text;
    at = Math.max(at, change.to);
  }
  return result + text.slice(at, to);
}

/** Without the indentation that all lines share, and without empty lines around it. */
function dedented(text: string): string {
  const lines = text.split(/\r?\n/).map(line => line.trimEnd());
  // What stands behind the brace has no indentation of its own.
  const [head, ...rest] = lines;
  const indents = rest.filter(Boolean).map(line => line.length - line.trimStart().length);
  const shared = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return [head.trim(), ...rest.map(line => line.slice(shared))].join('\n').replace(/^\n+|\n+$/g, '');
}

/** The declaration that a second declaration of its key can be merged into: the one that counts. */
export function firstOf(graph: Graph, entry: Entry): Entry | undefined {
  if (entry.key === '' || entry.extension || entry.type === 'kind') return undefined;
  const [first] = graph.declarations(namespaceOf(entry.type), entry.key);
  return first === entry ? undefined : first;
}
