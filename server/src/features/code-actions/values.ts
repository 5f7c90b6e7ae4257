/** Fixes of values of the wrong type. */
import { nearestOf } from '../../model/near.ts';
import { propertyOf } from '../../model/properties.ts';
import type { Attribute } from '../../model/record.ts';
import { isCode, isUrl } from '../../model/shapes.ts';
import { put, take, takeClause, takeValue } from './changes.ts';
import { mendedDate } from './dates.ts';
import { covers, type Fixer, sameStart, spotAt, wordsOf } from './fix.ts';
import { nameInQuotes } from './keys-from-names.ts';

/** Puts a value of the right type in its place, where it is plain which one is meant. */
export const mendValue: Fixer = {
  id: 'mend',
  does: 'Mends the value: a date, an address, a code, a text in quotes, bounds that are the wrong way around.',
  *fixes({ at, data }, scene) {
    const { document, record, source, today } = scene;
    const { entry, attribute, value = attribute?.clause } = spotAt(record, at);
    const text = source.text.slice(source.from(at), source.to(at));
    const bounds = /^\[(\d+)\.\.(\d+)\]$/.exec(text);
    if (bounds) {
      const [, least, most] = bounds;
      yield {
        title: `Write [${most}..${least}]`,
        preferred: true,
        changes: () => [put(document, at, [`[${most}..${least}]`])],
      };
      return;
    }
    if (data?.replace || !entry || !attribute || !value || !sameStart(value.range, at)) return;
    const field = scene.graph.kind(entry.kind?.text ?? '')?.fields.get(attribute.property)?.field;
    const type =
      value === attribute.clause
        ? propertyOf(attribute.property)?.clause?.value
        : propertyOf(attribute.property)?.value;
    const mended = mend(type ?? field?.type.text ?? '', value.text);
    if (mended !== undefined && mended !== text) {
      yield { title: `Write ${mended}`, preferred: true, changes: () => [put(document, at, [mended])] };
    } else if ((type ?? field?.type.text) === 'date') {
      yield { title: `Write today’s date, ${today}`, changes: () => [put(document, at, [{ gap: today }])] };
    }
  },
};

function mend(type: string, text: string): string | undefined {
  const without = text.replace(/[-.]+$/, '');
  switch (type) {
    case 'date':
      return mendedDate(text);
    case 'url': {
      const address = `https://${text.replace(/^\/\//, '')}`;
      return isUrl(address) && /^[^/]*\.[^/]*[a-z]/.test(text) ? address : undefined;
    }
    case 'code':
      return without !== text && isCode(without) ? without : undefined;
    case 'block':
      return `"""${text}"""`;
    case 'number':
      return /^[\d,_ ]+$/.test(text) ? text.replace(/[,_ ]/g, '') : undefined;
    default:
      return undefined;
  }
}

/** Takes one of the values that a field lets one choose from. */
export const chooseValue: Fixer = {
  id: 'choose',
  does: 'Puts one of the values that the field takes in its place: near ones, else each.',
  *fixes({ at }, { document, record, graph }) {
    const { entry, attribute, value } = spotAt(record, at);
    if (!entry || !attribute || !value) return;
    const field = graph.kind(entry.kind?.text ?? '')?.fields.get(attribute.property)?.field;
    const words = field?.choices.map(({ text }) => text) ?? [];
    if (words.includes(value.text)) return;
    const near = nearestOf(value.text, words);
    for (const word of near.length > 0 ? near : words.slice(0, 5)) {
      const text = /^[\w./-]+$/.test(word) ? word : nameInQuotes(word);
      yield {
        title: `Change \`${value.text}\` to \`${word}\``,
        ...(near.length === 1 && { preferred: true as const }),
        changes: () => [put(document, at, [text])],
      };
    }
  },
};

/** What is demanded, when that is spelled wrongly. */
export const mendDemand: Fixer = {
  id: 'mend demand',
  does: 'Puts a property in place that is spelled nearly so, or takes out kinds that mean nothing.',
  leaves: 'what products of the kind then lack',
  *fixes({ at, data }, { document, record }) {
    const { entry } = spotAt(record, at);
    const demand = entry?.demands?.find(({ extent }) => covers(extent, at));
    if (!demand) return;
    for (const word of wordsOf(data?.near)) {
      yield {
        title: `Change \`${demand.property}\` to \`${word}\``,
        preferred: true,
        changes: () => [put(document, at, [word])],
      };
    }
    const [first] = demand.targets;
    const last = demand.targets.at(-1);
    if (!first || !last || !sameStart(first.range, at)) return;
    yield {
      title: `Take ${demand.targets.map(({ text }) => text).join(' | ')} out`,
      preferred: true,
      changes: () => [
        {
          document,
          do: 'edit',
          edits: source => {
            const from = source.text.slice(0, source.from(first.range)).trimEnd().length;
            return [{ from, to: source.to(last.range), text: [] }];
          },
        },
      ],
    };
  },
};

/** Takes the values out that do not fit. */
export const removeValue: Fixer = {
  id: 'remove',
  does: 'Takes the value out; where there are more than fit, those that are too many.',
  leaves: 'what the entry lacks without it',
  *fixes({ at, data }, { document, record, graph, source }) {
    const { entry, attribute } = spotAt(record, at);
    if (!entry) return;
    const demand = entry.demands?.find(({ extent }) => covers(extent, at));
    if (demand && data) {
      yield { title: 'Take this demand out', changes: () => [take(document, demand.extent, entry)] };
      return;
    }
    if (!attribute) {
      // `in "Name"`: what follows is no key, and so no parent.
      const word = source.text.slice(source.from(at), source.to(at));
      if (!demand && sameStart(at, entry.range) === false && !word.startsWith('[')) {
        yield { title: `Take ${word} out of the heading`, changes: () => [takeClause(document, at)] };
      }
      return;
    }
    const { values, property, clause } = attribute;
    if (clause && sameStart(clause.range, at)) {
      yield { title: `Take ${clause.text} out`, changes: () => [takeClause(document, clause.range)] };
      return;
    }
    const index = values.findIndex(({ range }) => sameStart(range, at));
    const most = mostOf(attribute, graph.kind(entry.kind?.text ?? '')?.fields.get(property)?.field.most);
    const surplus = most !== undefined && values.length > most;
    const taken = surplus ? values.slice(most) : index < 0 ? values : [values[index]];
    if (data?.replace) return;
    if (taken.length === values.length) {
      yield { title: `Take \`${property}\` out`, changes: () => [take(document, attribute.extent, entry)] };
    } else {
      yield {
        title: `Take ${taken.map(({ text }) => text).join(', ')} out of \`${property}\``,
        ...(surplus && { preferred: true as const }),
        changes: () => taken.map(value => takeValue(entry, attribute, value)),
      };
    }
  },
};

/** How many values an attribute takes, where that is bounded. */
function mostOf({ property }: Attribute, field: number | null | undefined): number | undefined {
  if (propertyOf(property)) return propertyOf(property)!.single ? 1 : undefined;
  return field ?? undefined;
}
