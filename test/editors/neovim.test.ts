import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The command line as the build made it; `npm test` builds before it tests. */
const PTREE = resolve(import.meta.dirname, '../../dist/ptree.cjs');

describe('Neovim, a client that is not ours', () => {
  it('shows findings, jumps and renames', function () {
    if (spawnSync('nvim', ['--version']).status !== 0) this.skip();
    const folder = mkdtempSync(join(tmpdir(), 'ptree-neovim-'));
    writeFileSync(join(folder, 'product-tree.json'), '{ "name": "clinic" }\n');
    writeFileSync(join(folder, 'main.ptree'), 'cots PACS "Picture Archive" {\n  owner ABell\n}\n');
    writeFileSync(join(folder, 'people.ptree'), '// who answers for what\nperson ABell "Ada Bell"\n');
    const lua = join(import.meta.dirname, 'neovim.lua');
    const { stdout, stderr, status } = spawnSync('nvim', ['--headless', '-u', 'NONE', '-n', '-S', lua], {
      encoding: 'utf8',
      timeout: 60_000,
      env: {
        ...process.env,
        PTREE,
        PTREE_NODE: process.execPath,
        PTREE_FOLDER: folder,
        PTREE_FILE: 'main.ptree',
        PTREE_LINE: '2',
        PTREE_WORD: 'ABell',
        PTREE_NEW: 'AdaBell',
      },
    });
    rmSync(folder, { recursive: true });
    const facts = Object.fromEntries(
      stdout
        .split('\n')
        .filter(line => line.startsWith('{'))
        .map(line => JSON.parse(line) as { name: string; value: unknown })
        .map(({ name, value }) => [name, value]),
    );
    assert.deepEqual(
      facts,
      {
        diagnostics: ['1 PACS (Picture Archive) has no link. COTS has documentation that anyone can open.'],
        definition: 'people.ptree:2:8',
        rename: ['main.ptree:2 owner AdaBell', 'people.ptree:2 person AdaBell "Ada Bell"'],
      },
      stderr,
    );
    assert.equal(status, 0, stderr);
  }).timeout(70_000);
});
