import type { Graph } from '../model/graph.ts';
import type { Link } from '../model/links.ts';
import { propertyOf } from '../model/properties.ts';
import { type Attribute, type Entry, namespaceOf, type Range } from '../model/record.ts';
import type { PreviewDetails, PreviewPlace, PreviewValue } from '../protocol.ts';
import type { Finding } from '../rules/finding.ts';
import { relativePath } from '../workspace/addresses.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';

/** Said by the row already, or elsewhere in the panel. */
const ELSEWHERE = new Set(['uses', 'used in', 'hosts', 'hosted on', 'obsolete', 'waive']);

/** What the preview's panel says of a product beyond its row; null where nothing declares it. */
export function detailsOf(project: LoadedProject, key: string): PreviewDetails | null {
  const { graph } = project.engine;
  const product = graph.entry('product', key);
  if (product === undefined) return null;
  const documents = new Set(graph.declarations('product', key).map(({ document }) => document));
  const obsolete = product.attributes.find(({ property }) => property === 'obsolete');
  return {
    key,
    description: product.description?.text ?? '',
    mentions: mentions(graph, product),
    place: placeOf(product.document, product.range),
    file: relativePath(project.root, product.document) ?? product.document,
    ...(obsolete ? { obsolete: obsolete.values[0]?.text ?? '' } : {}),
    facts: [...facts(project, product), ...inherited(project, product), ...replaced(project, product)],
    findings: [...documents]
      .flatMap(document => project.engine.findingsIn(document))
      .filter(({ subject }) => subject?.type === 'product' && subject.key === key)
      .sort((a, b) => rankOf(a) - rankOf(b))
      .map(({ rule, severity, message, document, at, waived }) => ({
        rule,
        severity,
        message,
        place: placeOf(document, at),
        ...(waived ? { waived: waived.reason + (waived.until ? ` (until ${waived.until})` : '') } : {}),
      })),
  };
}

/** The worst first, what is waived last. */
function rankOf({ severity, waived }: Finding): number {
  return ['error', 'warning', 'info', 'hint'].indexOf(severity) + (waived ? 10 : 0);
}

/** A place as the preview takes it. */
export function placeOf(uri: string, { line, character }: Range): PreviewPlace {
  return { uri, line, character };
}

function mentions(graph: Graph, product: Entry): PreviewDetails['mentions'] {
  const links = graph.linksOf(product);
  return (product.description?.mentions ?? []).flatMap(({ namespace, key, range }): PreviewDetails['mentions'] => {
    const link = links.find(one => one.range === range);
    const entry = link && graph.resolve(link);
    return entry ? [[namespace ? `${namespace}:${key}` : key, named(entry)]] : [];
  });
}

/** Its attributes and fields; what others state about it among them. */
function facts(project: LoadedProject, product: Entry): PreviewDetails['facts'] {
  const { graph } = project.engine;
  const found: PreviewDetails['facts'] = [];
  const seen = new Set<string>();
  for (const attribute of product.attributes) {
    const { property: word } = attribute;
    if (ELSEWHERE.has(word) || seen.has(word)) continue;
    seen.add(word);
    const links = graph.linksOf(product).filter(({ via }) => via === word);
    const relation = propertyOf(word)?.relation;
    const stated = new Set(links.map(({ key }) => key));
    const others = relation ? graph.to(product, relation).filter(({ key }) => !stated.has(key)) : [];
    const values = [
      ...attribute.values.map(value => shownValue(project, attribute, value.range, links)),
      ...others.map(entry => named(entry)),
    ];
    if (attribute.none) values.push({ text: 'none' });
    const { clause } = attribute;
    const by = clause && graph.entry('party', clause.text);
    if (clause) values.push({ ...(by ? named(by) : { text: clause.text }), note: 'by' });
    if (values.length > 0) found.push({ label: word, values });
  }
  // Stated by the requirement alone.
  const satisfied = seen.has('satisfies') ? [] : graph.to(product, 'satisfies');
  if (satisfied.length > 0) found.push({ label: 'satisfies', values: satisfied.map(entry => named(entry)) });
  return found;
}

function shownValue(
  { engine }: LoadedProject,
  attribute: Attribute,
  range: Range,
  links: readonly Link[],
): PreviewValue {
  const value = attribute.values.find(one => one.range === range)!;
  const note = value.note ? { note: value.note.text } : {};
  const link = links.find(one => one.range === range);
  if (link) {
    const entry = engine.graph.resolve(link);
    return entry ? { ...named(entry), ...note } : { text: value.text, undeclared: true, ...note };
  }
  if (propertyOf(attribute.property)?.value === 'url' || value.form === 'url')
    return { text: value.text, link: value.text };
  return { text: value.text, ...note };
}

/** Who manages what contains it, where it names no manager itself: a help to the reader. */
function inherited({ engine: { graph } }: LoadedProject, product: Entry): PreviewDetails['facts'] {
  if (graph.to(product, 'manager').length > 0) return [];
  const above = graph.ancestors(product).find(at => graph.to(at, 'manager').length > 0);
  if (above === undefined) return [];
  const values = graph.to(above, 'manager').map(entry => ({ ...named(entry), note: `from ${above.key}` }));
  return [{ label: 'manager', values }];
}

function replaced({ engine: { graph } }: LoadedProject, product: Entry): PreviewDetails['facts'] {
  const values = graph.to(product, 'replaced by').map(entry => named(entry));
  return values.length > 0 ? [{ label: 'replaced by', values }] : [];
}

/** An entry, with the way to it: products and people by their names, all others by their keys, with the name beside it. */
function named(entry: Entry): PreviewValue {
  const { key } = entry;
  const name = entry.name?.text ?? '';
  const namespace = namespaceOf(entry.type);
  const way = namespace === 'product' ? { product: key } : { place: placeOf(entry.document, entry.range) };
  if (name === '' || name === key) return { text: key, ...way };
  return namespace === 'product' || namespace === 'party' ? { text: name, key, ...way } : { text: key, name, ...way };
}
