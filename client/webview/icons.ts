/** Outlines on a grid of 16, drawn with a round pen of 1.25 in the text's colour. */
const OUTLINES = {
  package: 'M2.5 5 8 2l5.5 3v6L8 14l-5.5-3zM2.5 5 8 8l5.5-3M8 8v6M5.2 3.5l5.5 3',
  service:
    'M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM8 1.8v1.9M8 12.3v1.9M1.8 8h1.9M12.3 8h1.9M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4',
  software: 'M5 4.5 1.5 8 5 11.5M11 4.5 14.5 8 11 11.5M9.3 3 6.7 13',
  environment: 'M1.8 3h12.4v8H1.8zM5.5 13.5h5M4.5 5.5l1.7 1.6-1.7 1.6M8 8.8h3',
  network: 'M6.3 2h3.4v3H6.3zM1.8 11h3.4v3H1.8zM10.8 11h3.4v3h-3.4zM8 5v3M3.5 11V8h9v3',
  facility: 'M2 14V6l4 2.5V6l4 2.5V3h4v11zM5 11.2h1M8 11.2h1M11.3 11.2h1',
  enclave:
    'M8 1.7c1.6 1.2 3.3 1.8 5.2 1.9 0 5.3-1.4 8.8-5.2 10.7-3.8-1.9-5.2-5.4-5.2-10.7C4.7 3.5 6.4 2.9 8 1.7zM5.7 7.8l1.7 1.7 3-3.2',
  dataset:
    'M3 4c0-1.1 2.2-2 5-2s5 .9 5 2-2.2 2-5 2-5-.9-5-2zM3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2',
  cots: 'M2.5 5.5h11V14h-11zM2.5 8.5h11M5.5 5.5C3 3 5.5.8 8 5.5 10.5.8 13 3 10.5 5.5M8 5.5V14',
  hardware:
    'M4.2 4.2h7.6v7.6H4.2zM6.5 6.5h3v3h-3zM6 1.8v2.4M10 1.8v2.4M6 11.8v2.4M10 11.8v2.4M1.8 6h2.4M1.8 10h2.4M11.8 6h2.4M11.8 10h2.4',
  library: 'M2.2 2.8h2.9v10.4H2.2zM5.1 2.8H8v10.4H5.1zM9.2 3.6l2.6-.8 2.4 9.7-2.6.7z',
  generic: 'M4.5 2.5h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM6.3 8h3.4',
  undeclared: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM6.2 6.4c0-2.3 3.6-2.3 3.6 0 0 1.3-1.8 1.3-1.8 2.7M8 11.2v.3',
  error: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  warning: 'M8 2.2 14.3 13.5H1.7zM8 6.5v3.3M8 11.5v.4',
  note: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.3v3.5M8 5v.3',
  waived:
    'M8 1.7c1.6 1.2 3.3 1.8 5.2 1.9 0 5.3-1.4 8.8-5.2 10.7-3.8-1.9-5.2-5.4-5.2-10.7C4.7 3.5 6.4 2.9 8 1.7zM5.5 8h5',
  right: 'M6 3.5 10.5 8 6 12.5',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  back: 'M7 3.5 2.5 8 7 12.5M2.5 8h11',
  forward: 'M9 3.5 13.5 8 9 12.5M13.5 8h-11',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5M5.5 6h5v4h-5z',
  target: 'M8 3.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6zM8 1v3.3M8 11.7V15M1 8h3.3M11.7 8H15',
  search: 'M6.8 2.5a4.3 4.3 0 1 1 0 8.6 4.3 4.3 0 0 1 0-8.6zM10 10l4 4',
  filter: 'M2 3h12L9.6 8.3v5l-3.2-1.7V8.3z',
  tree: 'M2 2h4.5v3H2zM9.5 6.5H14v3H9.5zM9.5 11.5H14v3H9.5zM4.2 5v8h5.3M4.2 8h5.3',
  hosting: 'M1.5 2.5h13v11h-13zM3.8 5.5h4.4v5.6H3.8zM10.3 5.5h2v2h-2zM10.3 9.1h2v2h-2z',
  dependencies: 'M1.5 2.5h4v3h-4zM1.5 10.5h4v3h-4zM10.5 6.5h4v3h-4zM5.5 4H8v8H5.5M8 8h2.5',
  expand: 'M2.5 2.5h7.5V10H2.5zM5 13h8V5M6.3 4.6v3.3M4.6 6.3h3.3',
  collapse: 'M2.5 2.5h7.5V10H2.5zM5 13h8V5M4.6 6.3h3.3',
  follow: 'M2 2.5h12M2 6h6M2 9.5h4M2 13h4M9 13.5l1-3.5 4-4 2 2-4 4z',
  copy: 'M5.5 5.5h8v8h-8zM5.5 10.5h-3v-8h8v3',
  save: 'M8 2v8M4.5 6.8 8 10.3l3.5-3.5M2.5 11v2.5h11V11',
} as const;

/** What there is an outline of. */
export type IconName = keyof typeof OUTLINES;

const NS = 'http://www.w3.org/2000/svg';
const made = new Map<IconName, SVGElement>();

/** The path of an icon, for pictures. */
export function outlineOf(name: IconName): string {
  return OUTLINES[name];
}

/** An icon for the eye alone. */
export function icon(name: IconName, className = ''): SVGElement {
  let element = made.get(name);
  if (element === undefined) {
    element = document.createElementNS(NS, 'svg');
    const path = document.createElementNS(NS, 'path');
    path.setAttribute('d', OUTLINES[name]);
    element.setAttribute('viewBox', '0 0 16 16');
    element.setAttribute('aria-hidden', 'true');
    element.append(path);
    made.set(name, element);
  }
  const copy = element.cloneNode(true) as SVGElement;
  copy.setAttribute('class', `icon ${className}`.trim());
  return copy;
}

/** The icon of a kind: that of the nearest kind that it extends and that has one. */
export function iconOfKind(chain: readonly string[]): IconName {
  return (chain.find(kind => KINDS.has(kind)) as IconName | undefined) ?? 'generic';
}

/** The kinds that have an icon and a colour of their own. */
export const KINDS: ReadonlySet<string> = new Set([
  'package',
  'service',
  'software',
  'environment',
  'network',
  'facility',
  'enclave',
  'dataset',
  'cots',
  'hardware',
  'library',
]);
