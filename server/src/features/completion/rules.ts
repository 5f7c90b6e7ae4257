/** Rules that a waiver may name. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Graph } from '../../model/graph.ts';
import { ALL_RULES } from '../../rules/table.ts';
import type { Cursor } from './cursor.ts';
import { type Offer, type Offers, type Scene, words } from './offer.ts';

/** The rules that can be waived: first those that have something to say here, then what this kind demands, then all others. */
export function rules(cursor: Cursor, { graph, firing }: Scene): Offers {
  const own = graph.kind(cursor.bodies[0]?.kind ?? '')?.demands ?? [];
  return words(cursor, ruleOffers(graph, [...firing(), ...own.map(({ ids }) => ids[0])]));
}

/** Every rule that can be waived or switched off: those named `first`, those of the language, what kinds demand. */
export function ruleOffers(graph: Graph, first: readonly string[]): Offer[] {
  const fixed = new Set(ALL_RULES.filter(rule => rule.fixed).map(({ id }) => id));
  const titles = new Map<string, string | undefined>(ALL_RULES.map(({ id, title }) => [id, title]));
  const demands: string[] = [];
  for (const { key } of graph.keysFrom('kind', '')) {
    for (const { ids, demand } of graph.kind(key)?.demands ?? []) {
      demands.push(ids[0]);
      titles.set(ids[0], demand.message);
    }
  }
  const offers: Offer[] = [];
  for (const id of new Set([...first, ...ALL_RULES.map(({ id }) => id), ...demands])) {
    const title = titles.get(id);
    if (!fixed.has(id)) {
      const about = { rule: id };
      offers.push({ label: id, kind: CompletionItemKind.Event, sort: 'rule', ...(title && { name: title }), about });
    }
  }
  return offers;
}
