import type { Graph } from '../model/graph.ts';
import { nearestOf } from '../model/near.ts';
import { ALL_RULES } from './table.ts';

/** The ids of rules that may be meant by an id that no rule has, best first, three at most. */
export function nearRules(id: string, graph: Graph): string[] {
  const dot = id.indexOf('.');
  if (dot < 0) {
    return nearestOf(
      id,
      ALL_RULES.map(rule => rule.id),
    );
  }
  const key = id.slice(0, dot);
  const kinds = graph.entry('kind', key) ? [key] : graph.nearMisses(['kind'], key).map(kind => kind.key);
  const ids = kinds.flatMap(kind => graph.kind(kind)?.demands.flatMap(demand => demand.ids) ?? []);
  return nearestOf(id, ids);
}
