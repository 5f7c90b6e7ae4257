/** Which fixes there are for each rule: the one list that code actions, the page of quick fixes and the tests read. */
import { ruleOf } from '../../rules/table.ts';
import * as attributes from './attributes.ts';
import * as demands from './demands.ts';
import type { Fixer } from './fix.ts';
import * as form from './form.ts';
import * as hosting from './hosting.ts';
import * as incomplete from './incomplete.ts';
import * as keys from './keys.ts';
import * as links from './links.ts';
import * as names from './names.ts';
import * as parents from './parents.ts';
import * as settings from './settings.ts';
import * as stray from './stray.ts';
import * as values from './values.ts';
import * as waivers from './waivers.ts';

/** By rule of the language, best first; `waive` comes on top where the rule can be waived. */
export const FIXES: Readonly<Record<string, readonly Fixer[]>> = {
  syntax: [
    form.closeIt,
    form.quoteName,
    form.separate,
    form.separateText,
    form.closeBounds,
    stray.removeComma,
    stray.removeStray,
  ],
  incomplete: [incomplete.writeHeading, incomplete.writeValue, incomplete.completeKind, incomplete.removeIncomplete],
  misplaced: [stray.removeMisplaced, stray.moveOut],
  'key-shape': [keys.mendKey],
  'reserved-name': [keys.otherName],
  'field-value': [form.quoteText, values.mendValue, values.chooseValue, values.mendDemand, values.removeValue],
  'invalid-project': [settings.removeSeverity],
  unresolved: [names.useKey, names.takeNear, names.declare, names.declareField, names.removeReference],
  'duplicate-key': [keys.removeDuplicate, keys.extendKind, keys.otherKey],
  'two-parents': [parents.keepBraces, parents.keepNamed],
  'containment-cycle': [parents.breakParents],
  'kind-cycle': [parents.breakParents],
  'uses-cycle': [links.breakCycle],
  'hosts-cycle': [links.breakCycle],
  'self-link': [links.removeSelfLink],
  'repeated-link': [links.removeRepeated, links.removeEither],
  'repeated-attribute': [attributes.mergeRepeated, attributes.removeSecond],
  'redundant-parent': [parents.removeParent],
  'nested-not-hosted': [hosting.stateHosting],
  'one-sided-link': [links.completeList, links.removeClaim],
  'package-manager': [attributes.nameManager, attributes.chooseManager, attributes.removeManager],
  'obsolete-in-use': [links.useReplacement, links.removeObsolete],
  'public-link': [links.removeLink],
  'requirement-unsatisfied': [attributes.satisfiedBy],
  'requires-unknown': [attributes.requiresNone],
  'unused-declaration': [attributes.removeDeclaration],
  'stale-review': [attributes.reviewedToday],
  'unknown-rule': [waivers.nearRule, waivers.removeWaiver, settings.removeSeverity],
  'waiver-unused': [waivers.removeWaiver],
  'waiver-expired': [waivers.removeWaiver, waivers.prolongWaiver],
};

/** For what the kinds of a model demand. */
export const DEMAND_FIXES: readonly Fixer[] = [demands.stateDemanded, demands.removeSurplus];

/** The fixes of a rule: of the language, or what a kind demands. */
export function fixersOf(rule: string): readonly Fixer[] {
  const own = ruleOf(rule) ? (FIXES[rule] ?? []) : DEMAND_FIXES;
  return ruleOf(rule)?.fixed ? own : [...own, waivers.waive];
}
