import type { Graph } from '../../model/graph.ts';
import type { Property } from '../../model/properties.ts';
import { ruleOf } from '../../rules/table.ts';
import { demandsOf, type FieldPlace } from '../locate.ts';
import { code, plain } from '../markdown.ts';
import { demandText, fieldText } from './kind-card.ts';
import { card } from './lines.ts';

/** What a word of the language means; Markdown. */
export function propertyCard({ word, says }: Property): string {
  return card(`**${word}**`, says);
}

/** What a field is for, and which kind declares it; Markdown. */
export function fieldCard({ entry, field }: FieldPlace): string {
  return card(fieldText(field), `A field of the kind ${code(entry.key)}.`);
}

/** The page of a rule, or what a kind demands; undefined when no rule has this id. */
export function ruleCard(graph: Graph, id: string): string | undefined {
  const rule = ruleOf(id);
  if (rule) return card(`**${plain(rule.id)}**`, rule.title, rule.explanation);
  const demands = demandsOf(graph, id);
  return demands.length > 0
    ? card(demands.map(({ entry, demand }) => `- ${demandText(entry.key, demand)}`))
    : undefined;
}
