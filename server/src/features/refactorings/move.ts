/** Moving a product: to another package, to another file, out of the braces around it and into those of its parent. */
import { nameOf } from '../../model/names.ts';
import type { Entry } from '../../model/record.ts';
import { covers } from '../code-actions/fix.ts';
import { blockOf, type Change, sayParent, takeOut, textOf, unsayParent } from './block.ts';
import { atEnd, behindEntry, indentWithin, intoBraces } from './put.ts';
import type { Asked } from './same.ts';
import { Objection, type Text } from './text.ts';

/** A declaration in the text as it is now. */
export interface Place {
  text: Text;
  entry: Entry;
}

/** Gives a product another parent: changes its `in`, or moves it from the braces in which it stands into others. */
export function toParent({ text, entry }: Place, target: Place): Asked | Objection {
  const { source } = text;
  const asked: Asked = { moved: { key: entry.key, to: target.entry.key } };
  if (text === target.text && covers(entry.extent, target.entry.extent)) {
    return new Objection(`${nameOf(target.entry)} is part of ${nameOf(entry)}: choose a product that is not.`);
  }
  if (entry.nestedIn !== undefined) {
    const objection = intoBracesOf({ text, entry }, target, []);
    return objection ?? asked;
  }
  const { parent } = entry;
  text.edits.push(
    parent
      ? { from: source.from(parent.range), to: source.to(parent.range), text: [target.entry.key] }
      : asEdit(sayParent(source, entry, target.entry.key)),
  );
  return asked;
}

/** Moves a product that says `in KEY` into the braces of that product. */
export function intoParent(place: Place, parent: Place): Asked | Objection {
  return intoBracesOf(place, parent, unsayParent(place.text.source, place.entry)) ?? {};
}

function intoBracesOf({ text, entry }: Place, target: Place, changes: readonly Change[]): Objection | undefined {
  const { source } = text;
  const block = blockOf(source, entry);
  const inside = target.text.record.entries.filter(
    other => other !== target.entry && covers(target.entry.extent, other.extent),
  );
  const indent = indentWithin(target.text.source, target.entry, inside);
  const put = intoBraces(target.text.source, target.entry, textOf(source, block, changes, indent));
  if (!put) return new Objection(`The braces of ${nameOf(target.entry)} are not closed: close them first.`);
  text.edits.push(takeOut(source, block, around(text, entry)));
  target.text.edits.push(...put);
  return undefined;
}

/** Moves a product out of the braces around it, behind the outermost declaration, and has it say `in KEY`. */
export function outOfBraces({ text, entry }: Place): Asked | Objection {
  const { source, record } = text;
  const outermost = record.entries.find(other => other !== entry && covers(other.extent, entry.extent));
  if (!entry.nestedIn || !outermost) return new Objection(`${nameOf(entry)} stands in no braces.`);
  const block = blockOf(source, entry);
  const put = behindEntry(source, outermost, textOf(source, block, [sayParent(source, entry, entry.nestedIn)], ''));
  text.edits.push(takeOut(source, block, around(text, entry)), ...put);
  return {};
}

/** Takes a product out of its text, for another file: a nested one says `in KEY` there. Returns its text. */
function takenAway({ text, entry }: Place): string {
  const { source } = text;
  const block = blockOf(source, entry);
  const changes = entry.nestedIn ? [sayParent(source, entry, entry.nestedIn)] : [];
  text.edits.push(takeOut(source, block, around(text, entry)));
  return textOf(source, block, changes, '');
}

/** Moves a product to the end of another file. */
export function toFile(place: Place, target: Text): Asked {
  target.edits.push(...atEnd(target.source, takenAway(place)));
  return {};
}

/** Moves a product to a file of its own. Returns that file's text. */
export function toNewFile(place: Place): string {
  const { eol } = place.text.source;
  return `${takenAway(place)}\n`.replaceAll('\n', eol);
}

/** The product in whose braces another stands. */
function around({ record }: Text, entry: Entry): Entry | undefined {
  return record.entries.findLast(other => other !== entry && covers(other.extent, entry.extent));
}

const asEdit = ({ from, to, text }: Change) => ({ from, to, text: [text] });
