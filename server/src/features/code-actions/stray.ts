/** Fixes of what stands where it means nothing: signs and words too many, statements of other entries. */
import { nameOf } from '../../model/names.ts';
import type { DocumentRecord, Range } from '../../model/record.ts';
import { take } from './changes.ts';
import { covers, type Fix, type Fixer, spotAt } from './fix.ts';
import { edit, isBounds } from './form.ts';
import { behind, type Edit, without } from './layout.ts';
import { isAdded, type SourceText } from './source-text.ts';
import { type StatementInText, statementAt } from './statement-text.ts';

/** What can follow a word that does not belong where it stands, and is then as stray as that. */
const LIST = new Set(['ID', 'NUMBER', 'URL', 'STRING', 'BLOCK', 'OTHER', ',', '|', '[', ']', '..', '*']);

/** Removes what does not belong where it stands. */
export const removeStray: Fixer = {
  id: 'remove stray',
  does: 'Removes the brace or the words that do not belong there.',
  leaves: 'what only these words referred to',
  *fixes({ at, data }, { document, source, record }) {
    if (data?.insert !== undefined || data?.replace !== undefined || data?.before?.startsWith('"')) return;
    if (data?.remove === ',') return;
    if (data?.remove === '}') {
      // The parser does not see it.
      yield {
        title: 'Remove the }',
        preferred: true,
        changes: () => [edit(document, () => [tidy(source, source.from(at), source.to(at))])],
      };
      return;
    }
    const index = source.tokenFrom(source.from(at));
    const token = source.tokens[index];
    if (!token || isBounds(source.text.slice(source.from(at), source.to(at)))) return;
    if (token.image === '{') {
      yield* withoutBraces(document, source, index);
      return;
    }
    const [first, last] = data?.remove === undefined ? straysFrom(source, record, index) : [index, index];
    const [from, to] = [source.tokens[first].startOffset, source.tokens[last].endOffset! + 1];
    const text = source.text.slice(from, to).split('\n')[0];
    yield {
      title: `Remove \`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``,
      ...(data?.remove !== undefined && { preferred: true as const }),
      changes: () => [edit(document, () => [tidy(source, from, to)])],
    };
  },
};

/**
 * All the words of the line that are as stray as this one, as the indices of the first and the last token: with the word that begins
 * the line, where that means nothing without them; but not the name that a declaration still lacks.
 */
function straysFrom(source: SourceText, { entries }: DocumentRecord, index: number): [number, number] {
  const { tokens } = source;
  const { startLine, endLine } = tokens[index];
  if (!LIST.has(tokens[index].tokenType.name)) return [index, index];
  let first = index;
  while (tokens[first - 1]?.startLine === startLine && LIST.has(tokens[first - 1].tokenType.name)) first--;
  const head = tokens[first - 1];
  const starts = (range: Range): boolean => source.from(range) === head?.startOffset;
  const declared = entries.find(({ extent }) => starts(extent));
  const means = declared || entries.some(({ attributes }) => attributes.some(({ range }) => starts(range)));
  let last = index;
  while (tokens[last + 1]?.startLine === endLine && LIST.has(tokens[last + 1].tokenType.name)) {
    if (declared && !declared.name && tokens[last + 1].tokenType.name === 'STRING') break;
    last++;
  }
  return [head?.tokenType.name === 'HEAD' && !means ? first - 1 : index, last];
}

/** A word goes with the blanks before it; a line that holds nothing else goes as a whole. */
function tidy(source: SourceText, from: number, to: number): Edit {
  const start = source.lineStart(from);
  const before = source.text.slice(start, from);
  if (before.trim() === '') return without(source, from, to);
  return { from: start + before.trimEnd().length, to, text: [] };
}

/** Braces that belong to no declaration: what stands between them stays, in lines of its own. */
function* withoutBraces(document: string, source: SourceText, index: number): Iterable<Fix> {
  const [open, close] = [source.tokens[index], source.tokens[source.closing(index)]];
  if (!close || isAdded(close)) return;
  const alone = (offset: number): boolean => source.text.slice(offset, source.lineEnd(offset)).trim() === '';
  const closesLine = source.text.slice(source.lineStart(close.startOffset), close.startOffset).trim() === '';
  if (!alone(open.endOffset! + 1) || !alone(close.endOffset! + 1) || !closesLine) return;
  yield {
    title: 'Remove these braces and keep what stands between them',
    changes: () => [
      edit(document, () =>
        [open, close].map(({ startOffset, endOffset }) => tidy(source, startOffset, endOffset! + 1)),
      ),
    ],
  };
}

/** Removes a comma too many: a fix that may be done to all at once. */
export const removeComma: Fixer = {
  id: 'remove comma',
  does: 'Removes a comma too many.',
  safe: true,
  bulk: true,
  *fixes({ at, data }, { document, source }) {
    if (data?.remove !== ',') return;
    const [from, to] = [source.from(at), source.to(at)];
    yield {
      title: 'Remove the comma',
      preferred: true,
      changes: () => [edit(document, () => [tidy(source, from, to)])],
    };
  },
};

/** Takes a statement out that means nothing where it stands. */
export const removeMisplaced: Fixer = {
  id: 'remove',
  does: 'Takes the statement out.',
  *fixes({ at }, { document, source, record }) {
    const statement = statementAt(source, at);
    if (!statement || statement.isDeclaration) return;
    const clause = statement.clauseAt;
    yield {
      title: `Take \`${statement.word}\` out`,
      preferred: true,
      changes: () =>
        clause
          ? [edit(document, () => [tidy(source, clause.from, clause.to)])]
          : [take(document, statement.extent, spotAt(record, at).entry)],
    };
  },
};

/** Moves a declaration out of the braces of an entry that cannot hold it. */
export const moveOut: Fixer = {
  id: 'move out',
  does: 'Moves a declaration out of the braces, behind the entry in which it stands.',
  *fixes({ at }, { document, source, record }) {
    const statement = statementAt(source, at);
    const outer = record.entries.find(({ extent }) => covers(extent, at) && source.from(extent) < source.from(at));
    if (!statement?.isDeclaration || !outer) return;
    yield {
      title: `Move it out of the braces of ${nameOf(outer)}`,
      preferred: true,
      changes: () => [
        take(document, statement.extent),
        edit(document, () => [
          moved(source, statement, source.to(outer.extent), source.indentAt(source.from(outer.extent))),
        ]),
      ],
    };
  },
};

/** A statement's text behind an offset, indented like what stands there. */
export function moved(
  source: SourceText,
  { extent }: Pick<StatementInText, 'extent'>,
  at: number,
  indent: string,
): Edit {
  const from = source.from(extent);
  const old = source.indentAt(from);
  const lines = source.text.slice(from, source.to(extent)).split(/\r?\n/);
  const text = lines
    .map((line, i) => (i === 0 ? line : line.startsWith(old) ? indent + line.slice(old.length) : line))
    .join('\n');
  return behind(source, at, [text], { indent });
}
