import { readFileSync } from 'node:fs';

/** A target that the document names but never declares; declared ones are keys. */
type Target = string | { undeclared: string };

/** What the document prints of a package and of a product alike. */
interface Printed {
  key: string;
  name: string;
  short: string;
  parent: string | null;
  managers: string[];
  owners: string[];
  teams: string[];
  wbs: string[];
  documents: string[];
  reviewed: { by: string; date: string } | null;
  /** The document says in words what it is. */
  described: boolean;
}

export interface PrintedPackage extends Printed {
  section: string;
}

export interface PrintedProduct extends Printed {
  parent: string;
  uses: Target[];
  usedIn: Target[];
  repositories: string[];
  links: string[];
  obsolete: boolean;
  requirements: string[];
}

interface PrintedRepository {
  name: string;
  description: string;
  url: string;
  product: string;
  githubTeams: string[];
  hasDependencyTable: boolean;
  dependencies: string[];
}

interface Facts {
  packages: PrintedPackage[];
  products: PrintedProduct[];
  requirements: { id: string; title: string }[];
  repositories: PrintedRepository[];
  dependencyNames: { name: string; description: string }[];
  documents: { id: string; title: string | null; referenceTitle: string; authors: string; year: number; url: string }[];
  terms: { acronym: string; meaning: string }[];
}

/** The facts of DMTN-104, as the document prints them. Its source and licence stand in the file. */
export const facts: Facts = JSON.parse(readFileSync(new URL('../../fixtures/dmtn-104.json', import.meta.url), 'utf8'));

/** The kind of a product follows from the section in which the document lists it; the longest that fits counts. */
const KIND_OF_SECTION: Record<string, string> = {
  '2.2': 'service',
  '2.3': 'software',
  '2.3.8': 'environment',
  '2.4.1': 'network',
  '2.4.2': 'facility',
  '2.4.3': 'enclave',
  '3.2': 'service',
  '3.3': 'software',
  '3.4': 'dataset',
  '3.5.1': 'cots',
  '6.1.1': 'hardware',
  '6.1.2': 'cots',
  '6.1.3': 'library',
  '6.2': 'dataset',
};

/** The kind that a product of the document has in the language. */
export function kindOf(product: PrintedProduct): string {
  const parts = facts.packages.find(({ key }) => key === product.parent)!.section.split('.');
  for (let n = parts.length; n > 0; n--) {
    const kind = KIND_OF_SECTION[parts.slice(0, n).join('.')];
    if (kind !== undefined) return kind;
  }
  throw new Error(`${product.key}: no kind for section ${parts.join('.')}`);
}

/** The key of a repository: `lsst-dm/ctrl_oods` where section 4 lists it, else the package's bare name. */
export function repositoryKey(printed: string): string {
  const listed = facts.repositories.find(({ name }) => name === printed.split('/').at(-1));
  return listed ? listed.url.replace('https://github.com/', '') : printed;
}

/** The key of a team: its printed name, letters only. */
export function teamKey(printed: string): string {
  return printed.replace(/[^A-Za-z]/g, '');
}

/** A person as the document signs reviews, spaces aside: `K.T.Lim` for Kian-Tat Lim. */
export function signatureOf(name: string): string {
  const given = name.split(' ').slice(0, -1).join('-').split('-');
  return `${given.map(word => `${word[0]}.`).join('')}${name.split(' ').at(-1)}`;
}

/** Where the document prints "Uses", a facility or an enclave hosts. Each pair is `FROM → TO`; undeclared names are quoted. */
export function printedLinks(): { uses: Set<string>; hosts: Set<string> } {
  const links = { uses: new Set<string>(), hosts: new Set<string>() };
  const kinds = new Map(facts.products.map(product => [product.key, kindOf(product)]));
  const places = ['facility', 'enclave'];
  const nameOf = (target: Target) => (typeof target === 'string' ? target : `"${target.undeclared}"`);
  const add = (from: string, to: string, hosting: boolean) => links[hosting ? 'hosts' : 'uses'].add(`${from} → ${to}`);
  for (const product of facts.products) {
    for (const target of product.uses) add(product.key, nameOf(target), places.includes(kinds.get(product.key)!));
    for (const user of product.usedIn) {
      // What uses a service is the enclave in which it runs; nothing else tells the kind of an undeclared user.
      const hosting =
        typeof user === 'string' ? places.includes(kinds.get(user)!) : kinds.get(product.key) === 'service';
      add(nameOf(user), product.key, hosting);
    }
  }
  return links;
}
