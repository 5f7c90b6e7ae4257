/** Which statement stands around the cursor, and which of its parts the cursor is in. */
import type { Graph } from '../../model/graph.ts';
import type { EntryType } from '../../model/record.ts';
import { type Cursor, cursorsAt, type Token } from '../completion/cursor.ts';
import {
  declarationForm,
  demandForm,
  EXTEND_FORM,
  FIELD_FORMS,
  type Form,
  fieldValueForm,
  WAIVE_FORM,
} from './form.ts';

/** The forms that the statement may have, and where in them the cursor is. */
export interface Place {
  forms: readonly Form[];
  /** The form that the statement has, as far as it is typed. */
  form: Form;
  /** The name of the part. */
  part: string;
}

/** The place of an offset in a text; undefined where nothing is left to say. */
export function placeAt(graph: Graph, text: string, at: number): Place | undefined {
  const quoted = textAround(text, at);
  // In quotes, the part is that of the text: as if it were not there yet and the cursor stood in its place.
  const cursors = quoted
    ? cursorsAt(text.slice(0, quoted.from) + text.slice(quoted.to), quoted.from)
    : cursorsAt(text, at);
  const cursor = cursors.find(({ place }) => place === 'value');
  return cursor && placeOf(graph, cursor, quoted !== undefined, text);
}

/** The text in quotes around an offset, from quote to quote, or to the end of the line while it is not closed. */
function textAround(text: string, at: number): { from: number; to: number } | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const [line] = /^[^\n]*/.exec(text.slice(start))!;
  for (const match of line.matchAll(/"(?:\\.|[^"\\])*"?/g)) {
    const from = start + match.index;
    const to = from + match[0].length;
    const closed = match[0].length > 1 && match[0].endsWith('"');
    if (from < at && (at < to || (at === to && !closed))) return { from, to };
  }
  return undefined;
}

function placeOf(graph: Graph, cursor: Cursor, quoted: boolean, text: string): Place | undefined {
  const { before, bodies } = cursor;
  const [head] = before;
  const place = (form: Form, part: string | undefined, forms: readonly Form[] = [form]): Place | undefined =>
    part !== undefined && part in form.parts ? { forms, form, part } : undefined;
  const typed = head.tokenType.name;
  switch (typed) {
    case 'consistent':
    case 'complete':
      return place(demandForm(typed), demandPart(cursor, quoted, text));
    case 'field': {
      const form = FIELD_FORMS[before.some(isClause) ? 1 : 0];
      return place(form, fieldPart(before, quoted), FIELD_FORMS);
    }
    case 'ATTRIBUTE':
      return head.image === 'waive' ? place(WAIVE_FORM, waivePart(before, quoted)) : undefined;
    case 'EXTEND_KIND':
      return before.length === 1 && !quoted ? place(EXTEND_FORM, 'key') : undefined;
    case 'HEAD': {
      const [body] = bodies;
      const field = body?.type === 'product' && graph.kind(body.kind ?? '')?.fields.get(head.image)?.field;
      if (field) return isOver(before) ? undefined : place(fieldValueForm(field), 'value');
      const declares = graph.kind(head.image) !== undefined || body === undefined;
      return declares ? place(...declaration('product', cursor, quoted)) : undefined;
    }
    case 'team':
    case 'document':
    case 'repository':
      return bodies.length > 0 ? undefined : place(...declaration(typed, cursor, quoted));
    case 'person':
    case 'requirement':
    case 'term':
    case 'kind':
      return place(...declaration(typed, cursor, quoted));
    default:
      return undefined;
  }
}

const isClause = ({ tokenType }: Token): boolean => tokenType.name === 'CLAUSE';
const isText = ({ tokenType }: Token): boolean => tokenType.name === 'STRING';

function isOver(before: readonly Token[]): boolean {
  return before.length > 1 && before.at(-1)!.image !== ',';
}

const SEVERITY = /^(?:error|warning|info|hint|off)$/;

function demandPart({ before, after, from, to }: Cursor, quoted: boolean, text: string): string | undefined {
  if (before.some(isText)) return undefined;
  if (quoted) return 'reason';
  switch (before.at(-1)!.tokenType.name) {
    case 'consistent':
    case 'complete':
      return after.length > 0 && SEVERITY.test(text.slice(from, to)) ? 'severity' : 'property';
    case 'SEVERITY':
      return 'property';
    case 'PROPERTY':
    case '[':
    case '..':
    case 'NUMBER':
    case '*':
      return 'bounds';
    case ']':
    case '|':
      return 'kinds';
    default:
      return 'reason';
  }
}

function fieldPart(before: readonly Token[], quoted: boolean): string | undefined {
  if (before.some(isText)) return undefined;
  if (quoted) return 'label';
  switch (before.at(-1)!.tokenType.name) {
    case 'field':
      return 'name';
    case '[':
    case '..':
    case 'NUMBER':
    case '*':
      return 'bounds';
    case 'PROPERTY':
    case ']':
      return 'type';
    case 'CLAUSE':
    case ',':
      return 'choices';
    default:
      return 'label';
  }
}

function waivePart(before: readonly Token[], quoted: boolean): string | undefined {
  const clause = before.findIndex(isClause);
  if (clause >= 0) return clause === before.length - 1 && !quoted ? 'date' : undefined;
  if (before.some(isText)) return 'date';
  return before.length === 1 && !quoted ? 'rule' : 'reason';
}

function declaration(type: EntryType, { before, bodies }: Cursor, quoted: boolean): [Form, string | undefined] {
  const form = declarationForm(type, before[0].image, bodies.length > 0);
  const clause = before.findIndex(isClause);
  if (clause >= 0) return [form, clause === before.length - 1 && !quoted ? 'parent' : undefined];
  if (before.some(isText)) return [form, quoted ? undefined : 'parent'];
  return [form, before.length === 1 && !quoted ? 'key' : 'name'];
}
