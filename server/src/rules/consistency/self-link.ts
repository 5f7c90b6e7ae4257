import { nameOf } from '../../model/names.ts';
import type { Relation } from '../../model/properties.ts';
import { namespaceOf } from '../../model/record.ts';
import type { Rule } from '../rule.ts';

/** What a link to oneself says, for the relations that lead from a thing to another of its sort. */
const SAYS: Partial<Record<Relation, string>> = {
  uses: 'says that it uses itself',
  hosts: 'says that it hosts itself',
  contains: 'says that it is part of itself',
  extends: 'says that it extends itself',
  requires: 'says that it requires itself',
  'replaced by': 'says that it is replaced by itself',
};

/**
 * Something that refers to itself where only another can be meant.
 *
 *     service RECORDS "Patient Records" { uses RECORDS }
 */
export const selfLink: Rule = {
  id: 'self-link',
  category: 'consistency',
  severity: 'warning',
  title: 'A link that leads to itself',
  explanation:
    'An entry names itself after uses, used in, hosts, hosted on, in, extends, requires or replaced by. Another key was meant, or ' +
    'the link says nothing.',
  example: {
    wrong: 'package A "First" { uses A, B }\npackage B "Second"',
    right: 'package A "First" { uses B }\npackage B "Second"',
  },
  on: ['product', 'repository', 'kind'],
  everyDeclaration: true,
  check(subject, { graph }, report) {
    for (const { relation, namespaces, key, quoted, range } of graph.linksOf(subject)) {
      const says = SAYS[relation];
      if (!says || quoted || key !== subject.key || !namespaces.includes(namespaceOf(subject.type))) continue;
      report({
        message: `${nameOf(subject)} ${says}: name another, or take it out.`,
        at: range,
        data: { remove: key },
      });
    }
  },
};
