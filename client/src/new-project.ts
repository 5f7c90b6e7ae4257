import { commands, Uri, window, workspace } from 'vscode';
import { starterFiles } from './starter.ts';

/**
 * The command "Product Tree: New Project": writes a project to start from, and opens it. A file that is there already
 * is left as it is.
 * @param folder where; chosen in a dialog where none is given
 * @returns the files that were written, for whoever calls the command from code
 */
export async function newProject(folder?: Uri): Promise<Uri[]> {
  const chosen = folder ?? (await chooseFolder());
  if (!chosen) return [];
  const name = chosen.path.split('/').filter(Boolean).at(-1) ?? 'project';
  const written: Uri[] = [];
  for (const { path, text } of starterFiles(name)) {
    const file = Uri.joinPath(chosen, path);
    if (await exists(file)) continue;
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    written.push(file);
  }
  if (written.length === 0) {
    void window.showInformationMessage(`${chosen.fsPath} is a Product Tree project already; nothing was changed.`);
    return written;
  }
  // Not showTextDocument, which keeps the document open for minutes after its editor was closed.
  await commands.executeCommand('vscode.open', written.at(-1)!);
  if (!workspace.getWorkspaceFolder(chosen)) void offerToOpen(chosen);
  return written;
}

/** Asks for a folder: those that are open, or any other. */
async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return chooseOtherFolder();
  const items = [
    ...folders.map(({ name, uri }) => ({ label: `In the open folder, ${name}`, uri })),
    { label: 'In another folder …', uri: undefined },
  ];
  const choice = await window.showQuickPick(items, { title: 'New Project: where' });
  return choice && (choice.uri ?? (await chooseOtherFolder()));
}

async function chooseOtherFolder(): Promise<Uri | undefined> {
  const options = {
    canSelectFiles: false,
    canSelectFolders: true,
    title: 'Folder of the new project',
    openLabel: 'Create',
  };
  return (await window.showOpenDialog({ ...options, defaultUri: workspace.workspaceFolders?.[0]?.uri }))?.[0];
}

/** Only what is in the workspace is checked: a project elsewhere has to be opened. */
async function offerToOpen(folder: Uri): Promise<void> {
  const open = 'Open Folder';
  const choice = await window.showInformationMessage(`The new project is in ${folder.fsPath}.`, open);
  if (choice === open) await commands.executeCommand('vscode.openFolder', folder);
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
