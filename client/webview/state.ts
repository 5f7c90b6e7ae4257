import type { ColourBy } from './colours.ts';
import { type Filter, noFilter } from './filter.ts';
import type { ViewName } from './layout/scene.ts';
import type { Stand } from './view/viewport.ts';

/** What survives a reload and a restart of the editor. Products are kept by key. */
export interface Saved {
  project: string;
  view: ViewName;
  selected: string;
  /** Products of the tree that are expanded. */
  expanded: string[];
  /** Boxes of Hosting that are folded, as paths of keys. */
  folded: string[];
  stands: Partial<Record<ViewName, Stand>>;
  filter: Filter;
  colour: ColourBy;
  steps: number;
  follow: boolean;
  filterOpen: boolean;
}

/** A state as the page kept it; what is missing or from another time is left out. */
export function readSaved(state: unknown): Partial<Saved> {
  if (typeof state !== 'object' || state === null) return {};
  const saved = state as Partial<Saved>;
  return { ...saved, filter: { ...noFilter(), ...saved.filter } };
}
