/** What stands in a kind's braces: demands and fields. */
import { listed } from '../../model/names.ts';
import type { Demand, Entry, Field, Severity, Text } from '../../model/record.ts';
import type { Bounds, Demand as DemandNode, FieldDeclaration } from '../generated/ast.ts';
import { checkPlainKey } from './heading.ts';
import type { Problems } from './problems.ts';
import { extentOf, type Item, itemsOf, wordRange } from './source.ts';
import { unquote } from './text.ts';
import { readList, reportStrays } from './values.ts';

/** Reads `consistent hosts [1..*] enclave "A facility hosts enclaves."` into its kind. */
export function readDemand(node: DemandNode, kind: Entry, problems: Problems): void {
  const word = wordRange(node);
  const at = node.severity ? 2 : 1;
  const range = node.property ? wordRange(node, at) : word;
  const items = itemsOf(node, at + (node.property ? 1 : 0));
  const message = items.at(-1)?.form === 'text' ? unquote(items.pop()!.image) : undefined;
  const demand: Demand = {
    level: node.word as Demand['level'],
    ...(node.severity && { severity: node.severity as Severity }),
    property: node.property?.replace(/\s+/g, ' ') ?? '',
    range,
    extent: extentOf(node),
    ...readBounds(node.bounds, { least: 1, most: null }, kind, problems),
    targets: readTargets(items, kind, problems),
    ...(message !== undefined && { message }),
  };
  if (!node.property) {
    const advice = 'write an attribute, `contains` or a field after it';
    problems.add('incomplete', `\`${node.word}\` does not say what it demands: ${advice}.`, word, kind);
  }
  kind.demands!.push(demand);
}

/** `software | cots` */
function readTargets(items: readonly Item[], kind: Entry, problems: Problems): Text[] {
  const targets: Text[] = [];
  let separated = true;
  for (const { form, image, range } of items) {
    if (image === '|' && !separated) separated = true;
    else if (form === 'word' && separated) {
      targets.push({ text: image, range });
      separated = false;
    } else {
      const advice = form === 'word' || image === ',' ? 'Put | between kinds.' : 'Remove it.';
      problems.add('syntax', `\`${image}\` does not belong here. ${advice}`, range, kind);
      separated ||= image === ',';
    }
  }
  return targets;
}

/** Reads `field tier one of gold, silver "What support it gets"` into its kind. */
export function readFieldDeclaration(node: FieldDeclaration, kind: Entry, problems: Problems): void {
  const word = wordRange(node);
  if (!node.property) {
    const advice = 'write a name and what it takes after it, as in `field tier one of gold, silver`';
    problems.add('incomplete', `This field lacks its name: ${advice}.`, word, kind);
    return;
  }
  const name = { text: node.property, range: wordRange(node, 1) };
  checkPlainKey('field', name, kind, problems);
  const first = kind.fields!.find(field => field.name === name.text);
  if (first) {
    problems.add('repeated-attribute', `The field \`${name.text}\` is declared twice: remove one.`, name.range, kind, {
      related: [{ range: first.range, message: `\`${name.text}\` is declared here first.` }],
    });
  }
  const items = itemsOf(node, 2);
  const choices = node.clause && itemsOf(node.clause);
  const list = choices ?? items;
  const label = list.at(-1)?.form === 'text' ? unquote(list.pop()!.image) : undefined;
  const type = choices ? { text: 'choice', range: wordRange(node.clause!) } : readType(items, name, kind, problems);
  if (choices) reportStrays(items, kind, problems);
  const field: Field = {
    name: name.text,
    range: name.range,
    extent: extentOf(node),
    ...readBounds(node.bounds, { least: 0, most: 1 }, kind, problems),
    type,
    choices: choices ? readChoices(choices, type, kind, problems) : [],
    ...(label !== undefined && { label }),
  };
  kind.fields!.push(field);
}

const TYPES = ['text', 'number', 'date', 'url', 'person', 'team', 'document'];

function readType(items: Item[], name: Text, kind: Entry, problems: Problems): Text {
  const [type, ...strays] = items;
  reportStrays(strays, kind, problems);
  if (type?.form === 'word') return { text: type.image, range: type.range };
  if (type) reportStrays([type], kind, problems);
  else {
    const advice = `write \`one of\` and its values, ${listed(TYPES, 'or')}, or a kind`;
    problems.add('incomplete', `The field \`${name.text}\` does not say what it takes: ${advice}.`, name.range, kind);
  }
  return { text: 'text', range: name.range };
}

function readChoices(items: Item[], type: Text, kind: Entry, problems: Problems): Text[] {
  const values = readList(items, { notes: false, single: false }, kind, problems);
  if (items.length === 0)
    problems.add(
      'incomplete',
      '`one of` lacks its values: write them after it, with commas between them.',
      type.range,
      kind,
    );
  return values.map(({ text, range }) => ({ text, range }));
}

type Range = { least: number; most: number | null };

/** `[1]`, `[1..3]`, `[1..*]`; `otherwise` where there are none or they make no sense. */
function readBounds(bounds: Bounds | undefined, otherwise: Range, kind: Entry, problems: Problems): Range {
  if (!bounds) return otherwise;
  const least = Number(bounds.least);
  const most = bounds.to === undefined ? least : bounds.most === '*' ? null : Number(bounds.most);
  if (bounds.closed && Number.isInteger(least) && (most === null || (Number.isInteger(most) && most >= least))) {
    return { least, most };
  }
  const message =
    'This does not say how many: write [1], [1..3] or [1..*]; first the fewest, then the most, with * for any number.';
  problems.add(bounds.closed ? 'field-value' : 'syntax', message, extentOf(bounds), kind);
  return otherwise;
}
