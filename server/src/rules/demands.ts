import type { EffectiveDemand } from '../model/kinds.ts';
import { listed, nameOf } from '../model/names.ts';
import type { Entry, Range } from '../model/record.ts';
import { isDemandable, takesProducts, type Values, valuesOf } from './demanded.ts';
import type { Context, DemandReport } from './rule.ts';
import { counted, plural, shortened } from './wording.ts';

/**
 * Reports every demand of a product's kind that the product does not meet. Stated and derived values count alike, direct ones only.
 *
 *     kind facility extends product { consistent hosts [1..*] enclave "A facility hosts enclaves." }
 *     facility FACFR "French Data Facility"
 *              ^^^^^ facility.hosts: FACFR (French Data Facility) hosts no enclave. A facility hosts enclaves.
 */
export function reportDemands(subject: Entry, context: Context, report: (report: DemandReport) => void): void {
  const kind = context.graph.kind(subject.kind?.text ?? '');
  for (const effective of kind?.demands ?? []) {
    const { demand, ids } = effective;
    // What is wrong with the demand itself is reported there, not at each product.
    if (!isDemandable(demand.property, kind)) continue;
    if (demand.targets.length > 0 && !takesProducts(demand.property, kind)) continue;
    const found = judge(subject, effective, context);
    // Asked last, so that a product which meets its demands does not depend on what contains it.
    if (found === undefined || (demand.level === 'complete' && context.graph.isObsolete(subject))) continue;
    report({
      ...found,
      ids,
      category: demand.level === 'consistent' ? 'consistency' : 'completeness',
      severity: demand.severity ?? (demand.level === 'consistent' ? 'error' : 'warning'),
    });
  }
}

function judge(
  subject: Entry,
  { demand }: EffectiveDemand,
  { graph }: Context,
): Pick<DemandReport, 'message' | 'at' | 'data'> | undefined {
  const { property, least, most } = demand;
  const kinds = demand.targets.map(({ text }) => text).filter(kind => kind !== '');
  const values = valuesOf(graph, subject, property, kinds);
  const number = values.counted.length;
  const many = most !== null && number > most;
  if (!many && number >= least) return undefined;
  // More than the field itself takes: that is the finding.
  const takes = graph.kind(subject.kind?.text ?? '')?.fields.get(property)?.field.most ?? null;
  if (many && takes !== null && number > takes) return undefined;
  if (!many) {
    if (subject.unfinished) return undefined;
    if (values.unsure && kinds.length === 0) return undefined;
    // A kind that nothing declares is reported where it is named.
    if (kinds.some(key => graph.entry('kind', key) === undefined)) return undefined;
  }
  const stated = values.counted.flatMap(({ at }) => at ?? []).sort(inText);
  const surplus = many ? stated[Math.min(most, stated.length - 1)] : undefined;
  return {
    message: `${nameOf(subject)} ${sentence(property, kinds, values, least, most)}${reason(demand.message)}`,
    at: surplus ?? values.stated?.range ?? subject.range,
    data: { property, problem: many ? 'many' : 'few', ...(kinds.length > 0 ? { kinds: kinds.join(',') } : {}) },
  };
}

const inText = (a: Range, b: Range): number => a.line - b.line || a.character - b.character;

const reason = (message: string | undefined): string => (message ? ` ${message}` : '');

/** What is found, and what must be where that does not follow from it; ends with a full stop. */
function sentence(
  property: string,
  kinds: readonly string[],
  { counted: values }: Values,
  least: number,
  most: number | null,
): string {
  if (property === 'obsolete') return values.length > 0 ? 'is obsolete: it must not be.' : 'is not marked as obsolete.';
  const { is, must, noun } = phraseOf(property);
  const none = `${is} no ${kinds.length > 0 ? listed(kinds, 'or') : noun}`;
  if (values.length === 0) return least > 1 ? `${none}: it must ${must} ${bounds(0, least, most)}.` : `${none}.`;
  const nouns = (kinds.length > 0 ? kinds.map(kindNoun) : [noun]).map(one => (values.length > 1 ? plural(one) : one));
  const found = `${is} ${counted(values.length)} ${listed(nouns, 'or')}`;
  const names = property === 'description' ? '' : `, ${shortened(values.map(({ name }) => name))}`;
  return `${found}${names}: it must ${must} ${bounds(values.length, least, most)}.`;
}

function bounds(number: number, least: number, most: number | null): string {
  if (most === 0) return 'none';
  if (least === most) return `exactly ${counted(least)}`;
  return number < least ? `at least ${counted(least)}` : `at most ${counted(most!)}`;
}

/** `software`, `hardware` and `cots` have no plural of their own. */
const kindNoun = (kind: string): string => (/ware$|^cots$/.test(kind) ? `${kind} product` : kind);

/** How a sentence says a property: `hosts` … `it must host` … */
interface Phrase {
  is: string;
  must: string;
  noun: string;
}

const VERBS: Readonly<Record<string, Phrase>> = {
  uses: { is: 'uses', must: 'use', noun: 'product' },
  'used in': { is: 'is used in', must: 'be used in', noun: 'product' },
  hosts: { is: 'hosts', must: 'host', noun: 'product' },
  'hosted on': { is: 'is hosted on', must: 'be hosted on', noun: 'product' },
  contains: { is: 'contains', must: 'contain', noun: 'product' },
  satisfies: { is: 'satisfies', must: 'satisfy', noun: 'requirement' },
};

/** Attributes whose word is not what a sentence calls their value. */
const NAMES: Readonly<Record<string, string>> = { short: 'short name', wbs: 'WBS code', reviewed: 'review' };

function phraseOf(property: string): Phrase {
  return VERBS[property] ?? { is: 'has', must: 'have', noun: NAMES[property] ?? property };
}
