import type { EntryType, Range, Severity } from '../model/record.ts';
import type { Category, Related, Tag } from './rule.ts';

/** Something that a rule has found: the same for the editor, the command line, reports and views. */
export interface Finding {
  /** The rule's id: `unresolved`, `facility.hosts`. */
  rule: string;
  category: Category;
  /** Never `off`. */
  severity: Exclude<Severity, 'off'>;
  /** The entry that it is about; null where it is about the document. */
  subject: { type: EntryType; key: string; name?: string } | null;
  message: string;
  /** Address of the document in which it is shown. */
  document: string;
  /** Where; it moves with the text. */
  at: Range;
  related: readonly Related[];
  /** A waiver silences it: the author's reason, and the last day where there is one. */
  waived: { reason: string; until?: string; holder: string } | null;
  tags: readonly Tag[];
  data?: Readonly<Record<string, string>>;
}
