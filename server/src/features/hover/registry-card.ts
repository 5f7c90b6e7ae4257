import type { Graph } from '../../model/graph.ts';
import type { Entry } from '../../model/record.ts';
import type { Finding } from '../../rules/finding.ts';
import { prose } from '../markdown.ts';
import { card, inverse, type Line, line, named, relation, stated, title } from './lines.ts';
import { findingLines } from './product-card.ts';

/** What a registry entry says, and who refers to it; Markdown. */
export function registryCard(graph: Graph, entry: Entry, findings: readonly Finding[]): string {
  return card(
    title(entry),
    `*${entry.type}*`,
    [...linesOf(graph, entry), stated(entry, 'link')],
    findingLines(findings),
    entry.description && prose(entry.description.text),
  );
}

function linesOf(graph: Graph, entry: Entry): Line[] {
  const from = (relation: Parameters<typeof inverse>[2], label: string): Line => inverse(graph, entry, relation, label);
  switch (entry.type) {
    case 'person':
      return [
        relation(graph, entry, 'team'),
        stated(entry, 'email'),
        from('manager', 'manages'),
        from('owner', 'owns'),
        from('lead', 'leads'),
        from('reviewed', 'reviewed'),
      ];
    case 'team': {
      const theirs = graph.from(entry, 'team');
      return [
        relation(graph, entry, 'lead'),
        line('people', named(theirs.filter(({ type }) => type === 'person'))),
        line('builds or runs', named(theirs.filter(({ type }) => type === 'product'))),
        line('repositories', named(theirs.filter(({ type }) => type === 'repository'))),
        from('manager', 'manages'),
        from('owner', 'owns'),
      ];
    }
    case 'document':
      return [
        stated(entry, 'authors'),
        stated(entry, 'date'),
        from('document', 'characterises'),
        from('in document', 'requirements'),
      ];
    case 'requirement':
      return [relation(graph, entry, 'in document', 'in'), from('satisfies', 'satisfied by')];
    case 'repository':
      return [
        from('repository', 'products'),
        relation(graph, entry, 'team'),
        relation(graph, entry, 'requires'),
        from('requires', 'also included in'),
      ];
    default:
      return [from('mentions', 'mentioned by')];
  }
}
