/** Fixes of names that nothing declares, and of rules that do not exist. */
import { nameOf } from '../../model/names.ts';
import { PROPERTIES } from '../../model/properties.ts';
import type { Entry, EntryType, Namespace, Range } from '../../model/record.ts';
import { namespaceOf } from '../../model/record.ts';
import { wantedKinds } from './candidates.ts';
import { type Change, put, state, take, takeClause, takeValue } from './changes.ts';
import { declaration, declared } from './declare.ts';
import { type Fix, type Fixer, type Scene, sameStart, spotAt, wordsOf } from './fix.ts';
import { keyFrom } from './keys-from-names.ts';

/** Takes a name that is spelled nearly so. */
export const takeNear: Fixer = {
  id: 'near',
  does: 'Puts a name in place that is declared and spelled nearly so; where there is one alone, at once.',
  bulk: true,
  leaves: 'what follows from the name that is meant now',
  *fixes({ at, data }, { document, graph }) {
    const near = wordsOf(data?.near);
    for (const word of near) {
      const entry = data?.declare ? graph.entry(namespaceFor(data.declare), word) : undefined;
      yield {
        title: `Change \`${data!.key}\` to ${entry ? nameOf(entry) : `\`${word}\``}`,
        ...(near.length === 1 && { preferred: true as const }),
        changes: () => [put(document, at, [word])],
      };
    }
  },
};

const namespaceFor = (declare: string): Namespace => namespaceOf(declare as EntryType);

/** What each word of the language for an entry declares, when several can be meant. */
function typesOf({ record, graph }: Scene, at: Range, declare: string): EntryType[] {
  const { entry, attribute } = spotAt(record, at);
  if (declare === 'person') {
    const isParty = attribute && PROPERTIES.some(({ word, value }) => word === attribute.property && value === 'party');
    return isParty ? ['person', 'team'] : ['person'];
  }
  const link = entry && graph.linksOf(entry).find(({ range }) => sameStart(range, at));
  if (link?.via === '[[ ]]' && link.namespaces.length > 1) return ['product', 'term', 'document', 'requirement'];
  return [declare as EntryType];
}

/** Declares what nothing declares yet: where others of its sort are. */
export const declare: Fixer = {
  id: 'declare',
  does: 'Declares it: beside others of its sort, in the file that holds them. For a name in quotes, with a key made from the name.',
  leaves: 'what the new declaration itself lacks',
  *fixes({ at, data }, scene) {
    if (!data?.declare) return;
    const { document, graph, record } = scene;
    const { entry, attribute } = spotAt(record, at);
    for (const type of typesOf(scene, at, data.declare)) {
      const quoted = data.quoted === 'yes';
      const key = quoted ? keyFrom(graph, type, data.key) : data.key;
      const via = attribute?.property ?? '';
      const word = type === 'product' ? kindFor(scene, entry, via, at) : type;
      const apart = type === 'product' && (attribute === undefined || via === '');
      yield {
        title: quoted ? `Declare the ${word} ${key} "${data.key}"` : `Declare the ${word} ${key}`,
        ...(quoted && { preferred: true as const }),
        changes: (): Change[] => [
          declared(scene, { type, word, key, name: quoted ? data.key : undefined, beside: apart ? undefined : entry }),
          ...(quoted ? [put(document, at, [key])] : []),
        ],
      };
    }
  },
};

/** The kind of a product that is referred to there: what the link demands, else what most products beside are. */
function kindFor({ graph, record }: Scene, entry: Entry | undefined, via: string, at: Range): string {
  if (entry?.parent && sameStart(entry.parent.range, at))
    return graph.entry('kind', 'package') ? 'package' : (entry.kind?.text ?? 'product');
  const field = graph.kind(entry?.kind?.text ?? '')?.fields.get(via)?.field;
  if (field) return field.type.text;
  const [wanted] = wantedKinds(graph, entry?.kind?.text ?? '', via);
  if (wanted) return wanted;
  const counts = new Map<string, number>();
  for (const { kind } of record.entries) if (kind) counts.set(kind.text, (counts.get(kind.text) ?? 0) + 1);
  const [most] = [...counts]
    .filter(([kind]) => kind !== 'package' && graph.entry('kind', kind))
    .sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? (graph.entry('kind', 'product') ? 'product' : (entry?.kind?.text ?? 'product'));
}

/** Refers to the key of something whose name stands there in quotes. */
export const useKey: Fixer = {
  id: 'use key',
  does: 'Puts the key of the entry that has this name in place of the name in quotes.',
  bulk: true,
  *fixes({ at, data }, { document, graph }) {
    if (data?.quoted !== 'yes') return;
    for (const entry of named(graph.withName(data.key), data.declare)) {
      yield {
        title: `Refer to ${nameOf(entry)}`,
        preferred: true,
        changes: () => [put(document, at, [entry.key])],
      };
    }
  },
};

const named = (entries: readonly Entry[], declare: string): readonly Entry[] =>
  declare === 'product' ? entries.slice(0, 3) : [];

/** Declares the field that a product states. */
export const declareField: Fixer = {
  id: 'declare field',
  does: 'Declares the field in the product’s kind; for a built-in kind, with `extend kind`.',
  *fixes({ at, data }, scene) {
    if (!data || data.declare) return;
    const { graph, record, document } = scene;
    const { entry, attribute } = spotAt(record, at);
    const kind = entry?.kind?.text;
    if (!kind || !attribute) return;
    const [value] = attribute.values;
    const type =
      value?.form === 'number'
        ? /^\d{4}(-\d\d){1,2}$/.test(value.text)
          ? 'date'
          : 'text'
        : value?.form === 'url'
          ? 'url'
          : 'text';
    const bounds = attribute.values.length > 1 ? ' [0..*]' : '';
    const statement = `field ${data.key}${bounds} ${type}`;
    const [own] = [...graph.declarations('kind', kind), ...graph.extensions(kind)].filter(
      ({ document }) => !document.startsWith('ptree-library:'),
    );
    yield {
      title: `Declare the field \`${data.key}\` of ${kind}`,
      changes: () =>
        own
          ? [state(own, 'field', [statement])]
          : [declaration(document, record, [`extend kind ${kind} {\n  ${statement}\n}`])],
    };
  },
};

/** Takes the reference out. */
export const removeReference: Fixer = {
  id: 'remove',
  does: 'Takes the reference, or the statement with an unknown word, out.',
  leaves: 'what the entry lacks without it',
  *fixes({ at, data }, { document, record, graph }) {
    const { entry, attribute, value } = spotAt(record, at);
    if (!entry || !data) return;
    const mention = entry.description?.mentions.find(({ range }) => sameStart(range, at));
    if (mention) {
      yield withoutBrackets(document, at, data.key);
    } else if (attribute && value) {
      yield {
        title: `Take ${value.text} out of \`${attribute.property}\``,
        changes: () => [takeValue(entry, attribute, value)],
      };
    } else if (attribute?.clause && sameStart(attribute.clause.range, at)) {
      yield { title: `Take ${attribute.clause.text} out`, changes: () => [takeClause(document, at)] };
    } else if (attribute && !data.declare) {
      yield { title: `Take \`${attribute.property}\` out`, changes: () => [take(document, attribute.extent, entry)] };
    } else if (entry.parent && sameStart(entry.parent.range, at)) {
      const how = graph.linksOf(entry).find(({ range }) => sameStart(range, at))?.via ?? 'in';
      yield { title: `Take \`${how} ${entry.parent.text}\` out`, changes: () => [takeClause(document, at)] };
    }
  },
};

function withoutBrackets(document: string, at: Range, key: string): Fix {
  return {
    title: `Write ${key} without brackets`,
    changes: () => [
      {
        document,
        do: 'edit',
        edits: source => {
          const from = source.text.lastIndexOf('[[', source.from(at));
          const to = source.text.indexOf(']]', source.from(at)) + 2;
          return [{ from, to, text: [key] }];
        },
      },
    ],
  };
}
