import type { Relation } from '../model/properties.ts';
import type { Entry } from '../model/record.ts';
import { entryAt, type Group, type Item, items, type Path, type Scene, type View } from './scene.ts';
import { sumsByParty } from './sums.ts';
import { isNothing, NOTHING } from './tally.ts';

/** For what a party answers, and the relation from the product to it. */
const GROUPS: readonly (readonly [Group, Relation])[] = [
  ['owns', 'owner'],
  ['manages', 'manager'],
  ['builds', 'team'],
];

/** Whose findings are a party's own work: what it owns and manages. A team that builds something is told of it by whoever owns it. */
const ANSWERS: readonly Relation[] = ['owner', 'manager'];

/** The view People: what each person and team owns and manages, with the findings that are open: a worklist. */
export const people: View = {
  top: scene => items(scene.once('parties', () => partiesOf(scene))),
  children(scene, path) {
    const last = path.at(-1);
    if (last?.what === 'group') return items(gathered(scene, path, last.group));
    const entry = entryAt(path);
    if (entry === undefined) return [];
    return entry.type === 'product' ? findingsAbout(scene, entry) : groupsOf(scene, entry);
  },
  counts(scene, path) {
    const last = path.at(-1);
    const party = path.find(item => item.what === 'entry')?.entry;
    if (last?.what === 'entry' && last.entry.type === 'product') return scene.tally.of(`product ${last.entry.key}`);
    if (party === undefined || last?.what === 'finding') return NOTHING;
    const relations =
      last?.what === 'group' ? GROUPS.flatMap(([group, relation]) => (group === last.group ? relation : [])) : ANSWERS;
    const sums = scene.once(`parties ${relations}`, () => sumsByParty(scene.graph, scene.tally, relations));
    return sums.get(party.key) ?? NOTHING;
  },
  *above(graph, entry) {
    if (entry.type !== 'product') return;
    for (const [, relation] of GROUPS) yield* graph.eachTo(entry, relation);
  },
};

/** Whether a person or a team has a place in the view: a team that answers for nothing has none. */
export function isShown(scene: Scene, party: Entry): boolean {
  return party.type === 'person' || !groupsOf(scene, party).next().done;
}

/** Every person, then the teams that answer for something; by name. */
function partiesOf(scene: Scene): Entry[] {
  const shown = [...scene.graph.all('party')].filter(party => isShown(scene, party));
  const nameOf = (entry: Entry): string => entry.name?.text ?? entry.key;
  const isTeam = ({ type }: Entry): number => (type === 'team' ? 1 : 0);
  return shown.sort((a, b) => isTeam(a) - isTeam(b) || nameOf(a).localeCompare(nameOf(b), 'en'));
}

function* groupsOf({ graph }: Scene, party: Entry): Generator<Item> {
  for (const [group, relation] of GROUPS) {
    for (const other of graph.eachFrom(party, relation)) {
      if (other.type !== 'product') continue;
      yield { what: 'group', group };
      break;
    }
  }
}

function* gathered({ graph }: Scene, path: Path, group: Group): Iterable<Entry> {
  const party = entryAt(path.slice(0, -1));
  const relation = GROUPS.find(([name]) => name === group)?.[1];
  if (party === undefined || relation === undefined) return;
  for (const other of graph.eachFrom(party, relation)) if (other.type === 'product') yield other;
}

function* findingsAbout({ project, graph, tally }: Scene, product: Entry): Iterable<Item> {
  if (isNothing(tally.of(`product ${product.key}`))) return;
  for (const document of new Set(graph.declarations('product', product.key).map(({ document }) => document))) {
    for (const finding of project.engine.findingsIn(document)) {
      const { subject, waived } = finding;
      if (subject?.type === 'product' && subject.key === product.key && !waived) yield { what: 'finding', finding };
    }
  }
}
