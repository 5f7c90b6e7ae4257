import type { EntryType } from '../model/record.ts';
import type { Rule } from './rule.ts';

/**
 * Every rule of the language, in the order of the reference page. The settings' schema, the reference page, the command line and
 * completion read this list; adding a rule means adding a file and a line here. What kinds demand comes on top, from the model.
 */
export const ALL_RULES: readonly Rule[] = [];

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
