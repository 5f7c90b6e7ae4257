import assert from 'node:assert/strict';
import { shared, start } from './harness.ts';

describe('textDocument/hover', () => {
  const model = shared(`
    // file: services.ptree
    package PRSRV "Prompt Services" {
      manager MButler
      service <pop|>POPSRV "Planned Observation Publication" {
        """
        Shows where the *telescope* points, as [[OBSPUB]] knows it.

        - a page
        - an API
        """
        short "Planned Obs Pub"
        <owner|>owner TJenness, LDF
        team LDF
        wbs <code|>1.02C.07.06.02, 1.02C.08
        <tier|>tier gold
        steward MButler
        uses OBSPUB, <quoted|>"A Scheduler", <unknown|>MISSING
        satisfies DMS-REQ-0353
        document LSE-61
        link https://ls.st/pop
        reviewed 2020-04 by TJenness
        waive <rule|>service.hosted-on "The sites are not decided." until 2027-06
        waive <builtIn|>public-link "It is public."
      }
      service <old|>OLD "Old Publication" { obsolete "Nobody reads it." replaced by POPSRV }
    }
    enclave <enc|>ENC "Prompt Enclave" { hosts NEXT }
    cots <obspub|>OBSPUB "Observation Publication" { owner LDF }
    <kind|>service <next|>NEXT "Next Visit" { uses OBSPUB }

    // file: kinds.ptree
    extend kind service {
      field tier one of gold, silver "What support it gets"
      field steward person
      complete <demand|>tier [1] "Every service has a tier."
    }

    // file: registry.ptree
    person <mbutler|>MButler "Michelle Butler" {
      team LDF
      email "mb@example.org"
    }
    person TJenness "Tim Jenness"
    team <ldf|>LDF "LSST Data Facility" { lead MButler }
    document <lse|>LSE-61 "Requirements" { authors "A. Author" }
    requirement <req|>DMS-REQ-0353 "Publishing" in LSE-61
    repository <repo|>base "Base" { requires none }
    repository afw "Framework" { requires base }
    term <term|>ADQL "Astronomical Data Query Language"
  `);
  const card = async (mark: string): Promise<string[]> => (await model.server.hover(mark))?.split('\n') ?? [];

  it('shows a product: who answers for it, what it uses and hosts, what was found', async () => {
    assert.deepEqual(await card('pop'), [
      '**POPSRV** Planned Observation Publication',
      '',
      '*service* “Planned Obs Pub” in PRSRV (Prompt Services)',
      '',
      '- owner: LDF (LSST Data Facility), TJenness (Tim Jenness)',
      '- manager: MButler (Michelle Butler), from PRSRV (Prompt Services)',
      '- team: LDF (LSST Data Facility)',
      '- wbs: 1.02C.07.06.02, 1.02C.08',
      '- tier: gold',
      '- steward: MButler (Michelle Butler)',
      '- uses: OBSPUB (Observation Publication), "A Scheduler" (not declared), MISSING (not declared)',
      '- satisfies: DMS-REQ-0353 (Publishing)',
      '- document: LSE-61 (Requirements)',
      '- link: <https://ls.st/pop>',
      '- reviewed: 2020-04 by TJenness (Tim Jenness)',
      '',
      '- info `service.hosted-on`: POPSRV (Planned Observation Publication) is hosted on no enclave. A service runs somewhere. (waived until 2027-06: The sites are not decided.)',
      '- error `unresolved`: "A Scheduler" is written as a name in quotes because nobody has declared it: declare the product and refer to its key.',
      '- error `unresolved`: No product MISSING is declared. Mend the key, or declare it.',
      '- warning `waiver-unused`: The waiver of public-link at POPSRV (Planned Observation Publication) silences nothing: no finding of this rule is left to it. Take it out.',
      '',
      'Shows where the *telescope* points, as OBSPUB knows it.',
      '',
      '- a page',
      '- an API',
    ]);
  });

  it('shows who uses and hosts a product', async () => {
    assert.deepEqual((await card('obspub')).slice(0, 6), [
      '**OBSPUB** Observation Publication',
      '',
      '*cots*',
      '',
      '- owner: LDF (LSST Data Facility)',
      '- used in: NEXT (Next Visit), POPSRV (Planned Observation Publication)',
    ]);
    assert.ok((await card('next')).includes('- hosted on: ENC (Prompt Enclave)'));
    assert.ok((await card('enc')).includes('- hosts: NEXT (Next Visit)'));
  });

  it('says that a product is obsolete, why, and what replaces it', async () => {
    assert.equal(
      (await card('old'))[2],
      '*service* in PRSRV (Prompt Services) · obsolete: Nobody reads it. · replaced by POPSRV (Planned Observation Publication)',
    );
  });

  it('shows a kind: its demands, its fields, its products', async () => {
    assert.deepEqual(await card('kind'), [
      '**service**',
      '',
      '*kind*',
      '',
      '- extends: product',
      '- products: NEXT (Next Visit), OLD (Old Publication), POPSRV (Planned Observation Publication)',
      '- `product.owner`: complete owner \\[1..\\*\\]. Every product has an owner.',
      '- `service.uses`: consistent uses \\[1..\\*\\] software or cots. A service is implemented by software products or COTS.',
      '- `service.hosted-on`: complete info hosted on \\[1..\\*\\] enclave. A service runs somewhere.',
      '- `service.tier`: complete tier \\[1\\]. Every service has a tier.',
      '- field: `tier` one of gold, silver. What support it gets',
      '- field: `steward` person',
    ]);
  });

  it('shows what refers to a registry entry', async () => {
    assert.deepEqual(await card('mbutler'), [
      '**MButler** Michelle Butler',
      '',
      '*person*',
      '',
      '- team: LDF (LSST Data Facility)',
      '- email: mb@example.org',
      '- manages: PRSRV (Prompt Services)',
      '- leads: LDF (LSST Data Facility)',
    ]);
    assert.deepEqual(await card('ldf'), [
      '**LDF** LSST Data Facility',
      '',
      '*team*',
      '',
      '- lead: MButler (Michelle Butler)',
      '- people: MButler (Michelle Butler)',
      '- builds or runs: POPSRV (Planned Observation Publication)',
      '- owns: OBSPUB (Observation Publication), POPSRV (Planned Observation Publication)',
    ]);
    assert.deepEqual(await card('lse'), [
      '**LSE-61** Requirements',
      '',
      '*document*',
      '',
      '- authors: A. Author',
      '- characterises: POPSRV (Planned Observation Publication)',
      '- requirements: DMS-REQ-0353 (Publishing)',
    ]);
    assert.deepEqual(await card('req'), [
      '**DMS-REQ-0353** Publishing',
      '',
      '*requirement*',
      '',
      '- in: LSE-61 (Requirements)',
      '- satisfied by: POPSRV (Planned Observation Publication)',
    ]);
    assert.ok((await card('repo')).includes('- also included in: afw (Framework)'));
    assert.deepEqual(await card('term'), ['**ADQL** Astronomical Data Query Language', '', '*term*']);
  });

  it('explains words of the language and fields', async () => {
    assert.deepEqual(await card('owner'), [
      '**owner**',
      '',
      'Who answers for its quality and accepts it: people or teams.',
    ]);
    assert.deepEqual(await card('tier'), [
      '`tier` one of gold, silver. What support it gets',
      '',
      'A field of the kind `service`.',
    ]);
  });

  it('shows the page of a rule: of the language, or what a kind demands', async () => {
    const page = await card('builtIn');
    assert.equal(page[0], '### public-link');
    assert.ok(page.includes('Reported:'));
    assert.equal((await card('rule'))[0], '### service.hosted-on');
    assert.equal((await card('demand'))[0], '### service.tier');
  });

  it('says nothing of what nobody has declared, and of plain values', async () => {
    for (const mark of ['unknown', 'quoted', 'code']) assert.equal(await model.server.hover(mark), undefined);
  });

  it('covers the stretch of text that it is about', async () => {
    const { server } = model;
    const { range } = await server.ask<{ range: object }>('textDocument/hover', server.at('obspub'));
    const { start } = server.mark('obspub').range;
    assert.deepEqual(range, { start, end: { ...start, character: start.character + 'OBSPUB'.length } });
  });

  it('shows a text of the model as text: no link, no image, no HTML, whatever it holds', async () => {
    await using server = await start(`
      service <|>S "A <b>bold</b> [name](command:evil) | *here*" {
        """
        # No heading
        ![image](https://example.org/spy.png) and [link](command:workbench.action.quit),
        <script>alert(1)</script> & <https://example.org>, \`code <b>\`, \\[x\\](y) and **bold**.
        """
        link "command:workbench.action.quit"
        wbs a_b_c
      }
    `);
    const [name, , , , wbs, link] = (await server.hover())!.split('\n');
    assert.equal(name, '**S** A &lt;b&gt;bold&lt;/b&gt; \\[name\\](command:evil) \\| \\*here\\*');
    assert.equal(wbs, '- wbs: a\\_b\\_c');
    assert.equal(link, '- link: command:workbench.action.quit');
    const text = (await server.hover())!.split('\n\n').at(-1)!;
    assert.deepEqual(text.split('\n'), [
      '\\# No heading',
      '!\\[image\\](https://example.org/spy.png) and \\[link\\](command:workbench.action.quit),',
      '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;https://example.org&gt;, `code <b>`, \\\\\\[x\\\\\\](y) and **bold**.',
    ]);
  });

  it('cuts long lists and long descriptions', async () => {
    const users = Array.from({ length: 20 }, (_, n) => `service S${n + 10} "User ${n + 10}" { uses A }`);
    await using server = await start(`cots <|>A "Alpha" { """${'A long text. '.repeat(100)}""" }\n${users.join('\n')}`);
    const lines = (await server.hover())!.split('\n');
    const shown = [10, 11, 12, 13, 14, 15].map(n => `S${n} (User ${n})`).join(', ');
    assert.ok(lines.includes(`- used in: ${shown} and 14 more`));
    assert.ok(lines.at(-1)!.length < 620 && lines.at(-1)!.endsWith(' …'));
  });
});
