/** A new product, where the author wants it. */
import { nameOf } from '../../model/names.ts';
import type { Entry } from '../../model/record.ts';
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

/** The innermost product in whose declaration an offset lies. */
function productAround({ source, record }: Text, offset: number): Entry | undefined {
  const { line, character } = source.document.positionAt(offset);
  const at = { line, character, endLine: line, endCharacter: character };
  return record.entries.findLast(({ type, extent }) => type === 'product' && covers(extent, at));
}

/** The blanks with which a statement at an offset begins. */
export function indentAt(text: Text, offset: number): string {
  const around = productAround(text, offset);
  return around ? indentWithin(text.source, around, insideOf(text.record.entries, around)) : '';
}

/** Puts declarations (not indented) at a place: in its line, where that is empty; else behind what is there. */
export function putAt(text: Text, offset: number, declarations: string): boolean {
  const { source, edits } = text;
  const [from, to] = [source.lineStart(offset), source.lineEnd(offset)];
  if (source.text.slice(from, to).trim() === '' && surroundings(source.text, offset)) {
    edits.push({ from, to, text: [rebased(declarations, '', indentAt(text, offset))] });
    return true;
  }
  const around = productAround(text, offset);
  return around ? putInto(text, around, declarations) : pushAll(edits, atEnd(source, declarations));
}

/** Puts declarations (not indented) at the end of a product's braces. False where these are not closed. */
export function putInto({ source, record, edits }: Text, product: Entry, declarations: string): boolean {
  const indent = indentWithin(source, product, insideOf(record.entries, product));
  const put = intoBraces(source, product, rebased(declarations, '', indent));
  return put !== undefined && pushAll(edits, put);
}

function insideOf(entries: readonly Entry[], product: Entry): Entry[] {
  return entries.filter(other => other !== product && covers(product.extent, other.extent));
}

function pushAll(edits: Text['edits'], more: Text['edits']): true {
  edits.push(...more);
  return true;
}
