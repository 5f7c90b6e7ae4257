/** Rename, in every namespace, from everywhere, and nothing but the key. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Range, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EDITOR } from './capabilities.ts';
import { start } from './harness.ts';
import { changes, graphOf, prepare, refusal, rename } from './rename.ts';

/** One key, SAME, in every namespace, and as a text where it is no key. Marks say which it is. */
const MODEL = `
  // file: product-tree.json
  {
    "name": "SAME",
    "rules": { "SAME.uses": "warning", "OTHER.uses": "info", "stale-review": "warning" }
  }
  // file: main.ptree
  // SAME in a comment
  package TOP "SAME" {
    """All of [[<product2|>SAME]], see [[document:<document2|>SAME]], [[requirement:SAME]], [[term:<term2|>SAME]], SAME."""
    waive <kind2|>SAME.owner "SAME is not ready" until 2030
    manager <party2|>SAME
    <kind3|>SAME <product|>SAME "SAME" {
      short "SAME"
      owner SAME, KTLim
      team CREW
      wbs SAME
      uses SAME "SAME"
      hosts "SAME"
      document <document3|>SAME "SAME"
      repository <repository2|>SAME
      tier SAME
      helper SAME
      reviewed 2020-04 by <party3|>SAME
      satisfies <requirement2|>SAME
      software INNER "Inside" { used in SAME }
    }
  }
  // file: sub/closed.ptree
  service USER "User" in SAME { obsolete "SAME" replaced by SAME }
  person SAME "SAME" { team CREW }
  person KTLim "Kian-Tat Lim"
  team CREW "Crew" { lead SAME }
  document SAME "SAME"
  requirement SAME "SAME" in SAME { satisfied by SAME }
  repository SAME "SAME" { requires OTHER, SAME }
  repository OTHER "Other" { requires SAME }
  term SAME "SAME"
  kind SAME "SAME" extends product {
    consistent uses [1..*] SAME | software "SAME uses software."
    field tier one of SAME, OTHER "SAME"
  }
  extend kind SAME { field helper SAME "SAME" }
  kind OTHER extends SAME { consistent uses [2..*] SAME }
`;

const FILES = ['main.ptree', 'sub/closed.ptree'];
const withMarks = { open: ['main.ptree'] };
const hidden = (text: string): string => text.replace(/\b(?:SAME|NEW-1)\b/g, '§').replace(/:\d+ /g, ' ');

describe('Rename', () => {
  const marks: Record<string, readonly string[]> = {
    product: ['product', 'product2'],
    party: ['party2', 'party3'],
    document: ['document2', 'document3'],
    requirement: ['requirement2'],
    repository: ['repository2'],
    term: ['term2'],
    kind: ['kind2', 'kind3'],
  };
  const counts = { product: 8, party: 5, document: 4, requirement: 3, repository: 4, term: 2, kind: 9 };

  for (const [namespace, places] of Object.entries(marks)) {
    it(`changes a ${namespace}’s key everywhere and nothing else: the graph and its findings stay the same but for the key`, async () => {
      await using server = await start(MODEL, withMarks);
      const to = 'NEW-1';
      const before = await graphOf(server, FILES);
      const findings = (await server.problems()).map(hidden);

      const edit = await rename(server, to, places[0]);
      for (const place of places) assert.deepEqual(await rename(server, to, place), edit, `the same from ${place}`);
      const all = await changes(server, edit);
      assert.equal(all.length, counts[namespace as keyof typeof counts], all.join('\n'));
      await server.apply(edit!);

      const after = await graphOf(server, FILES);
      const expected = before.replaceAll(new RegExp(`\\b${namespace}:SAME(?=["\\.,; ])`, 'g'), `${namespace}:${to}`);
      assert.deepEqual(after.split('\n'), expected.split('\n'));
      assert.notEqual(after, before);
      assert.deepEqual((await server.problems()).map(hidden).sort(), findings.sort());
    });
  }

  it('sends edits with the versions of open files, and none for closed ones', async () => {
    await using server = await start(MODEL, withMarks);
    await server.replace('main.ptree', 'wbs SAME', 'wbs 1.02');
    const edit = await rename(server, 'LSE-61', 'document2');
    const documents = edit!.documentChanges!.map(change => 'textDocument' in change && change.textDocument);
    assert.deepEqual(documents, [
      { uri: server.uri('main.ptree'), version: 2 },
      { uri: server.uri('sub/closed.ptree'), version: null },
    ]);
    assert.deepEqual(await changes(server, edit), [
      'main.ptree:13:14 SAME → LSE-61',
      'main.ptree:3:38 SAME → LSE-61',
      'sub/closed.ptree:5:10 SAME → LSE-61',
      'sub/closed.ptree:6:28 SAME → LSE-61',
    ]);
  });

  it('sends plain changes to an editor that knows no versions', async () => {
    const capabilities = { ...EDITOR, workspace: { ...EDITOR.workspace, workspaceEdit: {} } };
    await using server = await start('service <|>A "A" { uses A }', { capabilities });
    assert.deepEqual(await rename(server, 'B'), {
      changes: {
        [server.uri('main.ptree')]: [
          { range: { start: { line: 0, character: 8 }, end: { line: 0, character: 9 } }, newText: 'B' },
          { range: { start: { line: 0, character: 21 }, end: { line: 0, character: 22 } }, newText: 'B' },
        ],
      },
    });
  });

  it('prepares with the key alone', async () => {
    await using server = await start(MODEL, withMarks);
    const prepared = async (mark: string) => {
      const { range, placeholder } = (await prepare(server, mark)) as { range: never; placeholder: string };
      return `${await server.place(server.uri('main.ptree'), range)} (${placeholder})`;
    };
    assert.equal(await prepared('product'), 'main.ptree:6:8 SAME (SAME)');
    assert.equal(await prepared('term2'), 'main.ptree:3:75 SAME (SAME)');
    assert.equal(await prepared('kind2'), 'main.ptree:4:9 SAME (SAME)');
  });

  it('follows a kind into rule ids, from the settings too', async () => {
    await using server = await start(MODEL, withMarks);
    const all = await changes(server, await rename(server, 'NEW', 'kind3'));
    assert.deepEqual(
      all.filter(line => !line.startsWith('sub/')),
      ['main.ptree:4:9 SAME → NEW', 'main.ptree:6:3 SAME → NEW', 'product-tree.json:3:15 SAME → NEW'],
    );
  });

  it('says which entry a `[[KEY]]` means where another has the new key', async () => {
    await using server = await start(`
      product P "Uses [[terms]]" {
        """[[<|>ADQL]] and [[term:ADQL]], not [[SQL]]."""
      }
      product SQL "A product"
      term ADQL "A term"
    `);
    const edit = await rename(server, 'SQL');
    const { 'main.ptree': text } = await server.apply(edit!);
    assert(text.includes('"""[[term:SQL]] and [[term:SQL]], not [[SQL]]."""'), text);
  });

  it('keeps the meaning of a `[[KEY]]` that the new key would take over', async () => {
    await using server = await start(`
      product <|>P "A product" {
        """[[SQL]] is what [[P]] speaks, [[term:SQL]]."""
      }
      term SQL "A term"
    `);
    const edit = await rename(server, 'SQL');
    const { 'main.ptree': text } = await server.apply(edit!);
    assert(text.includes('"""[[term:SQL]] is what [[SQL]] speaks, [[term:SQL]]."""'), text);
  });

  it('renames a key that nothing declares, wherever it is referred to', async () => {
    await using server = await start(`
      service A "A" {
        uses <|>PSQL, B
        """[[PSQL]]"""
      }
      service B "B" { uses PSQL }
      document PSQL "Not it"
    `);
    assert.deepEqual(await changes(server, await rename(server, 'PG')), [
      'main.ptree:2:8 PSQL → PG',
      'main.ptree:5:22 PSQL → PG',
    ]);
  });

  it('keeps quiet files with CRLF, comments and half-typed lines as they are', async () => {
    const model = 'service <|>A "A" {\r\n  uses A, // A\r\n  owner \r\n}\r\nservice B "A {\r\n  uses A\r\n';
    await using server = await start('// file: main.ptree\nproduct X "X"', { open: ['main.ptree'] });
    await server.setText('main.ptree', model.replace('<|>', ''));
    const edit = await server.ask<never>('textDocument/rename', {
      textDocument: { uri: server.uri('main.ptree') },
      position: { line: 0, character: 8 },
      newName: 'LONGER',
    });
    assert.equal(
      (await server.apply(edit))['main.ptree'],
      'service LONGER "A" {\r\n  uses LONGER, // A\r\n  owner \r\n}\r\nservice B "A {\r\n  uses LONGER\r\n',
    );
  });

  it('stays within its project', async () => {
    await using server = await start(`
      // file: one/product-tree.json
      { "name": "one" }
      // file: one/a.ptree
      service <|>A "A"
      // file: two/product-tree.json
      { "name": "two", "rules": { "A.uses": "off" } }
      // file: two/a.ptree
      service A "A" { uses A }
    `);
    assert.deepEqual(await changes(server, await rename(server, 'B')), ['one/a.ptree:1:9 A → B']);
  });
});

describe('Rename anywhere', function () {
  this.timeout(60_000);

  it('answers at every offset of the quickstart, with the key under the cursor or with nothing', async () => {
    const example = join(import.meta.dirname, '..', '..', 'examples', 'quickstart', 'hospital.ptree');
    const text = await readFile(example, 'utf8');
    await using server = await start('// file: here.ptree', { open: ['here.ptree'] });
    await server.setText('here.ptree', text);
    const document = TextDocument.create('', '', 0, text);
    const textDocument = { uri: server.uri('here.ptree') };
    const renamed = new Set<string>();
    for (let offset = 0; offset <= text.length; offset++) {
      const position = document.positionAt(offset);
      const found = await server
        .ask<{ range: Range; placeholder: string } | null>('textDocument/prepareRename', { textDocument, position })
        .catch((error: Error) => assert.match(error.message, /is a built-in kind/));
      if (!found) continue;
      const { range, placeholder } = found;
      assert.equal(document.getText(range), placeholder);
      assert(document.offsetAt(range.start) <= offset && offset <= document.offsetAt(range.end));
      if (renamed.has(placeholder)) continue;
      renamed.add(placeholder);
      const edit = await server.ask<WorkspaceEdit>('textDocument/rename', { textDocument, position, newName: 'NEW' });
      assert((await changes(server, edit)).every(line => line.endsWith(` ${placeholder} → NEW`)));
    }
    assert.deepEqual([...renamed].sort(), [
      'ARossi',
      'BChen',
      'CHART',
      'HOSP',
      'NORTH',
      'RECORDS',
      'REQ-1',
      'SOUTH',
      'WARDS',
      'hospital/chart',
    ]);
  });
});

describe('Rename of a field', () => {
  it('changes where it is declared, demanded, stated and named as a rule, for its kinds only', async () => {
    await using server = await start(`
      // file: product-tree.json
      { "rules": { "ward.beds": "warning", "clinic.beds": "info", "hotel.beds": "off" } }
      // file: main.ptree
      kind ward extends product {
        field <|>beds number "beds"
        complete beds [1] "A ward has beds."
      }
      kind clinic extends ward { consistent <demand|>beds [0] }
      kind hotel extends product {
        field beds number
        complete beds
      }
      // file: wards.ptree
      ward W "beds" { <stated|>beds 12 }
      clinic C "C" { beds 3 }
      hotel H "H" { beds 100 }
      package P "P" {
        waive ward.<rule|>beds "beds"
        waive hotel.beds "beds"
      }
    `);
    const edit = await rename(server, 'places');
    for (const mark of ['demand', 'stated', 'rule']) assert.deepEqual(await rename(server, 'places', mark), edit, mark);
    assert.deepEqual(await changes(server, edit), [
      'main.ptree:2:9 beds → places',
      'main.ptree:3:12 beds → places',
      'main.ptree:5:39 beds → places',
      'product-tree.json:1:20 beds → places',
      'product-tree.json:1:46 beds → places',
      'wards.ptree:1:17 beds → places',
      'wards.ptree:2:16 beds → places',
      'wards.ptree:5:14 beds → places',
    ]);
    const before = (await server.problems()).map(line =>
      line.replaceAll(/\b(beds|places)\b/g, '§').replace(/:\d+ /, ' '),
    );
    await server.apply(edit!);
    const after = (await server.problems()).map(line =>
      line.replaceAll(/\b(beds|places)\b/g, '§').replace(/:\d+ /, ' '),
    );
    assert.deepEqual(after, before);
  });

  it('refuses a name that the kind has already, a word of the language, and a field that nothing declares', async () => {
    await using server = await start(`
      kind ward extends product { field <|>beds number }
      extend kind ward { field doctors number }
      ward W "W" { <unknown|>colour red }
    `);
    assert.equal(
      await refusal(rename(server, 'doctors')),
      'The name `doctors` is taken: ward has a field that is called so. Choose another.',
    );
    assert.equal(
      await refusal(rename(server, 'colour')),
      'The name `colour` is taken: ward has a field that is called so. Choose another.',
    );
    assert.equal(
      await refusal(rename(server, 'owner')),
      '`owner` is a word of the language and cannot name a field: choose another.',
    );
    assert.equal(
      await refusal(prepare(server, 'unknown')),
      'No kind declares the field `colour` here: it cannot be renamed.',
    );
  });
});

describe('Rename refuses', () => {
  const refused = async (text: string, newName: string): Promise<string> => {
    await using server = await start(text);
    return refusal(rename(server, newName));
  };

  it('a malformed key', async () => {
    await using server = await start('service <|>A "A" { uses A }\nkind <kind|>ward');
    for (const key of ['', '1x', 'a b', 'a-', 'a"b', 'a,b', '{', 'a//b']) {
      assert.equal(
        await refusal(rename(server, key)),
        `\`${key}\` is no key: write a letter or _, then letters, digits and _, with single -, . or / between them.`,
      );
    }
    assert.equal(
      await refusal(rename(server, 'a.b', 'kind')),
      '`a.b` is no name for a kind: write a letter or _, then letters, digits and _, with single - between them.',
    );
  });

  it('a taken key, by whatever holds it', async () => {
    assert.equal(
      await refused('service <|>A "A"\nenclave B "Beta"', 'B'),
      'The key `B` is taken: B (Beta) is a product. Choose another.',
    );
    assert.equal(
      await refused('person <|>A "A"\nteam B "Bees"', 'B'),
      'The key `B` is taken: B (Bees) is a team. Choose another.',
    );
    assert.equal(
      await refused('kind <|>ward', 'service'),
      'The key `service` is taken: service is a kind. Choose another.',
    );
    assert.equal(
      await refused('service <|>A "A" { uses B }', 'B'),
      'The key `B` is in use: nothing declares it, but there are references to it. Choose another, or mend them first.',
    );
  });

  it('not what only looks like another key, or is one in another namespace', async () => {
    await using server = await start('service <|>A "A"\nservice ABC "B"\ndocument D "D"');
    assert.equal((await changes(server, await rename(server, 'abc'))).length, 1);
    assert.equal((await changes(server, await rename(server, 'D'))).length, 1);
  });

  it('a key that would mean something else where it stands', async () => {
    assert.equal(
      await refused('service S "S" { owner A }\nperson <|>A "A"', 'none'),
      '`none` would mean something else where `A` stands now. Choose another.',
    );
    assert.equal(
      await refused('kind <|>ward\nward W "W"', 'used'),
      '`used` is a word of the language and cannot name a kind: choose another.',
    );
  });

  it('a built-in kind, from wherever it is named', async () => {
    const sentence =
      '`service` is a built-in kind and keeps its name. Declare a kind of your own with `kind NAME extends service`.';
    for (const text of [
      '<|>service A "A"',
      'extend kind <|>service',
      'kind web extends <|>service',
      'product A "A" { waive <|>service.uses "x" }',
    ]) {
      await using server = await start(text);
      assert.equal(await refusal(rename(server, 'website')), sentence, text);
      assert.equal(await refusal(prepare(server)), sentence, text);
    }
  });

  it('a name in quotes, which nobody has declared', async () => {
    await using server = await start('facility F "F" { hosts "Some <|>Enclave" }');
    assert.equal(
      await refusal(prepare(server)),
      'Nothing declares "Some Enclave" yet: it is a name without a key. Declare it first.',
    );
  });

  it('to guess where a file has changed on disk meanwhile', async () => {
    await using server = await start('service <|>A "A"\n// file: b.ptree\nservice B "B" { uses A }');
    await server.write('b.ptree', 'service  B "B" { uses A }');
    assert.equal(
      await refusal(rename(server, 'C')),
      'b.ptree has changed on disk and is being read again. Try once more.',
    );
  });

  it('nothing, but has no answer, where no key stands', async () => {
    await using server = await start(
      'service A "<name|>Alpha" {\n  <word|>owner B // <comment|>B\n  wbs <code|>1.02\n}<end|>',
    );
    for (const mark of ['name', 'word', 'comment', 'code', 'end']) {
      assert.equal(await prepare(server, mark), null, mark);
      assert.equal(await rename(server, 'X', mark), null, mark);
    }
  });

  it('nothing, but changes nothing, where the key stays', async () => {
    await using server = await start('service <|>A "A"');
    assert.deepEqual(await rename(server, 'A'), { documentChanges: [] });
  });
});
