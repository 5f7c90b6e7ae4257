import { COLOUR_NAMES } from '../colours.ts';

const NAMES = [
  'bg',
  'fg',
  'dim',
  'line',
  'accent',
  'uses',
  'used-in',
  'same',
  'card',
  'card-line',
  'hit',
  'slider',
  'hc',
] as const;

/** The page's colours as values: canvas and pictures know no CSS variables. */
export interface Palette {
  colours: ReadonlyMap<string, string>;
  font: string;
  mono: string;
  highContrast: boolean;
}

/** Reads the colours through an element; after a change of theme once more. */
export function readPalette(): Palette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colours = new Map<string, string>();
  for (const name of [...NAMES, ...COLOUR_NAMES]) {
    probe.style.color = '';
    probe.style.color = `var(--${name})`;
    colours.set(name, getComputedStyle(probe).color);
  }
  probe.className = 'mono';
  const mono = getComputedStyle(probe).fontFamily;
  probe.remove();
  const { classList } = document.body;
  return {
    colours,
    font: getComputedStyle(document.body).fontFamily,
    mono,
    highContrast: classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light'),
  };
}

/** Calls back after VS Code has changed the theme: it changes the body's class and the root's style. */
export function onThemeChange(callback: () => void): void {
  const observer = new MutationObserver(() => requestAnimationFrame(callback));
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}
