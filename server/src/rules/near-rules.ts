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
  const demands = kinds.flatMap(kind => graph.kind(kind)?.demands ?? []);
  // What a kind inherits has the id of the kind that states it: `product.owner`, not `facility.owner`.
  const inherited = demands.filter(({ ids, statedBy }) => ids[0] === statedBy + id.slice(dot)).map(({ ids }) => ids[0]);
  const near = nearestOf(
    id,
    demands.flatMap(({ ids }) => ids),
  );
  return [...new Set([...inherited, ...near])].slice(0, 3);
}
