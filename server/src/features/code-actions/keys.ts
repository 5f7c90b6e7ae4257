/** Fixes of keys: their shape, words of the language, and keys that are declared twice. */
import { nameOf } from '../../model/names.ts';
import { sameContent } from '../../model/reconcile.ts';
import { type Entry, namespaceOf, type Range } from '../../model/record.ts';
import { isKey, isPlainKey } from '../../model/shapes.ts';
import type { Finding } from '../../rules/finding.ts';
import { isLibrary } from '../../workspace/library.ts';
import { fieldOf } from '../locate.ts';
import { placesOf } from '../rename/places.ts';
import type { Subject } from '../rename/subject.ts';
import { type Change, put, take, takeClause } from './changes.ts';
import { covers, type Fixer, type Scene, sameStart } from './fix.ts';
import { freeKey } from './keys-from-names.ts';

/** The key, or the name of a field, that stands at a place of the finding's document. */
function subjectAt(
  { record, graph }: Scene,
  at: Range,
): { subject: Subject; entry: Entry; key: string; plain: boolean } | undefined {
  for (const entry of record.entries) {
    if (entry.key && sameStart(entry.range, at)) {
      const subject: Subject = { what: 'entry', namespace: namespaceOf(entry.type), key: entry.key };
      return { subject, entry, key: entry.key, plain: entry.type === 'kind' };
    }
    const field = entry.fields?.find(({ range }) => sameStart(range, at));
    if (field) {
      const declaration = fieldOf(graph, entry.key, field.name) ?? { entry, field };
      return { subject: { what: 'field', declaration }, entry, key: field.name, plain: true };
    }
  }
  return undefined;
}

/** Writes another key here and wherever it is referred to. */
function renamed({ project }: Scene, subject: Subject, to: string): Change[] {
  return placesOf(project, subject, to).map(place => put(place.document, place.range, [place.new]));
}

/** Mends a malformed key, here and wherever it is referred to. */
export const mendKey: Fixer = {
  id: 'mend',
  does: 'Mends the key, here and wherever it is referred to.',
  *fixes({ at }, scene) {
    const found = subjectAt(scene, at);
    if (!found) return;
    const { subject, entry, key, plain } = found;
    const mended = mend(key, plain);
    if (!(plain ? isPlainKey(mended) : isKey(mended))) return;
    if (subject.what === 'entry' && scene.graph.entry(subject.namespace, mended)) return;
    if (subject.what === 'field' && scene.graph.kind(entry.key)?.fields.has(mended)) return;
    yield {
      title: `Change \`${key}\` to \`${mended}\`, everywhere`,
      preferred: true,
      changes: () => renamed(scene, subject, mended),
    };
  },
};

function mend(key: string, plain: boolean): string {
  const joined = key
    .replace(plain ? /[^\p{L}\p{M}\p{N}_]+/gu : /[^\p{L}\p{M}\p{N}_./-]+/gu, '-')
    .replace(/([-./])[-./]+/g, '$1')
    .replace(/^[-./]+|[-./]+$/g, '');
  return /^\p{N}/u.test(joined) ? `_${joined}` : joined;
}

/** Gives a kind or a field that is named like a word of the language another name. */
export const otherName: Fixer = {
  id: 'rename',
  does: 'Gives the kind or field another name: the word with `-kind` or `-field` behind it.',
  leaves: '`unused-declaration`, where nothing refers to the kind',
  *fixes({ at }, scene) {
    const found = subjectAt(scene, at);
    if (!found) return;
    const { subject, key } = found;
    const name = `${key}-${subject.what === 'field' ? 'field' : 'kind'}`;
    yield {
      title: `Call it \`${name}\``,
      preferred: true,
      changes: () => {
        const all = renamed(scene, subject, name);
        // A kind with such a key is hardly ever referred to: at least its declaration changes.
        return all.length > 0 ? all : [put(scene.document, at, [name])];
      },
    };
  },
};

/** The declaration at a finding, or where that is the one that counts, the others; and the one that counts. */
function duplicatesAt({ record, graph }: Scene, { at }: Finding): { entry: Entry; first: Entry }[] {
  const entry = record.entries.find(({ range, key }) => key && sameStart(range, at));
  if (!entry) return [];
  const all = graph.declarations(namespaceOf(entry.type), entry.key);
  // The built-in kinds cannot be changed: whatever comes first, the other one is the second.
  const [first, ...others] = all.toSorted((a, b) => Number(isLibrary(b.document)) - Number(isLibrary(a.document)));
  if (!first) return [];
  return (first === entry ? others.slice(0, 3) : [entry]).map(other => ({ entry: other, first }));
}

/** How a title names a declaration whose key is not its own: by its name. */
function called({ type, name, kind }: Entry, first: Entry): string {
  const word = kind?.text ?? type;
  return name && name.text !== first.name?.text ? `the ${word} "${name.text}"` : `the second ${word}`;
}

/** Takes a declaration out that states what another one states. */
export const removeDuplicate: Fixer = {
  id: 'remove',
  does: 'Takes a declaration out that says the same as the first one.',
  bulk: true,
  *fixes(finding, scene) {
    for (const { entry, first } of duplicatesAt(scene, finding)) {
      const inside = scene.graph
        .record(entry.document)
        ?.entries.some(other => other !== entry && covers(entry.extent, other.extent));
      if (inside || !sameContent(said(entry), said(first))) continue;
      yield {
        title: `Take the second declaration of ${nameOf(entry)} out: it says the same as the first`,
        preferred: true,
        changes: () => [take(entry.document, entry.extent)],
      };
    }
  },
};

function said(entry: Entry): object {
  return { ...entry, document: '' };
}

/** Gives the declaration a key of its own; references stay with the first. */
export const otherKey: Fixer = {
  id: 'rename',
  does: 'Gives the later declaration a key of its own; what refers to the key stays with the first.',
  leaves: 'nothing refers to the new key yet',
  *fixes(finding, scene) {
    for (const { entry, first } of duplicatesAt(scene, finding)) {
      const key = freeKey(scene.graph, entry.type, entry.key);
      yield {
        title: `Give ${called(entry, first)} the key ${key}: references stay with ${nameOf(first)}`,
        changes: () => [put(entry.document, entry.range, [key])],
      };
    }
  },
};

/** Makes a second declaration of a kind an extension of the first. */
export const extendKind: Fixer = {
  id: 'extend',
  does: 'Makes a second declaration of a kind an `extend kind`.',
  *fixes(finding, scene) {
    for (const { entry } of duplicatesAt(scene, finding)) {
      const { document, extent } = entry;
      if (entry.type !== 'kind') continue;
      yield {
        title: `Make the second declaration \`extend kind ${entry.key}\``,
        preferred: true,
        changes: () => [
          put(document, { ...extent, endLine: extent.line, endCharacter: extent.character }, ['extend ']),
          ...(entry.parent ? [takeClause(document, entry.parent.range)] : []),
        ],
      };
    }
  },
};
