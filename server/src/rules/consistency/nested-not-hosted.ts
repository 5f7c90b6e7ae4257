import type { Graph } from '../../model/graph.ts';
import { nameOf } from '../../model/names.ts';
import type { Entry } from '../../model/record.ts';
import { placeOf } from '../places.ts';
import type { Rule } from '../rule.ts';

/**
 * A product that is part of one in which it could run, and runs nowhere: being part of a product is not running in it. Which kinds
 * run in which follows from what kinds demand.
 *
 *     facility NORTH "North Campus" {
 *       enclave WARDS "Ward Network"
 *     }
 */
export const nestedNotHosted: Rule = {
  id: 'nested-not-hosted',
  category: 'consistency',
  severity: 'hint',
  title: 'A product that is part of what could host it, and is hosted nowhere',
  explanation:
    'Standing in the braces of a product, or saying in, makes a product part of it; it does not say that it runs there. Where the ' +
    'kinds say that the one may host the other (a facility hosts enclaves), hosts was probably meant, too.',
  example: {
    wrong:
      'person ARossi "Anna Rossi"\nfacility NORTH "North Campus" {\n  owner ARossi\n  enclave WARDS "Ward Network" { owner ARossi }\n}',
    right:
      'person ARossi "Anna Rossi"\nfacility NORTH "North Campus" {\n  owner ARossi\n  hosts WARDS\n  enclave WARDS "Ward Network" { owner ARossi }\n}',
  },
  on: ['product'],
  check(subject, { graph }, report) {
    const parent = graph.parent(subject);
    if (!parent || !mayHost(graph, parent, subject) || graph.from(subject, 'hosts').length > 0) return;
    if (graph.isObsolete(subject)) return;
    report({
      message:
        `${nameOf(subject)} is part of ${nameOf(parent)}, but nothing says that it runs there. ` +
        `If it does, write \`hosts ${subject.key}\` in ${parent.key}.`,
      at: subject.range,
      related: [placeOf(parent, `${nameOf(parent)} does not host ${subject.key}.`)],
      data: { host: parent.key },
    });
  },
};

/** Whether the kind of one product demands that it hosts such as the other, or the other's that it is hosted on such as the one. */
function mayHost(graph: Graph, host: Entry, guest: Entry): boolean {
  const demands = (of: Entry, property: string, other: Entry): boolean =>
    graph
      .kind(of.kind?.text ?? '')
      ?.demands.some(
        ({ demand }) =>
          demand.property === property &&
          demand.most !== 0 &&
          demand.targets.some(({ text }) => graph.isOfKind(other, text)),
      ) ?? false;
  return demands(host, 'hosts', guest) || demands(guest, 'hosted on', host);
}
