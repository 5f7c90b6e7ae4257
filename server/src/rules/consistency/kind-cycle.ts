import type { Rule } from '../rule.ts';
import { cycleOfParents } from './cycle-report.ts';

/**
 * Kinds that extend each other. It is reported at each of them; until it is mended, none inherits anything.
 *
 *     kind room extends ward
 *     kind ward extends room
 */
export const kindCycle: Rule = {
  id: 'kind-cycle',
  category: 'consistency',
  severity: 'error',
  title: 'Kinds that extend each other',
  explanation: 'A kind cannot extend a kind that extends it. The message names the whole cycle; take one extends away.',
  example: {
    wrong: 'kind room extends ward\nkind ward extends room\nroom R1 "Room 1"\nward W1 "Ward 1"',
    right: 'kind room extends ward\nkind ward\nroom R1 "Room 1"\nward W1 "Ward 1"',
  },
  fixed: true,
  on: ['kind'],
  check(subject, { graph }, report) {
    if (subject.extension || !subject.parent || subject.parent.text === subject.key) return;
    const cycle = graph.cycle(subject, 'extends');
    if (cycle) report(cycleOfParents(subject, cycle, subject.parent.range, 'extends', 'extends itself in the end'));
  },
};
