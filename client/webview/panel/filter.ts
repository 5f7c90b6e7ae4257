import type { Actions } from '../actions.ts';
import type { ColourBy } from '../colours.ts';
import { h, refill } from '../dom.ts';
import { type Filter, NOBODY, noFilter, partsOf } from '../filter.ts';
import { icon, iconOfKind } from '../icons.ts';
import { COLOURS, choice } from './toolbar.ts';

/** What the panel does, beside what every part may. */
export interface FilterActions extends Actions {
  setColour(by: ColourBy): void;
}

/** The panel with the legend and the filter. It stands beside the picture, not over it. */
export class FilterPanel {
  readonly element = h('aside', { class: 'filter', id: 'filter', 'aria-label': 'Filter and legend' });
  private readonly actions: FilterActions;

  constructor(actions: FilterActions) {
    this.actions = actions;
    this.element.hidden = true;
  }

  paint(): void {
    if (this.element.hidden) return;
    const { actions } = this;
    const filter = actions.filter();
    const used = partsOf(filter) > 0;
    refill(
      this.element,
      h(
        'div',
        { class: 'title' },
        h('h2', {}, 'Show'),
        used &&
          h(
            'button',
            { class: 'text', 'data-focus': 'clear', onclick: () => actions.setFilter(noFilter()) },
            'Show all',
          ),
      ),
      this.kinds(filter),
      this.choice('Owner', 'owner', filter),
      this.choice('Manager', 'manager', filter),
      this.choice('Team', 'team', filter),
      this.rules(filter),
      this.severities(filter),
      this.check(
        'Only with waived findings',
        filter.waived,
        on => actions.setFilter({ ...filter, waived: on }),
        'waived',
      ),
      h('h2', {}, 'Colours'),
      this.colours(),
      this.legend(),
      h('h2', {}, 'Lines and marks'),
      ...marks(),
    );
  }

  private kinds(filter: Filter): HTMLElement {
    const { actions } = this;
    const model = actions.model();
    const counts = new Map<string, number>();
    for (const id of model.order) {
      const { kind } = model.products[id]!;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const rows = [...counts].map(([kind, count]) => {
      const symbol = iconOfKind(model.chain(kind));
      const shown = !filter.hiddenKinds.includes(kind);
      const change = (on: boolean): void => {
        const others = filter.hiddenKinds.filter(other => other !== kind);
        actions.setFilter({ ...filter, hiddenKinds: on ? others : [...others, kind] });
      };
      const label = this.check(kind || 'no kind', shown, change, `kind ${kind}`);
      label.firstElementChild!.after(icon(symbol, `kind c-kind-${symbol}`));
      label.append(h('span', { class: 'n' }, String(count)));
      return label;
    });
    return h('fieldset', {}, h('legend', { class: 'sr' }, 'Kinds'), ...rows);
  }

  private choice(title: string, role: 'owner' | 'manager' | 'team', filter: Filter): HTMLElement {
    const model = this.actions.model();
    const counts = new Map<string, number>();
    for (const id of model.order)
      for (const key of model.products[id]![role]) counts.set(key, (counts.get(key) ?? 0) + 1);
    const people = [...counts]
      .map(([key, count]): [string, string] => [key, `${model.parties.get(key) || key} (${count})`])
      .sort(([, a], [, b]) => a.localeCompare(b));
    return this.select(title, filter[role], [['', 'any'], [NOBODY, 'none'], ...people], value =>
      this.actions.setFilter({ ...filter, [role]: value }),
    );
  }

  private rules(filter: Filter): HTMLElement {
    const model = this.actions.model();
    const counts = new Map<string, number>();
    for (const id of model.order)
      for (const rule of model.products[id]!.rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const rules = [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, count]): [string, string] => [rule, `${rule} (${count})`]);
    return this.select('Rule', filter.rule, [['', 'any'], ...rules], value =>
      this.actions.setFilter({ ...filter, rule: value }),
    );
  }

  private severities(filter: Filter): HTMLElement {
    const options: [string, string][] = [
      ['', 'any or none'],
      ['any', 'any'],
      ['error', 'errors'],
      ['warning', 'warnings'],
      ['note', 'notes'],
    ];
    return this.select('Findings', filter.severity, options, value =>
      this.actions.setFilter({ ...filter, severity: value as Filter['severity'] }),
    );
  }

  private select(
    title: string,
    value: string,
    options: [string, string][],
    change: (value: string) => void,
  ): HTMLElement {
    const known = options.some(([one]) => one === value) ? options : [...options, [value, value] as [string, string]];
    const select = h(
      'select',
      { id: `filter-${title.toLowerCase()}`, 'data-focus': title, onchange: () => change(select.value) },
      ...known.map(([one, text]) => h('option', { value: one }, text)),
    );
    select.value = value;
    return h('div', { class: 'choice' }, h('label', { for: select.id }, title), select);
  }

  private check(title: string, on: boolean, change: (on: boolean) => void, focus: string): HTMLElement {
    const box = h('input', { type: 'checkbox', 'data-focus': focus, onchange: () => change(box.checked) });
    box.checked = on;
    return h('label', { class: 'check' }, box, h('span', {}, title));
  }

  /** Where the bar has no room for the choice of colours, it stands here. */
  private colours(): HTMLElement {
    const { actions } = this;
    const select = choice('Colour by', COLOURS, by => actions.setColour(by), 'narrow');
    select.dataset.focus = 'colour';
    select.value = actions.colours().by;
    return select;
  }

  private legend(): HTMLElement {
    const { legend } = this.actions.colours();
    return h(
      'ul',
      { class: 'legend' },
      ...legend.map(({ colour, label, count }) =>
        h(
          'li',
          { class: `c-${colour}` },
          h('span', { class: 'swatch' }),
          h('span', { class: 'name' }, label),
          h('span', { class: 'n' }, String(count)),
        ),
      ),
    );
  }
}

/** What lines and marks mean. */
function marks(): HTMLElement[] {
  const row = (mark: Node[], text: string): HTMLElement =>
    h('div', { class: 'mark' }, h('span', { class: 'sample' }, ...mark), text);
  const badge = (name: 'error' | 'warning' | 'waived', extra = '', text?: string): HTMLElement =>
    h('span', { class: `badge ${name} ${extra}` }, icon(name), text ? h('span', { class: 'n' }, text) : null);
  return [
    row([h('span', { class: 'line uses' })], 'used by the selected one'),
    row([h('span', { class: 'line used-in' })], 'uses the selected one'),
    row([badge('error'), badge('warning')], 'a finding of its own'),
    row([badge('error', 'rolled', '3')], 'the sum of what is folded'),
    row([badge('waived')], 'waived'),
    row([h('s', {}, 'Name')], 'obsolete'),
    row([icon('undeclared')], 'named, but not declared'),
  ];
}
