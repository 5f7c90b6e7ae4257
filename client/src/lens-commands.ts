import { commands, type Diagnostic, type Disposable, Location, languages, Position, Range, Uri, window } from 'vscode';
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

/**
 * Goes to a finding and says there what it is; where there are several, asks which. The Problems panel cannot be told to show those of
 * one product.
 */
async function showFindings(...[address, places]: FindingsLensArguments): Promise<void> {
  const uri = Uri.parse(address);
  const ranges = places.map(toRange);
  const found = languages
    .getDiagnostics(uri)
    .filter(({ source, range }) => source === 'Product Tree' && ranges.some(place => place.isEqual(range)));
  const finding = found.length > 1 ? await choose(found) : found[0];
  if (!finding) return;
  const { start } = finding.range;
  await window.showTextDocument(uri, { selection: new Range(start, start) });
  await commands.executeCommand('editor.action.showHover');
}

async function choose(findings: readonly Diagnostic[]): Promise<Diagnostic | undefined> {
  const items = findings.map(finding => {
    const { code, message, range } = finding;
    const rule = String(typeof code === 'object' ? code.value : code);
    return { label: rule, description: `line ${range.start.line + 1}`, detail: message, finding };
  });
  return (await window.showQuickPick(items, { title: 'Findings', placeHolder: 'A finding to go to' }))?.finding;
}

function toPosition({ line, character }: PlainPosition): Position {
  return new Position(line, character);
}

function toRange({ start, end }: PlainRange): Range {
  return new Range(toPosition(start), toPosition(end));
}
