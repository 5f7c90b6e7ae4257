/** Fixes of `product-tree.json`. */
import { modify } from 'jsonc-parser';
import type { Fixer } from './fix.ts';

/** Takes a rule's severity out of the project's settings. */
export const removeSeverity: Fixer = {
  id: 'remove setting',
  does: 'Takes the rule out of `product-tree.json`, where it means nothing or cannot be switched off.',
  *fixes({ data }, { document }) {
    const id = data?.setting;
    if (id === undefined) return;
    yield {
      title: `Take \`${id}\` out of the project’s rules`,
      changes: () => [
        {
          document,
          do: 'edit',
          edits: ({ text }) =>
            modify(text, ['rules', id], undefined, {}).map(({ offset, length, content }) => ({
              from: offset,
              to: offset + length,
              text: [content],
            })),
        },
      ],
    };
  },
};
