import type { EntryType } from '../model/record.ts';
import { packageManager } from './completeness/package-manager.ts';
import { requirementUnsatisfied } from './completeness/requirement-unsatisfied.ts';
import { requiresUnknown } from './completeness/requires-unknown.ts';
import { staleReview } from './completeness/stale-review.ts';
import { confusableKey } from './consistency/confusable-key.ts';
import { containmentCycle } from './consistency/containment-cycle.ts';
import { duplicateKey } from './consistency/duplicate-key.ts';
import { duplicateName } from './consistency/duplicate-name.ts';
import { hostsCycle } from './consistency/hosts-cycle.ts';
import { kindCycle } from './consistency/kind-cycle.ts';
import { nestedNotHosted } from './consistency/nested-not-hosted.ts';
import { notReleasable } from './consistency/not-releasable.ts';
import { obsoleteInUse } from './consistency/obsolete-in-use.ts';
import { oneSidedLink } from './consistency/one-sided-link.ts';
import { publicLink } from './consistency/public-link.ts';
import { redundantParent } from './consistency/redundant-parent.ts';
import { repeatedAttribute } from './consistency/repeated-attribute.ts';
import { repeatedLink } from './consistency/repeated-link.ts';
import { repositoryShared } from './consistency/repository-shared.ts';
import { selfLink } from './consistency/self-link.ts';
import { twoParents } from './consistency/two-parents.ts';
import { unknownRule } from './consistency/unknown-rule.ts';
import { unresolved } from './consistency/unresolved.ts';
import { unusedDeclaration } from './consistency/unused-declaration.ts';
import { usesCycle } from './consistency/uses-cycle.ts';
import { waiverExpired } from './consistency/waiver-expired.ts';
import { waiverUnused } from './consistency/waiver-unused.ts';
import { fieldValue } from './form/field-value.ts';
import { incomplete } from './form/incomplete.ts';
import { invalidProject } from './form/invalid-project.ts';
import { keyShape } from './form/key-shape.ts';
import { misplaced } from './form/misplaced.ts';
import { reservedName } from './form/reserved-name.ts';
import { syntax } from './form/syntax.ts';
import { unreadableFile } from './form/unreadable-file.ts';
import type { Rule } from './rule.ts';

/**
 * Every rule of the language, in the order of the reference page. The settings' schema, the reference page, the command line and
 * completion read this list; adding a rule means adding a file and a line here. What kinds demand comes on top, from the model.
 */
export const ALL_RULES: readonly Rule[] = [
  syntax,
  incomplete,
  misplaced,
  keyShape,
  reservedName,
  fieldValue,
  unreadableFile,
  invalidProject,
  unresolved,
  duplicateKey,
  twoParents,
  containmentCycle,
  kindCycle,
  usesCycle,
  hostsCycle,
  selfLink,
  repeatedLink,
  repeatedAttribute,
  redundantParent,
  nestedNotHosted,
  oneSidedLink,
  duplicateName,
  confusableKey,
  packageManager,
  obsoleteInUse,
  publicLink,
  requirementUnsatisfied,
  repositoryShared,
  requiresUnknown,
  notReleasable,
  unusedDeclaration,
  staleReview,
  unknownRule,
  waiverUnused,
  waiverExpired,
];

const BY_ID = new Map(ALL_RULES.map(rule => [rule.id, rule]));

/** The built-in rule with this id. */
export function ruleOf(id: string): Rule | undefined {
  return BY_ID.get(id);
}

const BY_TYPE = new Map<EntryType, Rule[]>();

/** The rules that judge entries of a type. */
export function rulesOn(type: EntryType): readonly Rule[] {
  let rules = BY_TYPE.get(type);
  if (rules === undefined) {
    rules = ALL_RULES.filter(rule => rule.on.includes(type));
    BY_TYPE.set(type, rules);
  }
  return rules;
}
