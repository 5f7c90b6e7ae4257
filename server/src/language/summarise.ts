/** From the syntax tree to the record: what one document declares, as plain data, and what is wrong with its text. */
import { listed } from '../model/names.ts';
import { PROPERTIES, propertyOf } from '../model/properties.ts';
import type { DocumentRecord, Entry, EntryType } from '../model/record.ts';
import type { Body, Description, Headed, Loose, Named, Statement } from './generated/ast.ts';
import type { Parsed } from './parser.ts';
import { readAttribute } from './summarise/attribute.ts';
import { readHeading } from './summarise/heading.ts';
import { readDemand, readFieldDeclaration } from './summarise/kind.ts';
import { labelOf, Problems } from './summarise/problems.ts';
import { braceRange, extentOf, wordOf, wordRange } from './summarise/source.ts';
import { dedent, mentions } from './summarise/text.ts';

/** The record of a parsed document. */
export function summarise(document: string, { ast, problems: lexical, mended }: Parsed): DocumentRecord {
  const entries: Entry[] = [];
  const problems = new Problems(lexical);
  readAll(ast.statements, undefined);
  problems.markUnfinished(entries);
  return { document, entries, problems: problems.all(entries), mended };

  /** Reads statements that stand at top level or in the braces of an entry. */
  function readAll(statements: readonly Statement[], within: Entry | undefined): void {
    for (const [i, statement] of statements.entries()) {
      if (within && isListLine(statement)) readListLine(statement, statements[i - 1], within);
      else read(statement, within);
    }
  }

  /** A line of a list that is not indented deeper than its attribute. An attribute that lacks its value has said enough. */
  function readListLine(statement: Statement, before: Statement | undefined, within: Entry): void {
    if (before?.$type === 'Attribute' && lacksValue(before)) return;
    if (statement.$type !== 'Named' || statement.items.length === 0) {
      read(statement, within);
      return;
    }
    const message = `\`${statement.word}\` begins no statement. If it goes on with the list above, indent it deeper.`;
    problems.add('syntax', message, wordRange(statement), within);
  }

  function read(statement: Statement, within: Entry | undefined): void {
    switch (statement.$type) {
      case 'Registered':
      case 'Kind': {
        if (within) misplacedDeclaration(statement, within);
        declare(statement.$type === 'Kind' ? 'kind' : (statement.word as EntryType), statement, undefined);
        break;
      }
      case 'Named': {
        if (isProduct(statement, within !== undefined)) declare('product', statement, within);
        else readAsAttribute(statement, within);
        break;
      }
      case 'Attribute':
        readAsAttribute(statement, within);
        break;
      case 'Demand':
      case 'FieldDeclaration': {
        if (within?.type !== 'kind') misplaced(statement, 'belongs inside the braces of a kind: move it there', within);
        else if (statement.$type === 'Demand') readDemand(statement, within, problems);
        else readFieldDeclaration(statement, within, problems);
        readForeignBody(statement, within);
        break;
      }
      case 'Description':
        readDescription(statement, within);
        break;
      case 'Loose':
        readLoose(statement, within);
    }
  }

  /** A declaration and all that its braces hold. */
  function declare(type: EntryType, statement: Headed, container: Entry | undefined): void {
    const range = wordRange(statement);
    const entry: Entry = { type, document, key: '', range, extent: extentOf(statement), attributes: [] };
    if (type === 'product') entry.kind = { text: statement.word, range };
    if (container?.type === 'product') entry.nestedIn = container.key;
    if (type === 'kind') {
      if (statement.word !== 'kind') entry.extension = true;
      entry.demands = [];
      entry.fields = [];
    }
    if (container && container.type !== 'product') misplacedDeclaration(statement, container);
    if (readHeading(statement, entry, problems)) entries.push(entry);
    if (statement.body) readAll(statement.body.statements, entry);
  }

  function readAsAttribute(statement: Headed, within: Entry | undefined): void {
    const word = wordOf(statement);
    const property = propertyOf(word);
    if (!within)
      misplaced(statement, `belongs inside the braces of ${listed(ownersOf(word), 'or')}: move it there`, within);
    else if (property ? property.on.includes(within.type) : within.type === 'product') {
      readAttribute(statement, within, problems);
    } else if (property) {
      misplaced(
        statement,
        `has no meaning in a ${within.type}: only ${listed(ownersOf(word), 'or')} has it. Take it out`,
        within,
      );
    } else
      misplaced(
        statement,
        `has no meaning here: take it out. A ${within.type} may have ${mayHave(within.type)}`,
        within,
      );
    readForeignBody(statement, within);
  }

  /** Braces after a statement that has none: what stands in them belongs to the entry around them. */
  function readForeignBody({ body }: { body?: Body }, within: Entry | undefined): void {
    if (!body) return;
    const brace = braceRange(body);
    if (brace)
      problems.add(
        'syntax',
        'This { does not belong here: take it and its } out. Only declarations have braces.',
        brace,
        within,
      );
    readAll(body.statements, within);
  }

  function readDescription(statement: Description, within: Entry | undefined): void {
    const range = wordRange(statement);
    if (!within) {
      problems.add('misplaced', 'A description belongs inside the braces of what it describes: move it there.', range);
    } else if (within.description) {
      problems.add('repeated-attribute', `${labelOf(within)} has two descriptions: make them one.`, range, within, {
        related: [{ range: within.description.range, message: 'The first description is here.' }],
      });
    } else {
      within.description = { text: dedent(statement.text), range, mentions: mentions(statement.text, range) };
    }
    readForeignBody(statement, within);
  }

  function readLoose(statement: Loose, within: Entry | undefined): void {
    if (statement.text === undefined) {
      readForeignBody(statement, within);
      return;
    }
    const message = `\`${shortened(statement.text)}\` does not belong here: remove it, or begin the line with a word that says what it is.`;
    problems.add('syntax', message, wordRange(statement), within);
    readForeignBody(statement, within);
  }

  function misplaced(statement: Headed, where: string, within: Entry | undefined): void {
    problems.add('misplaced', `\`${wordOf(statement)}\` ${where}.`, wordRange(statement), within);
  }

  function misplacedDeclaration(statement: Headed, within: Entry): void {
    const inside = `inside the braces of ${labelOf(within)}`;
    misplaced(statement, `declares something of its own and cannot stand ${inside}: move it out`, within);
  }
}

function lacksValue(attribute: Headed): boolean {
  return attribute.items.length === 0 && !propertyOf(wordOf(attribute))?.optional;
}

/** A word alone, a word with a comma after it, or what begins no statement at all. */
function isListLine(statement: Statement): boolean {
  if (statement.body) return false;
  if (statement.$type === 'Loose') return true;
  return statement.$type === 'Named' && !statement.clause && (statement.items[0] ?? ',') === ',';
}

/**
 * Whether a statement that begins with a word of the author's declares a product: `KIND KEY "Name"`, or anything with a parent or a
 * body, or at top level; `nested` in braces and without these, a word and its values are a field.
 */
export function isProduct(statement: Named, nested: boolean): boolean {
  if (!nested || statement.body || statement.clause) return true;
  const [key, name] = statement.items;
  const isName = name?.includes('"') && !name.startsWith('"""');
  return isName === true && !/["|,]/.test(key) && !statement.items.includes(',');
}

/** The types of entries that may say this attribute, with their article. */
function ownersOf(word: string): string[] {
  return (propertyOf(word)?.on ?? (['product'] as const)).map(type => `a ${type}`);
}

function mayHave(type: EntryType): string {
  const words = PROPERTIES.filter(({ on }) => on.includes(type)).map(({ word }) => `\`${word}\``);
  const more = type === 'kind' ? ['`consistent`', '`complete`', '`field`'] : [];
  return listed([...words, ...more, 'a description']);
}

function shortened(text: string): string {
  const [line] = text.split('\n');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
