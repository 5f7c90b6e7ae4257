/** Fixes of links: to oneself, stated twice or at one end alone, in a circle, to what is obsolete. */
import { nameOf } from '../../model/names.ts';
import { propertyOf, type Relation } from '../../model/properties.ts';
import type { Entry, Range } from '../../model/record.ts';
import type { Finding } from '../../rules/finding.ts';
import { addValue, type Change, put, takeClause, takeValue } from './changes.ts';
import { type Fix, type Fixer, type Scene, sameStart, spotAt, wordsOf } from './fix.ts';

/** Takes a link out where it is stated, in any document: a value, or the parent or the connector of a statement. */
function withoutLink({ graph }: Scene, document: string, at: Range): Change[] {
  const record = graph.record(document);
  const { entry, attribute, value } = record ? spotAt(record, at) : {};
  if (!entry) return [];
  if (attribute && value) return [takeValue(entry, attribute, value)];
  return [takeClause(document, at)];
}

function removal(scene: Scene, { document, at }: Pick<Finding, 'document' | 'at'>): Fix {
  const { source, record } = scene;
  const word = source.text.slice(source.from(at), source.to(at));
  const { attribute, value } = spotAt(record, at);
  const connector = source.tokenBefore(source.from(at))?.image;
  return {
    title: attribute && value ? `Take ${word} out of \`${attribute.property}\`` : `Take \`${connector} ${word}\` away`,
    preferred: true,
    changes: () => withoutLink(scene, document, at),
  };
}

/** Takes a link to oneself out. */
export const removeSelfLink: Fixer = {
  id: 'remove',
  does: 'Takes the link to itself out.',
  bulk: true,
  leaves: 'what the entry lacks without it',
  *fixes(finding, scene) {
    yield removal(scene, finding);
  },
};

/** Takes a target out that a list names already. */
export const removeRepeated: Fixer = {
  id: 'remove',
  does: 'Takes the second of the two out; the first where only the second has a note.',
  safe: true,
  bulk: true,
  *fixes(finding, scene) {
    const [first] = finding.related;
    const here = spotAt(scene.record, finding.at);
    const before = first && spotAt(scene.record, first.at);
    const notes = here.value?.note && before?.value?.note;
    if (notes && here.value!.note!.text !== before.value!.note!.text) return;
    yield removal(
      scene,
      here.value?.note && before?.value && !before.value.note ? { ...finding, at: first.at } : finding,
    );
  },
};

/** Takes one of two links with different notes out. */
export const removeEither: Fixer = {
  id: 'remove either',
  does: 'Takes one of the two out, where both have a note.',
  *fixes(finding, scene) {
    const [first] = finding.related;
    const places = [finding.at, first?.at];
    if (!places.every(at => at && spotAt(scene.record, at).value?.note)) return;
    for (const at of places) {
      const { entry, attribute, value } = at ? spotAt(scene.record, at) : {};
      const note = value?.note?.text;
      if (!entry || !attribute || !value || note === undefined) continue;
      yield {
        title: `Take ${value.text} "${note}" out of \`${attribute.property}\``,
        changes: () => [takeValue(entry, attribute, value)],
      };
    }
  },
};

/** Adds to a list what claims the link at its other end. */
export const completeList: Fixer = {
  id: 'state',
  does: 'States the other end: adds what is missing to the list.',
  bulk: true,
  *fixes({ at, data }, { record }) {
    const { entry, attribute } = spotAt(record, at);
    const keys = wordsOf(data?.add);
    if (!entry || !attribute || keys.length === 0) return;
    yield {
      title: `Add ${keys.join(', ')} to \`${attribute.property}\``,
      preferred: true,
      changes: () => [addValue(entry, attribute, [keys.join(', ')])],
    };
  },
};

/** Takes the claim out at the other end. */
export const removeClaim: Fixer = {
  id: 'remove claim',
  does: 'Takes the link out at its other end.',
  leaves: 'what the entry at the other end lacks without it',
  *fixes({ related, subject }, scene) {
    if (related.length > 1) return;
    for (const { document, at } of related) {
      const record = scene.graph.record(document);
      const { entry, attribute, value } = record ? spotAt(record, at) : {};
      if (!entry || !attribute || !value || value.text !== subject?.key) continue;
      yield {
        title: `Take ${value.text} out of \`${attribute.property}\` of ${nameOf(entry)}`,
        changes: () => [takeValue(entry, attribute, value)],
      };
    }
  },
};

/** Takes one step of a circle out. */
export const breakCycle: Fixer = {
  id: 'remove step',
  does: 'Takes one step of the circle out: one fix for each.',
  leaves: 'what the entry lacks without it',
  *fixes({ related, rule }, scene) {
    const relation = rule === 'uses-cycle' ? 'uses' : 'hosts';
    for (const { document, at, message } of related) {
      const record = scene.graph.record(document);
      const { entry, attribute, value } = record ? spotAt(record, at) : {};
      if (!entry || !attribute || !value) continue;
      const [from, to] = propertyOf(attribute.property)?.reversed ? [value.text, entry.key] : [entry.key, value.text];
      yield {
        title: `Take this link out: ${message.replace(/\.$/, '')}`,
        changes: () => bothEnds(scene, from, relation, to),
      };
    }
  },
};

/** Goes over to what replaces an obsolete product. */
export const useReplacement: Fixer = {
  id: 'replace',
  does: 'Puts what replaces the obsolete product in its place.',
  bulk: true,
  leaves: 'what follows from the new link',
  *fixes({ at, data }, scene) {
    const { graph, document, record } = scene;
    const { entry, attribute, value } = spotAt(record, at);
    if (!entry || !attribute || !value || value.text !== data?.obsolete) return;
    const near = wordsOf(data.near);
    for (const key of near) {
      const replacement = graph.entry('product', key);
      if (!replacement || key === entry.key) continue;
      const listed = attribute.values.some(({ text }) => text === key);
      yield {
        title: `Use ${nameOf(replacement)} in place of ${value.text}`,
        ...(near.length === 1 && { preferred: true as const }),
        changes: () => [
          listed ? takeValue(entry, attribute, value) : put(document, at, [key]),
          ...otherEnd(scene, entry, attribute.property, value.text),
        ],
      };
    }
  },
};

/** Takes the link to an obsolete product out, at whichever end it is stated. */
export const removeObsolete: Fixer = {
  id: 'remove',
  does: 'Takes the link to the obsolete product out, at whichever end it is stated.',
  leaves: 'what the product lacks without it',
  *fixes({ data, subject }, scene) {
    const { graph } = scene;
    const user = subject && graph.entry('product', subject.key);
    const other = data?.obsolete ? graph.entry('product', data.obsolete) : undefined;
    if (!user || !other) return;
    const relation = data!.relation as Relation;
    const [from, to] = data!.direction === 'to' ? [user, other] : [other, user];
    const place = graph.place(from, relation, to);
    if (!place) return;
    yield {
      title: `Take the link between ${user.key} and ${nameOf(other)} out`,
      changes: () => bothEnds(scene, from.key, relation, to.key),
    };
  },
};

/** Takes out what the other end of a link states about it. */
function otherEnd(scene: Scene, entry: Entry, word: string, other: string): Change[] {
  const { relation, reversed } = propertyOf(word) ?? {};
  if (!relation) return [];
  const all = reversed ? bothEnds(scene, other, relation, entry.key) : bothEnds(scene, entry.key, relation, other);
  return all.filter(change => change.do !== 'take value' || change.entry !== entry);
}

/** A link may be stated at both of its ends. */
function bothEnds({ graph }: Scene, from: string, relation: Relation, to: string): Change[] {
  return [
    [from, to, false],
    [to, from, true],
  ].flatMap(([own, other, reversed]) => {
    const entry = graph.entry('product', own as string);
    return (entry?.attributes ?? []).flatMap(attribute => {
      const property = propertyOf(attribute.property);
      if (property?.relation !== relation || (property.reversed ?? false) !== reversed) return [];
      return attribute.values
        .filter(({ text, form }) => form === 'word' && text === other)
        .map(value => takeValue(entry!, attribute, value));
    });
  });
}

/** Takes an address out that not everyone can open. */
export const removeLink: Fixer = {
  id: 'remove',
  does: 'Takes the address out.',
  leaves: 'what the entry lacks without it',
  *fixes({ at }, { record }) {
    const { entry, attribute, value } = spotAt(record, at);
    if (!entry || !attribute || !value || !sameStart(value.range, at)) return;
    yield { title: `Take ${value.text} out of \`link\``, changes: () => [takeValue(entry, attribute, value)] };
  },
};
