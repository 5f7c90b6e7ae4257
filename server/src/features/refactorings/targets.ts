/** Where a product may be moved: packages and files. */
import type { Graph } from '../../model/graph.ts';
import type { Entry } from '../../model/record.ts';
import { baseName, folderOf, inFolder } from '../../workspace/addresses.ts';
import { isLibrary } from '../../workspace/library.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** How many are offered at the cursor; the command offers all. */
const PACKAGES = 6;
const FILES = 3;

/** Whether a product groups others: it is a package, or contains something. */
function groups(graph: Graph, product: Entry): boolean {
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
  const parent = graph.parent(product);
  const above = parent && graph.parent(parent);
  const beside = above ? graph.children(above) : [];
  const inFile = graph.record(product.document)?.entries.filter(({ type }) => type === 'product') ?? [];
  const near = [...beside, ...(above ? [above] : []), ...inFile].filter(
    other => graph.isPrimary(other) && groups(graph, other) && mayContain(graph, other, product),
  );
  return [...new Set(near)].slice(0, PACKAGES);
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
  const near = parent ? [parent, ...graph.children(parent)] : [];
  const files = new Set(near.map(({ document }) => document).filter(file => !isLibrary(file)));
  files.delete(product.document);
  return [...files].slice(0, FILES);
}

/** Every file of the project but the product's own, in order. */
export function allFiles({ documents }: LoadedProject, product: Entry): string[] {
  return [...documents].filter(file => file !== product.document).sort();
}

/** The address of a new file for a product, beside the file in which it stands; undefined where the project would not read it. */
export function newFileFor(workspace: Workspace, project: LoadedProject, product: Entry): string | undefined {
  const stem = product.key.toLowerCase().replace(/[^\p{L}\p{N}_-]+/gu, '-');
  const folder = folderOf(product.document);
  const taken = new Set(workspace.addresses().map(address => baseName(address).toLowerCase()));
  let name = `${stem}.ptree`;
  for (let number = 2; taken.has(name); number++) name = `${stem}-${number}.ptree`;
  const uri = inFolder(folder, name);
  return project.isExcluded(uri) ? undefined : uri;
}
