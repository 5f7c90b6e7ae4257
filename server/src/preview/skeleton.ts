import type { PreviewRow, PreviewSkeleton } from '../protocol.ts';
import type { Rows } from './rows.ts';

/** A project's rows by columns. */
export function skeletonOf(rows: Rows, version: number): PreviewSkeleton {
  const { title, rows: all, kinds, parties } = rows.snapshot();
  const place = new Table(all.map(({ key }) => key));
  const party = new Table(parties.map(([key]) => key));
  const kind = new Table([]);
  const rule = new Table([]);
  const undeclared = new Table([]);
  const known = new Set(place.keys);
  const target = (key: string): number => (known.has(key) ? place.at(key) : all.length + undeclared.at(key));
  const links = (of: 'uses' | 'hosts' | 'requires'): number[] =>
    all.flatMap((row, from) => row[of].flatMap(key => [from, target(key)]));
  const people = (of: 'owner' | 'manager' | 'team'): number[][] => all.map(row => row[of].map(key => party.at(key)));
  return {
    project: rows.project.root,
    title,
    version,
    kinds,
    keys: place.keys,
    names: all.map(({ name }) => name),
    kind: all.map(row => kind.at(row.kind)),
    parent: all.map(({ parent }) => (known.has(parent) ? place.at(parent) : -1)),
    obsolete: all.map(({ obsolete }) => obsolete),
    found: all.flatMap((row, index): PreviewSkeleton['found'] =>
      hasFindings(row) ? [[index, row.findings, row.rules.map(id => rule.at(id))]] : [],
    ),
    owner: people('owner'),
    manager: people('manager'),
    team: people('team'),
    links: { uses: links('uses'), hosts: links('hosts'), requires: links('requires') },
    parties: party.keys.map((key, index) => parties[index] ?? [key, '']),
    kindKeys: kind.keys,
    ruleIds: rule.keys,
    undeclared: undeclared.keys,
  };
}

function hasFindings({ findings }: PreviewRow): boolean {
  return findings.some(count => count > 0);
}

/** Texts and their places; a text that is new goes to the end. */
class Table {
  readonly keys: string[];
  private readonly places: Map<string, number>;

  constructor(keys: readonly string[]) {
    this.keys = [...keys];
    this.places = new Map(keys.map((key, index) => [key, index]));
  }

  at(key: string): number {
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.keys.push(key) - 1;
      this.places.set(key, place);
    }
    return place;
  }
}
