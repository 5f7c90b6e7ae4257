/** Quick fixes: every fix of every rule is taken in the real server, and its finding is gone. */
import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { fixersOf } from '../../server/src/features/code-actions/table.ts';
import { ALL_RULES, ruleOf } from '../../server/src/rules/table.ts';
import { actionsAt, applied } from './actions.ts';
import { shared } from './harness.ts';
import { parseFiles } from './marked.ts';
import { CASES, settingsFor } from './quick-fix-cases.ts';

/** What stands for all rules that kinds demand. */
const DEMAND = 'demand';

/** A list to which something is added, or a name that is to be filled in: what stands there first is only an example. */
const TO_FILL_IN = /to be filled in|with a reason$|Write a rule and a reason|Write the rule that/;

const demand = (property: string): RegExp => new RegExp(`^[a-z]+\\.${property}: `);
const UNUSED = /^unused-declaration: /;
const EVERY_PRODUCT = [demand('owner'), demand('hosts'), demand('uses'), demand('hosted-on'), /^package-manager: /];

/** Findings that nothing but a waiver mends, though others of their rule can be mended. */
const WAIVED_ALONE = /^requirement-unsatisfied: No product satisfies REQ-1 /;

/** What may be found after a fix that was not found before, by rule and fix, each with its reason. Without a line here: nothing. */
const MAY_LEAVE: Readonly<Record<string, readonly RegExp[]>> = {
  // A value is a word too many, but what it names was declared for it.
  'syntax/remove stray': [UNUSED],
  // A second text behind a comma is the name of something that nobody has declared.
  'syntax/separate text': [/^unresolved: "West Wing" /],
  // What is begun is now a product, a person or a kind, which nobody has completed or referred to.
  'incomplete/key and name': [...EVERY_PRODUCT, UNUSED],
  // Keys and rules that are to be filled in.
  'incomplete/value': [/^unresolved: No \w+ KEY /, /^unknown-rule: No rule is called RULE/],
  'incomplete/complete kind': [demand('owner')],
  'incomplete/remove': [demand('owner')],
  // The kind has another name in the sentence.
  'reserved-name/rename': [UNUSED],
  'field-value/mend demand': [demand('owner')],
  'field-value/remove': [demand('owner'), UNUSED],
  'unresolved/declare': [
    ...EVERY_PRODUCT,
    UNUSED,
    /^duplicate-name: /,
    /^requirement-unsatisfied: /,
    /^requires-unknown: /,
  ],
  'unresolved/remove': [demand('owner'), demand('repository')],
  // The sentence names the new key.
  'duplicate-key/rename': [UNUSED, /^package-manager: /],
  'repeated-attribute/remove': [UNUSED],
  'one-sided-link/remove claim': [/^requirement-unsatisfied: /],
  'package-manager/choose': [/^unresolved: No person or team KEY /],
  'waiver-expired/prolong': [/^waiver-unused: /],
  'demand/state': [/^unresolved: No \w.* KEY /, /^package-manager: /],
  'demand/remove surplus': [UNUSED],
};

/** The fixer that made an action; undefined where it mends several findings. */
const fixOf = ({ data }: CodeAction): string | undefined => data.fix;

/** A diagnostic, places aside. */
const said = ({ code, message }: Diagnostic): string => `${code}: ${message}`;

/** What of the first list is not in the second, each as often as it is there more. */
function without(all: readonly string[], those: readonly string[]): string[] {
  const rest = [...those];
  return all.filter(one => {
    const at = rest.indexOf(one);
    if (at < 0) return true;
    rest.splice(at, 1);
    return false;
  });
}

describe('quick fixes', function () {
  this.timeout(120_000);
  const cases = CASES.map(({ rule, text }, i) => {
    const folder = `${String(i).padStart(3, '0')}`;
    const { files } = parseFiles(text);
    const settings = JSON.parse(files.get('product-tree.json') ?? '{}');
    files.set('product-tree.json', JSON.stringify({ name: `case-${folder}`, ...settingsFor(rule), ...settings }));
    return { rule, folder, files: new Map([...files].map(([name, text]) => [`${folder}/${name}`, text])) };
  });
  const all = cases.flatMap(({ files }) => [...files]);
  const text = all.map(([name, text]) => `// file: ${name}\n${text}`).join('\n');

  const run = shared(text, { open: all.map(([name]) => name), today: '2026-01-01' });
  const taken = new Map<string, number>();
  const left = new Set<RegExp>();

  for (const { rule, folder, files } of cases) {
    it(`${rule}: ${folder}`, async () => {
      const { server } = run;
      const diagnostics = async (): Promise<[string, Diagnostic][]> => {
        const found: [string, Diagnostic][] = [];
        for (const file of files.keys()) for (const one of await server.diagnostics(file)) found.push([file, one]);
        return found;
      };
      const before = await diagnostics();
      const own = before.filter(([, { code }]) => code === rule);
      assert(own.length > 0, `${rule} is found`);
      const failures: string[] = [];
      for (const [file, diagnostic] of own) {
        const actions = await actionsAt(server, file, diagnostic);
        if (fixersOf(rule).some(({ id }) => id !== 'waive') && !actions.some(action => fixOf(action) !== 'waive')) {
          if (!WAIVED_ALONE.test(said(diagnostic))) failures.push(`${diagnostic.message}: nothing is offered`);
        }
        const preferred = actions.filter(
          ({ isPreferred, diagnostics }) => isPreferred && diagnostics?.[0].message === diagnostic.message,
        );
        if (preferred.length > 1) failures.push(`${diagnostic.message}: more than one fix is preferred`);
        for (const action of actions) {
          const data = action.data as { fix?: string; rule: string };
          if (data.fix === undefined || data.rule !== rule || action.diagnostics?.[0].message !== diagnostic.message)
            continue;
          const id = `${ruleOf(rule) ? rule : DEMAND}/${data.fix}`;
          let changed: Record<string, string> = {};
          try {
            changed = await applied(server, action);
            const after = await diagnostics();
            const was = before.map(([, one]) => said(one));
            const is = after.map(([, one]) => said(one));
            const gone = without(was, is);
            const fresh = without(is, was);
            const may = MAY_LEAVE[id] ?? [];
            const unwanted = fresh.filter(one => !may.some(pattern => pattern.test(one)));
            for (const pattern of may) if (fresh.some(one => pattern.test(one))) left.add(pattern);
            const shown = (): string =>
              Object.entries(changed)
                .map(([file, text]) => `--- ${file}\n${text}`)
                .join('\n');
            if (process.env.SHOW) console.log(`${id}${action.isPreferred ? ' *' : ''} ${action.title}\n${shown()}`);
            const stays = !gone.includes(said(diagnostic)) && !TO_FILL_IN.test(action.title);
            if (stays) failures.push(`${id}: ${action.title}: its finding stays\n${shown()}`);
            if (unwanted.length > 0) failures.push(`${id}: ${action.title}: new: ${unwanted.join('\n')}\n${shown()}`);
            taken.set(id, (taken.get(id) ?? 0) + 1);
          } catch (error) {
            failures.push(`${id}: ${action.title}: ${error}`);
          }
          for (const [name, text] of files) if (changed[name] !== undefined) await server.setText(name, text);
        }
      }
      if (failures.length > 0) assert.fail(failures.join('\n\n'));
    });
  }

  it('takes every fix of every rule', () => {
    for (const [rule, fixes] of Map.groupBy(taken, ([id]) => id.slice(0, id.indexOf('/')))) {
      console.log(`    ${rule}: ${fixes.map(([id, times]) => `${id.slice(rule.length + 1)} ×${times}`).join(', ')}`);
    }
    const missing = [...ALL_RULES.map(({ id }) => id), DEMAND].flatMap(rule =>
      fixersOf(rule)
        .map(({ id }) => `${rule}/${id}`)
        .filter(id => !taken.has(id)),
    );
    assert.deepEqual(missing, []);
  });

  it('leaves what it says, and nothing else', () => {
    const said = [...ALL_RULES.map(({ id }) => id), DEMAND].flatMap(rule =>
      fixersOf(rule).flatMap(({ id, leaves }) => (leaves ? `${rule}/${id}` : [])),
    );
    assert.deepEqual(
      Object.keys(MAY_LEAVE).filter(id => !said.includes(id)),
      [],
    );
    const unseen = Object.entries(MAY_LEAVE).flatMap(([id, patterns]) =>
      patterns.filter(pattern => !left.has(pattern)).map(pattern => `${id} ${pattern}`),
    );
    assert.deepEqual(unseen, []);
  });
});
