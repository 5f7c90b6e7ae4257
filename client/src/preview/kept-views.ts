import type { Memento } from 'vscode';

/** How the preview was left, project by project: for the next time that it is shown, after a reload and a restart too. */
export class KeptViews {
  private readonly memento: Memento;

  /** @param memento what VS Code keeps for the workspace */
  constructor(memento: Memento) {
    this.memento = memento;
  }

  /** The project that was shown last. */
  get lastProject(): string | undefined {
    return this.memento.get(LAST);
  }

  /** What the page kept of a project; undefined where it was never shown. */
  of(project: string): unknown {
    return this.memento.get<Record<string, unknown>>(VIEWS)?.[project];
  }

  /** Notes that a project is shown. */
  show(project: string): void {
    void this.memento.update(LAST, project);
  }

  /** Keeps what the page says of a project. */
  keep(project: string, saved: unknown): void {
    void this.memento.update(VIEWS, { ...this.memento.get<Record<string, unknown>>(VIEWS), [project]: saved });
  }
}

const LAST = 'ptree.preview.project';
const VIEWS = 'ptree.preview.views';
