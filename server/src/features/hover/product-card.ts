import type { Graph } from '../../model/graph.ts';
import { nameOf } from '../../model/names.ts';
import { propertyOf } from '../../model/properties.ts';
import type { Entry } from '../../model/record.ts';
import type { Finding } from '../../rules/finding.ts';
import { code, plain, prose } from '../markdown.ts';
import { card, inverse, type Line, line, named, relation, stated, title, valuesOf } from './lines.ts';

/** What a reader wants to know of a product at a glance; Markdown. */
export function productCard(graph: Graph, product: Entry, findings: readonly Finding[]): string {
  return card(
    title(product),
    place(graph, product),
    [
      relation(graph, product, 'owner'),
      manager(graph, product),
      relation(graph, product, 'team'),
      stated(product, 'wbs'),
      ...fields(graph, product),
      relation(graph, product, 'uses'),
      inverse(graph, product, 'uses', 'used in'),
      relation(graph, product, 'hosts'),
      inverse(graph, product, 'hosts', 'hosted on'),
      line('contains', named(graph.children(product))),
      relation(graph, product, 'satisfies'),
      relation(graph, product, 'document'),
      relation(graph, product, 'repository'),
      stated(product, 'link'),
      reviewed(graph, product),
    ],
    findingLines(findings),
    product.description && prose(product.description.text),
  );
}

/** What was found about an entry; waived findings say why they are. */
export function findingLines(findings: readonly Finding[]): Line[] {
  const lines = findings.slice(0, 5).map(({ severity, rule, message, waived }) => {
    const reason = waived && `waived${waived.until ? ` until ${plain(waived.until)}` : ''}: ${plain(waived.reason)}`;
    return `- ${severity} ${code(rule)}: ${plain(message)}${reason ? ` (${reason})` : ''}`;
  });
  if (findings.length > 5) lines.push(`- and ${findings.length - 5} more`);
  return lines;
}

/** `service "Short" in PRSRV (Prompt Services), obsolete: Old.` */
function place(graph: Graph, product: Entry): string {
  const parent = graph.parent(product);
  const short = product.attributes.find(({ property }) => property === 'short')?.values[0]?.text;
  const obsolete = product.attributes.find(({ property }) => property === 'obsolete');
  const parts = [`*${plain(product.kind?.text ?? 'product')}*`];
  if (short) parts.push(`“${plain(short)}”`);
  if (parent) parts.push(`in ${plain(nameOf(parent))}`);
  if (obsolete) {
    const reason = obsolete.values[0]?.text;
    const [successor] = graph.to(product, 'replaced by');
    const text = [reason && plain(reason), successor && `replaced by ${plain(nameOf(successor))}`].filter(Boolean);
    parts.push(text.length > 0 ? `· obsolete: ${text.join(' · ')}` : '· obsolete');
  } else if (graph.isObsolete(product)) parts.push('· obsolete with what contains it');
  return parts.join(' ');
}

/** Its managers; where it names none, those of the nearest product above that does, as a help to the reader. */
function manager(graph: Graph, product: Entry): Line {
  const own = relation(graph, product, 'manager');
  if (own) return own;
  const above = graph.ancestors(product).find(at => graph.to(at, 'manager').length > 0);
  return above && line('manager', `${named(graph.to(above, 'manager'))}, from ${plain(nameOf(above))}`);
}

/** The fields of its kind, and other words that look like such. */
function fields(graph: Graph, product: Entry): Line[] {
  return product.attributes
    .filter(({ property }) => propertyOf(property) === undefined)
    .map(attribute => {
      const links = graph.linksOf(product).filter(link => link.relation === 'field' && link.via === attribute.property);
      const entries = links.map(link => graph.resolve(link)).filter(entry => entry !== undefined);
      const known = links.length > 0 && entries.length === links.length;
      return line(attribute.property, known ? named(entries) : valuesOf(attribute));
    });
}

function reviewed(graph: Graph, product: Entry): Line {
  const attribute = product.attributes.find(({ property }) => property === 'reviewed');
  if (attribute === undefined || attribute.values.length === 0) return undefined;
  const by = graph.to(product, 'reviewed');
  return line('reviewed', `${valuesOf(attribute)}${by.length > 0 ? ` by ${named(by)}` : ''}`);
}
