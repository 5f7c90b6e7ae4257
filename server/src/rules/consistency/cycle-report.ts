/** What the rules on cycles have in common. */
import type { Graph } from '../../model/graph.ts';
import { nameOf } from '../../model/names.ts';
import type { Relation } from '../../model/properties.ts';
import type { Entry, Range } from '../../model/record.ts';
import { placeOf } from '../places.ts';
import type { Related, Report } from '../rule.ts';

/** A cycle that is longer than a sentence can be is cut in its middle; the related places have it all. */
const LONGEST = 24;

/** A cycle in a sentence: `A uses B uses C uses A`. */
function wayAround(cycle: readonly Entry[], verb: string): string {
  const keys = [...cycle, cycle[0]].map(({ key }) => key);
  const left = keys.length - LONGEST;
  if (left > 0) keys.splice(LONGEST - 1, left, `… (${left} more)`);
  return keys.join(` ${verb} `);
}

/** A cycle of things of which each states one step of its own: `in` or `extends`. */
export function cycleOfParents(
  subject: Entry,
  cycle: readonly Entry[],
  at: Range,
  word: 'in' | 'extends',
  what: string,
): Report {
  const steps = cycle.map((entry, index) => ({ entry, next: cycle[(index + 1) % cycle.length] }));
  return {
    message: `${nameOf(subject)} ${what}: ${wayAround(cycle, word)}. Take one \`${word}\` away.`,
    at,
    related: steps
      .filter(({ entry }) => entry !== subject)
      .map(({ entry, next }) => placeOf(entry, `${entry.key} ${word} ${next.key}`)),
  };
}

/** A cycle of links, reported once, with the place of each step. `word` is the attribute's. */
export function cycleOfLinks(graph: Graph, subject: Entry, relation: Relation, word: string): Report | undefined {
  if (!graph.leadsCycle(subject, relation)) return undefined;
  const cycle = graph.cycle(subject, relation);
  if (cycle === undefined) return undefined;
  const related: Related[] = cycle.map((entry, index) => {
    const next = cycle[(index + 1) % cycle.length];
    const place = graph.place(entry, relation, next) ?? { document: entry.document, at: entry.range };
    return { ...place, message: `${nameOf(entry)} ${word} ${nameOf(next)}.` };
  });
  const own = graph.linksOf(subject).filter(link => link.relation === relation && !link.quoted);
  const out = own.find(({ reversed, key }) => !reversed && key === cycle[1].key);
  const back = own.find(({ reversed, key }) => reversed && key === cycle[cycle.length - 1].key);
  return {
    message: `${nameOf(subject)} ${word} itself in the end: ${wayAround(cycle, word)}. Take one of these links away.`,
    at: (out ?? back ?? subject).range,
    related,
  };
}
