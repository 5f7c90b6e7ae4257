import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver';
import { EDITOR } from './capabilities.ts';
import { inLibrary, library, placeInLibrary, shared, start } from './harness.ts';

describe('textDocument/definition', () => {
  const model = shared(`
    // file: services.ptree
    package PRSRV "Prompt Services" { manager <manager|>MButler }

    <kind|>service POPSRV "Planned Observation Publication" in <parent|>PRSRV {
      """Shows what [[<mention|>OBSPUB]] knows; a table in [[term:<termMention|>ADQL]]."""
      owner KTLim, <team|>LDF
      team <teamAgain|>LDF
      uses OBS<uses|>PUB "the web application", <quoted|>"Something Else", <unknown|>NOBODY
      hosted on <hostedOn|>ENC
      <fieldName|>tier <fieldValue|>gold
      steward <fieldPerson|>MButler
      document <document|>LSE-61
      repository <repository|>lsst/daf_butler
      satisfies <requirement|>DMS-REQ-0353
      obsolete "Old." replaced by <replaced|>OBSPUB
      reviewed 2020-04 by <reviewer|>KTLim
      waive <ruleId|>service.tier "Not yet."
      waive <builtInDemand|>service.uses "Not yet."
      waive <builtInRule|>public-link "Not yet."
      wbs <code|>1.02
    }
    enclave ENC "Enclave" { <attribute|>hosts POPSRV }

    // file: software.ptree
    cots <own|>OBSPUB "Observation Publication" { used in <usedIn|>POPSRV }

    // file: kinds.ptree
    extend kind <extended|>service {
      field tier one of gold, silver "What support it gets"
      field steward person
      complete <demanded|>tier [1] "Every service has a tier."
      consistent uses [1..*] <demandedKind|>cots
    }
    kind robot extends <parentKind|>hardware

    // file: registry.ptree
    person MButler "Michelle Butler" { team <personTeam|>LDF }
    person KTLim "Kian-Tat Lim"
    team LDF "LSST Data Facility" { lead <lead|>MButler }
    document LSE-61 "Requirements"
    requirement DMS-REQ-0353 "Publishing" in <inDocument|>LSE-61 { satisfied by <satisfiedBy|>POPSRV }
    repository lsst/daf_butler "Data access" { requires <requires|>sphgeom }
    repository sphgeom "Spherical geometry"
    term ADQL "Astronomical Data Query Language"

    // file: product-tree.json
    { "name": "model", "rules": { "<setting|>service.tier": "off", "<settingBuiltIn|>public-link": "warning" } }
  `);

  const leads = (what: string, mark: string, ...targets: string[]): void => {
    it(what, async () => assert.deepEqual(await model.server.jump('definition', mark), targets));
  };

  leads('from `uses` to the product', 'uses', 'software.ptree:1:6 OBSPUB');
  leads('from `used in` to the product', 'usedIn', 'services.ptree:3:9 POPSRV');
  leads('from `hosted on` to the product', 'hostedOn', 'services.ptree:21:9 ENC');
  leads('from `in` to the product that contains it', 'parent', 'services.ptree:1:9 PRSRV');
  leads('from `replaced by` to the product', 'replaced', 'software.ptree:1:6 OBSPUB');
  leads('from `[[KEY]]` in a description', 'mention', 'software.ptree:1:6 OBSPUB');
  leads('from `[[term:KEY]]` to the term', 'termMention', 'registry.ptree:8:6 ADQL');
  leads('from a manager to the person', 'manager', 'registry.ptree:1:8 MButler');
  leads('from the one who reviewed', 'reviewer', 'registry.ptree:2:8 KTLim');
  leads('from an owner that is a team', 'team', 'registry.ptree:3:6 LDF');
  leads('from `team`', 'teamAgain', 'registry.ptree:3:6 LDF');
  leads('from a person’s team', 'personTeam', 'registry.ptree:3:6 LDF');
  leads('from a team’s lead', 'lead', 'registry.ptree:1:8 MButler');
  leads('from `document`', 'document', 'registry.ptree:4:10 LSE-61');
  leads('from the document of a requirement', 'inDocument', 'registry.ptree:4:10 LSE-61');
  leads('from `satisfies` to the requirement', 'requirement', 'registry.ptree:5:13 DMS-REQ-0353');
  leads('from `satisfied by` to the product', 'satisfiedBy', 'services.ptree:3:9 POPSRV');
  leads('from `repository`', 'repository', 'registry.ptree:6:12 lsst/daf_butler');
  leads('from `requires`', 'requires', 'registry.ptree:7:12 sphgeom');
  leads('from a kind that is built in to the library', 'kind', inLibrary('kind service extends', 'service'));
  leads('from `extend kind` to the kind', 'extended', inLibrary('kind service extends', 'service'));
  leads('from the kind that a kind extends', 'parentKind', inLibrary('kind hardware', 'hardware'));
  leads('from a kind in a demand', 'demandedKind', inLibrary('kind cots', 'cots'));
  leads('from a field’s name to where its kind declares it', 'fieldName', 'kinds.ptree:2:9 tier');
  leads('from a field in a demand', 'demanded', 'kinds.ptree:2:9 tier');
  leads('from a field’s value that is a person', 'fieldPerson', 'registry.ptree:1:8 MButler');
  leads('from a rule in a waiver to the demand', 'ruleId', 'kinds.ptree:4:12 tier');
  leads(
    'from a rule that two demands share to both',
    'builtInDemand',
    inLibrary('consistent uses', 'uses'),
    'kinds.ptree:5:14 uses',
  );
  leads('from a rule in product-tree.json', 'setting', 'kinds.ptree:4:12 tier');
  leads('from a declaration to itself', 'own', 'software.ptree:1:6 OBSPUB');

  leads('nowhere from a target in quotes', 'quoted');
  leads('nowhere from a name that nothing declares', 'unknown');
  leads('nowhere from a rule of the language', 'builtInRule');
  leads('nowhere from a rule of the language in product-tree.json', 'settingBuiltIn');
  leads('nowhere from a word of the language', 'attribute');
  leads('nowhere from plain values', 'code');
  leads('nowhere from the choice of a field', 'fieldValue');

  it('leads to every declaration of a key that has several', async () => {
    await using server = await start(`
      service A "Alpha" { uses <|>B }
      cots B "Beta"
      // file: other.ptree
      cots B "Beta again"
    `);
    assert.deepEqual(await server.jump('definition'), ['main.ptree:2:6 B', 'other.ptree:1:6 B']);
  });

  it('says from where the jump began, and shows the whole declaration', async () => {
    const { server } = model;
    const [link] = await server.ask<{ originSelectionRange: object; targetRange: object }[]>(
      'textDocument/definition',
      server.at('uses'),
    );
    assert.deepEqual(link.originSelectionRange, { start: { line: 6, character: 7 }, end: { line: 6, character: 13 } });
    assert.deepEqual(link.targetRange, { start: { line: 0, character: 0 }, end: { line: 0, character: 56 } });
  });

  it('answers plain locations to an editor that takes no links', async () => {
    const { definition, ...others } = EDITOR.textDocument!;
    await using server = await start('service A "Alpha" { uses <|>B }\ncots B "Beta"', {
      capabilities: { ...EDITOR, textDocument: others },
    });
    const [location] = await server.ask<Location[]>('textDocument/definition', server.at());
    assert.deepEqual(location, {
      uri: server.uri('main.ptree'),
      range: { start: { line: 1, character: 5 }, end: { line: 1, character: 6 } },
    });
  });

  it('takes what was typed just before into account', async () => {
    await using server = await start('service A "Alpha" { uses <|>B }\ncots B "Beta"');
    await server.replace('main.ptree', 'cots B', '// a comment\ncots B');
    assert.deepEqual(await server.jump('definition'), ['main.ptree:3:6 B']);
  });

  it('leads on from the library', async () => {
    const { server } = model;
    await server.open(library);
    const found = await server.ask<Location[]>('textDocument/definition', {
      textDocument: { uri: library },
      position: placeInLibrary('facility extends product', 'product'),
    });
    assert.deepEqual(await server.places(found), [inLibrary('kind product', 'product')]);
    assert.deepEqual(await server.diagnostics(library), []);
  });
});
