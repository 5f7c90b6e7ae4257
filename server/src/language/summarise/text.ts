/** What stands between quotes: unescaped texts, dedented descriptions and the keys that they mention. */
import { type EntryType, type Mention, namespaceOf, type Range } from '../../model/record.ts';

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
  // Not Math.min(...indents): a call takes no hundred thousand arguments.
  const indent = indents.reduce((least, one) => Math.min(least, one), Number.MAX_SAFE_INTEGER);
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
  let { line, character } = start;
  let at = 0; // the offset to which line and character belong
  for (const match of prose.matchAll(MENTION)) {
    const [, prefix, word] = match;
    const known = prefix !== undefined && TYPES.has(prefix);
    const key = prefix === undefined || known ? word : `${prefix}:${word}`;
    const offset = match.index + match[0].length - 2 - key.length;
    const lines = image.slice(at, offset).split(/\r\n?|\n/);
    line += lines.length - 1;
    character = lines.at(-1)!.length + (lines.length === 1 ? character : 0);
    at = offset;
    const range = { line, character, endLine: line, endCharacter: character + key.length };
    found.push({ key, range, ...(known && { namespace: namespaceOf(prefix as EntryType) }) });
  }
  return found;
}
