import assert from 'node:assert/strict';
import { cellsOf } from '../../../server/src/features/authoring/cells.ts';
import { productsFrom, type Surroundings } from '../../../server/src/features/authoring/rows.ts';

const PEOPLE: Readonly<Record<string, string>> = { 'Anna Rossi': 'ARossi', 'Bo Chen': 'BChen' };

/** A project that knows two people. */
const AROUND: Surroundings = {
  kinds: ['product', 'package', 'service', 'software'],
  kind: 'service',
  keyFrom: name => name.toUpperCase().replace(/\W+/g, '-'),
  keyOf: (type, name) => (type === 'party' ? PEOPLE[name] : undefined),
};

/** The products in rows whose cells are parted by ` | `. */
function products(rows: string, asked = true): string[] | undefined {
  const text = rows
    .trim()
    .split('\n')
    .map(row =>
      row
        .trim()
        .split(/ *\| */)
        .join('\t'),
    )
    .join('\n');
  return productsFrom(text, AROUND, asked)?.text.split('\n');
}

describe('cells of a spreadsheet', () => {
  it('end with tabs and lines; quotes hold line ends and quotes', () => {
    assert.deepEqual(cellsOf('a\tb\r\n\r\n"x ""y""\nz"\t c \n'), [
      ['a', 'b'],
      ['x "y"\nz', 'c'],
    ]);
  });
});

describe('rows of a spreadsheet as products', () => {
  it('without titles: a key, a name, an owner, a manager, a team', () => {
    assert.deepEqual(products('RECORDS | Patient Records | Anna Rossi | BChen | OPS'), [
      'service RECORDS "Patient Records" {',
      '  manager BChen',
      '  owner ARossi',
      '  team OPS',
      '}',
    ]);
  });

  it('without titles, kinds first', () => {
    assert.deepEqual(products('Software | CHART | Chart Viewer\nservice | REC | Records'), [
      'software CHART "Chart Viewer"',
      'service REC "Records"',
    ]);
  });

  it('with titles in any order, in the words that people use', () => {
    assert.deepEqual(
      products(`
        Product Name    | Type     | ID    | Product Owner      | URL                 | Short name | Part of | Uses  | Description
        Patient Records | Software | REC 1 | Anna Rossi; BChen  | https://example.org | Rec        | HOSP    | A, B  | What nurses see.
      `),
      [
        'software REC-1 "Patient Records" in HOSP {',
        '  """What nurses see."""',
        '  short "Rec"',
        '  owner ARossi, BChen',
        '  uses A, B',
        '  link https://example.org',
        '}',
      ],
    );
  });

  it('makes a key of a name, leaves out empty cells, and knows `none`', () => {
    assert.deepEqual(products('Name | Owner | Uses\nChart Viewer | | none'), [
      'service CHART-VIEWER "Chart Viewer" {',
      '  uses none',
      '}',
    ]);
  });

  it('loses nothing: what it has no place for becomes a comment, what nobody has declared a name in quotes', () => {
    assert.deepEqual(products('Key | Name | Kind | Budget | Owner\nA | First "A" | Spaceship | 300 | Cy Adams'), [
      'service A "First \\"A\\"" {',
      '  // Kind: Spaceship',
      '  owner "Cy Adams"',
      '  // Budget: 300',
      '}',
    ]);
  });

  it('parts products of several lines with an empty line', () => {
    assert.deepEqual(products('A | First | BChen\nB | Second\nC | Third'), [
      'service A "First" {',
      '  owner BChen',
      '}',
      '',
      'service B "Second"',
      'service C "Third"',
    ]);
  });

  it('unasked, takes only what can hardly be anything else', () => {
    assert.ok(products('A | First', false));
    assert.ok(products('Key | Name\nA b | First', false));
    assert.equal(products('a word', false), undefined);
    // Indented text of the language.
    assert.equal(productsFrom('\tservice A "First" {\n\t\towner B\n\t}', AROUND, false), undefined);
    assert.equal(productsFrom('service A "First" {\n\towner B\n}', AROUND, false), undefined);
    assert.equal(productsFrom('Some prose,\twith a tab', AROUND, false), undefined);
  });

  it('finds none in titles alone', () => assert.equal(products('Key | Name'), undefined));
});
