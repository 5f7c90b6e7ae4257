import type { Entry } from '../../../server/src/model/record.ts';

/** One entry as a flat sheet of paper: what it states, without the places where it states it. */
export interface Sheet {
  kind?: string;
  name?: string;
  /** `in PARENT`, or the product in whose braces it stands. */
  parent?: string;
  described?: true;
  [attribute: string]: unknown;
}

/** What an entry states. An attribute gives the list of its values, `none`, or `true` where it is stated without a value. */
export function sheetOf(entry: Entry, except: readonly string[] = []): Sheet {
  const sheet: Sheet = {};
  if (entry.kind) sheet.kind = entry.kind.text;
  if (entry.name) sheet.name = entry.name.text;
  const parent = entry.parent?.text ?? entry.nestedIn;
  if (parent !== undefined) sheet.parent = parent;
  if (entry.description) sheet.described = true;
  for (const { property, values, none, clause } of entry.attributes) {
    if (except.includes(property)) continue;
    sheet[property] = none ? 'none' : values.length === 0 || values.map(value => value.text);
    if (clause) sheet[`${property} …`] = clause.text;
  }
  return sheet;
}

/** The sheet without what is empty: an empty list or text, `null`, `false`. */
export function filled(sheet: Record<string, unknown>): Sheet {
  return Object.fromEntries(
    Object.entries(sheet).filter(([, value]) => value && (!Array.isArray(value) || value.length > 0)),
  );
}

/** Every `FROM → TO` that a relation has, stated at either end; names of undeclared products in quotes. */
export function linksIn(entries: readonly Entry[], forward: string, backward: string): Set<string> {
  const links = new Set<string>();
  for (const entry of entries) {
    for (const { property, values } of entry.attributes) {
      for (const { form, text } of values) {
        const other = form === 'text' ? `"${text}"` : text;
        if (property === forward) links.add(`${entry.key} → ${other}`);
        if (property === backward) links.add(`${other} → ${entry.key}`);
      }
    }
  }
  return links;
}
