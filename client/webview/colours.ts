import { iconOfKind, KINDS } from './icons.ts';
import { type Model, nameOf } from './model.ts';

/** What cards are coloured by. */
export type ColourBy = 'kind' | 'team' | 'owner' | 'severity';

/** One line of the legend: a colour, what it stands for, and how many there are. */
export interface Meaning {
  /** The name of the page's colour: `kind-service`, `series-3`, `error` … */
  colour: string;
  label: string;
  count: number;
}

/** How many teams or owners have a colour of their own; the others share one. */
const SERIES = 8;

/** Which colour each product has, and what the colours stand for. */
export class Colours {
  readonly by: ColourBy;
  readonly legend: readonly Meaning[];
  private readonly model: Model;
  private readonly series = new Map<string, string>();

  constructor(model: Model, by: ColourBy) {
    this.model = model;
    this.by = by;
    const counts = new Map<string, number>();
    const labels = new Map<string, string>();
    for (const id of model.order) {
      const group = this.groupOf(id);
      counts.set(group, (counts.get(group) ?? 0) + 1);
      if (!labels.has(group)) labels.set(group, this.labelOf(id, group));
    }
    const groups = [...counts].sort(([, a], [, b]) => b - a);
    if (by === 'team' || by === 'owner') {
      for (const [group] of groups.filter(([group]) => group !== '').slice(0, SERIES)) {
        this.series.set(group, `series-${this.series.size + 1}`);
      }
    }
    const meanings: Meaning[] = [];
    let others = 0;
    for (const [group, count] of groups) {
      const colour = this.colourOfGroup(group);
      if (colour === 'other') others += count;
      else if (colour !== 'none') meanings.push({ colour, label: labels.get(group)!, count });
    }
    if (others > 0)
      meanings.push({ colour: 'other', label: `other ${by === 'team' ? 'teams' : 'owners'}`, count: others });
    const none = counts.get('') ?? 0;
    if (none > 0) meanings.push({ colour: 'none', label: by === 'severity' ? 'no findings' : `no ${by}`, count: none });
    const rank = ['error', 'warning', 'note', 'waived', 'none'];
    this.legend =
      by === 'severity' ? meanings.sort((a, b) => rank.indexOf(a.colour) - rank.indexOf(b.colour)) : meanings;
  }

  /** The name of a product's colour. */
  of(id: number): string {
    if (!this.model.products[id]!.declared) return 'none';
    return this.colourOfGroup(this.groupOf(id));
  }

  /** What the colour says, in words, where the card does not say it by itself. */
  wordsFor(id: number): string {
    if (this.by !== 'team' && this.by !== 'owner') return '';
    const group = this.groupOf(id);
    return group === '' ? '' : this.labelOf(id, group);
  }

  private groupOf(id: number): string {
    const product = this.model.products[id]!;
    if (this.by === 'kind') return product.kind;
    if (this.by === 'severity') {
      const [errors, warnings, notes, waived] = product.findings;
      return errors ? 'error' : warnings ? 'warning' : notes ? 'note' : waived ? 'waived' : '';
    }
    return product[this.by][0] ?? '';
  }

  private labelOf(id: number, group: string): string {
    if (this.by === 'kind') return group || 'no kind';
    if (this.by === 'severity')
      return (
        { error: 'errors', warning: 'warnings', note: 'notes', waived: 'waived only' }[group] ??
        nameOf(this.model.products[id]!)
      );
    return this.model.parties.get(group) || group;
  }

  private colourOfGroup(group: string): string {
    if (this.by === 'severity') return group || 'none';
    if (this.by === 'kind') {
      const icon = iconOfKind(this.model.chain(group));
      return KINDS.has(icon) ? `kind-${icon}` : group ? 'kind-generic' : 'none';
    }
    return group === '' ? 'none' : (this.series.get(group) ?? 'other');
  }
}

/** The names of all colours that a product can have. */
export const COLOUR_NAMES: readonly string[] = [
  ...[...KINDS].map(kind => `kind-${kind}`),
  'kind-generic',
  ...Array.from({ length: SERIES }, (_, index) => `series-${index + 1}`),
  'other',
  'none',
  'error',
  'warning',
  'note',
  'waived',
];
