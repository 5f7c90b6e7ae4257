/** What the language's tests share: a text as its record, and its problems as marks. */
import { readDocument } from '../../../server/src/language/index.ts';
import type { Attribute, DocumentRecord, Entry } from '../../../server/src/model/record.ts';
import { expectMarks, readMarks } from '../helpers/marks.ts';

/** The record of a text. */
export function read(text: string): DocumentRecord {
  return readDocument('file:///test.ptree', text);
}

/** The only entry of a text. */
export function only(text: string): Entry {
  const { entries } = read(text);
  if (entries.length !== 1) throw new Error(`${entries.length} entries: ${entries.map(({ key }) => key)}`);
  return entries[0];
}

/** An attribute as one line: `uses PACS (stores images), HIS`, `reviewed 2020-04 | KTLim`. */
export function shown({ property, values, none, clause }: Attribute): string {
  const list = values.map(({ text, note }) => (note ? `${text} (${note.text})` : text)).join(', ');
  return [property, none ? 'none' : list, clause && `| ${clause.text}`].filter(Boolean).join(' ');
}

/** The attributes of a text's first entry, as lines. */
export function attributesOf(text: string): string[] {
  return read(text).entries[0].attributes.map(shown);
}

/** Entries with their containers, as lines: `POPSRV in PRSRV`. */
export function tree(text: string): string[] {
  return read(text).entries.map(({ key, parent, nestedIn }) => {
    return [key, parent && `in ${parent.text}`, nestedIn && `nested in ${nestedIn}`].filter(Boolean).join(' ');
  });
}

/** Asserts that a text has exactly the problems that its marks say, and answers the text without its marks. */
export function expectProblems(marked: string): string {
  expectMarks(marked, files =>
    [...files].flatMap(([file, text]) =>
      read(text).problems.map(({ rule, message, range }) => ({ file, rule, message, range })),
    ),
  );
  return [...readMarks(marked).files.values()].join('');
}
