import { nameOf } from '../../model/names.ts';
import { type Entry, namespaceOf } from '../../model/record.ts';
import { placesOf } from '../places.ts';
import type { Rule } from '../rule.ts';
import { counted, NOUNS, shortened } from '../wording.ts';

/**
 * One key for several declarations. The first in document order counts until the others have another key; each is reported.
 *
 *     person ARossi "Anna Rossi"
 *     person ARossi "Aldo Rossi"
 */
export const duplicateKey: Rule = {
  id: 'duplicate-key',
  category: 'consistency',
  severity: 'error',
  title: 'A key that is declared more than once',
  explanation:
    'A key names one thing. People and teams share their keys; products, documents, requirements, repositories, terms and kinds have ' +
    'keys of their own. Give one of the declarations another key, or take it out; to add to a kind, write extend kind.',
  example: {
    wrong: 'product NORTH "North Campus" { owner ARossi }\nperson ARossi "Anna Rossi"\nperson ARossi "Aldo Rossi"',
    right:
      'product NORTH "North Campus" { owner ARossi }\nperson ARossi "Anna Rossi"\nperson AlRossi "Aldo Rossi"\nteam ROSSI { lead AlRossi }',
  },
  fixed: true,
  on: ['product', 'person', 'team', 'document', 'requirement', 'repository', 'term', 'kind'],
  everyDeclaration: true,
  check(subject, { graph }, report) {
    if (subject.extension) return;
    const all = graph.declarations(namespaceOf(subject.type), subject.key);
    if (all.length < 2) return;
    const times = all.length === 2 ? 'twice' : `${counted(all.length)} times`;
    const mend =
      subject.type === 'kind'
        ? 'Keep one, and write `extend kind` for what adds to it.'
        : 'Give each its own key, or keep one.';
    report({
      message: `The ${NOUNS[namespaceOf(subject.type)]} ${subject.key} is declared ${times}${asWhat(all)}. ${mend}`,
      at: subject.range,
      related: placesOf(
        all.filter(other => other !== subject),
        other => `${nameOf(other)} is declared here too.`,
      ),
    });
  },
};

/** `, as "Anna Rossi" and "Aldo Rossi"`, where the names differ. */
function asWhat(all: readonly Entry[]): string {
  const names = [...new Set(all.flatMap(({ name }) => (name ? `"${name.text}"` : [])))];
  return names.length > 1 ? `, as ${shortened(names)}` : names.length === 1 ? ` (${names[0]})` : '';
}
