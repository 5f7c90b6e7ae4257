/** Models by chance, in few words: small enough that keys clash, look alike, lack and meet each other all the time. */
import type { Random } from './random.ts';

/** A declaration and what it says, one statement a line; what is nested in it stands in its braces. */
export interface Declaration {
  /** The words before the key. */
  word: string;
  key: string;
  /** What follows the key: a name, a parent. */
  rest: string;
  statements: string[];
  nested: Declaration[];
}

/** The declarations of each file, by its address. */
export type Model = Map<string, Declaration[]>;

const PRODUCTS = ['A', 'B', 'C', 'D', 'E', 'F', 'NORTH', 'N0RTH', 'North', 'NORHT'];
const PARTIES = ['ANNA', 'Anna', 'BO', 'CARE', 'NURSES'];
const REQUIREMENTS = ['REQ-1', 'REQ-2'];
const DOCUMENTS = ['LSE-1', 'LSE-2'];
const REPOSITORIES = ['lab/one', 'lab/two', 'lab/three'];
const TERMS = ['HL7', 'A'];
const OWN_KINDS = ['ward', 'room', 'service'];
const KINDS = [
  'package',
  'facility',
  'enclave',
  'service',
  'software',
  'software',
  'software',
  'cots',
  'ward',
  'room',
  'wrad',
];
/** The words that declare anything but a product. */
const OTHERS = [
  'person',
  'team',
  'document',
  'requirement',
  'repository',
  'repository',
  'term',
  'kind',
  'kind',
  'extend kind',
];
const RULES = [
  'product.owner',
  'product.owner',
  'product.owner',
  'product.owner',
  'facility.hosts',
  'service.uses',
  'ward.tier',
  'package-manager',
  'uses-cycle',
  'duplicate-name',
  'obsolete-in-use',
  'repository-shared',
  'requires-unknown',
  'unused-declaration',
  'unresolved',
  'nonsense',
];
const NAMES = ['"First"', '"Second"', '"first"', '"Third"', ''];

const list = (random: Random, from: readonly string[]): string =>
  random.some(from, 3).join(', ') || (random.once(3) ? '' : 'none');

const waiver = (random: Random): string =>
  `waive ${random.pick(RULES)}${random.pick([' "why not"', ' "because"', ''])}${random.pick(['', '', ' until 2025', ' until 2027-06'])}`;

/** What each sort of declaration may say. */
const STATEMENTS: Readonly<Record<string, readonly ((random: Random) => string)[]>> = {
  product: [
    random => `manager ${list(random, PARTIES)}`,
    random => `owner ${list(random, PARTIES)}`,
    random => `team ${list(random, PARTIES)}`,
    random => `uses ${list(random, PRODUCTS)}`,
    random => `uses ${list(random, PRODUCTS)}`,
    random => `used in ${list(random, PRODUCTS)}`,
    random => `hosts ${list(random, PRODUCTS)}${random.once(4) ? ', "Not yet"' : ''}`,
    random => `hosted on ${list(random, PRODUCTS)}`,
    random => `document ${list(random, DOCUMENTS)}`,
    random => `repository ${random.pick(REPOSITORIES)}`,
    random => `repository ${list(random, REPOSITORIES)}`,
    random => `satisfies ${list(random, REQUIREMENTS)}`,
    random => `short ${random.pick(NAMES)}`,
    random => `link ${random.pick(['https://example.org', 'http://localhost', ''])}`,
    random => `obsolete ${random.pick(['', '"old"', '"old" replaced by B'])}`,
    random => `reviewed ${random.pick(['2020-04', '2026'])} by ${random.pick(PARTIES)}`,
    random =>
      `"""About [[${random.pick(PRODUCTS)}]], [[term:${random.pick(TERMS)}]] and [[${random.pick(DOCUMENTS)}]]."""`,
    random => `tier ${random.pick(['gold', 'lead', 'B', ''])}`,
    random => `steward ${random.pick(PARTIES)}`,
    random => `near ${list(random, PRODUCTS)}`,
    waiver,
    waiver,
  ],
  person: [random => `team ${list(random, PARTIES)}`, waiver],
  team: [random => `lead ${list(random, PARTIES)}`, waiver],
  document: [() => 'date 2020', waiver],
  requirement: [random => `satisfied by ${list(random, PRODUCTS)}`, waiver],
  repository: [
    random => `requires ${list(random, REPOSITORIES)}`,
    random => `requires ${random.pick(REPOSITORIES)}`,
    random => `requires ${random.pick(REPOSITORIES)}`,
    random => `team ${list(random, PARTIES)}`,
    waiver,
  ],
  term: [() => 'link https://example.org'],
  kind: [
    random => `complete owner [${random.pick(['0', '1', '1..*', '2..3'])}] "Owners matter."`,
    random => `consistent ${random.pick(['uses', 'hosts', 'contains', 'used in'])} [1..*] ${random.pick(KINDS)}`,
    random => `complete ${random.pick(['info ', ''])}tier [1]`,
    random => `field tier ${random.pick(['one of gold, silver', 'text', 'number', 'ward', 'person'])}`,
    random => `field steward ${random.pick(['person', 'team', 'text', 'room'])} "Who cares"`,
    random => `field near [0..*] ${random.pick(KINDS)}`,
    waiver,
  ],
};

const sortOf = ({ word }: Declaration): string => (word in STATEMENTS ? word : /kind$/.test(word) ? 'kind' : 'product');

const made = (word: string, key: string, rest: string, ...statements: string[]): Declaration => {
  return { word, key, rest, statements, nested: [] };
};

/** What chance would rarely bring together: software products that share a dependency, and one that is it. */
export function shared(): Declaration[] {
  return [
    made('software', 'A', '"First"', 'repository lab/one'),
    made('software', 'B', '"Second"', 'repository lab/two'),
    made('software', 'C', '"Third"', 'repository lab/three'),
    made('repository', 'lab/one', '', 'requires lab/three'),
    made('repository', 'lab/two', '', 'requires lab/three'),
    made('repository', 'lab/three', '', 'requires none'),
  ];
}

/** A branch of which the top decides what the bottom answers for. */
export function branch(): Declaration[] {
  return [
    made('package', 'F', '"Top"', 'waive product.owner "why not"'),
    made('package', 'E', '"Middle" in F'),
    made('package', 'D', '"Other"', 'obsolete'),
    made('service', 'NORTH', '"Bottom" in E', 'owner none'),
  ];
}

/** Any declaration. */
export function declaration(random: Random): Declaration {
  const word = random.pick(random.once(2) ? KINDS : OTHERS);
  const any = made(word, '', '');
  any.key = keyFor(random, any);
  any.rest = restFor(random, any);
  any.statements = random.some([0, 1, 2, 3], 4).map(() => statementFor(random, any));
  return any;
}

export function keyFor(random: Random, { word }: Declaration): string {
  const keys = {
    person: PARTIES,
    team: PARTIES,
    document: DOCUMENTS,
    requirement: REQUIREMENTS,
    repository: REPOSITORIES,
    term: TERMS,
    kind: OWN_KINDS,
    'extend kind': OWN_KINDS,
  };
  return random.pick((keys as Record<string, string[]>)[word] ?? PRODUCTS);
}

export function restFor(random: Random, { word }: Declaration): string {
  const name = random.pick(NAMES);
  if (word === 'extend kind') return '';
  if (word === 'kind') return random.once(3) ? '' : `extends ${random.pick([...OWN_KINDS, ...OWN_KINDS, 'product'])}`;
  if (word === 'requirement') return `${name}${random.once(2) ? ` in ${random.pick(DOCUMENTS)}` : ''}`;
  if (word in STATEMENTS) return name;
  return `${name || '"Fourth"'}${parentFor(random)}`;
}

/** `in PARENT`, or nothing. */
export const parentFor = (random: Random): string => (random.once(2) ? ` in ${random.pick(PRODUCTS)}` : '');

export function statementFor(random: Random, declaration: Declaration): string {
  return random.pick(STATEMENTS[sortOf(declaration)])(random);
}

/** Whether declarations may be nested in this one. */
export const isProduct = (declaration: Declaration): boolean => sortOf(declaration) === 'product';

/** Every declaration of a file, nested ones included, with the list in which it stands. */
export function* placesIn(declarations: Declaration[]): Iterable<{ list: Declaration[]; index: number }> {
  for (const [index, { nested }] of declarations.entries()) {
    yield { list: declarations, index };
    yield* placesIn(nested);
  }
}

/** A file's text. */
export function render(declarations: readonly Declaration[], indent = ''): string {
  return declarations
    .map(({ word, key, rest, statements, nested }) => {
      const head = `${indent}${word} ${key} ${rest}`.trimEnd();
      if (statements.length + nested.length === 0) return `${head}\n`;
      const body = statements.map(statement => `${indent}  ${statement}\n`).join('');
      return `${head} {\n${body}${render(nested, `${indent}  `)}${indent}}\n`;
    })
    .join('');
}
