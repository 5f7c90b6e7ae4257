/** The proof that a rename changes a key and nothing else: the changed text is read again and compared. */
import { readDocument } from '../../language/index.ts';
import type { DocumentRecord } from '../../model/record.ts';

/**
 * Why a document would not say the same as before but for the key; undefined where it does. Some words mean something else in some places
 * (`owner none` names nobody), and only the language itself knows all of them.
 */
export function objectionTo(before: DocumentRecord, text: string, from: string, to: string): string | undefined {
  const after = readDocument(before.document, text);
  const said = new Set(before.problems.map(({ message }) => masked(message, from, to)));
  const problem = after.problems.find(({ message }) => !said.has(masked(message, from, to)));
  if (problem) return problem.message;
  return statement(before, from, to) === statement(after, from, to)
    ? undefined
    : `\`${to}\` would mean something else where \`${from}\` stands now. Choose another.`;
}

/** All that a record says, places aside, with both keys made the same. */
function statement({ entries, problems, mended }: DocumentRecord, from: string, to: string): string {
  const text = JSON.stringify({ entries, problems, mended }, (name, value) =>
    name === 'range' || name === 'extent' || name === 'namespace' ? undefined : value,
  );
  return masked(text.replace(/\[\[[a-z]+:/g, '[['), from, to);
}

function masked(text: string, from: string, to: string): string {
  const [long, short] = from.length > to.length ? [from, to] : [to, from];
  return text.replaceAll(long, '\0').replaceAll(short, '\0');
}
