import { commands, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckSummary, checkRequest } from '../../server/src/protocol.ts';

/**
 * The command "Product Tree: Check Project": says in a sentence what the projects of the workspace hold and what is wrong
 * with them, with a button that opens the Problems panel.
 * @returns the counts, for whoever calls the command from code
 */
export async function checkProject(client: BaseLanguageClient): Promise<CheckSummary> {
  const summary: CheckSummary = await client.sendRequest(checkRequest);
  const show = 'Show Problems';
  // The notice stays until it is closed; the command does not wait for that.
  void window.showInformationMessage(summarySentence(summary), show).then(choice => {
    if (choice === show) void commands.executeCommand('workbench.actions.view.problems');
  });
  return summary;
}

/** For example "131 products and 41 packages in 1 project: 12 errors, 80 warnings, 3 notes; 25 findings waived." */
export function summarySentence({
  projects,
  products,
  packages,
  errors,
  warnings,
  infos,
  waived,
}: CheckSummary): string {
  const things = `${count(products, 'product')} and ${count(packages, 'package')} in ${count(projects, 'project')}`;
  const findings = `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(infos, 'note')}`;
  return `${things}: ${findings}; ${count(waived, 'finding')} waived.`;
}

/** A number with its noun in the right number. */
function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
