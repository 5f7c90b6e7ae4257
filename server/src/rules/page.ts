/**
 * What there is to read about a rule, as Markdown: the hover on a rule's id, `ptree rules ID` and the reference page `docs/rules.md`
 * show the same text.
 */
import type { Graph } from '../model/graph.ts';
import type { EffectiveDemand } from '../model/kinds.ts';
import type { Severity } from '../model/record.ts';
import { demandExample, demandSays, mendingOf } from './demand-text.ts';
import type { Category, Rule } from './rule.ts';
import { ruleOf } from './table.ts';

/** What a list shows of a rule. */
export interface RuleOutline {
  id: string;
  category: Category;
  /** Unless the project says otherwise. */
  severity: Severity;
  /** A few words, or for a demand the sentence of the kind's author. */
  title: string;
}

/**
 * The page of one rule, as a section with its id as the heading: a rule of the language, or what a declared kind demands
 * (`facility.hosts`). Undefined when there is no such rule.
 */
export function rulePage(id: string, graph?: Graph): string | undefined {
  const rule = ruleOf(id);
  if (rule) return pageOfRule(rule);
  const demands = graph ? demandsOf(id, graph) : [];
  return demands.length > 0 ? pageOfDemands(id, demands) : undefined;
}

/** Everything that a kind demands itself, inherited demands aside; of several under one id, the first. */
export function demandOutlines(kind: string, graph: Graph): RuleOutline[] {
  const own = (graph.kind(kind)?.demands ?? []).filter(({ statedBy }) => statedBy === kind);
  return [...Map.groupBy(own, ({ ids }) => ids[0]).values()].map(([first]) => outlineOfDemand(first));
}

function demandsOf(id: string, graph: Graph): EffectiveDemand[] {
  const kind = id.slice(0, Math.max(0, id.indexOf('.')));
  return (graph.kind(kind)?.demands ?? []).filter(({ ids }) => ids[0] === id);
}

function outlineOfDemand({ ids, demand }: EffectiveDemand): RuleOutline {
  const consistent = demand.level === 'consistent';
  return {
    id: ids[0],
    category: consistent ? 'consistency' : 'completeness',
    severity: demand.severity ?? (consistent ? 'error' : 'warning'),
    title: demand.message ?? '',
  };
}

function pageOfRule(rule: Rule): string {
  const { id, title, explanation, example, fixed } = rule;
  return page(rule, `${title}.`, [
    explanation,
    ...examples(example),
    fixed ? 'It can be neither waived nor switched off.' : leaveIt(id, rule.severity),
  ]);
}

function pageOfDemands(id: string, demands: readonly EffectiveDemand[]): string {
  const outline = outlineOfDemand(demands[0]);
  const { demand, ids } = demands[0];
  const reasons = [...new Set(demands.map(each => escaped(each.demand.message ?? '')).filter(reason => reason !== ''))];
  const replaced = ids.slice(1).map(code);
  const paragraphs = [
    demands.map(each => demandSays(each)).join(' '),
    mendingOf(demand),
    ...examples(demandExample(demands[0])),
    ...(replaced.length > 0
      ? [`It takes the place of ${replaced.join(', ')}, whose waivers and severity cover it too.`]
      : []),
    leaveIt(id, outline.severity),
  ];
  return page(outline, reasons.join(' '), paragraphs);
}

function page({ id, category, severity }: RuleOutline, title: string, paragraphs: readonly string[]): string {
  const facts = `*${severity === 'off' ? 'off unless a project asks for it' : severity} · ${category}*`;
  return `${[`### ${id}`, title && `**${title}**`, facts, ...paragraphs].filter(part => part !== '').join('\n\n')}\n`;
}

function examples({ wrong, right }: Rule['example']): string[] {
  return ['Reported:', fenced(wrong), 'Mended:', fenced(right)];
}

/** What to do where a finding is right in general and wrong here. */
function leaveIt(id: string, severity: Severity): string {
  const other = severity === 'off' ? 'warning' : 'off';
  return (
    `Where it does not apply: ${code(`waive ${id} "the reason"`)} in the entry, or above it for all that is below. ` +
    `To switch it ${other === 'off' ? 'off' : 'on'} in the whole project: ${code(`"rules": { "${id}": "${other}" }`)} in \`product-tree.json\`.`
  );
}

const fenced = (text: string): string => `\`\`\`ptree\n${text}\n\`\`\``;
/** A model's own words, which are no Markdown. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&]/g, sign => `\\${sign}`);
const code = (text: string): string => `\`${text}\``;
