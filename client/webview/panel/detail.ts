import type { PreviewDetails, PreviewFinding, PreviewValue } from '../../../server/src/protocol.ts';
import type { Actions } from '../actions.ts';
import { h, refill } from '../dom.ts';
import { icon, iconOfKind } from '../icons.ts';
import { nameOf } from '../model.ts';

/** Entries of a list before the rest waits behind a button. */
const MOST = 8;

/** So many more it shows; who has more than these is asked in Dependencies. */
const LATER = 200;

/** The panel about the selected product: what the row knows at once, the rest when it has come. */
export class DetailPanel {
  readonly element = h('aside', { class: 'detail', 'aria-label': 'Selected product' });
  private readonly actions: Actions;
  private details: PreviewDetails | undefined;

  constructor(actions: Actions) {
    this.actions = actions;
  }

  /** Takes over what the server says of a product. */
  receive(details: PreviewDetails | null): void {
    this.details = details ?? undefined;
    this.paint();
  }

  paint(): void {
    const { actions, element } = this;
    const model = actions.model();
    const id = actions.selected();
    const product = model.products[id];
    if (product === undefined) {
      refill(
        element,
        h(
          'div',
          { class: 'empty' },
          icon('target'),
          h('p', {}, 'Choose a product to see what it uses, who answers for it and what was found.'),
        ),
      );
      return;
    }
    const details = this.details?.key === product.key ? this.details : undefined;
    const symbol = icon(product.declared ? iconOfKind(model.chain(product.kind)) : 'undeclared', `kind big`);
    const head = h(
      'div',
      { class: `head c-${actions.colours().of(id)}` },
      symbol,
      h(
        'div',
        {},
        h('h2', { class: product.obsolete > 0 ? 'struck' : '' }, nameOf(product)),
        h(
          'p',
          { class: 'sub' },
          h('code', {}, product.key),
          h('span', {}, product.declared ? product.kind : 'not declared'),
          product.obsolete > 0 &&
            h('span', { class: 'tag' }, product.obsolete === 1 ? 'obsolete' : 'obsolete with its package'),
        ),
      ),
    );
    const lists = [
      this.list('Uses', model.to(id, 'uses'), 'out', details, 'uses'),
      this.list('Used in', model.from(id, 'uses'), 'in', details, 'used in'),
      this.list('Hosts', model.to(id, 'hosts'), '', details, 'hosts'),
      this.list('Hosted on', model.from(id, 'hosts'), '', details, 'hosted on'),
      this.list('Requires', model.to(id, 'requires'), '', details),
      this.list('Contains', model.children[id] ?? [], '', details),
    ];
    refill(
      element,
      head,
      product.declared
        ? this.buttons(product.key)
        : h('p', { class: 'prose' }, 'Others name it, but nothing declares it.'),
      details?.obsolete ? h('p', { class: 'prose' }, `Obsolete: ${details.obsolete}`) : null,
      details?.description ? h('p', { class: 'prose' }, ...this.prose(details)) : null,
      this.findings(details),
      ...lists,
      details && details.facts.length > 0 ? this.facts(details) : null,
    );
  }

  private buttons(key: string): HTMLElement {
    const { actions } = this;
    const other = actions.view() === 'dependencies' ? 'tree' : 'dependencies';
    return h(
      'div',
      { class: 'buttons' },
      h(
        'button',
        { class: 'primary', 'data-focus': 'source', onclick: () => actions.post({ type: 'source', key, focus: true }) },
        'Open Source',
      ),
      h(
        'button',
        { class: 'secondary', 'data-focus': 'other', onclick: () => actions.setView(other) },
        other === 'tree' ? 'Show in Tree' : 'Dependencies',
      ),
    );
  }

  private findings(details: PreviewDetails | undefined): HTMLElement | null {
    if (!details || details.findings.length === 0) return null;
    const { findings } = details;
    return h(
      'section',
      { class: 'findings' },
      h('h3', {}, 'Findings ', h('span', { class: 'n' }, String(findings.length))),
      h('ul', {}, ...findings.map((finding, index) => h('li', {}, ...this.finding(finding, index)))),
    );
  }

  private finding(
    { rule, severity, message, place, waived }: PreviewFinding,
    index: number,
  ): (HTMLElement | SVGElement)[] {
    const { actions } = this;
    const name = waived !== undefined ? 'waived' : severity === 'info' || severity === 'hint' ? 'note' : severity;
    const words = { error: 'Error', warning: 'Warning', note: 'Note', waived: 'Waived' }[name];
    return [
      h('span', { class: `badge ${name}` }, icon(name), h('span', { class: 'sr' }, `${words}: `)),
      h(
        'div',
        { class: waived === undefined ? '' : 'dim' },
        h(
          'button',
          {
            class: 'text',
            'data-focus': `finding${index}`,
            title: 'Show where',
            onclick: () => actions.post({ type: 'place', place }),
          },
          message,
        ),
        waived === undefined ? null : h('p', { class: 'small' }, `Waived: ${waived}`),
        h(
          'button',
          {
            class: 'rule',
            'data-focus': `rule${index}`,
            title: 'Open the page of the rule',
            onclick: () => actions.post({ type: 'rule', rule }),
          },
          rule,
        ),
      ),
    ];
  }

  private list(
    title: string,
    ids: readonly number[],
    line: string,
    details?: PreviewDetails,
    word?: string,
  ): HTMLElement | null {
    if (ids.length === 0) return null;
    const { actions } = this;
    const model = actions.model();
    const notes = new Map(
      details?.facts.find(({ label }) => label === word)?.values.map(({ product, note }) => [product, note]),
    );
    const item = (id: number): HTMLElement => {
      const product = model.products[id]!;
      const symbol = icon(product.declared ? iconOfKind(model.chain(product.kind)) : 'undeclared', 'kind');
      return h(
        'li',
        {},
        h(
          'button',
          {
            class: `link c-${actions.colours().of(id)}${product.declared ? '' : ' undeclared'}`,
            'data-focus': `${title}${id}`,
            onclick: () => actions.goTo(id),
          },
          symbol,
          h('span', { class: 'name' }, nameOf(product)),
          h('span', { class: 'key' }, product.declared ? product.key : 'not declared'),
        ),
        notes.get(product.key) ? h('p', { class: 'small' }, notes.get(product.key)!) : null,
      );
    };
    return h(
      'section',
      { class: line },
      h('h3', {}, `${title} `, h('span', { class: 'n' }, String(ids.length))),
      ...shortened(
        ids.map(id => () => item(id)),
        title,
      ),
    );
  }

  private facts({ facts, file, place }: PreviewDetails): HTMLElement {
    const rows = facts.flatMap(({ label, values }) => [
      h('dt', {}, label),
      h(
        'dd',
        {},
        ...shortened(
          values.map((value, index) => () => this.value(value, `${label}${index}`)),
          label,
        ),
      ),
    ]);
    const source: PreviewValue = { text: `${file}:${place.line + 1}`, place };
    return h(
      'dl',
      {},
      ...rows,
      h('dt', {}, 'source'),
      h('dd', { class: 'mono' }, h('ul', {}, this.value(source, 'file'))),
    );
  }

  /** The description, in which what stands in double brackets leads to what it names. */
  private prose({ description, mentions }: PreviewDetails): (HTMLElement | string)[] {
    const known = new Map(mentions);
    return flowing(description)
      .split(/\[\[([^\]\n]+)\]\]/)
      .map((part, index) => {
        if (index % 2 === 0) return part;
        const value = known.get(part);
        return value ? this.link(value, `mention${index}`) : h('span', { class: 'undeclared' }, part);
      });
  }

  private value(value: PreviewValue, focus: string): HTMLElement {
    const { name, note, undeclared } = value;
    return h(
      'li',
      { class: undeclared ? 'undeclared' : '' },
      this.link(value, focus),
      name ? h('span', {}, ` ${name}`) : null,
      undeclared ? h('span', { class: 'dim' }, ' not declared') : null,
      note ? h('span', { class: 'dim' }, ` ${note}`) : null,
    );
  }

  /** A text that leads to where it can lead. */
  private link({ text, key, product, place, link }: PreviewValue, focus: string): HTMLElement {
    const { actions } = this;
    const id = product === undefined ? undefined : actions.model().idOf(product);
    const go =
      id !== undefined
        ? () => actions.goTo(id)
        : place
          ? () => actions.post({ type: 'place', place })
          : link
            ? () => actions.post({ type: 'link', url: link })
            : undefined;
    if (go === undefined) return h('span', {}, text);
    return h('button', { class: 'text', 'data-focus': focus, title: key ?? link ?? '', onclick: go }, text);
  }
}

/** Markdown as text: a single end of a line is a blank, as it is where Markdown is drawn; paragraphs and lists keep theirs. */
function flowing(markdown: string): string {
  return markdown.replace(/([^\n])\n(?![\n#>|]|\s*([-*+]|\d+[.)])\s)/g, '$1 ');
}

/**
 * A list that begins with few entries, and a button that shows the rest and takes the keyboard there.
 * @param items makes each entry, when it is shown
 * @param title of the list, to tell its button from others
 */
function shortened(items: readonly (() => HTMLElement)[], title: string): HTMLElement[] {
  const list = h('ul', {}, ...items.slice(0, MOST).map(make => make()));
  const rest = items.slice(MOST, MOST + LATER);
  if (rest.length === 0) return [list];
  const show = (): void => {
    list.append(...rest.map(make => make()));
    more.remove();
    list.children[MOST]?.querySelector('button')?.focus();
  };
  const more = h(
    'button',
    { class: 'text more', 'data-focus': `more${title}`, onclick: show },
    `Show ${rest.length} more`,
  );
  return [list, more];
}
