import assert from 'node:assert/strict';
import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import { inLibrary, library, placeInLibrary, shared, start } from './harness.ts';

const model = (): ReturnType<typeof shared> =>
  shared(`
    // file: services.ptree
    service <pop|>POPSRV "Planned Observation Publication" {
      owner <ktlim|>KTLim
      uses OBSPUB
      waive <waiver|>service.tier "Not yet."
      <tier|>tier gold
      wbs <code|>1.02
      document LSE-61
      repository lsst/daf_butler
      satisfies DMS-REQ-0353
    }
    service NEXT "Next Visit" { uses <|>OBSPUB, NOBODY, "Nobody Either" }
    enclave ENC "Enclave" { hosts POPSRV }

    // file: software.ptree
    cots OBSPUB "Observation Publication" {
      """Shows what [[POPSRV]] sends."""
      used in POPSRV
      owner LDF
      cots PART "A part" { team LDF }
    }
    library NUMPY "NumPy" in <parent|>OBSPUB

    // file: kinds.ptree
    extend kind service {
      field tier one of gold, silver
      field partner <fieldType|>cots
      complete <demand|>tier [1]
    }
    kind robot extends <hardware|>hardware
    robot ARM "Arm"
    hardware RACK "Rack"

    // file: registry.ptree
    person KTLim "Kian-Tat Lim" { team LDF }
    team <ldf|>LDF "LSST Data Facility"
    document <lse|>LSE-61 "Requirements"
    requirement <req|>DMS-REQ-0353 "Publishing" in LSE-61 { satisfied by NEXT }
    repository <repo|>lsst/daf_butler "Data access"
    term <term|>ADQL "Astronomical Data Query Language"

    // file: product-tree.json
    { "name": "model", "rules": { "<setting|>service.tier": "warning" } }
  `);

describe('textDocument/typeDefinition', () => {
  const on = model();

  it('leads from a product to its kind', async () => {
    assert.deepEqual(await on.server.jump('typeDefinition', 'pop'), [inLibrary('kind service extends', 'service')]);
  });
  it('leads from a reference to the kind of its target', async () => {
    assert.deepEqual(await on.server.jump('typeDefinition', 0), [inLibrary('kind cots', 'cots')]);
  });
  it('leads nowhere from what has no kind', async () => {
    assert.deepEqual(await on.server.jump('typeDefinition', 'ktlim'), []);
    assert.deepEqual(await on.server.jump('typeDefinition', 'tier'), []);
  });
});

describe('textDocument/implementation', () => {
  const on = model();
  const leads = (what: string, mark: string, ...targets: string[]): void => {
    it(what, async () => assert.deepEqual(await on.server.jump('implementation', mark), targets));
  };

  leads(
    'leads from a requirement to what satisfies it, whichever end says so',
    'req',
    'services.ptree:11:9 NEXT',
    'services.ptree:1:9 POPSRV',
  );
  leads(
    'leads from a kind to its products, those of kinds that extend it included',
    'hardware',
    'kinds.ptree:7:7 ARM',
    'kinds.ptree:8:10 RACK',
  );
  leads('leads from a document to the products that it characterises', 'lse', 'services.ptree:1:9 POPSRV');
  leads('leads from a repository to its products', 'repo', 'services.ptree:1:9 POPSRV');
  leads('leads from a person to their products', 'ktlim', 'services.ptree:1:9 POPSRV');
  leads('leads from a team to its products', 'ldf', 'software.ptree:1:6 OBSPUB', 'software.ptree:5:8 PART');
  leads('leads nowhere from a product', 'pop');
  leads('leads nowhere from a term', 'term');
});

describe('textDocument/references', () => {
  const on = model();
  const finds = (what: string, mark: string | number, ...places: string[]): void => {
    it(what, async () => assert.deepEqual(await on.server.references(mark), places));
  };

  finds(
    'names every place that refers to a product, from both ends of a link',
    'pop',
    'services.ptree:12:31 POPSRV',
    'software.ptree:2:19 POPSRV',
    'software.ptree:3:11 POPSRV',
  );
  finds(
    'works from a reference too',
    0,
    'services.ptree:3:8 OBSPUB',
    'services.ptree:11:34 OBSPUB',
    'software.ptree:7:26 OBSPUB',
  );
  finds(
    'finds people and teams in every role',
    'ldf',
    'registry.ptree:1:36 LDF',
    'software.ptree:4:9 LDF',
    'software.ptree:5:29 LDF',
  );
  finds('finds the references to a document', 'lse', 'registry.ptree:4:42 LSE-61', 'services.ptree:7:12 LSE-61');
  finds('finds the references to a repository', 'repo', 'services.ptree:8:14 lsst/daf_butler');
  finds('finds the references to a requirement', 'req', 'services.ptree:9:13 DMS-REQ-0353');
  finds(
    'finds where a kind is used, in demands and fields too',
    'fieldType',
    'kinds.ptree:3:17 cots',
    'software.ptree:1:1 cots',
    'software.ptree:5:3 cots',
    inLibrary('software | cots', 'cots'),
    inLibrary('library extends cots', 'cots'),
  );
  finds('finds where a field is stated and demanded', 'tier', 'kinds.ptree:4:12 tier', 'services.ptree:5:3 tier');
  for (const mark of ['waiver', 'demand', 'setting']) {
    finds(
      `finds waivers and settings of a rule (from ${mark})`,
      mark,
      'product-tree.json:1:32 service.tier',
      'services.ptree:4:9 service.tier',
    );
  }
  finds('finds nothing where nothing refers to the entry', 'term');
  finds('finds nothing for plain values', 'code');

  it('adds the declaration where it is asked for', async () => {
    assert.deepEqual(await on.server.references('req', true), [
      'registry.ptree:4:13 DMS-REQ-0353',
      'services.ptree:9:13 DMS-REQ-0353',
    ]);
  });

  it('finds all uses of a built-in kind from the library, in every project', async () => {
    await using server = await start(`
      // file: one/product-tree.json
      { "name": "one" }
      // file: one/a.ptree
      robot A "Alpha"
      kind robot extends hardware
      // file: two/product-tree.json
      { "name": "two" }
      // file: two/b.ptree
      hardware B "Beta"
    `);
    await server.open(library);
    const found = await server.places(
      await server.ask('textDocument/references', {
        textDocument: { uri: library },
        position: placeInLibrary('kind hardware', 'hardware'),
        context: { includeDeclaration: false },
      }),
    );
    assert.deepEqual(found, ['one/a.ptree:2:20 hardware', 'two/b.ptree:1:1 hardware']);
  });
});

describe('textDocument/documentHighlight', () => {
  const on = model();
  const highlights = async (mark: string | number): Promise<string[]> => {
    const { server } = on;
    const found = await server.ask<DocumentHighlight[] | null>('textDocument/documentHighlight', server.at(mark));
    const { uri } = server.at(mark).textDocument;
    return Promise.all(
      (found ?? []).map(
        async ({ range, kind }) =>
          `${kind === DocumentHighlightKind.Write ? 'declares' : 'refers'} ${await server.place(uri, range)}`,
      ),
    );
  };

  it('marks the places of this document that name the same entry', async () => {
    assert.deepEqual(await highlights('pop'), [
      'declares services.ptree:1:9 POPSRV',
      'refers services.ptree:12:31 POPSRV',
    ]);
    assert.deepEqual(await highlights('parent'), [
      'declares software.ptree:1:6 OBSPUB',
      'refers software.ptree:7:26 OBSPUB',
    ]);
  });
  it('marks a field where it is declared and demanded', async () => {
    assert.deepEqual(await highlights('demand'), ['declares kinds.ptree:4:12 tier']);
  });
  it('marks nothing on plain values', async () => assert.deepEqual(await highlights('code'), []));
});
