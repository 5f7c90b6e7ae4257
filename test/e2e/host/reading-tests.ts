import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, file, finding, lineAt, open, placeOf } from './editor.ts';

/** The file in which the French facility hosts no enclave that exists. */
const facilities = 'infrastructure/facilities.ptree';

/** What the editor shows between the lines and beside them, in a workspace that is a copy of the large example. */
export function readingTests(): void {
  const lenses = async (path: string): Promise<vscode.CodeLens[]> =>
    vscode.commands.executeCommand('vscode.executeCodeLensProvider', file(path), 1000);
  /** The lens of a product: the one with this title in the line that holds the key. */
  const lens = async (document: vscode.TextDocument, key: string, title: RegExp): Promise<vscode.Command> => {
    const found = (await lenses(vscode.workspace.asRelativePath(document.uri))).find(
      ({ range, command }) => document.getText(range) === key && title.test(command?.title ?? ''),
    );
    assert.ok(found?.command, `${key} has a lens ${title}`);
    return found.command;
  };
  const run = ({ command, arguments: args = [] }: vscode.Command): Thenable<unknown> =>
    vscode.commands.executeCommand(command, ...args);

  it('shows above a product what it runs in, and opens the places', async () => {
    const { document } = await open('prompt/services.ptree');
    const { title, arguments: args = [], ...command } = await lens(document, 'POPSRV', /^hosted on/);
    assert.equal(title, 'hosted on 1');
    const [, , places] = args as [string, unknown, { uri: string; range: { start: { line: number } } }[]];
    assert.equal(places.length, 1);
    const host = vscode.Uri.parse(places[0]!.uri);
    assert.equal(vscode.workspace.asRelativePath(host), 'infrastructure/enclaves.ptree');
    // The peek view takes the plain positions of the server.
    await run({ title, arguments: args, ...command });
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  it('goes from a lens to the finding that it counts', async () => {
    await eventually('the finding', () => finding(facilities, 'package-manager', 'DF'));
    const { document } = await open(facilities);
    await run(await lens(document, 'DF', /^1 finding$/));
    const editor = vscode.window.activeTextEditor!;
    assert.equal(document.getText(document.getWordRangeAtPosition(editor.selection.active)), 'DF');
  });

  it('shows no lenses and no names where they are switched off', async () => {
    const settings = vscode.workspace.getConfiguration('ptree');
    const { document } = await open('prompt/services.ptree');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = (): Thenable<vscode.InlayHint[]> =>
      vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, all);
    const labels = (await hints()).map(({ label }) => label);
    assert.ok(labels.includes('Michelle Butler') && (await lenses('prompt/services.ptree')).length > 0);
    try {
      await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Workspace);
      await settings.update('inlayHints.enabled', false, vscode.ConfigurationTarget.Workspace);
      await eventually('their end', async () => (await lenses('prompt/services.ptree')).length === 0);
      await eventually('their end', async () => (await hints()).length === 0);
    } finally {
      await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually('the lenses', async () => (await lenses('prompt/services.ptree')).length > 0);
  });

  it('walks from a service to the enclaves and facilities in which it runs', async () => {
    const { document } = await open('prompt/services.ptree');
    const [service]: vscode.CallHierarchyItem[] = await vscode.commands.executeCommand(
      'vscode.prepareCallHierarchy',
      document.uri,
      placeOf(document, 'POPSRV', 2),
    );
    const callers = (item: vscode.CallHierarchyItem): Thenable<vscode.CallHierarchyIncomingCall[]> =>
      vscode.commands.executeCommand('vscode.provideIncomingCalls', item);
    const [enclave] = await callers(service!);
    assert.equal(enclave!.from.name, 'ENCPRB');
    const [facility] = await callers(enclave!.from);
    assert.equal(facility!.from.name, 'FACBASE');
    const place = new vscode.Location(facility!.from.uri, facility!.fromRanges[0]!);
    assert.match((await lineAt(place)).line, /\bENCPRB\b/);
  });

  it('colours a kind by its meaning, and leads from kind to kind', async () => {
    const { document } = await open(facilities);
    const tokens: vscode.SemanticTokens = await vscode.commands.executeCommand(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.ok(tokens.data.length > 100);
    const [kind]: vscode.TypeHierarchyItem[] = await vscode.commands.executeCommand(
      'vscode.prepareTypeHierarchy',
      document.uri,
      placeOf(document, 'facility FACFR', 2),
    );
    const above: vscode.TypeHierarchyItem[] = await vscode.commands.executeCommand('vscode.provideSupertypes', kind);
    assert.deepEqual(
      above.map(({ name, uri }) => [name, uri.scheme]),
      [['product', 'ptree-library']],
    );
  });
}
