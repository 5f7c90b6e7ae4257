import { h, hidden } from '../dom.ts';
import { icon, iconOfKind } from '../icons.ts';
import type { Box, Scene } from '../layout/scene.ts';
import { nameOf, type Product } from '../model.ts';
import type { Look } from './look.ts';

/** All that decides how a box looks, as one text: it is drawn anew only when that differs. */
export function signatureOf(box: Box, scene: Scene, look: Look): string {
  const { product: id } = box;
  const hosting = scene.view === 'hosting' ? `${look.hover === id}${isLinked(look.hover, scene)}` : '';
  return [
    box.expanded,
    box.w,
    box.h,
    box.position,
    box.size,
    box.label,
    id === look.selected,
    look.focus === box.id,
    look.used.get(id),
    look.users.get(id),
    look.hits.has(id),
    look.hit === id,
    look.flashing.has(id),
    hosting,
  ].join('|');
}

/** In Hosting: the product stands in more than one place. */
export function isLinked(id: number, scene: Scene): boolean {
  return id >= 0 && (scene.byProduct.get(id)?.length ?? 0) > 1;
}

/** Draws a box that stands for a product, or a container that stands for none. */
export function fillCard(element: HTMLElement, box: Box, scene: Scene, look: Look): void {
  const { style } = element;
  style.width = `${box.w}px`;
  style.height = `${box.h}px`;
  describeItem(element, box, scene, look);
  const product = look.model.products[box.product];
  if (product === undefined) {
    element.className = `box ${box.role} nowhere`;
    const head = h(
      'span',
      { class: 'head' },
      toggle(box),
      icon('undeclared', 'dim'),
      h('span', { class: 'name' }, box.label ?? ''),
    );
    element.replaceChildren(head, hidden(', what runs nowhere'));
    return;
  }
  element.className = classesOf(box, product, scene, look).join(' ');
  element.title = `${nameOf(product)} · ${product.key}`;
  const symbol = icon(product.declared ? iconOfKind(look.model.chain(product.kind)) : 'undeclared', 'kind');
  const name = h('span', { class: 'name' }, nameOf(product));
  if (box.role === 'card') {
    const second = h('span', { class: 'second', 'aria-hidden': true }, h('span', { class: 'key' }, keyText(product)));
    second.append(...tags(product, look), badges(box, product, look, scene));
    // The key is read with the name, its line is for the eye.
    element.replaceChildren(symbol, h('span', { class: 'text' }, name, second), ...twisty(box, look));
  } else {
    const parts = [
      symbol,
      name,
      ...(box.role === 'container' ? [h('span', { class: 'key', 'aria-hidden': true }, keyText(product))] : []),
    ];
    const places = scene.byProduct.get(product.id)?.length ?? 0;
    const more = [
      ...(places > 1
        ? [h('span', { class: 'times', 'aria-hidden': true, title: `In ${places} places` }, `×${places}`)]
        : []),
      badges(box, product, look, scene),
      ...(box.role === 'container'
        ? [h('span', { class: 'count', 'aria-hidden': true }, String(look.model.to(product.id, 'hosts').length))]
        : []),
    ];
    if (box.role === 'container') element.replaceChildren(h('span', { class: 'head' }, toggle(box), ...parts, ...more));
    else element.replaceChildren(...parts, ...more);
  }
  element.append(hidden(`, ${wordsOf(box, product, scene, look).join(', ')}`));
}

function keyText({ declared, key }: Product): string {
  return declared ? key : 'not declared';
}

function describeItem(element: HTMLElement, box: Box, scene: Scene, look: Look): void {
  const item = scene.view === 'dependencies' ? 'option' : 'treeitem';
  if (box.role === 'container' && scene.view === 'dependencies') {
    element.setAttribute('role', 'presentation');
    return;
  }
  element.setAttribute('role', item);
  element.tabIndex = look.focus === box.id ? 0 : -1;
  element.setAttribute('aria-posinset', String(box.position));
  element.setAttribute('aria-setsize', String(box.size));
  element.setAttribute('aria-selected', String(box.product >= 0 && box.product === look.selected));
  if (item === 'option') return;
  element.setAttribute('aria-level', String(box.level));
  if (box.expanded === undefined) element.removeAttribute('aria-expanded');
  else element.setAttribute('aria-expanded', String(box.expanded));
}

function classesOf(box: Box, product: Product, scene: Scene, look: Look): string[] {
  const { id } = product;
  const classes = ['box', box.role, `c-${look.colours.of(id)}`];
  const add = (name: string, on: boolean): void => {
    if (on) classes.push(name);
  };
  add('pack', product.declared && look.model.isPackage(id));
  add('selected', id === look.selected);
  add('used', look.used.has(id));
  add('user', look.users.has(id));
  add('obsolete', product.obsolete > 0);
  add('undeclared', !product.declared);
  add('unresolved', product.rules.includes('unresolved'));
  add('waived', product.findings[3] > 0);
  add('hit', look.hits.has(id));
  add('current', look.hit === id);
  add('flash', look.flashing.has(id));
  if (scene.view === 'hosting') {
    const hot = look.hover >= 0 ? look.hover : look.selected;
    add('same', hot === id && isLinked(id, scene));
    add('faint', box.role === 'chip' && look.hover >= 0 && look.hover !== id && isLinked(look.hover, scene));
    add('outer', box.role === 'container' && box.level === 1);
  }
  return classes;
}

/** Words beside the key: what colour or line says must not be said by them alone. */
function tags(product: Product, look: Look): HTMLElement[] {
  const found: HTMLElement[] = [];
  const words = look.colours.wordsFor(product.id);
  if (words) found.push(h('span', { class: 'group' }, words));
  if (product.obsolete > 0) found.push(h('span', { class: 'tag' }, 'obsolete'));
  const used = look.used.get(product.id);
  const users = look.users.get(product.id);
  if (used) found.push(h('span', { class: 'relation out' }, icon('right'), used > 1 ? `${used} used` : 'used'));
  if (users) found.push(h('span', { class: 'relation in' }, icon('left'), users > 1 ? `${users} use it` : 'uses it'));
  return found;
}

/** Findings: of its own as they are, of a folded branch summed up in a pill. */
function badges(box: Box, product: Product, look: Look, scene: Scene): HTMLElement {
  const folded = box.expanded === false && scene.view === 'tree';
  const { errors, warnings, notes, waived } = countsOf(box, product, look, scene);
  const list = h('span', { class: 'badges', 'aria-hidden': true });
  const badge = (name: 'error' | 'warning' | 'note' | 'waived', count: number): void => {
    if (count === 0) return;
    const number = count > 1 || folded ? h('span', { class: 'n' }, count > 99 ? '99+' : String(count)) : null;
    list.append(h('span', { class: `badge ${name}${folded ? ' rolled' : ''}` }, icon(name), number));
  };
  badge('error', errors);
  badge('warning', warnings);
  if (errors + warnings === 0) badge('note', notes);
  if (!folded) badge('waived', waived);
  return list;
}

function countsOf(
  box: Box,
  { id, findings }: Product,
  look: Look,
  scene: Scene,
): Record<'errors' | 'warnings' | 'notes' | 'waived', number> {
  const [errors, warnings, notes, waived] = findings;
  if (box.expanded === false && scene.view === 'tree') return { ...look.model.below[id]!, waived };
  return { errors, warnings, notes, waived };
}

function twisty(box: Box, look: Look): HTMLElement[] {
  if (box.expanded === undefined) return [];
  const count = look.model.below[box.product]?.products ?? 0;
  return [
    h(
      'span',
      { class: 'twisty', 'data-toggle': true, 'aria-hidden': true },
      h('span', {}, String(count)),
      icon(box.expanded ? 'left' : 'right'),
    ),
  ];
}

function toggle(box: Box): HTMLElement | null {
  if (box.expanded === undefined) return null;
  return h('span', { class: 'twist', 'data-toggle': true, 'aria-hidden': true }, icon(box.expanded ? 'down' : 'right'));
}

/** What a screen reader says after the name. */
function wordsOf(box: Box, product: Product, scene: Scene, look: Look): string[] {
  const { errors, warnings, notes, waived } = countsOf(box, product, look, scene);
  const inside = box.expanded === false && scene.view === 'tree' ? ' inside' : '';
  const count = (n: number, word: string): string[] => (n > 0 ? [`${n} ${word}${n > 1 ? 's' : ''}${inside}`] : []);
  const places = scene.view === 'hosting' ? (scene.byProduct.get(product.id)?.length ?? 0) : 0;
  return [
    product.declared ? `${product.key}, ${product.kind}` : 'not declared',
    ...(product.obsolete > 0 ? ['obsolete'] : []),
    ...(box.expanded !== undefined && scene.view === 'tree' ? [`${look.model.below[product.id]!.products} below`] : []),
    ...count(errors, 'error'),
    ...count(warnings, 'warning'),
    ...count(notes, 'note'),
    ...(waived > 0 ? [`${waived} waived`] : []),
    ...(look.used.has(product.id) ? ['used by the selected product'] : []),
    ...(look.users.has(product.id) ? ['uses the selected product'] : []),
    ...(places > 1 ? [`in ${places} places`] : []),
    ...(scene.view === 'dependencies' ? linesOf(box, scene, look) : []),
  ];
}

/** In Dependencies: what the lines at a card say. */
function linesOf(box: Box, { boxes, byId, edges }: Scene, { model }: Look): string[] {
  const place = byId.get(box.id);
  const needs = new Map<string, string[]>();
  const needed = new Map<string, string[]>();
  for (const { from, to, label } of edges) {
    if (from !== place && to !== place) continue;
    const lines = from === place ? needs : needed;
    const other = nameOf(model.products[boxes[from === place ? to : from]!.product]!);
    const names = lines.get(label);
    if (names) names.push(other);
    else lines.set(label, [other]);
  }
  return [
    ...[...needs].map(([label, names]) => `${label} ${fewOf(names)}`),
    ...[...needed].map(([label, names]) => `needed by ${fewOf(names)}: ${label}`),
  ];
}

/** Names as they are read out: so many that one can still listen. */
function fewOf(names: readonly string[]): string {
  return names.length <= 3 ? names.join(' and ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
