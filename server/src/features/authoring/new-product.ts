/** A new product, where the author wants it. */
import { nameOf } from '../../model/names.ts';
import { isKey } from '../../model/shapes.ts';
import { relativePath } from '../../workspace/addresses.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import { covers } from '../code-actions/fix.ts';
import { nameInQuotes } from '../code-actions/keys-from-names.ts';
import { cursorsAt } from '../completion/cursor.ts';
import { rebased } from '../refactorings/block.ts';
import { atEnd, indentWithin, intoBraces } from '../refactorings/put.ts';
import type { Text } from '../refactorings/text.ts';

/** Why a text cannot be the key of a new product; undefined where it can. */
export function keyObjection({ engine, root }: LoadedProject, key: string): string | undefined {
  if (key === '') return 'Write a key: a short word by which everything refers to this product, such as PORTAL.';
  if (!isKey(key)) {
    return `\`${key}\` cannot be a key. Begin with a letter, go on with letters, digits and _, and put single - . or / only between them.`;
  }
  const taken = engine.graph.entry('product', key);
  if (!taken) return undefined;
  return `${nameOf(taken)} has this key already, in ${relativePath(root, taken.document) ?? taken.document}. Choose another.`;
}

/** Why a text cannot be the name of a new product; undefined where it can. */
export function nameObjection(name: string): string | undefined {
  if (name.trim() === '') return 'Write a name: what people call this product.';
  return /[\r\n]/.test(name) ? 'A name stands in one line.' : undefined;
}

/** The line that declares a product. */
export function declarationOf({ kind, key, name }: { kind: string; key: string; name: string }): string {
  return `${kind} ${key} ${nameInQuotes(name.trim())}`;
}

/** The key of the product in whose braces a place lies; null at top level; undefined where no product may stand. */
export function surroundings(text: string, offset: number): { key: string | null; kind?: string } | undefined {
  const cursor = cursorsAt(text, offset).at(-1);
  if (cursor?.place !== 'statement') return undefined;
  const [body] = cursor.bodies;
  if (!body) return { key: null };
  return body.type === 'product' && body.key ? { key: body.key, kind: body.kind } : undefined;
}

/** Puts declarations (not indented) at a place: in its line, where that is empty; else behind what is there. */
export function putAt({ source, record, edits }: Text, offset: number, declarations: string): boolean {
  const [from, to] = [source.lineStart(offset), source.lineEnd(offset)];
  const position = source.document.positionAt(offset);
  const around = record.entries.findLast(
    entry => entry.type === 'product' && covers(entry.extent, rangeAt(position.line, position.character)),
  );
  if (source.text.slice(from, to).trim() === '' && surroundings(source.text, offset)) {
    const indent = around ? indentWithin(source, around, insideOf(record.entries, around)) : '';
    edits.push({ from, to, text: [rebased(declarations, '', indent)] });
    return true;
  }
  return around
    ? putInto({ source, record, edits }, around, declarations)
    : pushAll(edits, atEnd(source, declarations));
}

/** Puts declarations (not indented) at the end of a product's braces. False where these are not closed. */
export function putInto(
  { source, record, edits }: Pick<Text, 'source' | 'record' | 'edits'>,
  product: Text['record']['entries'][number],
  declarations: string,
): boolean {
  const indent = indentWithin(source, product, insideOf(record.entries, product));
  const put = intoBraces(source, product, rebased(declarations, '', indent));
  return put !== undefined && pushAll(edits, put);
}

function insideOf(entries: Text['record']['entries'], product: Text['record']['entries'][number]) {
  return entries.filter(other => other !== product && covers(product.extent, other.extent));
}

function pushAll(edits: Text['edits'], more: Text['edits']): true {
  edits.push(...more);
  return true;
}

const rangeAt = (line: number, character: number) => ({ line, character, endLine: line, endCharacter: character });
