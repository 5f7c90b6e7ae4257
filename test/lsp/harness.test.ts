import assert from 'node:assert/strict';
import { start } from './harness.ts';
import { parseFiles } from './marked.ts';

describe('The tests’ own tools', () => {
  it('read several files with marks from one text', () => {
    const { files, marks } = parseFiles(`
      // file: a.ptree
      service A "Alpha" {
        uses <|>B, <other|C|>
      }
      // file: sub/b.ptree
      service <|B|> "Beta"
    `);
    assert.deepEqual(
      [...files],
      [
        ['a.ptree', 'service A "Alpha" {\n  uses B, C\n}\n'],
        ['sub/b.ptree', 'service B "Beta"\n'],
      ],
    );
    assert.deepEqual(
      [...marks].map(([name, { file, range }]) => [name, file, range.start, range.end]),
      [
        ['0', 'a.ptree', { line: 1, character: 7 }, { line: 1, character: 7 }],
        ['other', 'a.ptree', { line: 1, character: 10 }, { line: 1, character: 11 }],
        ['1', 'sub/b.ptree', { line: 0, character: 8 }, { line: 0, character: 9 }],
      ],
    );
  });

  it('start the real server in a process of its own, and end it', async () => {
    const server = await start('service A "Alpha"');
    assert.equal(server.initialized.serverInfo?.name, 'Product Tree');
    assert.notEqual(server.process.pid, process.pid);
    assert.equal((await server.ready()).products, 1);
    await server.stop();
    assert.equal(server.process.exitCode, 0);
  });
});
