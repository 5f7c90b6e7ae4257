/** What a fix changes, in the language's own terms; and how that becomes edits of texts. */
import type { Attribute, Entry, Range, Value } from '../../model/record.ts';
import { type Edit, stated, without } from './layout.ts';
import type { SourceText } from './source-text.ts';
import { type Template, withLineEnds } from './template.ts';

/** A change of one document. What is taken out is said, not yet done, so that several fixes can share a list or a body. */
export type Change = { document: string } & (
  | { do: 'take'; entry?: Entry; extent: Range }
  | { do: 'take value'; entry: Entry; attribute: Attribute; value: Value }
  | { do: 'edit'; edits(source: SourceText): Edit[] }
);

/** Replaces what stands at a range. */
export function put(document: string, at: Range, text: Template): Change {
  return { document, do: 'edit', edits: source => [{ from: source.from(at), to: source.to(at), text }] };
}

/** Puts a text right behind a range. */
export function append(document: string, at: Range, text: Template): Change {
  return { document, do: 'edit', edits: source => [{ from: source.to(at), to: source.to(at), text }] };
}

/** Takes out a statement of an entry (its braces too, when nothing is left between them), or a declaration. */
export function take(document: string, extent: Range, entry?: Entry): Change {
  return { document, do: 'take', extent, ...(entry && { entry }) };
}

/** Takes a value out of its list, and the statement with it when it was the only one. */
export function takeValue(entry: Entry, attribute: Attribute, value: Value): Change {
  return { document: entry.document, do: 'take value', entry, attribute, value };
}

/** Takes out a connector with what follows it: `in PARENT`, `by PERSON`. */
export function takeClause(document: string, target: Range): Change {
  return {
    document,
    do: 'edit',
    edits: source => {
      const connector = source.tokenBefore(source.from(target));
      const before = connector && source.tokenBefore(connector.startOffset);
      return before ? [{ from: before.endOffset! + 1, to: source.to(target), text: [] }] : [];
    },
  };
}

/** States something of an entry: `word` and what follows it, in a line of its own. */
export function state(entry: Entry, word: string, text: Template): Change {
  return { document: entry.document, do: 'edit', edits: source => stated(source, entry, word, text) };
}

/** Adds to the values of an attribute that is stated already, be it as `none` or half typed. */
export function addValue({ document }: Entry, { range, extent, values, none }: Attribute, text: Template): Change {
  const last = values.at(-1);
  if (last) return append(document, last.note?.range ?? last.range, [', ', ...text]);
  const { endLine: line, endCharacter: character } = range;
  if (none) return put(document, { ...extent, line, character }, [' ', ...text]);
  return append(document, range, [' ', ...text]);
}

/** The edits of one document that make all these changes, in the order of its text. A change that clashes with one before is left out. */
export function render(source: SourceText, changes: readonly Change[]): Edit[] {
  const accepted: Edit[] = [];
  const groups = [
    ...takenOut(source, changes),
    ...changes.map(change => (change.do === 'edit' ? change.edits(source) : [])),
  ];
  for (const edits of groups) {
    if (edits.every(edit => accepted.every(other => !clash(edit, other)))) accepted.push(...edits);
  }
  return accepted
    .map(edit => ({ ...edit, text: withLineEnds(edit.text, source.eol) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

function clash(a: Edit, b: Edit): boolean {
  return a.from < b.to && b.from < a.to;
}

/** All that is taken out: values by list, statements by body. */
function* takenOut(source: SourceText, changes: readonly Change[]): Iterable<Edit[]> {
  const statements = new Map<Range, Entry | undefined>();
  const values = new Map<Attribute, { entry: Entry; taken: Set<Value> }>();
  for (const change of changes) {
    if (change.do === 'take') statements.set(change.extent, change.entry);
    if (change.do !== 'take value') continue;
    const list = values.get(change.attribute) ?? { entry: change.entry, taken: new Set() };
    values.set(change.attribute, list);
    list.taken.add(change.value);
  }
  for (const [attribute, { entry, taken }] of values) {
    if (statements.has(attribute.extent)) continue;
    if (taken.size === attribute.values.length) statements.set(attribute.extent, entry);
    else yield withoutValues(source, attribute, taken);
  }
  const byEntry = Map.groupBy(statements, ([, entry]) => entry);
  for (const [entry, extents] of byEntry) {
    const ranges = extents.map(([extent]) => [source.from(extent), source.to(extent)] as const);
    const body = entry && emptied(source, entry, ranges);
    if (body) yield [body];
    else for (const [from, to] of ranges) yield [without(source, from, to)];
  }
}

/** The braces of an entry, when nothing is left between them, not even a comment. */
function emptied(source: SourceText, entry: Entry, ranges: readonly (readonly [number, number])[]): Edit | undefined {
  const body = source.bodyOf(entry);
  if (body?.close === undefined || (entry.type === 'product' && !entry.name)) return undefined;
  let rest = '';
  let at = body.open + 1;
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    rest += source.text.slice(at, from);
    at = to;
  }
  rest += source.text.slice(at, body.close);
  return rest.trim() === '' ? { from: body.heading, to: body.close + 1, text: [] } : undefined;
}

function withoutValues(source: SourceText, { values }: Attribute, taken: ReadonlySet<Value>): Edit[] {
  const edits: Edit[] = [];
  for (let i = 0; i < values.length; i++) {
    if (!taken.has(values[i])) continue;
    let next = i;
    while (next < values.length && taken.has(values[next])) next++;
    const [from, to] =
      next < values.length
        ? [source.from(values[i].range), source.from(values[next].range)]
        : [endOf(source, values[i - 1]), endOf(source, values[next - 1])];
    edits.push(...exceptComments(source, from, to));
    i = next;
  }
  return edits;
}

const endOf = (source: SourceText, { range, note }: Value): number => source.to(note?.range ?? range);

/** Takes out all between two offsets but comments. */
function exceptComments(source: SourceText, from: number, to: number): Edit[] {
  const within = (token: { startOffset: number; endOffset?: number }): boolean =>
    token.startOffset >= from && token.endOffset! < to;
  if (!source.comments.some(within)) return [{ from, to, text: [] }];
  return source.tokens.filter(within).map(({ startOffset, endOffset }) => ({
    from: startOffset,
    to: endOffset! + 1,
    text: [],
  }));
}
