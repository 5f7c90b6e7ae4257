import assert from 'node:assert/strict';
import { rename } from 'node:fs/promises';
import * as vscode from 'vscode';
import { eventually, extension, file, finding, lineAt, open, placeOf } from './editor.ts';

/** The file in which the French facility hosts no enclave that exists. */
const facilities = 'infrastructure/facilities.ptree';

type Links = (vscode.Location | vscode.LocationLink)[];

/** What must hold in a workspace that is a copy of the large example. */
export function projectTests(): void {
  it('starts by itself, as there is a project', () => eventually('the extension', () => extension().isActive));

  it('shows findings in files that nobody has opened', async () => {
    const found = await eventually('the finding', () =>
      finding(facilities, 'facility.hosts', 'FACFR (French Data Facility)'),
    );
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found.source, 'Product Tree');
    const document = await vscode.workspace.openTextDocument(file(facilities));
    assert.equal(document.getText(found.range), 'hosts');
  });

  it('drops a finding while the text is typed that mends it, and shows it again when that is undone', async () => {
    const editor = await open(facilities);
    await editor.edit(edit => edit.insert(placeOf(editor.document, '"DAC Satellite Enclave"'), 'ENCPRB, '));
    await eventually('its end', () => !finding(facilities, 'facility.hosts', 'FACFR'));
    await vscode.commands.executeCommand('undo');
    await eventually('the finding', () => finding(facilities, 'facility.hosts', 'FACFR'));
    assert.equal(editor.document.isDirty, false);
  });

  it('jumps from a name to its declaration in another file', async () => {
    const { document } = await open('infrastructure/enclaves.ptree');
    const place = placeOf(document, 'POPSRV', 2);
    const links: Links = await vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, place);
    assert.deepEqual(await Promise.all(links.map(lineAt)), [
      { path: 'prompt/services.ptree', line: 'service POPSRV "Planned Observation Publication" {' },
    ]);
  });

  it('jumps from a kind to the built-in library, a document that nobody can change', async () => {
    const { document } = await open(facilities);
    const place = placeOf(document, 'facility FACFR', 2);
    const links: Links = await vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, place);
    assert.equal(links.length, 1);
    assert.match((await lineAt(links[0]!)).line, /^kind facility extends product/);
    const uri = 'targetUri' in links[0]! ? links[0].targetUri : links[0]!.uri;
    assert.equal(uri.scheme, 'ptree-library');
    assert.equal((await vscode.workspace.openTextDocument(uri)).languageId, 'ptree');
    const text = (await vscode.window.showTextDocument(uri)).document.getText();
    await vscode.commands.executeCommand('type', { text: 'kind other\n' });
    assert.equal((await vscode.workspace.openTextDocument(uri)).getText(), text);
  });

  it('describes the product under the pointer', async () => {
    const { document } = await open('infrastructure/enclaves.ptree');
    const place = placeOf(document, 'POPSRV', 2);
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      place,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map(part => (part as vscode.MarkdownString).value))
      .join('\n');
    assert.match(text, /Planned Observation Publication/);
    assert.match(text, /MButler|Michelle Butler/);
  });

  it('offers enclaves first where a facility hosts something', async () => {
    const { document } = await open(facilities);
    const place = placeOf(document, 'ENCARCB,');
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      place,
    );
    const first = list.items.sort((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))[0]!;
    const label = typeof first.label === 'string' ? first.label : first.label.label;
    assert.match(label, /^ENC/);
  });

  it('renames a key in every file', async () => {
    const { document } = await open('prompt/services.ptree');
    const place = placeOf(document, 'POPSRV', 2);
    const edit: vscode.WorkspaceEdit = await vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      place,
      'PUBSRV',
    );
    const changed = edit.entries().map(([uri]) => vscode.workspace.asRelativePath(uri));
    assert.deepEqual(
      changed.filter(path => !path.startsWith('prompt/')),
      ['infrastructure/enclaves.ptree'],
    );
    assert.ok(changed.includes('prompt/services.ptree'));
  });

  it('finds a product by its name from anywhere', async () => {
    const found: vscode.SymbolInformation[] = await vscode.commands.executeCommand(
      'vscode.executeWorkspaceSymbolProvider',
      'Planned Observation',
    );
    assert.ok(
      found.some(
        ({ name, location }) => name.includes('POPSRV') && location.uri.path.endsWith('prompt/services.ptree'),
      ),
    );
  });

  it('follows a folder that is moved outside the editor', async () => {
    const moved = 'infrastructure-2/facilities.ptree';
    await rename(file('infrastructure').fsPath, file('infrastructure-2').fsPath);
    await eventually('the finding at the new place', () => finding(moved, 'facility.hosts', 'FACFR'));
    await eventually('its end at the old place', () => !finding(facilities, 'facility.hosts', 'FACFR'));
    await rename(file('infrastructure-2').fsPath, file('infrastructure').fsPath);
    await eventually('the finding', () => finding(facilities, 'facility.hosts', 'FACFR'));
    await eventually('its end at the other place', () => !finding(moved, 'facility.hosts', 'FACFR'));
  });

  it('sets the editor up for the language', async () => {
    const { document } = await open(facilities);
    assert.equal(document.languageId, 'ptree');
    const settings = vscode.workspace.getConfiguration('editor', document);
    assert.equal(settings.get('wordBasedSuggestions'), 'off');
    assert.equal(settings.get('tabSize'), 2);
  });

  it('checks product-tree.json against its schema', async () => {
    const editor = await open('product-tree.json');
    await editor.edit(edit => edit.insert(placeOf(editor.document, '"name"'), '"kinds": 7, '));
    await eventually('a finding of the schema', () =>
      vscode.languages
        .getDiagnostics(editor.document.uri)
        .some(({ source, range }) => source !== 'Product Tree' && range.start.line === 1),
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
}
