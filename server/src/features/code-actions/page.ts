import { ALL_RULES } from '../../rules/table.ts';
import type { Fixer } from './fix.ts';
import { DEMAND_FIXES, FIXES } from './table.ts';

const INTRODUCTION = `# Quick fixes

<!-- Generated from the fixes by scripts/generate-quick-fixes-page.mjs: do not edit. -->

Where a finding can be mended, the editor offers how: the light bulb beside the line, or \`Ctrl+.\` with the cursor in it. What is to be
chosen or typed (a person, a reason, a name) is a gap in which the cursor then stands.

Most fixes that need no choice can be made for **all** findings of a rule at once, in the file or in the project. Those marked **safe**
change nothing that the model states. They are made on save where the editor's settings say so:

\`\`\`json
"[ptree]": { "editor.codeActionsOnSave": { "source.fixAll.ptree": "explicit" } }
\`\`\`

Every finding that can be waived offers that too: at its own entry, and at the nearest package for everything below it.`;

/** The page `docs/quick-fixes.md`: every rule, and how its findings can be mended. */
export function quickFixesPage(): string {
  const rows = [
    ...ALL_RULES.flatMap(({ id, fixed }) => rowsOf(id, FIXES[id] ?? [], fixed)),
    ...rowsOf('', DEMAND_FIXES),
  ];
  return `${[INTRODUCTION, ['| rule | quick fix | | may leave |', '|---|---|---|---|', ...rows].join('\n')].join('\n\n')}\n`;
}

/** The rows of a rule; without an id, of what kinds demand. */
function rowsOf(id: string, fixers: readonly Fixer[], fixed?: true): string[] {
  const rule =
    id === ''
      ? 'what kinds demand, such as [`facility.hosts`](rules.md#facility.hosts)'
      : `[\`${id}\`](rules.md#${id})`;
  if (fixers.length === 0) return [`| ${rule} | ${fixed ? 'None.' : 'None but to waive it.'} | | |`];
  return fixers.map(({ does, leaves = '', safe, bulk }, i) => {
    const marks = [safe ? '**safe**' : '', bulk ? 'all at once' : ''].filter(mark => mark !== '').join(', ');
    return `| ${i === 0 ? rule : ''} | ${escaped(does)} | ${marks} | ${escaped(leaves)} |`;
  });
}

const escaped = (text: string): string => text.replaceAll('|', '\\|');
