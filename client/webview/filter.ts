import type { Model } from './model.ts';

/** Which products are shown. Empty: all. */
export interface Filter {
  /** Kinds that are left out. */
  hiddenKinds: string[];
  owner: string;
  manager: string;
  team: string;
  rule: string;
  /** `any`: any finding that is not waived. */
  severity: '' | 'any' | 'error' | 'warning' | 'note';
  /** Only products with waived findings. */
  waived: boolean;
}

/** Shows everything. */
export function noFilter(): Filter {
  return { hiddenKinds: [], owner: '', manager: '', team: '', rule: '', severity: '', waived: false };
}

/** How many of its parts are in use. */
export function partsOf(filter: Filter): number {
  const { hiddenKinds, owner, manager, team, rule, severity, waived } = filter;
  return [hiddenKinds.length > 0, owner, manager, team, rule, severity, waived].filter(Boolean).length;
}

/** Which products match; `withPath` adds all that contains one, so that a tree of them holds together. */
export function applyFilter(model: Model, filter: Filter, withPath: boolean): (id: number) => boolean {
  if (partsOf(filter) === 0) return () => true;
  const matches = new Uint8Array(model.products.length);
  for (const id of model.order) {
    if (!matchesFilter(model, filter, id)) continue;
    for (let at = id; at >= 0 && matches[at] === 0; at = withPath ? model.parent[at]! : -1) matches[at] = 1;
  }
  return id => matches[id] === 1;
}

/** Whether the product itself is what is looked for. */
export function matchesFilter(model: Model, filter: Filter, id: number): boolean {
  const product = model.products[id]!;
  const [errors, warnings, notes, waived] = product.findings;
  if (filter.hiddenKinds.includes(product.kind)) return false;
  for (const role of ['owner', 'manager', 'team'] as const) {
    if (filter[role] === NOBODY ? product[role].length > 0 : filter[role] && !product[role].includes(filter[role]))
      return false;
  }
  if (filter.rule && !product.rules.includes(filter.rule)) return false;
  if (filter.severity === 'error' && errors === 0) return false;
  if (filter.severity === 'warning' && warnings === 0) return false;
  if (filter.severity === 'note' && notes === 0) return false;
  if (filter.severity === 'any' && errors + warnings + notes === 0) return false;
  return !filter.waived || waived > 0;
}

/** Stands for the products that name nobody. No key has a blank in it. */
export const NOBODY = ' nobody';
