import type { Graph } from '../model/graph.ts';
import { idOf } from '../model/links.ts';
import type { Attribute, Entry } from '../model/record.ts';
import type { Finding } from './finding.ts';

/** The last day of a date that may be a year, a month or a day: `2027-06` ends with June. Texts of one form compare as dates. */
export function lastDayOf(date: string): string {
  const [year, month, day] = date.split('-');
  return [year, month ?? '12', day ?? '31'].join('-');
}

/** Whether a waiver's last day has passed. */
export function isExpired(waiver: Attribute, today: string): boolean {
  return waiver.clause !== undefined && lastDayOf(waiver.clause.text) < today;
}

/** A waiver counts if it names a rule, gives a reason, and has not expired. */
export function isValid(waiver: Attribute, today: string): boolean {
  return Boolean(waiver.values[0]?.text && waiver.values[0].note?.text) && !isExpired(waiver, today);
}

/** The nearest valid waiver over an entry that names one of these rule ids. */
export function waiverFor(
  graph: Graph,
  entry: Entry,
  ids: readonly string[],
  today: string,
): { holder: Entry; waiver: Attribute } | undefined {
  return graph.waiversOver(entry).find(({ waiver }) => isValid(waiver, today) && ids.includes(waiver.values[0].text));
}

/** A waiver's identity as long as its holder's waivers stay as they are, whatever else its holder says. */
export function waiverId(holder: Entry, waiver: Attribute): string {
  const waivers = holder.attributes.filter(({ property }) => property === 'waive');
  return `${idOf(holder)} ${waivers.indexOf(waiver)}`;
}

/** How a finding says that a waiver silences it. */
export function waivedBy(holder: Entry, waiver: Attribute): NonNullable<Finding['waived']> {
  const until = waiver.clause?.text;
  return { reason: waiver.values[0].note?.text ?? '', ...(until ? { until } : {}), holder: holder.key };
}
