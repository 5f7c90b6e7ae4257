import type { PreviewProject } from '../../../server/src/protocol.ts';
import type { ColourBy } from '../colours.ts';
import { h } from '../dom.ts';
import type { ViewName } from '../layout/scene.ts';
import type { History } from '../page/history.ts';
import { COLOURS, choice, Tabs, tool } from './toolbar.ts';

const STEPS: readonly [string, string][] = [
  ['1', '1 step'],
  ['2', '2 steps'],
  ['3', '3 steps'],
  ['4', '4 steps'],
  ['0', 'all steps'],
];

/** What the bar's controls do. */
export interface BarActions {
  chooseProject(project: string): void;
  setView(view: ViewName): void;
  travel(by: -1 | 1): void;
  setSteps(steps: number): void;
  setColour(by: ColourBy): void;
  toggleFilter(): void;
  toggleFollow(): void;
  expandAll(on: boolean): void;
  exportSvg(how: 'copy' | 'save'): void;
}

/** The bar at the top: project, views, the way back, search, and what is done with the picture. */
export class Bar {
  readonly element: HTMLElement;
  readonly tabs: Tabs;
  private readonly projects: HTMLSelectElement;
  private readonly back: HTMLButtonElement;
  private readonly forward: HTMLButtonElement;
  private readonly filter: HTMLButtonElement;
  private readonly follow: HTMLButtonElement;

  private readonly steps: HTMLSelectElement;
  private readonly colour: HTMLSelectElement;

  constructor(actions: BarActions, search: HTMLElement) {
    this.projects = h('select', {
      class: 'projects',
      'aria-label': 'Project',
      hidden: true,
      onchange: () => actions.chooseProject(this.projects.value),
    });
    this.tabs = new Tabs(view => actions.setView(view));
    this.back = tool('back', 'Back (Alt+Left)', () => actions.travel(-1));
    this.forward = tool('forward', 'Forward (Alt+Right)', () => actions.travel(1));
    this.filter = tool('filter', 'Filter and legend', () => actions.toggleFilter());
    this.filter.setAttribute('aria-controls', 'filter');
    this.follow = tool('follow', 'Follow the editor', () => actions.toggleFollow());
    this.steps = choice('Steps', STEPS, value => actions.setSteps(Number(value)), 'only-dependencies');
    this.colour = choice('Colour by', COLOURS, by => actions.setColour(by), 'colour');
    this.element = h(
      'header',
      { class: 'bar' },
      this.projects,
      this.tabs.element,
      h('div', { class: 'tools' }, this.back, this.forward),
      search,
      h(
        'div',
        { class: 'tools' },
        this.steps,
        this.colour,
        this.filter,
        this.follow,
        tool('expand', 'Expand all', () => actions.expandAll(true), 'only-tree'),
        tool('collapse', 'Fold all', () => actions.expandAll(false), 'only-tree'),
        tool('copy', 'Copy as SVG', () => actions.exportSvg('copy'), 'wide'),
        tool('save', 'Save as SVG …', () => actions.exportSvg('save'), 'wide'),
      ),
    );
  }

  /** Offers the projects, where there is a choice. */
  showProjects(projects: readonly PreviewProject[], chosen: string): void {
    this.projects.replaceChildren(...projects.map(({ project, name }) => h('option', { value: project }, name)));
    this.projects.hidden = projects.length < 2;
    this.projects.value = chosen;
  }

  /** Shows what is chosen of steps and colours. */
  showChosen(steps: number, colour: ColourBy): void {
    this.steps.value = String(steps);
    this.colour.value = colour;
  }

  /** Offers the way back and forward, where there is one. */
  showWays({ hasBack, hasForward }: History): void {
    this.back.disabled = !hasBack;
    this.forward.disabled = !hasForward;
  }

  /** Says whether the filter's panel is open. */
  showFilterOpen(open: boolean): void {
    this.filter.setAttribute('aria-expanded', String(open));
  }

  /** Says whether a filter is in use. */
  showFiltered(on: boolean): void {
    this.filter.classList.toggle('on', on);
  }

  /** Says whether the page and the editor follow each other. */
  showFollow(on: boolean): void {
    this.follow.setAttribute('aria-pressed', String(on));
    this.follow.title = on ? 'Follows the editor: switch off' : 'Does not follow the editor: switch on';
  }
}
