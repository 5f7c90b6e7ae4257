import type { Graph } from '../model/graph.ts';
import { demandOutlines, type RuleOutline, rulePage } from './page.ts';
import { ALL_RULES } from './table.ts';

const INTRODUCTION = `# The rules

<!-- Generated from the rules and the built-in kinds by scripts/generate-rules-page.mjs: do not edit. -->

Every finding names a rule, and every rule has its section here. A rule has a **category**: *form* is how the text is
written, *consistency* is what contradicts itself or misleads, *completeness* is what is still missing. Obsolete products answer for
consistency alone. Its **severity** is error, warning, info or hint, or it is off unless a project asks for it.

Most rules can be waived at a place, with a reason, and set to another severity or switched off for a project. [The
language](language.md#rules) says how.`;

/** Everything that kinds demand in a graph, kind by kind in the order of the text. */
export function allDemandOutlines(graph: Graph): RuleOutline[] {
  const kinds = [...graph.all('kind')].sort((a, b) => a.range.line - b.range.line);
  return kinds.flatMap(({ key }) => demandOutlines(key, graph));
}

/** The reference page `docs/rules.md`: every rule of the language, then what the kinds of a graph (the built-in ones) demand. */
export function referencePage(graph: Graph): string {
  const demands = allDemandOutlines(graph);
  const sections = (rules: readonly RuleOutline[]): string[] =>
    rules.map(({ id }) => `${anchorOf(id)}${rulePage(id, graph)!.trimEnd()}`);
  return `${[
    INTRODUCTION,
    tableOf(ALL_RULES),
    'And what the built-in kinds demand; the demands of your own kinds are rules of the same sort:',
    tableOf(demands),
    '## Rules of the language',
    ...sections(ALL_RULES),
    '## Demands of the built-in kinds',
    ...sections(demands),
  ].join('\n\n')}\n`;
}

function tableOf(rules: readonly RuleOutline[]): string {
  const rows = rules.map(
    ({ id, severity, category, title }) => `| [\`${id}\`](#${id}) | ${severity} | ${category} | ${title} |`,
  );
  return ['| rule | default | category | says |', '|---|---|---|---|', ...rows].join('\n');
}

/** A heading's own address drops dots: a rule's id is an address of its own there. */
function anchorOf(id: string): string {
  return id.includes('.') ? `<a id="${id}"></a>\n\n` : '';
}
