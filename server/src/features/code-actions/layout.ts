/** How statements go into a text and out of it, so that lines, blanks and comments stay in order. */
import { PROPERTIES, propertyOf } from '../../model/properties.ts';
import type { Entry, Range } from '../../model/record.ts';
import type { SourceText } from './source-text.ts';
import type { Template } from './template.ts';

/** What stands between two offsets is replaced by a text. */
export interface Edit {
  from: number;
  to: number;
  text: Template;
}

/** How much deeper a body stands than its declaration. */
const UNIT = '  ';

/** Takes a statement out; with its line, where it stands alone in it. */
export function without(source: SourceText, from: number, to: number): Edit {
  const { text } = source;
  const [start, end] = [source.lineStart(from), source.lineEnd(to)];
  const before = text.slice(start, from);
  const after = text.slice(to, end);
  if (before.trim() === '' && after.trim() === '') {
    const [next] = /^\r?\n/.exec(text.slice(end)) ?? [''];
    // Of the empty lines above and below one stays.
    const emptyAbove = start === 0 || /\n[ \t]*\r?\n$/.test(text.slice(0, start));
    const [emptyBelow] = emptyAbove ? (/^[ \t]*\r?\n/.exec(text.slice(end + next.length)) ?? ['']) : [''];
    if (next !== '' || start === 0) return { from: start, to: end + next.length + emptyBelow.length, text: [] };
    return { from: start - (text[start - 2] === '\r' ? 2 : 1), to: end, text: [] };
  }
  if (after.trim() === '') return { from: start + before.trimEnd().length, to, text: [] };
  return { from, to: to + (after.length - after.trimStart().length), text: [] };
}

/** The place of a statement in its entry: the description, the attributes in the order of their table, fields, and last `satisfies`. */
function rankOf(word: string): number {
  if (word === 'description') return -1;
  const index = PROPERTIES.findIndex(property => property.word === word);
  return index < 0 ? PROPERTIES.findIndex(property => property.word === 'waive') + 0.5 : index;
}

/** The statements of an entry that are no entries themselves, in the order of the text, each with its rank. */
function statementsOf(entry: Entry): { extent: Range; rank: number }[] {
  const statements = [
    ...(entry.description ? [{ extent: entry.description.range, rank: rankOf('description') }] : []),
    ...entry.attributes.map(({ property, extent }) => ({ extent, rank: rankOf(property) })),
    ...[...(entry.demands ?? []), ...(entry.fields ?? [])].map(({ extent }) => ({ extent, rank: 0 })),
  ];
  return statements.sort(({ extent: a }, { extent: b }) => a.line - b.line || a.character - b.character);
}

/** Puts a statement that begins with `word` into an entry: where the formatter would have it. */
export function stated(source: SourceText, entry: Entry, word: string, text: Template): Edit[] {
  const outer = source.indentAt(source.from(entry.extent));
  const body = source.bodyOf(entry);
  if (body === undefined) {
    const end = source.to(entry.extent);
    return [{ from: end, to: end, text: [` {\n${outer}${UNIT}`, ...text, `\n${outer}}`] }];
  }
  const rank = entry.type === 'kind' && !propertyOf(word) ? 0 : rankOf(word);
  const statements = statementsOf(entry);
  const previous = statements.findLast(statement => statement.rank <= rank);
  const first = statements[0] && source.from(statements[0].extent);
  const ownLine = first !== undefined && source.text.slice(source.lineStart(first), first).trim() === '';
  const indent = ownLine ? source.indentAt(first) : outer + UNIT;
  const at = previous ? source.to(previous.extent) : body.open + 1;
  const edits = [behind(source, at, text, { indent, outer })];
  const { close } = body;
  if (close !== undefined && source.lineStart(body.open) === source.lineStart(close)) {
    // A body in one line gets lines of its own.
    const open = blanksFrom(source, body.open + 1);
    const end = source.text.slice(0, close).trimEnd().length;
    if (previous && open.to < close) edits.push({ ...open, text: [`\n${indent}`] });
    if (!edits.some(({ from }) => from === end)) edits.push({ from: end, to: close, text: [`\n${outer}`] });
  }
  return edits;
}

/**
 * Puts a statement into a line of its own behind an offset: behind the comment that ends its line, too. `gap`: with an empty line
 * between.
 */
export function behind(
  source: SourceText,
  at: number,
  text: Template,
  { indent, outer = indent, gap = false }: { indent: string; outer?: string; gap?: boolean },
): Edit {
  const end = source.lineEnd(at);
  const rest = source.text.slice(at, end);
  const lead = `${gap ? '\n' : ''}\n${indent}`;
  if (/^[ \t]*(\/\/.*)?$/.test(rest)) return { from: end, to: end, text: [lead, ...text] };
  const { from, to } = blanksFrom(source, at);
  const after = source.text[to] === '}' ? outer : indent;
  return { from, to, text: [lead, ...text, `\n${after}`] };
}

function blanksFrom(source: SourceText, at: number): Edit {
  const [blanks] = /^[ \t]*/.exec(source.text.slice(at))!;
  return { from: at, to: at + blanks.length, text: [] };
}
