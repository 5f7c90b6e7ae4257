import type { ColourBy } from '../colours.ts';
import { h } from '../dom.ts';
import { type IconName, icon } from '../icons.ts';
import type { ViewName } from '../layout/scene.ts';

/** A button with an icon alone. */
export function tool(name: IconName, label: string, onclick: () => void, className = ''): HTMLButtonElement {
  return h('button', { class: `tool ${className}`.trim(), title: label, 'aria-label': label, onclick }, icon(name));
}

const VIEWS: readonly [ViewName, string][] = [
  ['tree', 'Tree'],
  ['hosting', 'Hosting'],
  ['dependencies', 'Dependencies'],
];

/** The tabs of the three views; arrow keys go from one to the next. */
export class Tabs {
  readonly element: HTMLElement;
  private readonly tabs: HTMLButtonElement[];

  constructor(choose: (view: ViewName) => void) {
    this.tabs = VIEWS.map(([view, title]) =>
      h(
        'button',
        { class: 'tab', role: 'tab', id: `tab-${view}`, 'aria-controls': 'stage', title, onclick: () => choose(view) },
        icon(view),
        h('span', {}, title),
      ),
    );
    this.element = h(
      'div',
      {
        class: 'tabs',
        role: 'tablist',
        'aria-label': 'View',
        onkeydown: (event: KeyboardEvent) => {
          const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          if (by === 0) return;
          event.preventDefault();
          const at = this.tabs.findIndex(tab => tab.getAttribute('aria-selected') === 'true');
          const next = (at + by + VIEWS.length) % VIEWS.length;
          choose(VIEWS[next]![0]);
          this.tabs[next]!.focus();
        },
      },
      ...this.tabs,
    );
  }

  /** Marks the view that is shown. */
  show(view: ViewName): void {
    for (const [index, tab] of this.tabs.entries()) {
      const on = VIEWS[index]![0] === view;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
    }
  }
}

/** What cards can be coloured by, and how the choice is called. */
export const COLOURS: readonly [ColourBy, string][] = [
  ['kind', 'Colour: kind'],
  ['team', 'Colour: team'],
  ['owner', 'Colour: owner'],
  ['severity', 'Colour: severity'],
];

/** A list of few choices; its first option says what is chosen. */
export function choice<T extends string>(
  label: string,
  options: readonly [T, string][],
  change: (value: T) => void,
  className = '',
): HTMLSelectElement {
  const select = h(
    'select',
    { 'aria-label': label, title: label, class: className, onchange: () => change(select.value as T) },
    ...options.map(([value, text]) => h('option', { value }, text)),
  );
  return select;
}
