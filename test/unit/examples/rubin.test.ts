import assert from 'node:assert/strict';
import type { Entry, EntryType } from '../../../server/src/model/record.ts';
import { indistinct } from './descriptions.ts';
import { readExample } from './read-example.ts';
import {
  facts,
  kindOf,
  type PrintedPackage,
  type PrintedProduct,
  printedLinks,
  repositoryKey,
  signatureOf,
  teamKey,
} from './rubin-facts.ts';
import { filled, linksIn, type Sheet, sheetOf } from './sheet.ts';

/** The example must say what DMTN-104 says: every entry, field by field, nothing missing and nothing extra. */
describe('examples/rubin-dm holds DMTN-104', () => {
  const records = readExample('rubin-dm');
  const entries = records.flatMap(record => record.entries);
  const of = (type: EntryType) => entries.filter(entry => entry.type === type);
  const printed = [...facts.packages, ...facts.products];
  const people = new Map(of('person').map(person => [person.name?.text ?? '', person.key]));
  const signatures = new Map([...people].map(([name, key]) => [signatureOf(name), key]));
  const byLink = ['uses', 'used in', 'hosts', 'hosted on'];

  /** Asserts that exactly these entries of a type are declared, once each, and that each states exactly its sheet. */
  function holds(type: EntryType, expected: ReadonlyMap<string, Sheet>, except: string[] = []): void {
    assert.deepEqual(
      of(type)
        .map(entry => entry.key)
        .sort(),
      [...expected.keys()].sort(),
    );
    for (const entry of of(type)) {
      assert.deepEqual(sheetOf(entry, except), expected.get(entry.key), `${type} ${entry.key}`);
    }
  }

  /** What a package or product states, links and waivers aside. */
  function sheetOfPrinted(fact: PrintedPackage | PrintedProduct): Sheet {
    const product = 'requirements' in fact ? fact : undefined;
    return filled({
      kind: product ? kindOf(product) : 'package',
      name: fact.name,
      parent: fact.parent,
      described: fact.described,
      short: fact.short !== fact.name && [fact.short],
      manager: fact.managers.map(name => people.get(name)),
      owner: fact.owners.map(name => people.get(name)),
      team: fact.teams.map(teamKey),
      wbs: fact.wbs,
      document: fact.documents,
      repository: product?.repositories.map(repositoryKey),
      link: product?.links,
      obsolete: product?.obsolete,
      reviewed: fact.reviewed && [fact.reviewed.date],
      'reviewed …': fact.reviewed && signatures.get(fact.reviewed.by.replaceAll(' ', '')),
      satisfies: product?.requirements.toSorted(),
    });
  }

  it('its text is in order', () => {
    assert.deepEqual(
      records.flatMap(record => record.problems),
      [],
    );
  });

  it('packages and products', () => {
    assert.deepEqual([facts.packages.length, facts.products.length], [41, 131]);
    holds('product', new Map(printed.map(fact => [fact.key, sheetOfPrinted(fact)])), [...byLink, 'waive']);
  });

  it('what uses what, what hosts what', () => {
    const links = printedLinks();
    assert.deepEqual(linksIn(of('product'), 'uses', 'used in'), links.uses);
    assert.deepEqual(linksIn(of('product'), 'hosts', 'hosted on'), links.hosts);
  });

  it('people', () => {
    const names = new Set(printed.flatMap(fact => [...fact.managers, ...fact.owners]));
    assert.deepEqual(
      of('person')
        .map(person => person.name?.text)
        .sort(),
      [...names].sort(),
    );
    for (const person of of('person')) assert.deepEqual(person.attributes, []);
  });

  it('teams, GitHub ones included, named as the document spells their acronyms out', () => {
    const names = [...printed.flatMap(fact => fact.teams), ...facts.repositories.flatMap(fact => fact.githubTeams)];
    assert.deepEqual(
      of('team')
        .map(team => team.key)
        .sort(),
      [...new Set(names.map(teamKey))].sort(),
    );
    const meanings = new Map(facts.terms.map(({ acronym, meaning }) => [acronym, meaning]));
    for (const { key, name } of of('team')) {
      assert.ok(name && (meanings.get(key) ?? name.text).startsWith(name.text), `${key}: ${name?.text}`);
    }
  });

  it('requirements; DMS-REQ is the prefix of LSE-61, of the others the document names no source', () => {
    assert.equal(facts.requirements.length, 291);
    const sheet = (id: string, name: string) => filled({ name, parent: id.startsWith('DMS-REQ-') && 'LSE-61' });
    holds('requirement', new Map(facts.requirements.map(({ id, title }) => [id, sheet(id, title)])));
  });

  it('documents, under the titles printed beside products', () => {
    const sheet = (fact: (typeof facts.documents)[number]): Sheet => ({
      name: fact.title ?? fact.referenceTitle,
      authors: [fact.authors],
      date: [String(fact.year)],
      link: [fact.url],
    });
    holds('document', new Map(facts.documents.map(fact => [fact.id, sheet(fact)])));
  });

  it('repositories with their dependencies, and the packages on which they depend', () => {
    const packages = facts.dependencyNames.map(({ name, description }): [string, Sheet] => [
      repositoryKey(name),
      filled({ name: description }),
    ]);
    const listed = facts.repositories.map((fact): [string, Sheet] => [
      repositoryKey(fact.name),
      filled({
        name: fact.description,
        link: [fact.url],
        team: fact.githubTeams.map(teamKey),
        requires:
          fact.dependencies.length > 0 ? fact.dependencies.map(repositoryKey) : fact.hasDependencyTable && 'none',
      }),
    ]);
    holds('repository', new Map([...packages, ...listed]));
  });

  it('the product of each repository', () => {
    for (const { name, product } of facts.repositories) {
      const user = of('product').find(({ key }) => key === product);
      assert.ok((sheetOf(user as Entry).repository as string[]).includes(repositoryKey(name)), `${product}: ${name}`);
    }
  });

  it('terms', () => {
    holds('term', new Map(facts.terms.map(({ acronym, meaning }) => [acronym, { name: meaning }])));
  });

  it('nothing else', () => {
    assert.deepEqual(of('kind'), []);
  });

  it('waivers only where the document excuses, with its section', () => {
    const waivers = of('product').flatMap(({ key, attributes }) =>
      attributes
        .filter(({ property }) => property === 'waive')
        .map(({ values: [rule] }) => `${key} ${rule?.text} ${/§[\d.]*\d/.exec(rule?.note?.text ?? '')}`),
    );
    assert.deepEqual(waivers, [
      'DMHW product.owner §6.1.1',
      'DMHW package-manager §6.1.1',
      'COTS product.owner §6.1.2',
      'COTS package-manager §6.1.2',
    ]);
  });

  describe('descriptions', () => {
    const names = printed.flatMap(({ key, name, short }) => [key, name, short]);
    const descriptions = new Map(of('product').flatMap(e => (e.description ? [[e.key, e.description.text]] : [])));

    it('tell a product from its siblings by more than names', () => {
      assert.deepEqual(indistinct(descriptions, names), []);
    });

    it('are one or two sentences', () => {
      for (const [key, text] of descriptions) {
        assert.match(text, /^(?:(?!\.\s)[\s\S])+\.(?:\s+(?:(?!\.\s)[\s\S])+\.)?$/, `${key}: ${text}`);
      }
    });

    it('that differ only in names are found', () => {
      const two = new Map([
        ['HEADER', 'The code of [[HEADS]], an LSP Portal.'],
        ['OBSPUB', 'The code of [[POPSRV]], an Image Archiver.'],
        ['OODS', 'The cache behind [[OODSSRV]].'],
      ]);
      assert.deepEqual(indistinct(two, names), [['HEADER', 'OBSPUB']]);
    });
  });
});
