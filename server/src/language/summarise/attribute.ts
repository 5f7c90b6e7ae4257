/** Attribute statements, held against the table of the language's attributes. */
import { type Property, propertyOf, type ValueType } from '../../model/properties.ts';
import type { Attribute, Entry, Value } from '../../model/record.ts';
import { isCode, isDate, isEmail, isUrl } from '../../model/shapes.ts';
import type { Clause, Headed } from '../generated/ast.ts';
import { labelOf, type Problems } from './problems.ts';
import { extentOf, type Item, itemsOf, span, wordOf, wordRange } from './source.ts';
import { readList, reportStrays, toValue } from './values.ts';

/** What to write for a value of a type. */
const EXPECTED: Readonly<Record<ValueType, string>> = {
  text: 'a text in quotes',
  code: 'a code such as 1.02C.08, without quotes',
  date: 'a date such as 2020, 2020-04 or 2020-04-17',
  url: 'a web address such as https://example.org',
  email: 'an e-mail address in quotes',
  block: 'a text between """',
  rule: 'the id of a rule and a reason in quotes',
  party: 'the key of a person or a team',
  person: 'the key of a person',
  team: 'the key of a team',
  product: 'the key of a product',
  document: 'the key of a document',
  requirement: 'the key of a requirement',
  repository: 'the key of a repository',
};

/** Reads an attribute of the language, or a field that a kind may declare, and adds it to its entry. */
export function readAttribute(statement: Headed, entry: Entry, problems: Problems): void {
  const word = wordOf(statement);
  const property = propertyOf(word);
  const range = wordRange(statement);
  const items = itemsOf(statement);
  const last = statement.clause ? extentOf(statement.clause) : (items.at(-1)?.range ?? range);
  // The table's own string: each document would keep its copies of the same words otherwise.
  const name = property?.word ?? word;
  const attribute: Attribute = { property: name, range, extent: span(range, last), values: [] };
  if (property) readProperty(property, attribute, items, statement, entry, problems);
  else {
    const prose = proseIn(items);
    if (prose) {
      reportStrays([prose], entry, problems);
      return;
    }
    readField(attribute, items, entry, problems);
  }
  reportRepetition(attribute, property, entry, problems);
  entry.attributes.push(attribute);
}

/** Two words in a row after the first: somebody's sentence, not a field and its values. The second one is what does not belong. */
function proseIn(items: readonly Item[]): Item | undefined {
  return items.find((item, i) => i > 0 && item.form === 'word' && items[i - 1].form === 'word');
}

function readField(attribute: Attribute, items: Item[], entry: Entry, problems: Problems): void {
  const values = readList(items, { notes: false, single: false }, entry, problems);
  if (values.length === 1 && values[0].form === 'word' && values[0].text === 'none') attribute.none = true;
  else attribute.values = values;
  if (items.length > 0) return;
  const advice = 'write a value after it if it is a field, or a key and a name in quotes if it is a kind';
  problems.add('incomplete', `\`${attribute.property}\` alone says nothing: ${advice}.`, attribute.range, entry);
}

function readProperty(
  property: Property,
  attribute: Attribute,
  items: Item[],
  { clause }: Headed,
  entry: Entry,
  problems: Problems,
): void {
  const unquoted = isQuoted(property.value) ? unquotedText(items) : undefined;
  if (unquoted) {
    attribute.values = [unquoted];
    const advice = `Write ${property.value === 'email' ? 'the address' : 'the text'} in quotes: "${unquoted.text}".`;
    problems.add('field-value', advice, unquoted.range, entry, { data: { replace: `"${unquoted.text}"` } });
  } else readValues(property, attribute, items, entry, problems);
  if (clause) readClause(property.clause!.value, attribute, clause, entry, problems);
}

function readValues(property: Property, attribute: Attribute, items: Item[], entry: Entry, problems: Problems): void {
  const values = readList(items, shapeOf(property), entry, problems);
  const isNone = ({ form, text }: Value): boolean => property.none === true && form === 'word' && text === 'none';
  const none = values.find(isNone);
  attribute.values = none ? values.filter(value => !isNone(value)) : values;
  if (none && values.length === 1) attribute.none = true;
  else if (none) {
    problems.add(
      'field-value',
      '`none` states that there are no values: take it out, or the others.',
      none.range,
      entry,
    );
  }
  if (values.length === 0 && !property.optional) reportMissing(property, attribute, items, entry, problems);
  for (const value of attribute.values) {
    if (property.value === 'rule') checkWaiver(value, entry, problems);
    else checkValue(property.value, value, items, entry, problems);
  }
  if (property.single && values.length > 1) {
    const surplus = span(values[1].range, values.at(-1)!.range);
    problems.add('field-value', `\`${property.word}\` takes one value: remove the others.`, surplus, entry);
  }
}

/** `by KTLim`, `until 2027-06`, `replaced by NEW` */
function readClause(type: ValueType, attribute: Attribute, clause: Clause, entry: Entry, problems: Problems): void {
  const [target, ...strays] = itemsOf(clause);
  if (!target) {
    const message = `\`${wordOf(clause)}\` stands alone: write ${EXPECTED[type]} after it.`;
    problems.add('incomplete', message, wordRange(clause), entry);
  } else if (target.form === 'sign') reportStrays([target], entry, problems);
  else {
    attribute.clause = toValue(target);
    checkValue(type, attribute.clause, [target], entry, problems);
  }
  reportStrays(strays, entry, problems);
}

const isQuoted = (type: ValueType): boolean => type === 'text' || type === 'email';
const shapeOf = ({ notes, single }: Property): { notes: boolean; single: boolean } => {
  return { notes: notes !== undefined, single: single === true };
};

/** A text whose author wrote no quotes at all, as one value. */
function unquotedText(items: readonly Item[]): Value | undefined {
  if (items.length === 0 || items[0].form === 'sign' || items.some(({ form }) => form === 'text' || form === 'block')) {
    return undefined;
  }
  let text = '';
  let end = items[0].range;
  for (const { image, range } of items) {
    if (range.line !== end.line) return undefined;
    text += (range.character > end.endCharacter ? ' ' : '') + image;
    end = range;
  }
  return { form: 'text', text, range: span(items[0].range, end) };
}

function reportMissing(
  { word, value, none }: Property,
  { range }: Attribute,
  items: Item[],
  entry: Entry,
  problems: Problems,
): void {
  if (items.some(item => item.form === 'sign')) return; // That sign is reported.
  const otherwise = none ? ', or `none` if there is none' : '';
  const message = `\`${word}\` lacks its value: write ${EXPECTED[value]} after it${otherwise}.`;
  problems.add('incomplete', message, range, entry);
}

/** A waiver names a rule and gives a reason. */
function checkWaiver(value: Value, entry: Entry, problems: Problems): void {
  if (value.form === 'text') {
    problems.add(
      'incomplete',
      "This waiver lacks its rule: write the rule's id before the reason.",
      value.range,
      entry,
    );
  } else if (value.form === 'word' && !value.note) {
    const message = `This waiver lacks its reason: write it in quotes after \`${value.text}\`.`;
    problems.add('incomplete', message, value.range, entry);
  } else checkValue('rule', value, [], entry, problems);
}

function checkValue(type: ValueType, value: Value, items: readonly Item[], entry: Entry, problems: Problems): void {
  const wrong = objectionTo(type, value, items);
  if (wrong) problems.add('field-value', `\`${value.text}\` ${wrong}: write ${EXPECTED[type]}.`, value.range, entry);
}

/** What is wrong with a value's form, if anything. Whether a key exists is not asked here. */
function objectionTo(type: ValueType, { form, text }: Value, items: readonly Item[]): string | undefined {
  switch (type) {
    case 'text':
      return undefined;
    case 'email':
      return isEmail(text) ? undefined : 'is no e-mail address';
    case 'block':
      return items.some(item => item.form === 'block') ? undefined : 'does not stand between triple quotes';
    case 'code':
      if (form === 'text' || form === 'url') return 'is no code';
      return isCode(text) ? undefined : 'is not finished';
    case 'date':
      return isDate(text) && form === 'number' ? undefined : 'is no date';
    case 'url':
      return isUrl(text) ? undefined : 'is no web address';
    case 'rule':
      return form === 'word' ? undefined : 'is no rule';
    default:
      return form === 'url' || form === 'number' ? 'is no key' : undefined;
  }
}

function reportRepetition(
  attribute: Attribute,
  property: Property | undefined,
  entry: Entry,
  problems: Problems,
): void {
  if (property?.repeatable || isEmpty(attribute)) return;
  const first = statedBefore(attribute.property, entry);
  if (!first) return;
  const message = `${labelOf(entry)} states \`${attribute.property}\` twice: put all its values into one statement.`;
  problems.add('repeated-attribute', message, attribute.range, entry, {
    related: [{ range: first.range, message: `\`${attribute.property}\` is stated here first.` }],
  });
}

function statedBefore(property: string, { attributes }: Entry): Attribute | undefined {
  for (const attribute of attributes) {
    if (attribute.property === property && !isEmpty(attribute)) return attribute;
  }
  return undefined;
}

/** Half a statement repeats nothing. `obsolete` needs no value. */
function isEmpty({ property, values, none, clause }: Attribute): boolean {
  return values.length === 0 && !none && !clause && property !== 'obsolete';
}
