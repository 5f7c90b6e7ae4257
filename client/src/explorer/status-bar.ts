import { type Disposable, StatusBarAlignment, window } from 'vscode';
import type { ExplorerProject } from '../../../server/src/protocol-explorer.ts';
import { count, wordCounts } from './decorations.ts';

/** How many letters of a project's title have room. */
const room = 40;

/** The project in the status bar, with its products and findings; a click opens the Problems panel. */
export class StatusBar implements Disposable {
  private readonly item = window.createStatusBarItem('ptree.status', StatusBarAlignment.Left, 5);
  private readonly listener: Disposable;
  private projects: readonly ExplorerProject[] = [];

  constructor() {
    this.item.name = 'Product Tree';
    this.item.command = 'workbench.actions.view.problems';
    this.listener = window.onDidChangeActiveTextEditor(() => this.update());
  }

  /** Shows these; nothing where there are none. */
  show(projects: readonly ExplorerProject[]): void {
    this.projects = projects;
    this.update();
  }

  dispose(): void {
    this.listener.dispose();
    this.item.dispose();
  }

  private update(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    this.item.text = `$(list-tree) ${plain(statusText(this.projects, uri))}`;
    this.item.tooltip = this.projects.map(sentence).join('\n');
    if (this.projects.length > 0) this.item.show();
    else this.item.hide();
  }
}

/** The project to which the active text belongs; else the only one; else the sum of all. */
function statusText(projects: readonly ExplorerProject[], uri: string | undefined): string {
  const around = projects.filter(({ project }) => uri?.startsWith(`${project}/`));
  const active = around.sort((a, b) => b.project.length - a.project.length)[0];
  const shown = active ? [active] : projects;
  const title = shown.length === 1 ? shorten(shown[0].title) : count(shown.length, 'project');
  const products = shown.reduce((sum, { products }) => sum + products, 0);
  const findings = shown.reduce((sum, { counts }) => sum + counts.errors + counts.warnings + counts.notes, 0);
  return `${title}: ${count(products, 'product')}, ${count(findings, 'finding')}`;
}

const sentence = ({ title, products, counts }: ExplorerProject): string =>
  `${title}: ${count(products, 'product')}; ${wordCounts(counts)}`;

function shorten(title: string): string {
  return title.length > room ? `${title.slice(0, room - 1).trimEnd()}…` : title;
}

/** A text in the status bar in which `$(…)` is no icon. */
function plain(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
