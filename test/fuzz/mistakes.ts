/** Mistakes as people make them while they write a product tree. Each changes the lines of a file in one place. */
import type { Random } from './random.ts';

/** Where a mistake was made: the lines of the file as it was, from the first to the last that it touched. */
export interface Place {
  from: number;
  to: number;
}

/** A class of mistakes. `make` changes the lines, or answers undefined where this file has no place for it. */
export interface Mistake {
  name: string;
  make(lines: string[], random: Random): Place | undefined;
}

const ATTRIBUTE =
  /^(\s+)(short|manager|owner|team|wbs|uses|used in|hosts|hosted on|document|repository|link|satisfies|satisfied by|reviewed|lead|authors|date) (.*)$/;
const LIST = /^(\s+)(manager|owner|team|wbs|uses|used in|hosts|hosted on|document|satisfies|requires) (\S.*)$/;
const PRODUCT = /^(\s*)([a-z]+) ([A-Z]\w*) "([^"]*)"(.*)\{$/;
const TEXT = /^\s*(?:[a-z]+ )+(?:[\w./-]+ )?"[^"]*"/;
const NOTE = /^\s+(?:uses|used in|hosts|hosted on|document) .*[\w-] "[^"]*"/;
const WAIVER = /^(\s+)waive (\S+) (".*")( until \S+)?$/;
const DEMAND = /^(\s+)(consistent|complete) (.*\[.+)$/;
const FIELD = /^(\s+)field (\S+) (.+)$/;
const REGISTRY = /^(person|team|document|requirement|repository|term) (\S+)(.*)$/;
const LONG_LIST = /^\s{4,}[\w./-]+(?:, [\w./-]+)*,$/;

/** Changes one of the lines that match. */
function change(
  pattern: RegExp,
  edit: (match: RegExpExecArray, random: Random) => string | undefined,
): Mistake['make'] {
  return (lines, random) => {
    const places = lines.flatMap((line, i) => (pattern.test(line) ? [i] : []));
    if (places.length === 0) return undefined;
    const at = random.pick(places);
    const line = edit(pattern.exec(lines[at])!, random);
    if (line === undefined || line === lines[at]) return undefined;
    lines[at] = line;
    return { from: at, to: at };
  };
}

/** Writes a new line above (or, by chance, below) one that matches, as deep as it. */
function write(pattern: RegExp, words: readonly string[], below = false): Mistake['make'] {
  return (lines, random) => {
    const places = lines.flatMap((line, i) => (pattern.test(line) ? [i] : []));
    if (places.length === 0) return undefined;
    const at = random.pick(places) + (below && random.number(2) === 1 ? 1 : 0);
    const indent = /^\s*/.exec(lines[Math.min(at, lines.length - 1)])![0] || /^\s*/.exec(lines[at - 1] ?? '')![0];
    lines.splice(at, 0, indent + random.pick(words));
    return { from: at - 1, to: at };
  };
}

/** Removes one of the lines that match. */
function remove(pattern: RegExp): Mistake['make'] {
  return (lines, random) => {
    const places = lines.flatMap((line, i) => (pattern.test(line) ? [i] : []));
    if (places.length === 0) return undefined;
    const at = random.pick(places);
    lines.splice(at, 1);
    return { from: at, to: at };
  };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Takes the comma from a line of a list that goes on below. */
function unlinked(lines: string[], random: Random): Place | undefined {
  const places = lines.flatMap((line, i) =>
    LONG_LIST.test(line) && indentOf(line) === indentOf(lines[i + 1] ?? '') ? [i] : [],
  );
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  lines[at] = lines[at].slice(0, -1);
  return { from: at, to: at };
}

/** One of the lines that hold nothing but `"""`, alternately the opening and the closing ones. */
function tripleQuotes(which: 0 | 1): Mistake['make'] {
  return (lines, random) => {
    const places = lines.flatMap((line, i) => (/^\s*"""$/.test(line) ? [i] : []));
    const mine = places.filter((_, i) => i % 2 === which);
    if (mine.length === 0) return undefined;
    const at = random.pick(mine);
    lines.splice(at, 1);
    return { from: at, to: at };
  };
}

/** Leaves out one character of a word, but not its first. */
function misspelt(word: string, random: Random): string {
  const at = 1 + random.number(word.length - 1);
  return word.slice(0, at) + word.slice(at + 1);
}

const HALF_ATTRIBUTES = [
  'o',
  'own',
  'owner',
  'owner ',
  'uses',
  'used',
  'hosted',
  'hosted on',
  'satis',
  'reviewed',
  'team',
  'wbs 1.',
  'reviewed 2020-',
  'waive',
  'satisfies DMS-REQ-',
  'link "',
  'link https',
  'link https://',
  'obsolete replaced',
  'repository lsst/',
];
const HALF_PRODUCTS = [
  'ser',
  'service',
  'service NEW',
  'service NEW "Ne',
  'service NEW "New" {',
  'service "New"',
  'service NEW "New" in',
];

/** All classes of mistakes. */
export const MISTAKES: readonly Mistake[] = [
  { name: 'half an attribute in a new line', make: write(ATTRIBUTE, HALF_ATTRIBUTES, true) },
  { name: 'half a product in a new line', make: write(/^\s+[a-z]+ [A-Z]\w* "[^"]*".*\{$/, HALF_PRODUCTS) },
  {
    name: 'half a declaration in a new line',
    make: write(REGISTRY, [
      'per',
      'person',
      'person NEW "Ne',
      'requirement NEW "x" in',
      'document "New"',
      'term',
      'kind',
    ]),
  },
  {
    name: 'value missing',
    make: change(ATTRIBUTE, ([, indent, word, value]) => (value.endsWith(',') ? undefined : indent + word)),
  },
  { name: 'closing brace missing', make: remove(/^\s+\}$/) },
  { name: 'opening brace missing', make: change(PRODUCT, ([line]) => line.slice(0, -2)) },
  { name: 'closing brace too many', make: write(/^\s+\}$/, ['}']) },
  { name: 'opening brace too many', make: write(ATTRIBUTE, ['{']) },
  { name: 'closing quote missing', make: change(TEXT, ({ input }) => input.replace(/("[^"]*)"/, '$1')) },
  { name: 'opening quote missing', make: change(TEXT, ({ input }) => input.replace('"', '')) },
  { name: 'name missing', make: change(PRODUCT, ([line]) => line.replace(/ "[^"]*"/, '')) },
  {
    name: 'key missing',
    make: change(PRODUCT, ([, indent, kind, , name, rest]) => `${indent}${kind} "${name}"${rest}{`),
  },
  { name: 'name without quotes', make: change(PRODUCT, ([line]) => line.replaceAll('"', '')) },
  {
    name: 'unknown attribute',
    make: change(
      ATTRIBUTE,
      ([, indent, word, value], random) =>
        `${indent}${random.number(3) > 0 ? misspelt(word, random) : random.pick(['owners', 'depends', 'Owner', 'needs'])} ${value}`,
    ),
  },
  {
    name: 'unknown kind',
    make: change(
      PRODUCT,
      ([, indent, kind, key, name, rest], random) => `${indent}${misspelt(kind, random)} ${key} "${name}"${rest}{`,
    ),
  },
  {
    name: 'comma too many or missing',
    make: change(LIST, ({ input }, random) =>
      random.pick([
        (s: string) => s.replace(/^(\s+(?:used in|hosted on|\S+)) /, '$1 , '),
        (s: string) => (s.includes(', ') ? s.replace(', ', ',, ') : undefined),
        (s: string) => (s.includes(', ') ? s.replace(', ', ' ') : undefined),
      ])(input),
    ),
  },
  {
    name: 'colon, semicolon or equals sign',
    make: change(ATTRIBUTE, ([line, indent, word, value], random) =>
      random.pick([`${indent}${word}: ${value}`, `${indent}${word} = ${value}`, `${line};`]),
    ),
  },
  { name: 'closing """ missing', make: tripleQuotes(1) },
  { name: 'opening """ missing', make: tripleQuotes(0) },
  { name: 'closing """ missing in its line', make: change(/^\s+""".+"""$/, ([line]) => line.slice(0, -3)) },
  { name: 'opening """ missing in its line', make: change(/^\s+""".+"""$/, ([line]) => line.replace('"""', '')) },
  { name: '""" or a quote in a new line', make: write(ATTRIBUTE, ['"""', '"""Half a sen', '"']) },
  {
    name: 'prose in a new line',
    make: write(ATTRIBUTE, ['This product is new.', 'TODO ask Jim, then write', '- first', '# Heading', "don't know"]),
  },
  { name: 'comment half written', make: write(ATTRIBUTE, ['/', '/* to do', '/ to do']) },
  {
    name: 'key half typed',
    make: change(
      PRODUCT,
      ([, indent, kind, key, name, rest], random) =>
        `${indent}${kind} ${key}${random.pick(['-', '.', '/', '--A', ' B'])} "${name}"${rest}{`,
    ),
  },
  {
    name: 'line broken in two',
    make: change(LIST, ([, indent, word, value], random) =>
      random.pick([`${indent}${word}\n${indent}${value}`, `${indent}${word} ${value.replace(', ', `,\n${indent}`)}`]),
    ),
  },
  {
    name: 'note: a quote missing',
    make: change(NOTE, ({ input }, random) =>
      random.number(2) ? input.replace(/"([^"]*)"/, '"$1') : input.replace(/"([^"]*)"/, '$1"'),
    ),
  },
  {
    name: 'note: two, or none written yet',
    make: change(NOTE, ({ input }, random) =>
      input.replace(/ "[^"]*"/, note => random.pick([`${note}${note}`, ' "', `,${note},`])),
    ),
  },
  {
    name: 'none: half typed or with others',
    make: change(
      /^(\s+)([a-z ]+) none$/,
      ([, indent, word], random) =>
        `${indent}${word} ${random.pick(['no', 'none, none', 'None', '"none"', 'none none'])}`,
    ),
  },
  {
    name: 'waiver: a part missing',
    make: change(
      WAIVER,
      ([, indent, rule, reason, until = ' until 2031'], random) =>
        indent +
        random.pick([
          'waive',
          `waive ${rule}`,
          `waive ${reason}`,
          `waive ${rule} ${reason} until`,
          `waive ${rule} ${reason.slice(0, -1)}`,
          `waive ${rule} until 2031`,
          `waive ${rule} ${reason} until 2031-`,
          `waive ${rule} ${reason} until tomorrow`,
          `waive ${rule.slice(0, rule.indexOf('.') + 1)} ${reason}${until}`,
        ]),
    ),
  },
  {
    name: 'kind: a demand half typed',
    make: change(
      DEMAND,
      ([, indent, level, rest], random) =>
        indent +
        random.pick([
          level,
          `${level} [1]`,
          `${level} ${rest.replace(/\]/, '')}`,
          `${level} ${rest.replace(/\[/, '')}`,
          `${level} ${rest.replace(/"[^"]*"$/, '"Every')}`,
          `${level} ${rest.replace(/\d/, '')}`,
          `${level} ${rest.replace(' | ', ' , ')}`,
          `${misspelt(level, random)} ${rest}`,
        ]),
    ),
  },
  {
    name: 'kind: a field half typed',
    make: change(
      FIELD,
      ([, indent, name, rest], random) =>
        indent +
        random.pick([
          'field',
          `field ${name}`,
          `field ${name} one`,
          `field ${name} one of`,
          `field ${name} ${rest.replace(',', '')}`,
          `field ${name} ${rest.replace(/"[^"]*"$/, '"Wh')}`,
          `field ${name}: ${rest}`,
          `fiel ${name} ${rest}`,
        ]),
    ),
  },
  {
    name: 'kind: a word missing in its head',
    make: change(/^kind (\S+) extends (\S+) \{$/, ([, key, parent], random) =>
      random.pick([
        `kind ${key} extends {`,
        `kind extends ${parent} {`,
        `kind ${key} ${parent} {`,
        `kind ${key} extend ${parent} {`,
        `kind {`,
      ]),
    ),
  },
  { name: 'long list: comma missing at the end of a line', make: unlinked },
  { name: 'long list: a line half typed', make: write(LONG_LIST, ['DMS-', 'DMS-REQ-, ', ',', 'DMS-REQ-0008, DMS-']) },
  { name: 'long list: a line out of place', make: change(LONG_LIST, ({ input }) => input.trimStart()) },
];
