import type { Graph } from '../model/graph.ts';
import type { Relation } from '../model/properties.ts';
import type { Entry } from '../model/record.ts';
import type { PreviewRow } from '../protocol.ts';
import type { Finding } from '../rules/finding.ts';

/** The findings about one product: their numbers, and the rules that made them. */
export type Found = Pick<PreviewRow, 'findings' | 'rules'>;

/** A product without findings. */
export const NOTHING_FOUND: Found = { findings: [0, 0, 0, 0], rules: [] };

/** What the preview draws of a product. All that it reads of other entries is read through the graph, which notes it. */
export function rowOf(graph: Graph, product: Entry, found: Found): PreviewRow {
  return {
    key: product.key,
    name: product.name?.text ?? '',
    kind: product.kind?.text ?? '',
    parent: graph.parent(product)?.key ?? '',
    obsolete: product.attributes.some(({ property }) => property === 'obsolete')
      ? 1
      : graph.isObsolete(product)
        ? 2
        : 0,
    ...found,
    owner: keysOf(graph.to(product, 'owner')),
    manager: keysOf(graph.to(product, 'manager')),
    team: keysOf(graph.to(product, 'team')),
    uses: targets(graph, product, 'uses'),
    hosts: targets(graph, product, 'hosts'),
    requires: required(graph, product),
  };
}

/** The products that a relation leads to, and what the product names there and nothing declares. */
function targets(graph: Graph, product: Entry, relation: Relation): string[] {
  const undeclared = graph
    .linksOf(product)
    .filter(link => link.relation === relation && !link.reversed && link.key !== '' && !graph.resolve(link))
    .map(({ key, quoted }) => (quoted ? `"${key}"` : key));
  return [...new Set([...keysOf(graph.to(product, relation)), ...undeclared])]
    .filter(key => key !== product.key)
    .sort();
}

/** The products that are built from a repository that one of the product's own repositories requires. */
function required(graph: Graph, product: Entry): string[] {
  const keys = new Set<string>();
  for (const repository of graph.to(product, 'repository')) {
    for (const needed of graph.to(repository, 'requires')) {
      for (const { key } of graph.from(needed, 'repository')) if (key !== product.key) keys.add(key);
    }
  }
  return [...keys].sort();
}

/** Counts the findings about products, by the products' keys. */
export function countFindings(findings: readonly Finding[]): Map<string, Found> {
  const counted = new Map<string, Found>();
  for (const { subject, severity, waived, rule } of findings) {
    if (subject?.type !== 'product') continue;
    let found = counted.get(subject.key);
    if (found === undefined) {
      found = { findings: [0, 0, 0, 0], rules: [] };
      counted.set(subject.key, found);
    }
    found.findings[waived ? 3 : severity === 'error' ? 0 : severity === 'warning' ? 1 : 2]++;
    if (!found.rules.includes(rule)) found.rules.push(rule);
  }
  return counted;
}

function keysOf(entries: readonly Entry[]): string[] {
  return entries.map(({ key }) => key);
}
