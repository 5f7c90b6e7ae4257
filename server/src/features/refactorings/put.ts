/** Where a block goes: into the braces of a product, behind a declaration, or to the end of a file. */
import type { Entry } from '../../model/record.ts';
import type { Edit } from '../code-actions/layout.ts';
import type { SourceText } from '../code-actions/source-text.ts';
import { blockOf } from './block.ts';

/** How much deeper a body stands than its declaration. */
const UNIT = '  ';

/** The blanks with which a statement in the braces of a product begins: those of what stands there already. */
export function indentWithin(source: SourceText, product: Entry, inside: readonly Entry[]): string {
  const outer = source.indentAt(source.from(product.extent));
  for (const { extent } of [...product.attributes, ...inside]) {
    const from = source.from(extent);
    const indent = source.indentAt(from);
    if (source.lineStart(from) + indent.length === from && indent.length > outer.length) return indent;
  }
  return outer + UNIT;
}

/** Puts a block (indented already) at the end of a product's braces; they come with it where there are none. Undefined where one is missing. */
export function intoBraces(source: SourceText, product: Entry, block: string): Edit[] | undefined {
  const { text } = source;
  const outer = source.indentAt(source.from(product.extent));
  const body = source.bodyOf(product);
  if (!body) return withBraces(source, product, block, outer);
  const { open, close } = body;
  if (close === undefined) return undefined;
  const lineStart = source.lineStart(close);
  if (lineStart > open && text.slice(lineStart, close).trim() === '') {
    const before = text.slice(open + 1, lineStart);
    const apart = block.includes('\n') && before.trim() !== '' && !/\n[ \t]*\r?\n$/.test(before) ? '\n' : '';
    return [{ from: lineStart, to: lineStart, text: [`${apart}${block}\n`] }];
  }
  // A body in one line gets lines of its own.
  const inner = text.slice(open + 1, close);
  const indent = outer + UNIT;
  const edits: Edit[] = [];
  if (inner.trim() !== '' && !inner.includes('\n')) {
    edits.push({ from: open + 1, to: open + 1 + (inner.length - inner.trimStart().length), text: [`\n${indent}`] });
  }
  const end = inner.trim() === '' ? open + 1 : open + 1 + inner.trimEnd().length;
  return [...edits, { from: end, to: close, text: [`\n${block}\n${outer}`] }];
}

/** Braces for a product that has none; a comment at the end of its line stays in it. */
function withBraces(source: SourceText, product: Entry, block: string, outer: string): Edit[] {
  const end = source.to(product.extent);
  const lineEnd = source.lineEnd(end);
  const rest = source.text.slice(end, lineEnd);
  const own = blockOf(source, product);
  if (rest.trim() === '' || own.to !== lineEnd) {
    return [{ from: end, to: end, text: [` {\n${block}\n${outer}}`] }];
  }
  return [
    { from: end, to: end, text: [' {'] },
    { from: lineEnd, to: lineEnd, text: [`\n${block}\n${outer}}`] },
  ];
}

/** Puts a block (at top level) behind a declaration, with empty lines around it. */
export function behindEntry(source: SourceText, entry: Entry, block: string): Edit[] {
  const { to } = blockOf(source, entry);
  const end = source.lineEnd(to);
  if (source.text.slice(to, end).trim() === '') {
    const [next] = /^\r?\n[^\r\n]*/.exec(source.text.slice(end)) ?? [''];
    return [{ from: end, to: end, text: [`\n\n${block}${next.trim() === '' ? '' : '\n'}`] }];
  }
  return [{ from: to, to, text: [`\n\n${block}\n`] }];
}

/** Puts a block (at top level) at the end of a file, with an empty line above it. */
export function atEnd({ text }: SourceText, block: string): Edit[] {
  const end = text.trimEnd().length;
  const lead = end === 0 ? '' : '\n\n';
  return [{ from: end, to: text.length, text: [`${lead}${block}\n`] }];
}
