import type { Entry } from '../model/record.ts';
import type { Context, DemandReport } from './rule.ts';

/** Reports every demand of a product's kind that the product does not meet. */
export function reportDemands(_subject: Entry, _context: Context, _report: (report: DemandReport) => void): void {}
