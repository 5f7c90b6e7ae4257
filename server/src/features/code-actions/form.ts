/** Fixes of the text's form: braces, quotes and commas that are missing. */
import type { Range } from '../../model/record.ts';
import type { Finding } from '../../rules/finding.ts';
import { type Change, put } from './changes.ts';
import { covers, type Fix, type Fixer, type Scene } from './fix.ts';
import { behind, type Edit } from './layout.ts';
import { isAdded, type SourceText } from './source-text.ts';

/** A change of a document by hand. */
export function edit(document: string, edits: (source: SourceText) => Edit[]): Change {
  return { document, do: 'edit', edits };
}

const CLOSERS: Readonly<Record<string, string>> = {
  '}': 'Close the braces with }',
  '{': 'Open the braces with { at the end of the line',
  '"': 'Close the text with " at the end of the line',
  '"""': 'Close the description with """',
  ' */': 'Close the comment with */ at the end of the line',
};

/** Writes the brace or the quotes that are missing. */
export const closeIt: Fixer = {
  id: 'close',
  does: 'Writes the closing (or opening) brace or quotes that are missing, where the indentation says.',
  *fixes({ at, data }, { document }) {
    const { insert: missing, before } = data ?? {};
    if (before?.startsWith('"')) {
      yield {
        title: `Write ${before} before it`,
        preferred: true,
        changes: () => [edit(document, source => [{ from: source.from(at), to: source.from(at), text: [before] }])],
      };
    }
    if (missing === undefined) return;
    yield {
      title: CLOSERS[missing] ?? `Write ${missing}`,
      preferred: true,
      changes: () => [
        edit(document, source => {
          if (missing === '}') return closeBody(source, source.from(at));
          if (missing === '{') return openBody(source, source.from(at));
          const end = source.to(at);
          const image = source.text.slice(source.from(at) + missing.length, end);
          const half = missing === '"""' ? (/"{1,2}$/.exec(image)?.[0].length ?? 0) : 0;
          return [{ from: end, to: end, text: [missing.slice(half)] }];
        }),
      ],
    };
  },
};

/** A closing brace of its own line, behind what the lexer took for the end of the body. */
function closeBody(source: SourceText, open: number): Edit[] {
  const index = source.tokenFrom(open);
  const close = source.tokens[index] ? source.tokens[source.closing(index)] : undefined;
  if (!close || !isAdded(close)) return [];
  return [behind(source, close.endOffset! + 1, ['}'], { indent: source.indentAt(open) })];
}

function openBody(source: SourceText, head: number): Edit[] {
  const brace = source.tokens.slice(source.tokenFrom(head)).find(token => token.image === '{' && isAdded(token));
  return brace ? [{ from: brace.endOffset! + 1, to: brace.endOffset! + 1, text: [' {'] }] : [];
}

/** Puts quotes around a text or a name. */
function* quote({ at, data }: Finding, { document }: Scene): Iterable<Fix> {
  const text = data?.replace;
  if (text === undefined) return;
  yield { title: `Put it into quotes: ${text}`, preferred: true, changes: () => [put(document, at, [text])] };
}

/** The value of an attribute gets its quotes. */
export const quoteText: Fixer = {
  id: 'quote',
  does: 'Puts a text into quotes.',
  safe: true,
  bulk: true,
  fixes: quote,
};

/** A name gets its quotes: only then is there a product. */
export const quoteName: Fixer = {
  id: 'quote',
  does: 'Puts a name into quotes.',
  bulk: true,
  leaves: 'what a product lacks that was none without its name',
  fixes: quote,
};

/** Writes the sign that is missing between two words, where nothing else can be meant. */
export const separate: Fixer = {
  id: 'separate',
  does: 'Puts a comma between two values, a | between two kinds.',
  safe: true,
  bulk: true,
  *fixes({ at, data }, scene) {
    const { document, source } = scene;
    const word = source.text.slice(source.from(at), source.to(at));
    const inDemand = demandAt(scene, at) !== undefined;
    if (data?.before === ',' && !word.startsWith('"')) {
      yield {
        title: `Put a comma before \`${word}\``,
        preferred: true,
        changes: () => [edit(document, () => separated(source, at, ','))],
      };
    } else if (inDemand && word === ',') {
      yield { title: 'Separate the kinds by |', preferred: true, changes: () => [put(document, at, [' |'])] };
    } else if (inDemand && data === undefined && /^[\w-]+$/.test(word)) {
      yield {
        title: `Put a | before \`${word}\``,
        preferred: true,
        changes: () => [edit(document, () => separated(source, at, ' |'))],
      };
    }
  },
};

/** Puts a comma before a text, which may also be a note too many. */
export const separateText: Fixer = {
  id: 'separate text',
  does: 'Puts a comma before a text that stands behind another one.',
  leaves: '`unresolved`: the text is then the name of something that has no key',
  *fixes({ at, data }, { document, source }) {
    const word = source.text.slice(source.from(at), source.to(at));
    if (data?.before !== ',' || !word.startsWith('"')) return;
    yield {
      title: `Put a comma before ${word}`,
      changes: () => [edit(document, () => separated(source, at, ','))],
    };
  },
};

/** Closes the bounds of a demand or a field. */
export const closeBounds: Fixer = {
  id: 'close bounds',
  does: 'Closes bounds with ].',
  *fixes({ at }, { document, source, record }) {
    const word = source.text.slice(source.from(at), source.to(at));
    if (!isBounds(word) || word.endsWith(']')) return;
    if (!record.entries.some(({ extent, type }) => type === 'kind' && covers(extent, at))) return;
    yield {
      title: 'Close the bounds with ]',
      preferred: true,
      changes: () => [edit(document, () => [{ from: source.to(at), to: source.to(at), text: [']'] }])],
    };
  },
};

/** What is a bracket and more: it lacks its end. */
export const isBounds = (word: string): boolean => word.length > 1 && word.startsWith('[');

function demandAt({ record }: Scene, at: Range) {
  return record.entries.flatMap(({ demands = [] }) => demands).find(({ extent }) => covers(extent, at));
}

function separated(source: SourceText, at: Range, sign: string): Edit[] {
  const before = source.tokenBefore(source.from(at));
  const from = before ? before.endOffset! + 1 : source.from(at);
  return [{ from, to: from, text: [sign] }];
}
