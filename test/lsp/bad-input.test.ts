import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { start, type TestServer } from './harness.ts';

/** A sound file that every one of these workspaces has beside the bad one. */
const SOUND = '// file: sound.ptree\nhardware A "Alpha" { owner <|>X }\nperson X\n';

/** What a bad file shows; all else must be as sound as before. */
async function expectOnly(server: TestServer, ...lines: string[]): Promise<void> {
  assert.deepEqual(await server.problems(), lines);
  assert.deepEqual(await server.jump('definition'), ['sound.ptree:2:8 X']);
}

describe('A file that is no model', () => {
  const cases: [string, Uint8Array, string][] = [
    [
      'is not UTF-8',
      Uint8Array.of(0x70, 0xff, 0xfe, 0x80),
      'This file is not UTF-8 text. Open it in an editor and save it with the encoding UTF-8.',
    ],
    [
      'is no text',
      Uint8Array.of(0x89, 0x50, 0, 0, 1),
      'This file is not text. If it is meant to be, save it as UTF-8.',
    ],
    [
      'is too large',
      new Uint8Array(8 * 1024 * 1024 + 1).fill(0x20),
      'This file is too large to be read (9 MB; the limit is 8 MB). Split it into several files.',
    ],
  ];
  for (const [what, bytes, sentence] of cases) {
    it(`${what}: is a finding, until it is mended`, async () => {
      await using server = await start(SOUND);
      await server.write('bad.ptree', bytes);
      await server.watched(['bad.ptree', 'Created']);
      await expectOnly(server, `bad.ptree:1:1 error unreadable-file: ${sentence}`);
      await server.write('bad.ptree', '// nothing yet');
      await server.watched(['bad.ptree', 'Changed']);
      await expectOnly(server);
    });
  }

  it('cannot be read, such as a link to nowhere: is a finding', async () => {
    await using server = await start(SOUND, { prepare: folder => symlink('nowhere', join(folder, 'bad.ptree')) });
    await expectOnly(
      server,
      'bad.ptree:1:1 error unreadable-file: This file cannot be read. Check that it exists and that you may read it.',
    );
  });

  it('is a folder: is a finding, and what is in it counts', async () => {
    const finding =
      'dir.ptree:1:1 error unreadable-file: `dir.ptree` is a folder, though its name ends like a model file. Rename the folder.';
    await using server = await start(`${SOUND}// file: dir.ptree/b.ptree\nhardware B "Beta" { owner X }\n`);
    await expectOnly(server, finding);
    assert.equal((await server.ready()).products, 2);
    await server.rename('dir.ptree', 'dir');
    await server.watched(['dir.ptree', 'Deleted'], ['dir', 'Created']);
    await expectOnly(server);
    await server.rename('dir', 'dir.ptree');
    await server.watched(['dir', 'Deleted'], ['dir.ptree', 'Created']);
    await expectOnly(server, finding);
  });
});

describe('A file', () => {
  it('with a byte-order mark and CRLF reads as any other', async () => {
    await using server = await start(SOUND);
    await server.write(
      'crlf.ptree',
      '\uFEFFhardware B "Beta" {\r\n  """\r\n  Text.\r\n  """\r\n  owner NOBODY\r\n}\r\n',
    );
    await server.watched(['crlf.ptree', 'Created']);
    await expectOnly(
      server,
      'crlf.ptree:5:9 error unresolved: No person or team NOBODY is declared. Mend the key, or declare it.',
    );
    await server.open('crlf.ptree');
    await expectOnly(
      server,
      'crlf.ptree:5:9 error unresolved: No person or team NOBODY is declared. Mend the key, or declare it.',
    );
  });

  it('that is empty, or holds nothing but comments, is no finding', async () => {
    await using server = await start(SOUND);
    for (const text of ['', '\n\n', '// only this', '/* only\nthis */', '\uFEFF']) {
      await server.write('empty.ptree', text);
      await server.watched(['empty.ptree', 'Changed']);
      await expectOnly(server);
    }
  });

  it('that is half typed anywhere costs no other file its findings, and no feature', async () => {
    const text = 'service B "Beta" in A {\n  """Text with [[A]]."""\n  owner X\n  uses A, "Else" "note"\n}\n';
    await using server = await start(`${SOUND}// file: typed.ptree\n${text}`, { open: ['sound.ptree', 'typed.ptree'] });
    for (let end = 0; end <= text.length; end += 3) {
      await server.setText('typed.ptree', text.slice(0, end));
      const others = (await server.problems()).filter(line => !line.startsWith('typed.ptree'));
      assert.deepEqual(others, []);
      const at = { textDocument: { uri: server.uri('typed.ptree') }, position: { line: 3, character: 7 } };
      for (const feature of ['hover', 'definition', 'documentSymbol', 'foldingRange', 'completion']) {
        await server.ask(`textDocument/${feature}`, at);
      }
    }
    assert.deepEqual(await server.jump('definition'), ['sound.ptree:2:8 X']);
  });

  it('that was never saved is checked while it is open', async () => {
    await using server = await start(SOUND);
    await server.open('untitled:Untitled-1', 'hardware B "Beta" { owner NOBODY }');
    await expectOnly(
      server,
      'untitled:Untitled-1:1:27 error unresolved: No person or team NOBODY is declared. Mend the key, or declare it.',
    );
    await server.close('untitled:Untitled-1');
    await expectOnly(server);
  });
});

describe('A product-tree.json', () => {
  const says = (what: string, text: string, ...lines: string[]): void => {
    it(what, async () => {
      await using server = await start(`${SOUND}// file: product-tree.json\n${text}`);
      await expectOnly(server, ...lines.map(line => `product-tree.json:${line}`));
    });
  };

  says('that is sound says nothing', '{ "name": "model", "title": "A model" }');
  says(
    'with a key that means nothing',
    '{ "name": "model", "nmae": "x" }',
    '1:20 error invalid-project: `nmae` means nothing here. A project file may say name, title, exclude, kinds, rules, review.',
  );
  says(
    'with a missing comma',
    '{ "name": "model" "title": "x" }',
    '1:19 error invalid-project: A comma is missing here.',
  );
  says(
    'with a value of the wrong type',
    '{ "name": 3 }',
    '1:11 error invalid-project: `name` must be a text in quotes.',
  );
  says(
    'with a severity that there is none',
    '{ "name": "model", "rules": { "public-link": "loud" } }',
    '1:46 error invalid-project: The severity of `public-link` must be one of error, warning, info, hint, off.',
  );
  says(
    'with a rule that there is none',
    '{ "name": "model", "rules": { "no-such-rule": "off" } }',
    '1:32 warning unknown-rule: No rule is called `no-such-rule`. See the list of rules for the id that you mean.',
  );
  says(
    'that switches off what cannot be',
    '{ "name": "model", "rules": { "syntax": "off" } }',
    '1:32 error invalid-project: The rule `syntax` cannot be switched off. Remove it here.',
  );
  says(
    'that is no object',
    '[1, 2]',
    '1:1 error invalid-project: A project file stands in braces: { "name": "my-project" }.',
  );
  says('that ends too early', '{ "name": "model"', '2:1 error invalid-project: A closing } is missing.');

  it('that is empty, or no text', async () => {
    await using server = await start(SOUND);
    await server.write('product-tree.json', '');
    await server.watched(['product-tree.json', 'Created']);
    await expectOnly(
      server,
      'product-tree.json:1:1 error invalid-project: This file is empty. A project file holds at least { "name": "my-project" }.',
    );
    await server.write('product-tree.json', Uint8Array.of(0xff, 0xfe));
    await server.watched(['product-tree.json', 'Changed']);
    await expectOnly(
      server,
      'product-tree.json:1:1 error unreadable-file: This file is not UTF-8 text. Open it in an editor and save it with the encoding UTF-8.',
    );
    await server.write('product-tree.json', '{ "name": "model" }');
    await server.watched(['product-tree.json', 'Changed']);
    await expectOnly(server);
  });

  it('with the name of another project: each points to the other', async () => {
    await using server = await start(`
      // file: one/product-tree.json
      { "name": "same" }
      // file: two/product-tree.json
      { "name": "same" }
      // file: three/product-tree.json
      { "name": "other" }
    `);
    const at = (name: string): string => join(server.folder, name);
    assert.deepEqual(await server.problems(), [
      `one/product-tree.json:1:11 error invalid-project: Another project is called same too (${at('two')}). Give each its own name.`,
      `two/product-tree.json:1:11 error invalid-project: Another project is called same too (${at('one')}). Give each its own name.`,
    ]);
    const [{ relatedInformation }] = await server.diagnostics('one/product-tree.json');
    assert.deepEqual(await server.places(relatedInformation!.map(({ location }) => location)), [
      'two/product-tree.json:1:11 "same"',
    ]);
    await server.write('two/product-tree.json', '{ "name": "second" }');
    await server.watched(['two/product-tree.json', 'Changed']);
    assert.deepEqual(await server.problems(), []);
  });
});
