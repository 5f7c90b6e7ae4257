import { type Namespace, namespaceOf } from '../model/record.ts';
import type { Group, Item, Path, Scene } from './scene.ts';

/** Between the steps of an id; neither addresses nor keys hold it. */
const BETWEEN = '\n';

/** The id of the node at the end of a path: the project's address, and the way from the top. */
export function idOfPath(scene: Scene, path: Path): string {
  return [scene.project.root, ...path.map(stepOf)].join(BETWEEN);
}

/** The address of the project to which a node belongs. */
export function projectOfId(id: string): string {
  return id.split(BETWEEN, 1)[0];
}

/** The path that an id names; undefined where something on it is gone. Ends of the tree have no children, and are not found again. */
export function pathOfId(scene: Scene, id: string): Path | undefined {
  const path: Item[] = [];
  for (const step of id.split(BETWEEN).slice(1)) {
    const [what, rest] = [step.slice(0, step.indexOf(' ')), step.slice(step.indexOf(' ') + 1)];
    if (what === 'group') path.push({ what: 'group', group: rest as Group });
    else {
      const entry = scene.graph.entry(what as Namespace, rest);
      if (entry === undefined) return undefined;
      path.push({ what: 'entry', entry });
    }
  }
  return path;
}

function stepOf(item: Item): string {
  switch (item.what) {
    case 'entry':
      return `${namespaceOf(item.entry.type)} ${item.entry.key}`;
    case 'group':
      return `group ${item.group}`;
    case 'undeclared':
      return `undeclared ${item.name}`;
    case 'finding': {
      const { rule, at } = item.finding;
      return `finding ${rule} ${at.line}:${at.character}`;
    }
    default:
      return 'project';
  }
}
