import type { Colours } from './colours.ts';
import type { Filter } from './filter.ts';
import type { ViewName } from './layout/scene.ts';
import type { ToExtension } from './messages.ts';
import type { Model } from './model.ts';

/** What the page's parts may ask of the whole. */
export interface Actions {
  model(): Model;
  colours(): Colours;
  view(): ViewName;
  filter(): Filter;
  /** The selected product; -1: none. */
  selected(): number;
  /** Selects a product and brings it into sight, in this view or the tree. */
  goTo(id: number): void;
  setView(view: ViewName): void;
  setFilter(filter: Filter): void;
  post(message: ToExtension): void;
  /** Says something to a screen reader. */
  say(text: string): void;
}
