/** Dates as the language writes them. */
import { isDate } from '../../model/shapes.ts';

/** The same month a year later: `2027-06`. */
export function nextYear(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}${today.slice(4, 7)}`;
}

/** The date that may be meant by one that is written otherwise: `2020-4`, `2020/04/17`, `17.04.2020`. */
export function mendedDate(text: string): string | undefined {
  const two = (part: string): string => part.padStart(2, '0');
  const parts = text.split(/[-./]/).filter(part => part !== '');
  if (!parts.every(part => /^\d+$/.test(part))) return undefined;
  if (parts[0]?.length !== 4 && parts.at(-1)?.length === 4) parts.reverse();
  const [year, ...rest] = parts;
  const date = [year, ...rest.map(two)].join('-');
  return isDate(date) ? date : undefined;
}
