import { Cell, type Tracker } from '../model/tracking.ts';

/** How many findings a waiver silences, and what its holder was told of it. */
interface Use {
  count: number;
  told?: boolean;
  cell: Cell;
}

/**
 * Which waivers silence any finding. Counts go down and up while entries are judged again; whoever asked hears of the outcome alone, in
 * `settle`, and only where it is not what he was told.
 */
export class WaiverUse {
  private readonly uses = new Map<string, Use>();
  private readonly touched = new Set<string>();

  /** A waiver silences one finding more (1) or less (-1). */
  count(waiver: string, by: 1 | -1): void {
    this.use(waiver).count += by;
    this.touched.add(waiver);
  }

  /** Whether a waiver silences anything as far as is known now. */
  isUsed(waiver: string, tracker: Tracker): boolean {
    const use = this.use(waiver);
    tracker.read(use.cell);
    this.touched.add(waiver);
    use.told = use.count > 0;
    return use.told;
  }

  /** Tells those who were told otherwise. */
  settle(): void {
    for (const waiver of this.touched) {
      const { cell, count, told } = this.use(waiver);
      if (told !== undefined && told !== count > 0) cell.notify();
      if (count === 0 && !cell.isRead) this.uses.delete(waiver);
    }
    this.touched.clear();
  }

  private use(waiver: string): Use {
    let use = this.uses.get(waiver);
    if (use === undefined) {
      use = { count: 0, cell: new Cell() };
      this.uses.set(waiver, use);
    }
    return use;
  }
}
