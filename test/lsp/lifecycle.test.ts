import assert from 'node:assert/strict';
import { start, type TestServer } from './harness.ts';

const PRODUCT = (key: string): string => `hardware ${key} "The ${key}" { owner X }\n`;
const files = (names: readonly string[], text: (name: string) => string): string =>
  names.map(name => `// file: ${name}.ptree\n${text(name)}`).join('');
const numbered = (count: number): string[] => Array.from({ length: count }, (_, n) => `P${n}`);

/** The rules and places of what the editor shows now. */
async function shown(server: TestServer): Promise<string[]> {
  return (await server.problems()).map(line => line.replace(/: .*/, ''));
}

describe('Loading a workspace', () => {
  it('publishes what is wrong in every file of every project, open or not', async () => {
    await using server = await start(`
      // file: one/product-tree.json
      { "name": "one" }
      // file: one/a.ptree
      hardware A "Alpha"
      // file: two/product-tree.json
      { "name": "two" }
      // file: two/deep/b.ptree
      hardware B "Beta" { owner A }
      // file: none.ptree
      hardware C "Gamma" { owner X, Y }
      person X
    `);
    assert.deepEqual(await shown(server), [
      'none.ptree:1:31 error unresolved',
      'one/a.ptree:1:10 warning product.owner',
      'two/deep/b.ptree:1:27 error unresolved',
    ]);
    assert.deepEqual((await server.ready()).projects, 3);
  });

  it('tells its progress, and reads what is open first', async () => {
    const names = numbered(60);
    const server = await start(
      files(names, name => PRODUCT(name)),
      { open: ['P59.ptree'] },
    );
    const [first, ...others] = server.progress;
    assert.equal(first.kind, 'begin');
    assert.equal(first.title, 'Product Tree');
    assert.deepEqual(others.at(-1), { kind: 'end' });
    const reports = others.slice(0, -1);
    assert.ok(reports.length > 5 && reports.every(({ kind }) => kind === 'report'));
    assert.equal(reports.at(-1)!.percentage, 100);
    assert.match(reports.at(-1)!.message!, /^(59|60) of (59|60) files$/);
    // Its findings come twice: what its own text shows at once, the rest when all is read.
    assert.deepEqual(server.published.slice(0, 2).map(({ uri }) => server.name(uri))[0], 'P59.ptree');
    await server.stop();
  });

  it('parses each file once and judges each entry once', async () => {
    await using server = await start(files(numbered(20), name => PRODUCT(name)));
    const { parsed, judged } = await server.work();
    assert.equal(parsed, 20);
    // 20 products, and the built-in kinds.
    assert.ok(judged >= 20 && judged < 40, `${judged} entries judged`);
  });

  it('says of an open file what its own text shows before the rest is read, and no more', async () => {
    await using server = await start(
      files(numbered(3), name => (name === 'P0' ? 'hardware A "Alpha" { uses P1, }}' : PRODUCT(name))),
      {
        open: ['P0.ptree'],
      },
    );
    const first = server.published.find(({ uri }) => server.name(uri) === 'P0.ptree')!;
    assert.deepEqual(
      first.diagnostics.map(({ code }) => code),
      ['syntax'],
    );
  });

  it('works in an empty folder, and without a folder', async () => {
    await using server = await start('');
    assert.deepEqual(await server.problems(), []);
    await using none = await start('', { folders: [] });
    assert.deepEqual((await none.ready()).projects, 0);
  });

  it('checks a file outside every folder by itself while it is open', async () => {
    await using server = await start(
      `
      // file: in/a.ptree
      hardware A "Alpha" { owner X }
      person X
      // file: out/b.ptree
      hardware B "Beta" { owner X }
    `,
      { folders: ['in'], open: ['out/b.ptree'] },
    );
    assert.deepEqual(await shown(server), ['out/b.ptree:1:27 error unresolved']);
    await server.close('out/b.ptree');
    assert.deepEqual(await shown(server), []);
  });

  it('works with an editor that can do nothing but show diagnostics, and with one that refuses every request', async () => {
    const text = 'hardware A "Alpha"';
    await using plain = await start(text, { capabilities: {} });
    assert.deepEqual(await shown(plain), ['main.ptree:1:10 warning product.owner']);
    assert.deepEqual([...plain.registered], []);
    assert.deepEqual(plain.progress, []);
    await using refusing = await start(text, { refuses: true });
    assert.deepEqual(await shown(refusing), ['main.ptree:1:10 warning product.owner']);
  });

  it('asks the editor to watch documents, project files and whatever comes or goes', async () => {
    await using server = await start('');
    assert.deepEqual(server.registered.get('workspace/didChangeWatchedFiles'), {
      watchers: [
        { globPattern: '**/*.ptree', kind: 2 },
        { globPattern: '**/product-tree.json', kind: 2 },
        { globPattern: '**/.gitignore', kind: 2 },
        { globPattern: '**/*', kind: 5 },
      ],
    });
    assert.deepEqual(server.registered.get('workspace/didChangeConfiguration'), { section: ['files', 'ptree'] });
  });
});
