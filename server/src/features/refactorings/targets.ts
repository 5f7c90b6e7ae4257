/** Where a product may be moved: packages and files. */
import type { Graph } from '../../model/graph.ts';
import type { Entry } from '../../model/record.ts';
import { folderOf, inFolder } from '../../workspace/addresses.ts';
import { isLibrary } from '../../workspace/library.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** How many are offered at the cursor; the command offers all. */
const PACKAGES = 6;
const FILES = 3;
/** How many products are looked at to find them. */
const LOOKED_AT = 500;

/** Whether a product groups others: it is a package, or contains something. */
export function groups(graph: Graph, product: Entry): boolean {
  return graph.isOfKind(product, 'package') || graph.to(product, 'contains').length > 0;
}

/** Whether a product may become part of another. */
function mayContain(graph: Graph, target: Entry, product: Entry): boolean {
  return (
    target !== product &&
    graph.parent(product) !== target &&
    !graph.ancestors(target).includes(product) &&
    !isLibrary(target.document)
  );
}

/** The few packages to which a product is likely to go: those beside its own, the one above, and those of its file. */
export function nearPackages(graph: Graph, product: Entry): Entry[] {
  const near = new Set<Entry>();
  let looked = 0;
  for (const other of likely(graph, product)) {
    if (near.size === PACKAGES || looked++ === LOOKED_AT) break;
    if (graph.isPrimary(other) && groups(graph, other) && mayContain(graph, other, product)) near.add(other);
  }
  return [...near];
}

function* likely(graph: Graph, product: Entry): Iterable<Entry> {
  const parent = graph.parent(product);
  const above = parent && graph.parent(parent);
  if (above) yield* graph.eachTo(above, 'contains');
  if (above) yield above;
  for (const entry of graph.record(product.document)?.entries ?? []) if (entry.type === 'product') yield entry;
}

/** Every package to which a product may go, ordered by key. Looks at all products: only for a command. */
export function allPackages(graph: Graph, product: Entry): Entry[] {
  return [...graph.all('product')]
    .filter(other => groups(graph, other) && mayContain(graph, other, product))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The few files to which a product is likely to go: those of its parent and of what stands beside it. */
export function nearFiles(graph: Graph, product: Entry): string[] {
  const parent = graph.parent(product);
  if (!parent) return [];
  const files = new Set([parent.document]);
  let looked = 0;
  for (const { document } of graph.eachTo(parent, 'contains')) {
    if (files.size > FILES + 1 || looked++ === LOOKED_AT) break;
    files.add(document);
  }
  return [...files].filter(file => file !== product.document && !isLibrary(file)).slice(0, FILES);
}

/** Every file of the project but the product's own, in order. */
export function allFiles({ documents }: LoadedProject, product: Entry): string[] {
  return [...documents].filter(file => file !== product.document).sort();
}

/** The address of a new file for a product, beside the file in which it stands; undefined where the project would not read it. */
export function newFileFor(workspace: Workspace, project: LoadedProject, product: Entry): string | undefined {
  const stem = product.key.toLowerCase().replace(/[^\p{L}\p{N}_-]+/gu, '-');
  const folder = folderOf(product.document);
  let uri = inFolder(folder, `${stem}.ptree`);
  for (let number = 2; workspace.record(uri); number++) uri = inFolder(folder, `${stem}-${number}.ptree`);
  return project.isExcluded(uri) ? undefined : uri;
}
