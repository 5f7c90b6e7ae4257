type Attributes = Record<string, string | number | boolean | undefined | ((event: never) => void)>;
type Child = Node | string | null | undefined | false;

/**
 * Makes an element. Attributes that begin with `on` are listeners; `false` and undefined are left out. Texts are text, never HTML, and no
 * style is set here: the page's policy forbids style attributes.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/** Words for a screen reader alone. */
export function hidden(text: string): HTMLElement {
  return h('span', { class: 'sr' }, text);
}

/** Puts new children in place of the old ones, and the keyboard's focus back where it was, by `data-focus`. */
export function refill(element: HTMLElement, ...children: Child[]): void {
  const focused = element.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.focus
    : undefined;
  element.replaceChildren(...children.filter((child): child is Node | string => Boolean(child)));
  if (focused === undefined) return;
  const same = [...element.querySelectorAll<HTMLElement>('[data-focus]')].find(one => one.dataset.focus === focused);
  same?.focus();
}
