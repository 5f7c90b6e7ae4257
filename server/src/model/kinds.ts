import { ruleIdOf } from './names.ts';
import type { Node } from './node.ts';
import type { Demand, Entry, Field } from './record.ts';

/** A demand as it holds for a kind: who states it, and which rule ids (its own and those it replaces) name it. */
export interface EffectiveDemand {
  demand: Demand;
  /** The key of the kind whose declaration or extension states it. */
  statedBy: string;
  /** Its own rule id first, then those of the ancestors' demands that it replaces. */
  ids: readonly string[];
}

/** A field as it holds for a kind. */
export interface EffectiveField {
  field: Field;
  /** The key of the kind whose declaration or extension states it. */
  statedBy: string;
}

/** What a kind amounts to, its ancestors included. */
export interface KindInfo {
  /** The kind and its ancestors, nearest first; ends before a cycle. */
  chain: readonly string[];
  demands: readonly EffectiveDemand[];
  fields: ReadonlyMap<string, EffectiveField>;
}

/** All that states something about a kind: its declaration and its extensions. */
export function statementsOf(kind: Node): readonly Entry[] {
  return kind.entry ? [kind.entry, ...kind.extensions] : kind.extensions;
}

/**
 * Works a kind out from its ancestors' and its own statements. Its own demands on a property replace the inherited ones on that
 * property; two in one kind both hold.
 */
export function workOut(key: string, statements: readonly Entry[], parent: KindInfo | undefined): KindInfo {
  const own: EffectiveDemand[] = [];
  const fields = new Map(parent?.fields ?? []);
  for (const statement of statements) {
    for (const demand of statement.demands ?? []) {
      if (demand.property === '') continue;
      const id = ruleIdOf(key, demand.property);
      const replaced =
        parent?.demands.filter(other => other.demand.property === demand.property).flatMap(other => other.ids) ?? [];
      own.push({ demand, statedBy: key, ids: [...new Set([id, ...replaced])] });
    }
    for (const field of statement.fields ?? []) if (field.name) fields.set(field.name, { field, statedBy: key });
  }
  const properties = new Set(own.map(({ demand }) => demand.property));
  const inherited = parent?.demands.filter(({ demand }) => !properties.has(demand.property)) ?? [];
  return { chain: [key, ...(parent?.chain ?? [])], demands: [...inherited, ...own], fields };
}
