import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import manifest from '../../../package.json' with { type: 'json' };
import { STARTER } from '../../../server/src/starter.ts';

/** Commands of VS Code itself that the walkthrough names. */
const OF_THE_EDITOR = [
  'vscode.openFolder',
  'workbench.actions.view.problems',
  'editor.action.quickFix',
  'editor.action.triggerSuggest',
  'editor.action.revealDefinition',
  'editor.action.goToReferences',
  'editor.action.rename',
];

describe('the walkthrough', () => {
  const { commands, walkthroughs } = manifest.contributes;
  const known = new Set([...OF_THE_EDITOR, ...commands.map(({ command }) => command)]);

  for (const { id, title, description, media, completionEvents } of walkthroughs[0]!.steps) {
    it(`${title}: has a picture or text, commands that exist, and ends when its command is used`, () => {
      assert(existsSync(media.markdown), media.markdown);
      const linked = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command!);
      const awaited = completionEvents.flatMap(event => (event.startsWith('onCommand:') ? event.slice(10) : []));
      for (const command of [...linked, ...awaited]) assert(known.has(command), `${id}: ${command}`);
      assert(
        completionEvents.length > 0 && (awaited.length === 0 || linked.every(command => awaited.includes(command))),
      );
    });
  }

  it('tells of the project that it creates', () => {
    const text = readFileSync('client/media/walkthrough/mend.md', 'utf8');
    const [, before] = /```\n([\s\S]*?)\n```/.exec(text)!;
    for (const line of before!.split('\n')) assert(STARTER.includes(line.trim()), line);
  });
});
