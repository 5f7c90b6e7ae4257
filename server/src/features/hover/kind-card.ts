import type { Graph } from '../../model/graph.ts';
import { ruleIdOf } from '../../model/names.ts';
import type { Demand, Entry, Field } from '../../model/record.ts';
import type { Finding } from '../../rules/finding.ts';
import { code, plain, prose } from '../markdown.ts';
import { card, inverse, line, relation, title } from './lines.ts';
import { findingLines } from './product-card.ts';

/** What a kind demands of its products, inherited demands included, and which fields they have; Markdown. */
export function kindCard(graph: Graph, kind: Entry, findings: readonly Finding[]): string {
  const info = graph.kind(kind.key);
  return card(
    title(kind),
    '*kind*',
    [
      relation(graph, kind, 'extends'),
      inverse(graph, kind, 'extends', 'extended by'),
      inverse(graph, kind, 'kind', 'products'),
      ...(info?.demands ?? []).map(({ demand, statedBy }) => `- ${demandText(statedBy, demand)}`),
      ...[...(info?.fields.values() ?? [])].map(({ field }) => line('field', fieldText(field))),
    ],
    findingLines(findings),
    kind.description && prose(kind.description.text),
  );
}

/** `facility.hosts`: consistent hosts [1..*] enclave. A facility hosts enclaves. */
export function demandText(kind: string, { level, severity, property, least, most, targets, message }: Demand): string {
  const words = [
    level,
    severity,
    plain(property),
    plain(bounds(least, most)),
    targets.map(({ text }) => plain(text)).join(' or '),
  ];
  const said = words.filter(word => word).join(' ');
  return `${code(ruleIdOf(kind, property))}: ${said}${message ? `. ${plain(message)}` : ''}`;
}

/** `tier` one of gold, silver [0..1]: What support it gets */
export function fieldText({ name, type, choices, least, most, label }: Field): string {
  const values = choices.length > 0 ? `one of ${choices.map(({ text }) => plain(text)).join(', ')}` : plain(type.text);
  const many = most === 1 && least <= 1 ? '' : ` ${plain(bounds(least, most))}`;
  return `${code(name)} ${values}${many}${label ? `. ${plain(label)}` : ''}`;
}

function bounds(least: number, most: number | null): string {
  return least === most ? `[${least}]` : `[${least}..${most ?? '*'}]`;
}
