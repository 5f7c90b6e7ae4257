/** Fixes of parents: stated twice, two of them, or in a circle. */
import { nameOf } from '../../model/names.ts';
import type { Entry } from '../../model/record.ts';
import { take, takeClause } from './changes.ts';
import { covers, type Fixer, type Scene, sameStart } from './fix.ts';
import { moved } from './stray.ts';

/** The entry whose parent stands at the finding. */
function childAt({ record }: Scene, at: Entry['range']): Entry | undefined {
  return record.entries.find(({ parent }) => parent && sameStart(parent.range, at));
}

/** Takes `in` away where the braces say the same. */
export const removeParent: Fixer = {
  id: 'remove',
  does: 'Takes `in` and the key behind it away: the braces say the same.',
  safe: true,
  bulk: true,
  *fixes({ at }, scene) {
    const entry = childAt(scene, at);
    if (!entry) return;
    yield {
      title: `Take \`in ${entry.parent!.text}\` away`,
      preferred: true,
      changes: () => [takeClause(scene.document, at)],
    };
  },
};

/** Keeps the parent in whose braces a product stands. */
export const keepBraces: Fixer = {
  id: 'keep the braces',
  does: 'Keeps the product in whose braces it stands: takes `in` away.',
  *fixes({ at }, scene) {
    const entry = childAt(scene, at);
    const around = entry?.nestedIn ? scene.graph.entry('product', entry.nestedIn) : undefined;
    if (!entry || !around) return;
    yield {
      title: `Keep it in ${nameOf(around)}: take \`in ${entry.parent!.text}\` away`,
      changes: () => [takeClause(scene.document, at)],
    };
  },
};

/** Keeps the parent that a product names. */
export const keepNamed: Fixer = {
  id: 'keep the named',
  does: 'Keeps the product that it names after `in`: moves it out of the braces.',
  *fixes({ at }, scene) {
    const { document, record, source, graph } = scene;
    const entry = childAt(scene, at);
    const named = entry?.parent && graph.entry('product', entry.parent.text);
    const outer = entry && record.entries.find(other => other !== entry && covers(other.extent, entry.extent));
    if (!entry || !named || !outer) return;
    yield {
      title: `Keep it in ${nameOf(named)}: move it out of the braces`,
      changes: () => [
        take(
          document,
          entry.extent,
          record.entries.find(({ key, type }) => type === 'product' && key === entry.nestedIn),
        ),
        {
          document,
          do: 'edit',
          edits: () => [moved(source, entry, source.to(outer.extent), source.indentAt(source.from(outer.extent)))],
        },
      ],
    };
  },
};

/** Takes the parent away that closes a circle. */
export const breakParents: Fixer = {
  id: 'remove step',
  does: 'Takes this `in` (of a kind: this `extends`) away.',
  leaves: 'what counts again once the circle is gone',
  *fixes({ at }, scene) {
    const entry = childAt(scene, at);
    if (!entry?.parent) return;
    const word = entry.type === 'kind' ? 'extends' : 'in';
    yield {
      title: `Take \`${word} ${entry.parent.text}\` away from ${nameOf(entry)}`,
      changes: () => [takeClause(scene.document, at)],
    };
  },
};
