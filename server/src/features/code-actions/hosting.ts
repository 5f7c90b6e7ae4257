/** Fixes of products that are part of what could host them. */
import { nameOf } from '../../model/names.ts';
import { stating } from './attributes.ts';
import { type Fixer, sameStart } from './fix.ts';

/** Has the product host what is part of it. */
export const stateHosting: Fixer = {
  id: 'state',
  does: 'Adds the product to `hosts` of the one that it is part of.',
  bulk: true,
  *fixes({ at, data }, { record, graph }) {
    const guest = record.entries.find(({ range }) => sameStart(range, at));
    const host = data?.host ? graph.entry('product', data.host) : undefined;
    if (!guest || !host) return;
    yield {
      title: `Say that ${nameOf(host)} hosts ${guest.key}`,
      preferred: true,
      changes: () => [stating(host, 'hosts', [guest.key])],
    };
  },
};
