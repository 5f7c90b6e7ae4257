/** Texts made up from nothing: every form of statement, in any order and any layout. */
import fc from 'fast-check';

const key = fc.constantFrom('A', 'B-1', 'DMS-REQ-0007', 'DMS-REQ-0123', 'lsst/afw', 'in', 'owner', 'none', 'Čapek');
const text = fc.constantFrom('"One"', '"Two words"', '"with \\"quotes\\""', '""', '"// no comment"', '"{"');
const space = fc.constantFrom(' ', ' ', ' ', '   ', '\t', ' /* c */ ');
/** Where a line may end within a list: the next line is deeper. */
const rest = fc.constantFrom(' ', '', '\n          ', ' // c\n          ', '\n          // c\n          ');
const end = fc.constantFrom('\n', '\n', '\n\n', '  // c\n', ' /* c */\n', '\n\n\n// c\n', '\n/* c\n  d */\n\n');
const indent = fc.constantFrom('', '  ', '     ', '\t');

const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> => fc.tuple(...parts).map(all => all.join(''));
const word = (...words: string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
const maybe = (part: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof(fc.constant(''), part);

const value = joined(key, maybe(joined(space, text)));
const list = joined(
  value,
  fc.array(joined(fc.constant(','), rest, value), { maxLength: 12 }).map(values => values.join('')),
  maybe(fc.constant(',')),
);

const description = word(
  '"""One line."""',
  '"""\n  Two\n    lines\n  """',
  '"""First\n\n        second"""',
  '"""\n\t\ttabs and [[A]]\n\t"""',
);
const attribute = fc.oneof(
  joined(
    word('manager', 'owner', 'team', 'uses', 'used  in', 'hosts', 'satisfies', 'satisfies', 'link', 'tier'),
    space,
    list,
  ),
  joined(word('short'), space, text),
  joined(word('wbs'), space, word('1.02C.07', '3', '1.02C.07,2.1')),
  joined(word('reviewed'), space, word('2020', '2020-04'), space, word('by'), space, key),
  joined(word('waive'), space, word('product.owner', 'facility.hosts'), space, text, maybe(word(' until 2027'))),
  joined(word('obsolete'), space, text, maybe(joined(space, word('replaced by'), space, key))),
  description,
);

/** A body: braces in the line of its head or below, with statements that may be anything. */
const body = (statement: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    joined(word(' { ', '{', ' {}\n'), statement, word(' }', '}')).map(one => (one.includes('{}') ? ' {}' : one)),
    joined(
      word(' {', '\n{', ' // c\n  {', ' { // c'),
      word('\n'),
      fc.array(joined(indent, statement, end), { maxLength: 6 }).map(all => all.join('')),
      indent,
      word('}', '// c\n}'),
    ),
  );

const demand = joined(
  word('consistent', 'complete info', 'complete'),
  space,
  word('hosted on', 'owner', 'contains'),
  word('', '[1]', ' [ 1 .. * ]', '  [0..2]'),
  maybe(joined(space, word('service', 'service|cots', 'service | cots'))),
  maybe(joined(space, text)),
);
const field = joined(
  word('field tier'),
  maybe(word(' [0..*]')),
  space,
  word('text', 'person', 'one of gold,silver', 'one  of gold , silver'),
  maybe(joined(space, text)),
);

const product: fc.Arbitrary<string> = fc.letrec<{ product: string }>(tie => ({
  product: joined(
    word('package', 'service', 'facility'),
    space,
    key,
    space,
    text,
    maybe(joined(space, word('in'), space, key)),
    maybe(body(fc.oneof({ weight: 4, arbitrary: attribute }, { weight: 1, arbitrary: tie('product') }))),
  ),
})).product;
const registered = joined(
  word('person', 'team', 'document', 'requirement', 'repository', 'term'),
  space,
  key,
  maybe(joined(space, text)),
  maybe(body(attribute)),
);
const kind = joined(word('kind', 'extend kind'), space, key, maybe(body(fc.oneof(demand, field, description))));

/** Any text of the language, well-formed or nearly so. */
export const generated: fc.Arbitrary<string> = joined(
  fc
    .array(joined(indent, fc.oneof({ weight: 3, arbitrary: product }, registered, kind), end), { maxLength: 5 })
    .map(all => all.join('')),
  word('', '// c', '\n\n'),
);
