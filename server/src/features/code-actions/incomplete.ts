/** Fixes of statements that lack something. */
import { propertyOf } from '../../model/properties.ts';
import type { Entry, EntryType } from '../../model/record.ts';
import { ruleOf } from '../../rules/table.ts';
import { offersFor } from './candidates.ts';
import { addValue, append, type Change, put, take } from './changes.ts';
import { nextYear } from './dates.ts';
import { covers, type Fix, type Fixer, type Scene, sameStart, spotAt } from './fix.ts';
import { keyFrom, nameInQuotes } from './keys-from-names.ts';
import { statementAt } from './statement-text.ts';
import type { Template } from './template.ts';

/** Writes the key or the name that a declaration lacks, to be filled in. */
export const writeHeading: Fixer = {
  id: 'key and name',
  does: 'Writes the key, made from the name, or a name in quotes, made from the key.',
  leaves: 'a key and a name that are to be filled in may lack what every product needs',
  *fixes({ at, data }, scene) {
    const { document, record, source, graph } = scene;
    const entry = record.entries.find(({ range }) => sameStart(range, at));
    if (entry?.type === 'product' && entry.key && !entry.name) {
      const name: Template = [' ', { gap: nameInQuotes(entry.key) }];
      yield insertion(`Write a name for ${entry.key}`, [append(document, entry.range, name)]);
    } else if (entry && !entry.key && entry.name) {
      const key = keyFrom(graph, entry.type, entry.name.text);
      yield insertion(`Write the key ${key} for "${entry.name.text}"`, [
        append(document, entry.range, [' ', { gap: key }]),
      ]);
    } else if (data?.key) {
      // A half-typed product that reads like a field.
      const { attribute } = spotAt(record, at);
      const [value] = attribute?.values ?? [];
      if (attribute?.values.length !== 1 || value.form !== 'word') return;
      const name: Template = [' ', { gap: nameInQuotes(value.text) }];
      yield insertion(`Write a name for the ${attribute.property} ${value.text}`, [
        append(document, value.range, name),
      ]);
    } else {
      const statement = statementAt(source, at);
      if (!statement || statement.items > 0 || statement.clauseAt) return;
      const type = typeOf(scene, statement.word);
      if (type === undefined) return;
      const around = spotAt(record, at).entry;
      if (around && around.type !== 'product' && !entry) return;
      const name: Template = type === 'kind' ? [] : [' ', { gap: '"Name"' }];
      yield insertion(`Write a key${type === 'kind' ? '' : ' and a name'} for this ${statement.word}`, [
        append(document, at, [' ', { gap: keyFrom(graph, type, 'New') }, ...name]),
      ]);
    }
  },
};

/** What a word declares. */
function typeOf({ graph }: Scene, word: string): EntryType | undefined {
  if (word === 'kind') return 'kind';
  if (['person', 'team', 'document', 'requirement', 'repository', 'term'].includes(word)) {
    return propertyOf(word) ? undefined : (word as EntryType);
  }
  return graph.entry('kind', word) ? 'product' : undefined;
}

function insertion(title: string, changes: Change[]): Fix {
  return { title, preferred: true, changes: () => changes };
}

/** Writes the value that an attribute, a field, a connector or a waiver lacks. */
export const writeValue: Fixer = {
  id: 'value',
  does: 'Writes the value, with a choice of those that fit; the reason of a waiver; a date behind `until`.',
  leaves: 'KEY where nothing that fits is declared yet',
  *fixes({ at }, scene) {
    const { document, record, source, today } = scene;
    const { entry, attribute, value } = spotAt(record, at);
    const statement = statementAt(source, at);
    if (entry && attribute && statement?.clauseAt) {
      if (statement.word === 'until') {
        const gap = nextYear(today);
        yield insertion(`Write \`until ${gap}\``, [append(document, at, [' ', { gap }])]);
      } else {
        const word = statement.word === 'by' ? 'reviewed by' : statement.word;
        for (const { value, says } of clauseOffers(scene, entry, word)) {
          yield {
            title: `Write \`${statement.word}\`: ${says}`,
            changes: () => [append(document, at, [' ', ...value])],
          };
        }
      }
    } else if (entry && attribute?.property === 'waive' && value?.form === 'text') {
      const rule = { gap: firing(scene, entry) ?? 'RULE' };
      yield {
        title: `Write the rule that is waived: ${rule.gap}, or another`,
        changes: () => [put(document, { ...at, endLine: at.line, endCharacter: at.character }, [rule, ' '])],
      };
    } else if (entry && attribute?.property === 'waive' && value && !value.note) {
      yield insertion(`Write a reason for waiving ${value.text}`, [
        append(document, value.range, [' "', { gap: 'reason' }, '"']),
      ]);
    } else if (entry && attribute && attribute.values.length === 0 && sameStart(attribute.range, at)) {
      const { property: word } = attribute;
      if (word === 'waive') {
        yield {
          title: 'Write a rule and a reason',
          changes: () => [
            append(document, at, [' ', { gap: firing(scene, entry) ?? 'RULE' }, ' "', { gap: 'reason' }, '"']),
          ],
        };
        return;
      }
      for (const { value, says } of offersFor(scene, entry, word, [])) {
        yield { title: `Write \`${word}\`: ${says}`, changes: () => [addValue(entry, attribute, value)] };
      }
      if (propertyOf(word)?.none && !isDemanded(scene, entry, word)) {
        yield { title: `Write \`${word} none\`: there are none`, changes: () => [append(document, at, [' none'])] };
      }
    }
  },
};

/** Whether the kind of a product demands a value. */
function isDemanded({ graph }: Scene, entry: Entry, word: string): boolean {
  const demands = graph.kind(entry.kind?.text ?? '')?.demands ?? [];
  return demands.some(({ demand }) => demand.property === word && demand.least > 0);
}

/** A rule that is not met at an entry. */
function firing({ project, document }: Scene, entry: Entry): string | undefined {
  return project.engine
    .findingsIn(document)
    .find(({ rule, subject, waived }) => !waived && subject?.key === entry.key && !ruleOf(rule)?.fixed)?.rule;
}

/** People for `by`, products for `replaced by`. */
function clauseOffers(scene: Scene, entry: Entry, word: string) {
  const as = word === 'reviewed by' ? 'lead' : 'uses';
  return offersFor({ ...scene }, { ...entry, attributes: [] }, as, []);
}

/** Completes what a kind says: a demand, a field. */
export const completeKind: Fixer = {
  id: 'complete kind',
  does: 'Completes a demand or a field of a kind, to be filled in.',
  leaves: 'what products of the kind then lack',
  *fixes({ at, message }, { document, record, source }) {
    const { entry } = spotAt(record, at);
    if (entry?.type !== 'kind') return;
    const field = entry.fields?.find(({ extent }) => covers(extent, at));
    const demand = entry.demands?.find(({ extent }) => covers(extent, at));
    if (demand && demand.property === '') {
      const bounded = /^[ \t]*\[/.test(source.text.slice(source.to(at)));
      yield insertion('Write what it demands', [
        append(document, at, [' ', { gap: 'owner' }, bounded ? '' : ' [1..*]']),
      ]);
    } else if (field && message.startsWith('`one of`')) {
      yield insertion('Write values to choose from', [
        append(document, at, [' ', { gap: 'first' }, ', ', { gap: 'second' }]),
      ]);
    } else if (field) {
      const choices = ['text', 'number', 'date', 'url', 'person', 'team', 'document'];
      yield insertion(`Say what the field \`${field.name}\` takes`, [
        append(document, at, [' ', { gap: 'text', choices }]),
      ]);
    } else if (statementAt(source, at)?.word === 'field') {
      yield insertion('Write the name of the field and what it takes', [
        append(document, at, [' ', { gap: 'name' }, ' ', { gap: 'text' }]),
      ]);
    }
  },
};

/** Takes the unfinished statement, or its connector, out. */
export const removeIncomplete: Fixer = {
  id: 'remove',
  does: 'Takes the unfinished statement, or the connector that leads nowhere, out.',
  leaves: 'what the product lacks without it',
  *fixes({ at, data }, { document, record, source }) {
    const { entry, attribute } = spotAt(record, at);
    const statement = statementAt(source, at);
    const field = entry?.fields?.find(({ extent }) => covers(extent, at));
    if (statement?.clauseAt && !field) {
      const { from, to } = statement.clauseAt;
      yield {
        title: `Take \`${statement.word}\` out`,
        changes: () => [
          { document, do: 'edit', edits: () => [{ from: source.text.slice(0, from).trimEnd().length, to, text: [] }] },
        ],
      };
    } else if (attribute && (data?.key || sameStart(attribute.range, at) || attribute.property === 'waive')) {
      yield { title: `Take \`${attribute.property}\` out`, changes: () => [take(document, attribute.extent, entry)] };
    } else {
      const declared = record.entries.find(({ extent }) => sameStart(extent, at));
      if (declared && (declared.description || declared.attributes.length > 0)) return;
      const around = record.entries.findLast(({ extent }) => covers(extent, at) && !sameStart(extent, at));
      const inside = [...(around?.demands ?? []), ...(around?.fields ?? [])].find(({ extent }) => covers(extent, at));
      const extent = inside?.extent ?? declared?.extent ?? statement?.extent;
      if (!extent || (declared && source.bodyOf(declared))) return;
      yield { title: 'Take the unfinished statement out', changes: () => [take(document, extent, around)] };
    }
  },
};
