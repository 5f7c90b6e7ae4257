import type { Graph } from '../../model/graph.ts';
import { listed, nameOf } from '../../model/names.ts';
import type { Entry } from '../../model/record.ts';
import { placeOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/** How many of the shared dependencies a finding names, and how many of the products that share one. */
const NAMED = 5;
const NAMED_WITH = 2;

/** A dependency of a product's repository, and the keys of the repositories of other products that it serves too. */
interface Shared {
  dependency: Entry;
  serves: readonly string[];
}

/**
 * A software product that cannot be released by itself (DMTN-106): a repository that its own requires, at any depth, serves
 * another product's repository too, so that a release of the one moves the other. A product's own repositories are never its
 * dependencies, and a repository does not serve itself; so repositories that require each other in a circle are no trouble.
 * Obsolete products are not released and do not count.
 *
 *     software CHART "Chart Viewer" { repository hospital/chart }
 *     software SCANS "Scan Viewer" { repository hospital/scans }
 *     repository hospital/chart { requires hospital/imaging }
 *     repository hospital/scans { requires hospital/imaging }
 */
export const notReleasable: Rule = {
  id: 'not-releasable',
  category: 'consistency',
  severity: 'info',
  title: 'A software product that cannot be released by itself',
  explanation:
    'A repository that the product’s repository requires, at any depth, also serves another software product’s repository ' +
    '(DMTN-106): a release of the one moves the other. The finding names at most five of what is shared, and with whom. Release ' +
    'them together, or give what is shared releases of its own. Obsolete products do not count.',
  example: {
    wrong:
      'person ARossi "Anna Rossi"\n' +
      'software CHART "Chart Viewer" {\n  owner ARossi\n  repository hospital/chart\n}\n' +
      'software SCANS "Scan Viewer" {\n  owner ARossi\n  repository hospital/scans\n}\n' +
      'repository hospital/chart { requires hospital/imaging }\nrepository hospital/scans { requires hospital/imaging }\n' +
      'repository hospital/imaging { requires none }',
    right:
      'person ARossi "Anna Rossi"\n' +
      'software CHART "Chart Viewer" {\n  owner ARossi\n  repository hospital/chart\n}\n' +
      'software SCANS "Scan Viewer" {\n  owner ARossi\n  repository hospital/scans\n}\n' +
      'repository hospital/chart { requires hospital/imaging }\nrepository hospital/scans { requires none }\n' +
      'repository hospital/imaging { requires none }',
  },
  on: ['product'],
  check(subject, { graph }, report) {
    if (!graph.isOfKind(subject, 'software') || graph.isObsolete(subject)) return;
    const shared = sharedBy(subject, graph);
    if (shared.length === 0) return;
    const named = shared.slice(0, NAMED);
    const sentences = bySharers(named, graph).map(
      ({ dependencies, products }) =>
        `${listed(dependencies)} also ${dependencies.length > 1 ? 'serve' : 'serves'} ${products}`,
    );
    const more = shared.length > NAMED ? '; more dependencies are shared' : '';
    report({
      message:
        `${nameOf(subject)} cannot be released by itself: ${sentences.join('; ')}${more}. ` +
        `Release them together, or give what is shared releases of its own.`,
      at: graph.linksOf(subject).find(({ relation }) => relation === 'repository')?.range ?? subject.range,
      related: named.map(({ dependency }) => placeOf(dependency, `${dependency.key} is shared.`)),
    });
  },
};

/** What the product's repositories share with those of others: nearest first, one more than is named. */
function sharedBy(product: Entry, graph: Graph): Shared[] {
  const own = graph.to(product, 'repository');
  const ownKeys = own.map(({ key }) => key);
  const servesOf = (key: string): string[] =>
    graph.repositories.servedBy(key).filter(other => !ownKeys.includes(other));
  // What only these require serves nobody else either: a long chain of dependencies is not walked up again from each of its links.
  const exclusive = new Set(ownKeys.filter(key => servesOf(key).length === 0));
  const shared: Shared[] = [];
  for (const dependency of graph.repositories.dependenciesOf(own)) {
    const serves = isRequiredOnlyBy(exclusive, dependency, graph) ? [] : servesOf(dependency.key);
    if (serves.length === 0) {
      if (graph.repositories.softwareIn(dependency.key).length === 0) exclusive.add(dependency.key);
    } else if (shared.push({ dependency, serves }) > NAMED) break;
  }
  return shared;
}

function isRequiredOnlyBy(keys: ReadonlySet<string>, repository: Entry, graph: Graph): boolean {
  for (const { key } of graph.eachFrom(repository, 'requires')) {
    if (key !== repository.key && !keys.has(key)) return false;
  }
  return true;
}

/** The dependencies together that are shared with the same products, as a sentence names these. */
function bySharers(shared: readonly Shared[], graph: Graph): { dependencies: string[]; products: string }[] {
  const groups = new Map<string, string[]>();
  for (const { dependency, serves } of shared) {
    const products = listed(productsOf(serves, graph));
    const group = groups.get(products);
    if (group) group.push(dependency.key);
    else groups.set(products, [dependency.key]);
  }
  return [...groups].map(([products, dependencies]) => ({ dependencies, products }));
}

/** The products of some repositories by key and name; after a few of them, `others`. */
function productsOf(repositories: readonly string[], graph: Graph): string[] {
  const keys = new Set<string>();
  for (const repository of repositories) {
    for (const key of graph.repositories.softwareIn(repository)) keys.add(key);
    if (keys.size > NAMED_WITH) break;
  }
  const names = [...keys].slice(0, NAMED_WITH).map(key => nameOf(graph.entry('product', key)!));
  return keys.size > NAMED_WITH ? [...names, 'others'] : names;
}
