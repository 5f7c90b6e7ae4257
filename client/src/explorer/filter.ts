import { commands, type Disposable, window } from 'vscode';

/** How long nothing more must be typed before the views follow, in milliseconds. */
const rest = 200;

/** The text by which all views are filtered; empty: they show everything. */
export class ExplorerFilter {
  text = '';
  private readonly apply: (text: string) => void;

  /** @param apply shows what the text leaves */
  constructor(apply: (text: string) => void) {
    this.apply = apply;
  }

  /** Offers the commands that set and clear it. */
  offer(): Disposable[] {
    return [
      commands.registerCommand('ptree.explorer.filter', (text?: unknown) =>
        typeof text === 'string' ? this.set(text) : this.ask(),
      ),
      commands.registerCommand('ptree.explorer.clearFilter', () => this.set('')),
    ];
  }

  private set(text: string): void {
    const wanted = text.trim();
    if (wanted === this.text) return;
    this.text = wanted;
    void commands.executeCommand('setContext', 'ptree.explorer.filtered', wanted !== '');
    this.apply(wanted);
  }

  /** Asks for the text; the views follow while it is typed. Escape leaves them as they were. */
  private ask(): void {
    const before = this.text;
    const input = window.createInputBox();
    input.title = 'Filter the Product Tree';
    input.placeholder = 'A part of a key or a name';
    input.value = before;
    let accepted = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    input.onDidChangeValue(text => {
      clearTimeout(timer);
      timer = setTimeout(() => this.set(text), rest);
    });
    input.onDidAccept(() => {
      accepted = true;
      this.set(input.value);
      input.hide();
    });
    input.onDidHide(() => {
      clearTimeout(timer);
      if (!accepted) this.set(before);
      input.dispose();
    });
    input.show();
  }
}
