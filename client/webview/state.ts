import type { ColourBy } from './colours.ts';
import { type Filter, noFilter } from './filter.ts';
import type { ViewName } from './layout/scene.ts';
import type { Stand } from './view/viewport.ts';

/** What of a project's preview survives a reload, a restart of the editor and the closing of the preview. Products are kept by key. */
export interface Saved {
  view: ViewName;
  selected: string;
  /** Products of the tree that are expanded. */
  expanded: string[];
  /** Boxes of Hosting that are folded: for each the keys on the way to it, `nowhere` for what is hosted nowhere. */
  folded: string[][];
  stands: Partial<Record<ViewName, Stand>>;
  filter: Filter;
  colour: ColourBy;
  steps: number;
  follow: boolean;
  filterOpen: boolean;
}

/** A state as a page kept it; what is missing, or what an older version kept otherwise, is left out. */
export function readSaved(state: unknown): Partial<Saved> {
  if (typeof state !== 'object' || state === null) return {};
  const { expanded, folded, stands, filter, ...rest } = state as Partial<Saved>;
  return {
    ...rest,
    ...(Array.isArray(expanded) ? { expanded } : {}),
    ...(Array.isArray(folded) && folded.every(Array.isArray) ? { folded } : {}),
    ...(typeof stands === 'object' ? { stands } : {}),
    filter: { ...noFilter(), ...filter },
  };
}
