import assert from 'node:assert/strict';
import { attributesOf, only, read, shown, tree } from './read.ts';

describe('a text becomes a record', () => {
  it('a product has a kind, a key, a name and a parent', () => {
    const product = only('service POPSRV "Planned Observation Publication" in PRSRV');
    assert.deepEqual(product, {
      type: 'product',
      document: 'file:///test.ptree',
      key: 'POPSRV',
      range: { line: 0, character: 8, endLine: 0, endCharacter: 14 },
      extent: { line: 0, character: 0, endLine: 0, endCharacter: 57 },
      kind: { text: 'service', range: { line: 0, character: 0, endLine: 0, endCharacter: 7 } },
      name: {
        text: 'Planned Observation Publication',
        range: { line: 0, character: 15, endLine: 0, endCharacter: 48 },
      },
      parent: { text: 'PRSRV', range: { line: 0, character: 52, endLine: 0, endCharacter: 57 } },
      attributes: [],
    });
  });

  it('what stands in its braces belongs to it', () => {
    const text = `
package FAC "Facilities" in INFRA {
  facility BASE "Base" {
    enclave LAN "Network" { team LDF }
  }
  facility SUMMIT "Summit"
}
package DEV "Development"
`;
    assert.deepEqual(tree(text), [
      'FAC in INFRA',
      'BASE nested in FAC',
      'LAN nested in BASE',
      'SUMMIT nested in FAC',
      'DEV',
    ]);
  });

  it('its extent reaches to its closing brace', () => {
    const [fac] = read('package FAC "Facilities" {\n  wbs 1\n}\n').entries;
    assert.deepEqual(fac.extent, { line: 0, character: 0, endLine: 2, endCharacter: 1 });
  });

  it('every attribute of the language', () => {
    const text = `
service POPSRV "Planned Observation Publication" {
  short "Planned Obs Pub"
  manager MButler
  owner TJenness, KTLim
  team LDF, "A team that nobody has declared"
  wbs 1.02C.07.06.02, ABC
  uses OBSPUB "the web application", QSERV
  used in PORTAL
  hosts A,
    B
  hosted on
    ENC
  document LSE-61
  repository lsst/daf_butler
  link https://example.org/a,b "https://example.org/c",
  obsolete "Nobody uses it" replaced by NEWSRV
  reviewed 2020-04-17 by KTLim
  waive service.hosted-on "It moves (§6.1)" until 2027-06
  satisfies none
}`;
    assert.deepEqual(attributesOf(text.replace('b "https', 'b, "https')), [
      'short Planned Obs Pub',
      'manager MButler',
      'owner TJenness, KTLim',
      'team LDF, A team that nobody has declared',
      'wbs 1.02C.07.06.02, ABC',
      'uses OBSPUB (the web application), QSERV',
      'used in PORTAL',
      'hosts A, B',
      'hosted on ENC',
      'document LSE-61',
      'repository lsst/daf_butler',
      'link https://example.org/a,b, https://example.org/c',
      'obsolete Nobody uses it | NEWSRV',
      'reviewed 2020-04-17 | KTLim',
      'waive service.hosted-on (It moves (§6.1)) | 2027-06',
      'satisfies none',
    ]);
  });

  it('a value says how it was written', () => {
    const forms = (line: string): string[] =>
      only(`service A "a" { ${line} }`).attributes[0].values.map(({ form }) => form);
    assert.deepEqual(forms('hosts ENC, "Satellite Enclave"'), ['word', 'text']);
    assert.deepEqual(forms('wbs 1.2, X'), ['number', 'word']);
    assert.deepEqual(forms('link https://example.org, "https://example.com"'), ['url', 'text']);
  });

  it('a field is a word with values that no other statement looks like', () => {
    const text =
      'service A "a" {\n  tier gold\n  steward "Jo Doe"\n  go-live 2020-04\n  seats 3, 4\n  part PART "Part"\n}';
    assert.deepEqual(attributesOf(text), ['tier gold', 'steward Jo Doe', 'go-live 2020-04', 'seats 3, 4']);
    assert.deepEqual(tree(text), ['A', 'PART nested in A']);
  });

  it('registry entries', () => {
    const text = `
person MButler "Michelle Butler" { email "mb@example.org" }
team LDF "LSST Data Facility" { lead MButler }
document LSE-61 "Data Management System Requirements" {
  authors "G. Dubois-Felsmann"
  date 2019
}
requirement DMS-REQ-0353 "Visit schedule" in LSE-61 { satisfied by POPSRV "fully" }
repository lsst/daf_butler {
  requires none
  readme """
    # Butler
    Data access.
  """
}
term ADQL "Astronomical Data Query Language"`;
    const lines = read(text).entries.map(({ type, key, name, parent, attributes }) =>
      [type, key, name?.text, parent && `in ${parent.text}`, ...attributes.map(shown)].filter(Boolean).join('; '),
    );
    assert.deepEqual(lines, [
      'person; MButler; Michelle Butler; email mb@example.org',
      'team; LDF; LSST Data Facility; lead MButler',
      'document; LSE-61; Data Management System Requirements; authors G. Dubois-Felsmann; date 2019',
      'requirement; DMS-REQ-0353; Visit schedule; in LSE-61; satisfied by POPSRV (fully)',
      'repository; lsst/daf_butler; requires none; readme # Butler\nData access.',
      'term; ADQL; Astronomical Data Query Language',
    ]);
  });

  it('kinds: demands', () => {
    const kind = only(`
kind service extends product {
  consistent uses [1..*] software | cots "A service is implemented by software products or COTS."
  complete info hosted on [0] enclave
  complete info
  consistent contains [2..3]
}`);
    assert.equal(kind.parent?.text, 'product');
    const demands = kind.demands!.map(({ level, severity, property, least, most, targets, message }) => {
      return { level, severity, property, least, most, targets: targets.map(({ text }) => text).join(), message };
    });
    const rest = { severity: undefined, message: undefined, targets: '' };
    assert.deepEqual(demands, [
      {
        ...rest,
        level: 'consistent',
        property: 'uses',
        least: 1,
        most: null,
        targets: 'software,cots',
        message: 'A service is implemented by software products or COTS.',
      },
      { ...rest, level: 'complete', severity: 'info', property: 'hosted on', least: 0, most: 0, targets: 'enclave' },
      { ...rest, level: 'complete', property: 'info', least: 1, most: null },
      { ...rest, level: 'consistent', property: 'contains', least: 2, most: 3 },
    ]);
  });

  it('kinds: fields', () => {
    const { extension, key, fields } = only(`
extend kind service {
  field tier one of gold, silver, "not decided" "What support it gets"
  field go-live date
  field runbook [0..*] url "Where it is written"
}`);
    assert.equal(extension, true);
    assert.equal(key, 'service');
    const shownFields = fields!.map(({ name, type, choices, least, most, label }) =>
      [name, `${least}..${most ?? '*'}`, type.text, ...choices.map(({ text }) => text), label && `(${label})`].join(
        ' ',
      ),
    );
    assert.deepEqual(shownFields, [
      'tier 0..1 choice gold silver not decided (What support it gets)',
      'go-live 0..1 date ',
      'runbook 0..* url (Where it is written)',
    ]);
  });

  it('a description is dedented, and knows where it mentions keys', () => {
    const { description } = only(
      'service A "a" {\n  """\n  Takes from [[OCS]].\n    - code `[[x]]`\n\n  See [[term:ADQL]].\n  """\n}',
    );
    assert.equal(description!.text, 'Takes from [[OCS]].\n  - code `[[x]]`\n\nSee [[term:ADQL]].');
    assert.deepEqual(description!.mentions, [
      { key: 'OCS', range: { line: 2, character: 15, endLine: 2, endCharacter: 18 } },
      { key: 'ADQL', namespace: 'term', range: { line: 5, character: 13, endLine: 5, endCharacter: 17 } },
    ]);
  });

  it('a description on its line', () => {
    const { description } = only('service A "a" {\n  """Stores [[X]]."""\n}');
    assert.equal(description!.text, 'Stores [[X]].');
    assert.deepEqual(description!.mentions[0].range, { line: 1, character: 14, endLine: 1, endCharacter: 15 });
  });

  it('quotes and backslashes can be escaped', () => {
    assert.equal(only(String.raw`service A "a \"b\" \\"`).name!.text, String.raw`a "b" \ `.trim());
  });

  it('lines may end as they do on Windows, and a byte order mark is no text', () => {
    const text = '\uFEFFservice A "a" {\r\n  """\r\n  One.\r\n  Two.\r\n  """\r\n  uses B,\r\n    C\r\n}\r\n';
    const { description, attributes } = only(text);
    assert.equal(description!.text, 'One.\nTwo.');
    assert.deepEqual(attributes.map(shown), ['uses B, C']);
    assert.deepEqual(read(text).problems, []);
  });
});

describe('a word of the language is one by its place', () => {
  it('elsewhere it is a key like any other', () => {
    const text = `
service in "Inn" in owner {
  uses in, uses, team, complete
  owner owner
}
service owner "Owner" {}
person team "Tim" {}
`;
    assert.deepEqual(tree(text), ['in in owner', 'owner', 'team']);
    assert.deepEqual(attributesOf(text), ['uses in, uses, team, complete', 'owner owner']);
    assert.deepEqual(read(text).problems, []);
  });

  it('`team`, `document` and `repository` begin a declaration at top level, an attribute in braces', () => {
    assert.deepEqual(tree('team A\ndocument B\nrepository C'), ['A', 'B', 'C']);
    assert.deepEqual(attributesOf('service S "s" {\n  team A\n  document B\n  repository C\n}'), [
      'team A',
      'document B',
      'repository C',
    ]);
  });

  it('a severity is the property when no property follows', () => {
    const { demands } = only('kind k { complete error error }\n');
    assert.deepEqual([demands![0].severity, demands![0].property], ['error', 'error']);
  });

  it('the two words of `used in` may stand apart', () => {
    assert.deepEqual(attributesOf('service A "a" {\n  used   in B\n}'), ['used in B']);
  });

  it('comments may stand anywhere between words', () => {
    assert.deepEqual(
      attributesOf('service A "a" { // one\n  uses /* two */ B, // three\n    C /* four\n  five */\n}'),
      ['uses B, C'],
    );
  });
});

describe('a list goes on in deeper lines', () => {
  it('after a comma, and after its own word', () => {
    const text = 'service A "a" {\n  satisfies\n    R-1, R-2,\n    R-3,\n  owner X,\n    Y\n}';
    assert.deepEqual(attributesOf(text), ['satisfies R-1, R-2, R-3', 'owner X, Y']);
    assert.deepEqual(read(text).problems, []);
  });

  it('a line as deep as the attribute begins a statement, also after a comma', () => {
    assert.deepEqual(attributesOf('service A "a" {\n  uses B,\n  owner X\n}'), ['uses B', 'owner X']);
  });

  it('a line that is not deep enough is reported, and goes on all the same', () => {
    const text = 'service A "a" {\n  satisfies R-1,\n  R-2, R-3\n  owner X\n}';
    assert.deepEqual(attributesOf(text), ['satisfies R-1, R-2, R-3', 'owner X']);
    assert.equal(read(text).problems.length, 1);
    assert.equal(read(text).mended, false);
  });

  it('a deeper line that is a declaration is no part of it', () => {
    assert.deepEqual(tree('service A "a" {\n  uses\n    service B "b" {\n    }\n}'), ['A', 'B nested in A']);
  });
});
