/** Fixes with waivers: those that are of no use, and new ones. */
import { nameOf } from '../../model/names.ts';
import type { Entry } from '../../model/record.ts';
import { ruleOf } from '../../rules/table.ts';
import { subjectOf } from './attributes.ts';
import { put, state, take } from './changes.ts';
import { nextYear } from './dates.ts';
import { type Fixer, spotAt, wordsOf } from './fix.ts';

/** Takes a waiver out. */
export const removeWaiver: Fixer = {
  id: 'remove',
  does: 'Takes the waiver out.',
  bulk: true,
  leaves: 'what the waiver was meant for',
  *fixes({ at }, { document, record }) {
    const { entry, attribute } = spotAt(record, at);
    if (!entry || attribute?.property !== 'waive') return;
    yield {
      title: `Take the waiver of ${attribute.values[0]?.text ?? 'a rule'} out`,
      preferred: true,
      changes: () => [take(document, attribute.extent, entry)],
    };
  },
};

/** Lets an expired waiver hold for another year. */
export const prolongWaiver: Fixer = {
  id: 'prolong',
  does: 'Lets the waiver hold until next year.',
  leaves: '`waiver-unused`, where it silences nothing any more',
  *fixes({ at }, { document, today }) {
    const until = nextYear(today);
    yield { title: `Let it hold until ${until}`, changes: () => [put(document, at, [{ gap: until }])] };
  },
};

/** Takes the id of a rule that is spelled nearly so. */
export const nearRule: Fixer = {
  id: 'near',
  does: 'Puts the id of a rule in place that is spelled nearly so.',
  bulk: true,
  leaves: '`waiver-unused`, where it silences nothing',
  *fixes({ at, data }, { document }) {
    const near = wordsOf(data?.near);
    for (const id of near) {
      yield {
        title: `Change \`${data!.key}\` to \`${id}\``,
        ...(near.length === 1 && { preferred: true as const }),
        changes: () => [put(document, at, [id])],
      };
    }
  },
};

/** Waives a finding at its entry, and at the nearest package that contains it. */
export const waive: Fixer = {
  id: 'waive',
  does: 'Waives the rule with a reason, to be filled in: for the entry, or for the nearest package and everything below it.',
  *fixes(finding, scene) {
    const entry = subjectOf(scene, finding);
    if (!entry || ruleOf(finding.rule)?.fixed) return;
    yield waiver(finding.rule, entry, `Waive \`${finding.rule}\` for ${nameOf(entry)}, with a reason`);
    if (entry.type !== 'product') return;
    const above = scene.graph.ancestors(entry);
    const nearest = above.find(other => scene.graph.isOfKind(other, 'package')) ?? above[0];
    if (!nearest) return;
    yield waiver(
      finding.rule,
      nearest,
      `Waive \`${finding.rule}\` for ${nameOf(nearest)} and everything below it, with a reason`,
    );
  },
};

function waiver(rule: string, entry: Entry, title: string) {
  return { title, changes: () => [state(entry, 'waive', [`waive ${rule} "`, { gap: 'reason' }, '"'])] };
}
