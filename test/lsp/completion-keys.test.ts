/** Keys after attributes, connectors and `[[`: which, in what order, and what is inserted. */
import assert from 'node:assert/strict';
import { type CompletionItem, CompletionItemTag } from 'vscode-languageserver';
import { propertyOf } from '../../server/src/model/properties.ts';
import { offered } from './completion.ts';
import { shared } from './harness.ts';

const MODEL = `
  // file: here.ptree
  // file: model.ptree
  package TOP "Observatory" {
    package SUMMIT "Summit" {
      facility DOME "Dome" { owner TJenness, KTLim }
      service NIGHTLOG "Night Log" { owner KTLim }
      software POINTING "Pointing Component" {
        owner KTLim
        manager ABell
      }
      enclave CONTROL "Control Network"
    }
    package BASE "Base" {
      software ARCHIVE-DB "Archive Database" { short "ADB" }
      cots POSTGRES "Database Engine"
      library BOOST "Boost"
      enclave STORAGE "Storage"
      service ARCHIVE "Archive Service"
    }
  }
  // file: registry.ptree
  extend kind service {
    field tier one of gold, silver, bronze
    field steward person
    field crew team
    field paper [0..2] document
    field fallback [0..*] service
    field since date
  }
  kind subservice extends service
  subservice NIGHTLOG-WEB "Night Log on the Web" in SUMMIT
  person ABell "Ada Bell"
  person KTLim "Kian-Tat Lim"
  person TJenness "Tim Jenness"
  team ARCH "Architecture"
  document LSE-61 "System Requirements"
  document ARCHIVE "What the archive is"
  requirement DMS-REQ-0001 "First"
  requirement DMS-REQ-0002 "Second"
  requirement OCS-REQ-1 "Other"
  repository lsst-dm/afw "Framework"
  repository lsst-dm/alert_stream "Alerts"
  repository lsst/base "Base"
  term ADQL "Astronomical Data Query Language"
`;

describe('Completion of keys', () => {
  const project = shared(MODEL, { open: ['here.ptree'] });
  const at = (text: string) => offered(project.server, text);
  const inside = (kind: string, line: string) => at(`${kind} S "S" in SUMMIT {\n  ${line}\n}`);

  it('offers enclaves first after `hosts` in a facility, then what is near', async () => {
    const { labels, taken } = await inside('facility', 'hosts <|>');
    // Enclaves of the same package, other enclaves; then the rest, by distance and key.
    assert.deepEqual(labels.slice(0, 2), ['CONTROL', 'STORAGE']);
    assert.deepEqual(labels.slice(2, 6), ['DOME', 'NIGHTLOG', 'NIGHTLOG-WEB', 'POINTING']);
    assert.equal(labels.at(-1), 'none');
    assert.equal(taken('STORAGE'), 'hosts STORAGE');
  });

  it('offers software and COTS first after `uses` in a service, kinds that extend them too', async () => {
    const { labels } = await inside('service', 'uses <|>');
    assert.deepEqual(labels.slice(0, 4), ['POINTING', 'ARCHIVE-DB', 'BOOST', 'POSTGRES']);
  });

  it('follows a demand from its other end', async () => {
    // A service uses software: software is used in services first.
    const { labels } = await inside('software', 'used in <|>');
    assert.deepEqual(labels.slice(0, 3), ['NIGHTLOG', 'NIGHTLOG-WEB', 'ARCHIVE']);
    // A service is hosted on enclaves.
    assert.deepEqual((await inside('service', 'hosted on <|>')).labels.slice(0, 2), ['CONTROL', 'STORAGE']);
  });

  it('shows keys with name and kind', async () => {
    const { items } = await inside('facility', 'hosts CONT<|>');
    assert.equal(items.length, 1);
    assert.deepEqual(items[0].labelDetails, { detail: ' Control Network', description: 'enclave' });
    assert.equal(items[0].detail, 'Control Network (enclave)');
  });

  it('tells more of what is looked at: the card that hovering shows', async () => {
    const resolved = async (text: string, label: string): Promise<string> => {
      const item = (await at(text)).items.find(one => one.label === label);
      const { documentation } = await project.server.ask<CompletionItem>('completionItem/resolve', item!);
      assert(typeof documentation === 'object' && documentation.kind === 'markdown');
      return documentation.value;
    };
    const card = await resolved('facility S "S" {\n  hosts CONT<|>\n}', 'CONTROL');
    assert(card.includes('CONTROL') && card.includes('Control Network'), card);
    assert((await resolved('serv<|>', 'service')).includes('A service runs somewhere.'));
    assert((await resolved('service S "S" {\n  waive public<|>\n}', 'public-link')).includes('public-link'));
    assert.equal(await resolved('service S "S" {\n  own<|>\n}', 'owner'), propertyOf('owner')!.says);
  });

  it('completes a key with - . / as one word, from its beginning to its end', async () => {
    assert.deepEqual((await inside('service', 'satisfies DMS-REQ-<|>')).labels, ['DMS-REQ-0001', 'DMS-REQ-0002']);
    assert.equal((await inside('service', 'satisfies DMS-REQ-<|>')).taken('DMS-REQ-0002'), 'satisfies DMS-REQ-0002');
    const { labels, taken, items } = await inside('software', 'repository lsst-dm/<|>');
    assert.deepEqual(labels, ['lsst-dm/afw', 'lsst-dm/alert_stream']);
    assert.equal(taken('lsst-dm/afw'), 'repository lsst-dm/afw');
    assert.deepEqual(items[0].textEdit, {
      newText: 'lsst-dm/afw',
      insert: { start: { line: 1, character: 13 }, end: { line: 1, character: 21 } },
      replace: { start: { line: 1, character: 13 }, end: { line: 1, character: 21 } },
    });
    const half = await inside('software', 'repository lsst-dm/a<|>fw');
    assert.deepEqual(half.items[0].textEdit, {
      newText: 'lsst-dm/afw',
      insert: { start: { line: 1, character: 13 }, end: { line: 1, character: 22 } },
      replace: { start: { line: 1, character: 13 }, end: { line: 1, character: 24 } },
    });
  });

  it('finds keys whatever their case, and products by the words of their names', async () => {
    assert.deepEqual((await inside('service', 'uses post<|>')).labels, ['POSTGRES']);
    // By key, then by name.
    assert.deepEqual((await inside('service', 'uses arch<|>')).labels, ['ARCHIVE-DB', 'ARCHIVE']);
    assert.deepEqual((await inside('service', 'uses database<|>')).labels, ['ARCHIVE-DB', 'POSTGRES']);
    assert.deepEqual((await inside('service', 'uses ADB<|>')).labels, ['ARCHIVE-DB']);
    const [item] = (await inside('service', 'owner jenn<|>')).items;
    assert.equal(item.label, 'TJenness');
    assert.equal(item.filterText, 'TJenness Tim Jenness');
    assert.deepEqual((await inside('service', 'uses tabase<|>')).labels, []);
  });

  it('leaves out what the list holds, and the product itself', async () => {
    const { labels, taken } = await at(
      'facility DOME2 "D" in SUMMIT {\n  hosts CONTROL "near", <|>, ARCHIVE\n}\nenclave E "E"',
    );
    assert.deepEqual(labels.slice(0, 2), ['STORAGE', 'E']);
    assert(!labels.includes('CONTROL') && !labels.includes('ARCHIVE') && !labels.includes('DOME2'));
    assert(!labels.includes('none'), 'a list that holds something is not none');
    assert.equal(taken('STORAGE'), 'hosts CONTROL "near", STORAGE, ARCHIVE');
    const block = await at('facility F "F" {\n  hosts\n    CONTROL,\n    <|>\n}');
    assert.equal(block.labels[0], 'STORAGE');
  });

  it('offers what is obsolete after what is not, struck through', async () => {
    const old = 'enclave ANCIENT "Old Enclave" in SUMMIT { obsolete "replaced" }';
    const { items } = await at(`facility F "F" in SUMMIT {\n  hosts <|>\n}\n${old}`);
    const first = items.slice(0, 3).map(({ label, tags }) => [label, tags]);
    assert.deepEqual(first, [
      ['CONTROL', undefined],
      ['STORAGE', undefined],
      ['ANCIENT', [CompletionItemTag.Deprecated]],
    ]);
  });

  it('offers nothing after a value without a comma', async () => {
    assert.deepEqual((await inside('facility', 'hosts CONTROL <|>')).labels, []);
  });

  it('offers people and teams to owners, the neighbours’ first; only teams to team; only people to by', async () => {
    assert.deepEqual((await inside('service', 'owner <|>')).labels, ['KTLim', 'TJenness', 'ABell', 'ARCH', 'none']);
    assert.deepEqual((await inside('service', 'manager <|>')).labels, ['ABell', 'ARCH', 'KTLim', 'TJenness', 'none']);
    assert.deepEqual((await inside('service', 'team <|>')).labels, ['ARCH', 'none']);
    assert.deepEqual((await at('person P "P" { team <|>')).labels, ['ARCH', 'none']);
    assert.deepEqual((await at('team T "T" { lead <|>')).labels, ['ABell', 'KTLim', 'TJenness', 'none']);
    assert.deepEqual((await inside('service', 'reviewed 2020-04 by <|>')).labels, ['ABell', 'KTLim', 'TJenness']);
  });

  it('offers documents, repositories and products in the registry', async () => {
    assert.deepEqual((await inside('service', 'document <|>')).labels, ['ARCHIVE', 'LSE-61', 'none']);
    assert.deepEqual((await at('requirement R "R" in <|>')).labels, ['ARCHIVE', 'LSE-61']);
    assert.deepEqual((await at('requirement R "R" { satisfied by NIGHTLOG-<|>')).labels, ['NIGHTLOG-WEB']);
    assert.deepEqual((await at('repository lsst/r { requires lsst/base, <|>')).labels, [
      'lsst-dm/afw',
      'lsst-dm/alert_stream',
    ]);
  });

  it('offers connectors where they may follow', async () => {
    assert.deepEqual((await at('service S "S" <|>')).labels, ['in']);
    assert.deepEqual((await at('requirement R "R" <|>')).labels, ['in']);
    assert.deepEqual((await at('requirement R <|>')).labels, ['in']);
    assert.deepEqual((await at('requirement R "R" in LSE-61 <|>')).labels, []);
    assert.deepEqual((await at('package P "P" {\n service S "S" <|>\n}')).labels, [], 'nested: it is part of P');
    assert.deepEqual((await at('service S "S" in TOP <|>')).labels, []);
    assert.deepEqual((await at('person P "P" <|>')).labels, []);
    assert.deepEqual((await inside('service', 'reviewed 2020-04 <|>')).labels, ['by']);
    assert.deepEqual((await inside('service', 'reviewed 2020-04 by KTLim <|>')).labels, []);
    assert.deepEqual((await inside('service', 'obsolete "too slow" rep<|>')).labels, ['replaced by']);
    assert.equal((await inside('service', 'obsolete replaced <|>')).taken('replaced by'), 'obsolete replaced by');
    assert.deepEqual((await inside('service', 'waive public-link <|>')).labels, []);
    assert.deepEqual((await inside('service', 'waive public-link "why" <|>')).labels, ['until']);
    assert.deepEqual((await inside('service', 'waive public-link "why" until <|>')).labels, []);
  });

  it('offers packages first after `in`', async () => {
    const { labels, taken } = await at('service S "S" in <|>');
    assert.deepEqual(labels.slice(0, 3), ['BASE', 'SUMMIT', 'TOP']);
    assert.equal(taken('SUMMIT'), 'service S "S" in SUMMIT');
    assert((await at('service S "S" in <|> {\n}')).labels.includes('TOP'));
  });

  it('offers what replaces an obsolete product', async () => {
    const { labels } = await inside('service', 'obsolete replaced by NIGHTL<|>');
    assert.deepEqual(labels, ['NIGHTLOG', 'NIGHTLOG-WEB']);
  });

  it('offers the values of fields', async () => {
    assert.deepEqual((await inside('service', 'tier <|>')).labels, ['gold', 'silver', 'bronze']);
    assert.equal((await inside('service', 'tier s<|>')).taken('silver'), 'tier silver');
    assert.deepEqual((await inside('service', 'tier gold, <|>')).labels, []);
    assert.deepEqual((await inside('service', 'steward <|>')).labels, ['ABell', 'KTLim', 'TJenness']);
    assert.deepEqual((await inside('service', 'crew <|>')).labels, ['ARCH']);
    assert.deepEqual((await inside('service', 'paper LSE-61, <|>')).labels, ['ARCHIVE']);
    assert.deepEqual((await inside('subservice', 'fallback <|>')).labels, ['NIGHTLOG', 'NIGHTLOG-WEB', 'ARCHIVE']);
    assert.deepEqual((await inside('service', 'since <|>')).labels, []);
    assert.deepEqual((await inside('facility', 'tier <|>')).labels, [], 'no field of facilities');
  });

  it('offers what a description may mention, and closes its brackets once', async () => {
    const described = (text: string) => at(`service S "S" in SUMMIT {\n  """${text}"""\n}`);
    const { labels, taken } = await described('See [[AR<|>');
    assert.deepEqual(labels, ['ARCHIVE', 'ARCHIVE-DB', 'ARCHIVE']);
    assert.equal(taken('ARCHIVE-DB'), '"""See [[ARCHIVE-DB]]"""');
    assert.equal((await described('See [[AD<|>]] too')).taken('ADQL'), '"""See [[ADQL]] too"""');
    assert.equal((await described('See [[term:<|>')).taken('ADQL'), '"""See [[term:ADQL]]"""');
    assert.deepEqual((await described('See [[nothing:<|>')).labels, []);
    assert.deepEqual((await described('See [<|>')).labels, []);
    assert.deepEqual((await described('See [[ADQL]] <|>')).labels, []);
    const block = await at('service S "S" {\n  """\n  First line.\n  See [[DMS-<|>\n  uses it\n  """\n}');
    assert.equal(block.taken('DMS-REQ-0001'), 'See [[DMS-REQ-0001]]');
    assert.deepEqual((await described('[[<|>')).labels.slice(0, 2), ['CONTROL', 'DOME'], 'what is near goes first');
  });

  it('says which entry a description means where two have the same key', async () => {
    const { items } = await at('service S "S" {\n  """See [[ARCHIVE<|>]]"""\n}');
    const texts = items.map(({ textEdit, detail }) => [textEdit?.newText, detail]);
    assert.deepEqual(texts, [
      ['ARCHIVE', 'Archive Service (service)'],
      ['ARCHIVE-DB', 'Archive Database (software)'],
      ['document:ARCHIVE', 'What the archive is (document)'],
    ]);
  });

  it('offers rules to waivers: those that fire here, those of the kind, all others; none twice', async () => {
    const { labels, taken } = await at('service S "S" in SUMMIT {\n  uses BOOST, BOOST\n  waive <|>\n}');
    assert.deepEqual(labels.slice(0, 3), ['product.owner', 'service.hosted-on', 'repeated-link']);
    assert.equal(labels[3], 'service.uses', 'demanded of services, though it is met');
    assert(labels.includes('facility.hosts') && labels.includes('duplicate-name'));
    assert(!labels.includes('unresolved'), 'cannot be waived');
    assert.equal(new Set(labels).size, labels.length);
    assert.equal(taken('service.hosted-on'), 'waive service.hosted-on');
    assert.deepEqual((await inside('facility', 'waive facility.h<|>')).labels, ['facility.hosts']);
  });
});

describe('Completion in a large project', () => {
  const products = Array.from({ length: 1000 }, (_, i) => {
    const kind = i % 10 === 0 ? 'enclave' : 'software';
    return `${kind} P${String(i).padStart(4, '0')} "Product ${i}"`;
  });
  const project = shared(`// file: here.ptree\n// file: many.ptree\n${products.join('\n')}`, { open: ['here.ptree'] });
  const at = (text: string) => offered(project.server, text);

  it('offers 200 keys, the accepted ones first, and says that there are more', async () => {
    const { labels, isIncomplete } = await at('facility F "F" {\n  hosts <|>\n}');
    assert.equal(isIncomplete, true);
    assert.equal(labels.length, 201, 'and none');
    assert.deepEqual(labels.slice(0, 2), ['P0000', 'P0010']);
    assert.deepEqual(labels.slice(98, 102), ['P0980', 'P0990', 'P0001', 'P0002']);
  });

  it('says that all are shown once enough is typed', async () => {
    const { labels, isIncomplete } = await at('facility F "F" {\n  hosts P012<|>\n}');
    assert.equal(isIncomplete, false);
    assert.deepEqual(labels, ['P0120', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(i => `P012${i}`)]);
  });

  it('knows keys that come, go and change while it runs', async () => {
    const { server } = project;
    await server.write('more.ptree', 'enclave P0125b "New"\nenclave NEXT "Next to come"\n');
    await server.watched(['more.ptree', 'Created']);
    assert.deepEqual((await at('facility F "F" {\n  hosts P0125<|>\n}')).labels, ['P0125b', 'P0125']);
    await server.write('more.ptree', 'enclave NEXT "Renamed"\n');
    await server.watched(['more.ptree', 'Changed']);
    assert.deepEqual((await at('facility F "F" {\n  hosts P0125<|>\n}')).labels, ['P0125']);
    assert.deepEqual((await at('facility F "F" {\n  hosts ren<|>\n}')).labels, ['NEXT']);
    await server.remove('many.ptree');
    await server.watched(['many.ptree', 'Deleted']);
    assert.deepEqual((await at('facility F "F" {\n  hosts <|>\n}')).labels, ['NEXT', 'none']);
  });
});
