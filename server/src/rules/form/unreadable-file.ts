import type { Rule } from '../rule.ts';

/** A file of the project that cannot be read as text. Whoever reads the files reports it; the other files are judged without it. */
export const unreadableFile: Rule = {
  id: 'unreadable-file',
  category: 'form',
  severity: 'error',
  title: 'A file that is not text, or too large',
  explanation:
    'A file whose name ends in `.ptree` is not text in UTF-8, is too large, or cannot be read at all. The rest of the project is judged ' +
    'as if it were not there. Save it as UTF-8, split it, or take it out of the project with `exclude` in `product-tree.json`.',
  example: {
    wrong: '// A file that begins with the bytes FF D8 FF: a picture that was renamed to tree.ptree.',
    right: '// A text file in UTF-8.',
  },
  fixed: true,
  on: [],
};
