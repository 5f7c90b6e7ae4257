/** What stands between quotes: unescaped texts, dedented descriptions and the keys that they mention. */
import { type EntryType, type Mention, type Namespace, namespaceOf, type Range } from '../../model/record.ts';

/** The text of a `"…"`, without its quotes and escapes. One that was never closed counts to its end. */
export function unquote(image: string): string {
  const closed = image.length > 1 && image.endsWith('"') && !/(?<!\\)(?:\\\\)*\\"$/.test(image);
  const inner = image.slice(image.startsWith('"') ? 1 : 0, closed ? -1 : undefined);
  return inner.includes('\\') ? inner.replace(/\\(.)/g, '$1') : inner;
}

/** The text of a `"""…"""`: dedented, lines end with `\n`, without empty lines around it. */
export function dedent(image: string): string {
  const from = image.startsWith('"""') ? 3 : 0;
  const to = image.length >= from + 3 && image.endsWith('"""') ? image.length - 3 : image.length;
  const inner = image.slice(from, to);
  if (!/[\r\n]/.test(inner)) return inner.trim();
  const [first, ...rest] = inner.split(/\r\n?|\n/);
  const indents = rest.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return [first.trimStart(), ...rest.map(line => line.slice(indent))]
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

const MENTION = /\[\[(?:([a-z]+):)?([^\s[\]]+)\]\]/g;
const TYPES: ReadonlySet<string> = new Set<EntryType>([
  'product',
  'person',
  'team',
  'document',
  'requirement',
  'repository',
  'term',
  'kind',
]);

/** The `[[KEY]]` and `[[term:KEY]]` of a description, but for those in code; `start` is where its quotes begin. */
export function mentions(image: string, start: Range): Mention[] {
  if (!image.includes('[[')) return [];
  // Code is blanked out, not cut out, so that offsets stay.
  const prose = image.replace(/(```|~~~)[\s\S]*?(?:\1|$)|(`+)[^`\n]+\2/g, code => code.replace(/[^\r\n]/g, ' '));
  const found: Mention[] = [];
  for (const match of prose.matchAll(MENTION)) {
    const [, prefix, word] = match;
    const known = prefix === undefined || TYPES.has(prefix);
    const key = known ? word : `${prefix}:${word}`;
    const offset = match.index + 2 + (known && prefix ? prefix.length + 1 : 0);
    const namespace: Namespace | undefined = known && prefix ? namespaceOf(prefix as EntryType) : undefined;
    found.push({ key, range: rangeWithin(image, offset, key.length, start), ...(namespace && { namespace }) });
  }
  return found;
}

function rangeWithin(image: string, offset: number, length: number, start: Range): Range {
  const lines = image.slice(0, offset).split(/\r\n?|\n/);
  const line = start.line + lines.length - 1;
  const character = lines.length === 1 ? start.character + offset : lines.at(-1)!.length;
  return { line, character, endLine: line, endCharacter: character + length };
}
