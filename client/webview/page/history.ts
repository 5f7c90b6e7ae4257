import type { ViewName } from '../layout/scene.ts';

/** Where the reader was: a selected product in a view. */
export interface Place {
  id: number;
  view: ViewName;
}

/** So many places are kept. */
const MOST = 100;

/** The places that the reader was at, for the way back and forward again. */
export class History {
  private places: Place[] = [];
  private at = -1;

  /** There is a place to go back to. */
  get hasBack(): boolean {
    return this.at > 0;
  }

  /** There is a place to go forward to. */
  get hasForward(): boolean {
    return this.at < this.places.length - 1;
  }

  /** Forgets all places. */
  clear(): void {
    this.places = [];
    this.at = -1;
  }

  /** Notes a place, unless it is the present one; what was ahead is forgotten. */
  note({ id, view }: Place): void {
    const present = this.places[this.at];
    if (present?.id === id && present.view === view) return;
    this.places = [...this.places.slice(Math.max(0, this.at - MOST + 1), this.at + 1), { id, view }];
    this.at = this.places.length - 1;
  }

  /**
   * Goes one place back or forward. False if there is none.
   * @param go shows the place; what it notes on the way does not count
   */
  travel(by: -1 | 1, go: (to: Place) => void): boolean {
    const { places } = this;
    const at = this.at + by;
    const to = places[at];
    if (to === undefined) return false;
    go(to);
    this.places = places;
    this.at = at;
    return true;
  }
}
