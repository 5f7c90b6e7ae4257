import type { Actions } from '../actions.ts';
import { h, refill } from '../dom.ts';
import { icon, iconOfKind } from '../icons.ts';
import { nameOf } from '../model.ts';

/** The path from the project to the selected product. */
export class Crumbs {
  readonly element = h('nav', { class: 'crumbs', 'aria-label': 'Path' });
  private readonly actions: Actions;
  private readonly showAll: () => void;

  /** @param showAll called when the project is chosen */
  constructor(actions: Actions, showAll: () => void) {
    this.actions = actions;
    this.showAll = showAll;
  }

  paint(): void {
    const model = this.actions.model();
    const path: number[] = [];
    for (let id = this.actions.selected(); id >= 0; id = model.parent[id] ?? -1) path.unshift(id);
    refill(
      this.element,
      h(
        'ol',
        {},
        h(
          'li',
          {},
          h(
            'button',
            { class: 'crumb', 'data-focus': 'project', title: 'Show all', onclick: () => this.showAll() },
            model.title || 'No project',
          ),
        ),
        ...path.map((id, index) => this.crumb(id, index === path.length - 1)),
      ),
    );
    this.element.scrollLeft = this.element.scrollWidth;
  }

  private crumb(id: number, last: boolean): HTMLElement {
    const { actions } = this;
    const model = actions.model();
    const product = model.products[id]!;
    return h(
      'li',
      {},
      icon('right', 'dim'),
      h(
        'button',
        {
          class: `crumb c-${actions.colours().of(id)}`,
          'data-focus': String(id),
          title: product.key,
          'aria-current': last ? 'page' : undefined,
          onclick: () => actions.goTo(id),
        },
        icon(product.declared ? iconOfKind(model.chain(product.kind)) : 'undeclared', 'kind'),
        nameOf(product),
      ),
    );
  }
}
