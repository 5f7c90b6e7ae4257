import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Model } from '../model.ts';

/** The search box: finds products by key or name and goes from one to the next. */
export class Search {
  readonly element: HTMLElement;
  hits: number[] = [];
  /** Place of the present hit; -1: none yet. */
  at = -1;
  private readonly input: HTMLInputElement;
  private readonly count = h('span', { class: 'hits', role: 'status' });
  private readonly previous: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly changed: (hit: number | undefined) => void;
  private readonly model: () => Model;

  /**
   * @param changed called with the hit to go to; undefined: there is none
   * @param leave called when the reader is done with the box
   */
  constructor(model: () => Model, changed: (hit: number | undefined) => void, leave: () => void) {
    this.model = model;
    this.changed = changed;
    this.input = h('input', {
      type: 'search',
      placeholder: 'Search key or name',
      'aria-label': 'Search key or name',
      spellcheck: 'false',
      oninput: () => this.find(),
      onkeydown: (event: KeyboardEvent) => {
        if (event.key === 'Enter') this.step(event.shiftKey ? -1 : 1);
        else if (event.key === 'Escape') {
          this.input.value = '';
          this.find();
          leave();
        } else return;
        event.preventDefault();
      },
    });
    const button = (name: 'up' | 'down', label: string, by: 1 | -1): HTMLButtonElement =>
      h(
        'button',
        { class: 'tool small', title: label, 'aria-label': label, hidden: true, onclick: () => this.step(by) },
        icon(name),
      );
    this.previous = button('up', 'Previous match (Shift+Enter)', -1);
    this.next = button('down', 'Next match (Enter)', 1);
    this.element = h(
      'div',
      { class: 'search', role: 'search' },
      icon('search'),
      this.input,
      this.count,
      this.previous,
      this.next,
    );
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  /** Looks again, after a change of the model or of the text. */
  find(move = true): void {
    const text = this.input.value.trim().toLowerCase();
    const model = this.model();
    const now = this.hits[this.at];
    this.hits =
      text === ''
        ? []
        : model.walk.filter(id => {
            const { key, name } = model.products[id]!;
            return key.toLowerCase().includes(text) || name.toLowerCase().includes(text);
          });
    this.previous.hidden = this.next.hidden = this.hits.length === 0;
    if (!move) {
      this.at = now === undefined ? -1 : this.hits.indexOf(now);
      this.say(text);
      return;
    }
    const exact = this.hits.findIndex(id => model.products[id]!.key.toLowerCase() === text);
    this.at = this.hits.length === 0 ? -1 : Math.max(0, exact);
    this.say(text);
    this.changed(this.hits[this.at]);
  }

  private step(by: 1 | -1): void {
    if (this.hits.length === 0) return;
    this.at = (this.at + by + this.hits.length) % this.hits.length;
    this.say('.');
    this.changed(this.hits[this.at]);
  }

  private say(text: string): void {
    this.count.textContent =
      text === '' ? '' : this.hits.length === 0 ? 'none' : `${this.at + 1} of ${this.hits.length}`;
  }
}
