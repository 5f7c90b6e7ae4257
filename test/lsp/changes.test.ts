import assert from 'node:assert/strict';
import { start, type TestServer, type Watched } from './harness.ts';

/** A product that has an owner and uses others. */
const product = (key: string, uses = 'none'): string =>
  `hardware ${key} "The ${key}" {\n  owner X\n  uses ${uses}\n}\n`;
const OWNER = '// file: x.ptree\nhardware ROOT "The root" { owner X }\nperson X\n';

/** The places and rules of what the editor shows now. */
async function shown(server: TestServer): Promise<string[]> {
  return (await server.problems()).map(line => line.replace(/: .*/, ''));
}

describe('Changes on disk', () => {
  it('a checkout that touches 100 files is one batch: each file is parsed once, nothing is shown twice', async () => {
    const names = Array.from({ length: 100 }, (_, n) => `P${n}`);
    const text = names.map(name => `// file: ${name}.ptree\n${product(name)}`).join('');
    await using server = await start(OWNER + text);
    assert.deepEqual(await shown(server), []);
    const before = await server.work();

    // Each product now uses the next but one, and the last files are gone: two references lead nowhere.
    for (const [n, name] of names.entries()) await server.write(`${name}.ptree`, product(name, names[n + 2] ?? 'GONE'));
    const count = server.published.length;
    await server.watched(...names.map((name): Watched => [`${name}.ptree`, 'Changed']));
    assert.deepEqual(await shown(server), ['P98.ptree:3:8 error unresolved', 'P99.ptree:3:8 error unresolved']);

    const after = await server.work();
    assert.equal(after.parsed - before.parsed, 100);
    assert.ok(after.judged - before.judged <= 200, `${after.judged - before.judged} entries judged`);
    const published = server.published.slice(count).map(({ uri }) => server.name(uri));
    assert.deepEqual(published, ['P98.ptree', 'P99.ptree']);
  });

  it('files that come, change and go', async () => {
    await using server = await start(`${OWNER}// file: a.ptree\n${product('A', 'B')}`);
    assert.deepEqual(await shown(server), ['a.ptree:3:8 error unresolved']);

    await server.write('b.ptree', product('B'));
    await server.watched(['b.ptree', 'Created']);
    assert.deepEqual(await shown(server), []);

    await server.write('b.ptree', product('C'));
    await server.watched(['b.ptree', 'Changed']);
    assert.deepEqual(await shown(server), ['a.ptree:3:8 error unresolved']);

    await server.write('b.ptree', product('B', 'NOBODY'));
    await server.watched(['b.ptree', 'Changed']);
    assert.deepEqual(await shown(server), ['b.ptree:3:8 error unresolved']);

    await server.remove('b.ptree');
    await server.watched(['b.ptree', 'Deleted']);
    assert.deepEqual(await shown(server), ['a.ptree:3:8 error unresolved']);
  });

  it('a file that is renamed takes its findings with it', async () => {
    await using server = await start(`${OWNER}// file: a.ptree\n${product('A', 'B')}`);
    await server.rename('a.ptree', 'renamed.ptree');
    await server.watched(['a.ptree', 'Deleted'], ['renamed.ptree', 'Created']);
    assert.deepEqual(await shown(server), ['renamed.ptree:3:8 error unresolved']);
  });

  it('a folder that goes takes all its files with it, though only the folder is told', async () => {
    await using server = await start(
      `${OWNER}// file: a.ptree\n${product('A', 'B')}` +
        `// file: sub/b.ptree\n${product('B', 'C')}// file: sub/deep/c.ptree\n${product('C', 'NOBODY')}` +
        `// file: subway/d.ptree\n${product('D', 'NOBODY')}`,
    );
    assert.deepEqual(await shown(server), [
      'sub/deep/c.ptree:3:8 error unresolved',
      'subway/d.ptree:3:8 error unresolved',
    ]);
    await server.remove('sub');
    await server.watched(['sub', 'Deleted']);
    assert.deepEqual(await shown(server), ['a.ptree:3:8 error unresolved', 'subway/d.ptree:3:8 error unresolved']);
  });

  it('a folder that is renamed or moved in brings all its files', async () => {
    await using server = await start(
      `${OWNER}// file: a.ptree\n${product('A', 'B')}// file: sub/deep/b.ptree\n${product('B', 'C')}`,
    );
    assert.deepEqual(await shown(server), ['sub/deep/b.ptree:3:8 error unresolved']);
    await server.rename('sub', 'moved');
    await server.watched(['sub', 'Deleted'], ['moved', 'Created']);
    assert.deepEqual(await shown(server), ['moved/deep/b.ptree:3:8 error unresolved']);
  });

  it('an open file keeps the text of the editor, whatever happens on disk, until it is closed', async () => {
    await using server = await start(`${OWNER}// file: a.ptree\n${product('A')}`, { open: ['a.ptree'] });
    await server.write('a.ptree', product('A', 'NOBODY'));
    await server.watched(['a.ptree', 'Changed']);
    assert.deepEqual(await shown(server), []);
    await server.close('a.ptree');
    assert.deepEqual(await shown(server), ['a.ptree:3:8 error unresolved']);
    await server.open('a.ptree');
    await server.remove('a.ptree');
    await server.watched(['a.ptree', 'Deleted']);
    assert.deepEqual(await shown(server), ['a.ptree:3:8 error unresolved']);
    await server.close('a.ptree');
    assert.deepEqual(await shown(server), []);
  });

  it('a text that is closed unsaved leaves what is on disk', async () => {
    await using server = await start(
      `${OWNER}// file: a.ptree\n${product('A', 'B')}// file: b.ptree\n${product('B')}`,
      {
        open: ['b.ptree'],
      },
    );
    await server.replace('b.ptree', 'B', 'C');
    assert.deepEqual(await shown(server), ['a.ptree:3:8 error unresolved']);
    await server.close('b.ptree');
    assert.deepEqual(await shown(server), []);
  });

  it('other files, and what is ignored or excluded, are left alone', async () => {
    await using server = await start(`${OWNER}// file: .gitignore\nbuild/\n*.tmp.ptree\n`, {
      configuration: { files: { exclude: { '**/hidden': true, '**/shown': false } } },
    });
    const { parsed } = await server.work();
    const paths = [
      'notes.txt',
      'build/a.ptree',
      'b.tmp.ptree',
      'hidden/c.ptree',
      'node_modules/d.ptree',
      'shown/e.ptree',
    ];
    for (const path of paths) await server.write(path, product('A', 'NOBODY'));
    await server.watched(
      ...paths.map((path): Watched => [path, 'Created']),
      ['build', 'Created'],
      ['hidden', 'Created'],
    );
    assert.deepEqual(await shown(server), ['shown/e.ptree:3:8 error unresolved']);
    assert.equal((await server.work()).parsed - parsed, 1);
  });
});

describe('A .gitignore', () => {
  it('counts at once when it changes', async () => {
    await using server = await start(`${OWNER}// file: drafts/a.ptree\n${product('A', 'NOBODY')}`);
    const finding = ['drafts/a.ptree:3:8 error unresolved'];
    assert.deepEqual(await shown(server), finding);
    await server.write('.gitignore', 'drafts/');
    await server.watched(['.gitignore', 'Created']);
    assert.deepEqual(await shown(server), []);
    await server.write('.gitignore', '# nothing');
    await server.watched(['.gitignore', 'Changed']);
    assert.deepEqual(await shown(server), finding);
  });
});

describe('Workspace folders', () => {
  it('are added and removed while the server runs', async () => {
    const text = `
      // file: one/a.ptree
      hardware A "Alpha" { uses NOBODY }
      // file: two/b.ptree
      hardware B "Beta" { uses A }
    `;
    await using server = await start(text, { folders: ['one'] });
    const shown = async (of: TestServer): Promise<string[]> =>
      (await of.problems()).filter(line => line.includes('unresolved')).map(line => line.replace(/: .*/, ''));
    assert.deepEqual(await shown(server), ['one/a.ptree:1:27 error unresolved']);
    await server.changeFolders({ added: ['two'] });
    // Names never resolve from one project in another.
    assert.deepEqual(await shown(server), ['one/a.ptree:1:27 error unresolved', 'two/b.ptree:1:26 error unresolved']);
    await server.changeFolders({ removed: ['one'] });
    assert.deepEqual(await shown(server), ['two/b.ptree:1:26 error unresolved']);
    assert.equal((await server.ready()).projects, 1);
  });

  it('that lie in one another are read once', async () => {
    await using server = await start(`${OWNER}// file: sub/a.ptree\n${product('A', 'NOBODY')}`, {
      folders: ['', 'sub'],
    });
    assert.equal((await server.work()).parsed, 2);
    await server.changeFolders({ removed: [''] });
    assert.deepEqual(await shown(server), ['sub/a.ptree:2:9 error unresolved', 'sub/a.ptree:3:8 error unresolved']);
  });
});

describe('Settings', () => {
  it('`files.exclude` counts at once, both ways', async () => {
    await using server = await start(`${OWNER}// file: drafts/a.ptree\n${product('A', 'NOBODY')}`);
    const finding = ['drafts/a.ptree:3:8 error unresolved'];
    assert.deepEqual(await shown(server), finding);
    await server.reconfigure('files', { exclude: { '**/drafts': true } });
    assert.deepEqual(await shown(server), []);
    await server.reconfigure('files', { exclude: {} });
    assert.deepEqual(await shown(server), finding);
  });

  it('other settings change nothing', async () => {
    await using server = await start(OWNER);
    const { parsed } = await server.work();
    await server.reconfigure('editor', { tabSize: 3 });
    await server.ready();
    assert.equal((await server.work()).parsed, parsed);
  });

  it('product-tree.json counts while it is typed: severities, exclusions, kinds, and whose the files are', async () => {
    await using server = await start(
      `
      // file: product-tree.json
      { "name": "model" }
      // file: a.ptree
      hardware A "Alpha" { uses B }
      // file: sub/b.ptree
      hardware B "Beta" { owner X }
      person X
    `,
      { open: ['product-tree.json'] },
    );
    assert.deepEqual(await shown(server), ['a.ptree:1:10 warning product.owner']);

    await server.setText('product-tree.json', '{ "name": "model", "rules": { "product.owner": "error" } }');
    assert.deepEqual(await shown(server), ['a.ptree:1:10 error product.owner']);

    await server.setText('product-tree.json', '{ "name": "model", "exclude": ["a.ptree"] }');
    assert.deepEqual(await shown(server), []);

    await server.setText('product-tree.json', '{ "name": "model", "exclude": ["sub/**"] }');
    assert.deepEqual(await shown(server), ['a.ptree:1:10 warning product.owner', 'a.ptree:1:27 error unresolved']);

    await server.setText('product-tree.json', '{ "name": "model", "kinds": "none" }');
    assert.deepEqual(await shown(server), ['a.ptree:1:1 error unresolved', 'sub/b.ptree:1:1 error unresolved']);

    // Closed unsaved: the file on disk counts.
    await server.close('product-tree.json');
    assert.deepEqual(await shown(server), ['a.ptree:1:10 warning product.owner']);

    await server.write('sub/product-tree.json', '{ "name": "inner" }');
    await server.watched(['sub/product-tree.json', 'Created']);
    assert.deepEqual(await shown(server), ['a.ptree:1:10 warning product.owner', 'a.ptree:1:27 error unresolved']);
    assert.equal((await server.ready()).projects, 2);

    await server.remove('sub/product-tree.json');
    await server.watched(['sub/product-tree.json', 'Deleted']);
    assert.deepEqual(await shown(server), ['a.ptree:1:10 warning product.owner']);
  });
});
