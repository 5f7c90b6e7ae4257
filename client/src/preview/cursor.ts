import { type Disposable, type TextEditor, window } from 'vscode';
import type { PreviewPlace } from '../../../server/src/protocol.ts';

/** How long the cursor rests before the picture follows, in milliseconds. */
const rest = 120;

/** Where the cursor is, in the text that was active last: the preview itself takes the focus when it is clicked. */
export class Cursor implements Disposable {
  /** Whether it is told that the cursor rests. */
  follow = true;
  /** The editor of a text of the language that was active last; at first whichever is active. */
  editor = window.activeTextEditor;
  private readonly disposables: Disposable[];
  private readonly rested: () => void;
  /** After a restart, until somebody moves the cursor: that it is somewhere is no news, the picture came back too. */
  private returning: boolean;
  private resting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param returning whether VS Code was just started anew and puts everything back to where it was
   * @param rested called when the cursor has moved, within a text of the language or to another one, and stays there
   */
  constructor(returning: boolean, rested: () => void) {
    this.returning = returning;
    this.rested = rested;
    this.disposables = [
      window.onDidChangeActiveTextEditor(editor => editor && this.enter(editor, this.isOther(editor))),
      // A cursor that VS Code itself puts where it was has no kind.
      window.onDidChangeTextEditorSelection(({ textEditor, kind }) => this.enter(textEditor, kind !== undefined)),
    ];
  }

  /** Where it is; undefined where no text of the language is open. */
  get place(): PreviewPlace | undefined {
    const { editor } = this;
    if (editor === undefined || editor.document.isClosed || editor.document.languageId !== 'ptree') return undefined;
    const { line, character } = editor.selection.active;
    return { uri: editor.document.uri.toString(), line, character };
  }

  dispose(): void {
    clearTimeout(this.resting);
    for (const one of this.disposables) one.dispose();
  }

  private isOther({ document }: TextEditor): boolean {
    return this.editor !== undefined && this.editor.document !== document;
  }

  /**
   * The cursor is somewhere else, or another editor is active.
   * @param moved whether somebody did that; not where VS Code puts back what was there before a restart
   */
  private enter(editor: TextEditor, moved: boolean): void {
    if (editor.document.languageId !== 'ptree') return;
    this.editor = editor;
    if (moved) this.returning = false;
    clearTimeout(this.resting);
    if (this.follow && !this.returning) this.resting = setTimeout(this.rested, rest);
  }
}
