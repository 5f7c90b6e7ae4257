import { commands, type Disposable, Location, Position, Range, Selection, Uri, window } from 'vscode';
import {
  type FindingsLensArguments,
  type PlainPosition,
  type PlainRange,
  type ReferencesLensArguments,
  showFindingsCommand,
  showReferencesCommand,
} from '../../server/src/protocol.ts';

/** The commands behind code lenses. They are no entries of the command palette: what they show comes with the lens. */
export function offerLensCommands(): Disposable[] {
  return [
    commands.registerCommand(showReferencesCommand, showReferences),
    commands.registerCommand(showFindingsCommand, showFindings),
  ];
}

/** Shows places in the peek view. */
async function showReferences(...[uri, at, places]: ReferencesLensArguments): Promise<void> {
  const locations = places.map(({ uri, range }) => new Location(Uri.parse(uri), toRange(range)));
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), toPosition(at), locations);
}

/** Puts the cursor on the first finding and opens the Problems panel beside it. */
async function showFindings(...[uri, findings]: FindingsLensArguments): Promise<void> {
  if (findings.length > 0) {
    const { start } = toRange(findings[0]);
    await window.showTextDocument(Uri.parse(uri), { selection: new Selection(start, start) });
  }
  await commands.executeCommand('workbench.actions.view.problems');
}

function toPosition({ line, character }: PlainPosition): Position {
  return new Position(line, character);
}

function toRange({ start, end }: PlainRange): Range {
  return new Range(toPosition(start), toPosition(end));
}
