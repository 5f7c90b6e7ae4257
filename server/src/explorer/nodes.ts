import type { Graph } from '../model/graph.ts';
import { type Entry, namespaceOf, type Range } from '../model/record.ts';
import type { ExplorerIcon, ExplorerNode, FindingCounts } from '../protocol-explorer.ts';
import type { Group, Item, Path, Scene } from './scene.ts';
import { idOfPath } from './steps.ts';

/** What is only known where a node is made. */
export type Shown = Pick<ExplorerNode, 'expandable' | 'leadsOn' | 'counts'>;

/** The part of a node that its item decides. */
type Face = Pick<ExplorerNode, 'type' | 'icon' | 'label' | 'description' | 'tooltip'> &
  Partial<Pick<ExplorerNode, 'key' | 'obsolete' | 'place'>>;

const PRODUCT_ICONS: ReadonlySet<string> = new Set<ExplorerIcon>([
  'package',
  'facility',
  'enclave',
  'service',
  'software',
  'environment',
  'cots',
  'library',
  'network',
  'hardware',
  'dataset',
]);

const GROUP_LABELS: Record<Group, string> = {
  owns: 'Owns',
  manages: 'Manages',
  builds: 'Builds or runs',
  'not hosted': 'Not hosted anywhere',
  'also included in': 'Also included in',
};

/** The node at the end of a path. */
export function toNode(scene: Scene, path: Path, shown: Shown): ExplorerNode {
  const face = faceOf(scene, path.at(-1)!, shown.counts);
  return { id: idOfPath(scene, path), key: '', obsolete: false, ...shown, ...face };
}

/** The node of a project, where there are several. */
export function toProjectNode(scene: Scene, leadsOn: boolean): ExplorerNode {
  const { project, tally } = scene;
  const label = project.settings.title ?? project.name;
  const shown = { expandable: true, leadsOn, counts: tally.total };
  const tooltip = hoverOf(label, wordCounts(shown.counts));
  const face = { type: 'project', icon: 'project', label, description: '', tooltip } as const;
  return { id: idOfPath(scene, []), key: '', obsolete: false, ...shown, ...face };
}

function faceOf(scene: Scene, item: Item, counts: FindingCounts): Face {
  switch (item.what) {
    case 'entry':
      return entryFace(scene.graph, item.entry, counts);
    case 'group':
      return groupFace(GROUP_LABELS[item.group], counts);
    case 'undeclared':
      return {
        type: 'undeclared',
        icon: 'undeclared',
        label: item.name,
        description: 'not declared',
        tooltip: `Nothing declares ${item.name}.`,
        place: placeOf(item.document, item.at),
      };
    case 'finding': {
      const { message, rule, severity, document, at } = item.finding;
      const icon = severity === 'error' || severity === 'warning' ? severity : 'note';
      const tooltip = `${message}\n${rule}`;
      return { type: 'finding', icon, label: message, description: rule, tooltip, place: placeOf(document, at) };
    }
    default:
      throw new Error('A project is no part of a path.');
  }
}

function groupFace(label: string, counts: FindingCounts): Face {
  return { type: 'group', icon: 'group', label, description: '', tooltip: hoverOf(label, wordCounts(counts)) };
}

function entryFace(graph: Graph, entry: Entry, counts: FindingCounts): Face {
  const { key, type, document, range } = entry;
  const name = entry.name?.text ?? '';
  const namespace = namespaceOf(type);
  const obsolete = graph.isObsolete(entry);
  // People are known by their names, everything else by its key.
  const [label, description] = namespace === 'party' && name ? [name, key] : [key, name];
  const what = type === 'product' ? (entry.kind?.text ?? 'product') : type;
  const icon = iconOf(graph, entry);
  const tooltip = hoverOf(
    `${what} ${key}${obsolete ? ' (obsolete)' : ''}`,
    name,
    icon === 'unsatisfied' ? 'No product satisfies it.' : '',
    wordCounts(counts),
  );
  return {
    type: namespace as Face['type'],
    icon,
    label,
    description: obsolete ? `${description} (obsolete)` : description,
    tooltip,
    key,
    obsolete,
    place: placeOf(document, range),
  };
}

function iconOf(graph: Graph, entry: Entry): ExplorerIcon {
  if (entry.type === 'requirement') {
    for (const _ of graph.eachFrom(entry, 'satisfies')) return 'requirement';
    return 'unsatisfied';
  }
  if (entry.type !== 'product') return entry.type as ExplorerIcon;
  const kind = entry.kind?.text ?? '';
  const known = [kind, ...(graph.kind(kind)?.chain ?? [])].find(name => PRODUCT_ICONS.has(name));
  return (known as ExplorerIcon | undefined) ?? 'product';
}

/** The lines that are not empty. */
function hoverOf(...lines: string[]): string {
  return lines.filter(line => line !== '').join('\n');
}

/** For example "2 errors, 1 note"; empty where there are none. */
function wordCounts({ errors, warnings, notes }: FindingCounts): string {
  const parts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [notes, 'note'],
  ] as const;
  return parts.flatMap(([n, noun]) => (n > 0 ? `${n} ${noun}${n === 1 ? '' : 's'}` : [])).join(', ');
}

function placeOf(uri: string, { line, character }: Range): ExplorerNode['place'] {
  return { uri, line, character };
}
