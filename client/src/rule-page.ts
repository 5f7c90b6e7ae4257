import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type RulesResult, rulesRequest } from '../../server/src/protocol.ts';
import { rulePage } from './rule-section.ts';

/** The scheme of the documents that hold one rule's page each, for example `ptree-rule:/facility.hosts.md`. */
const ruleScheme = 'ptree-rule';

/** What {@link offerRulePages} gives: the command, and the end of what it registered. */
export interface RulePages extends Disposable {
  /**
   * The command "Product Tree: Open Rule Page": shows a rule's page as rendered Markdown.
   * @param rule the rule's id; chosen from a list where none is given
   */
  open(this: void, rule?: string): Promise<void>;
}

/** Offers every rule's section of `docs/rules.md` as a page of its own. */
export function offerRulePages(client: BaseLanguageClient, extension: Uri): RulePages {
  const rules = (): Promise<RulesResult> => client.sendRequest(rulesRequest);
  const provider = workspace.registerTextDocumentContentProvider(ruleScheme, {
    async provideTextDocumentContent(uri) {
      const id = uri.path.slice(1, -'.md'.length);
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'docs', 'rules.md'));
      return rulePage(new TextDecoder().decode(bytes), id, await rules());
    },
  });
  return {
    dispose: () => provider.dispose(),
    async open(rule) {
      const id = rule ?? (await chooseRule(await rules()));
      if (id)
        await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: ruleScheme, path: `/${id}.md` }));
    },
  };
}

/** Asks for a rule by its id or its sentence. */
async function chooseRule(rules: RulesResult): Promise<string | undefined> {
  const items = rules.map(({ id, title }) => ({ label: id, detail: title }));
  const options = { title: 'Open Rule Page', placeHolder: 'A rule', matchOnDetail: true };
  return (await window.showQuickPick(items, options))?.label;
}
