import assert from 'node:assert/strict';
import {
  type PreviewAtResult,
  type PreviewDetails,
  type PreviewPatch,
  type PreviewProject,
  type PreviewSkeleton,
  previewAtRequest,
  previewCloseNotification,
  previewDetailsRequest,
  previewOpenRequest,
  previewPatchNotification,
  previewProjectsRequest,
} from '../../server/src/protocol.ts';
import { generate } from '../bench/generate.ts';
import { start, type TestServer } from './harness.ts';

const TEXT = `// file: a.ptree
package TOP "Top" {
  service <|A|> "Alpha" {
    """What Alpha is."""
    owner kim
    uses B "for storage", NOBODY
  }
  software B "Beta" { repository r }
}
person kim "Kim Example"
repository r "Source"
`;

/** Opens the preview; the skeleton, and all patches that come. */
async function open(server: TestServer): Promise<{ skeleton: PreviewSkeleton; patches: PreviewPatch[] }> {
  const patches: PreviewPatch[] = [];
  server.connection.onNotification(previewPatchNotification, (patch: PreviewPatch) => void patches.push(patch));
  return { skeleton: await server.ask<PreviewSkeleton>(previewOpenRequest, {}), patches };
}

describe('Preview', () => {
  it('sends the skeleton once, then what changes by key', async () => {
    await using server = await start(TEXT);
    const { skeleton, patches } = await open(server);
    assert.deepEqual(skeleton.keys, ['TOP', 'A', 'B']);
    assert.deepEqual(skeleton.undeclared, ['NOBODY']);
    await server.setText('a.ptree', (await server.text('a.ptree')).replace('"Alpha"', '"Alpha 2"'));
    await server.ready();
    assert.deepEqual(
      patches.map(({ changed, gone }) => ({ changed, gone })),
      [{ changed: [{ key: 'A', name: 'Alpha 2' }], gone: [] }],
    );
  });

  it('sends nothing once it is closed', async () => {
    await using server = await start(TEXT);
    const { skeleton, patches } = await open(server);
    await server.connection.sendNotification(previewCloseNotification, { project: skeleton.project });
    await server.setText('a.ptree', (await server.text('a.ptree')).replace('"Alpha"', '"Alpha 2"'));
    await server.ready();
    assert.deepEqual(patches, []);
  });

  it('says all about one product when it is asked', async () => {
    await using server = await start(TEXT);
    const { skeleton } = await open(server);
    const details = await server.ask<PreviewDetails>(previewDetailsRequest, { project: skeleton.project, key: 'A' });
    assert.equal(details.description, 'What Alpha is.');
    assert.equal(details.file, 'a.ptree');
    const owner = details.facts.find(({ label }) => label === 'owner')?.values[0];
    assert.deepEqual({ text: owner?.text, key: owner?.key }, { text: 'Kim Example', key: 'kim' });
    assert.ok(details.findings.some(({ rule }) => rule === 'unresolved'));
    assert.equal(await server.ask(previewDetailsRequest, { project: skeleton.project, key: 'NOBODY' }), null);
  });

  it('knows the product around a place', async () => {
    await using server = await start(TEXT);
    const { position } = server.at();
    const uri = server.uri('a.ptree');
    const ask = (line: number) => server.ask<PreviewAtResult>(previewAtRequest, { uri, line, character: 4 });
    assert.equal((await ask(position.line))?.key, 'A');
    assert.equal((await ask(position.line + 3))?.key, 'A');
    assert.equal((await ask(0))?.key, 'TOP');
    assert.equal(await ask(8), null);
  });

  it('lists the projects of the workspace, and says when one is no more', async () => {
    await using server = await start(
      '// file: one/product-tree.json\n{ "name": "one" }\n// file: one/a.ptree\nservice A "A"\n// file: two/product-tree.json\n{ "name": "two", "title": "The second" }\n// file: two/b.ptree\nservice B "B"\n',
      { folders: ['one', 'two'] },
    );
    const projects = await server.ask<PreviewProject[]>(previewProjectsRequest, {});
    assert.deepEqual(
      projects.map(({ name, products }) => [name, products]),
      [
        ['one', 1],
        ['The second', 1],
      ],
    );
    const { patches } = await open(server);
    await server.changeFolders({ removed: ['one'] });
    await server.ready();
    assert.equal(patches.at(-1)?.closed, true);
  });

  it('a keystroke sends as little at 2,000 products as at 200', async () => {
    const sent: number[][] = [];
    for (const size of [200, 2000]) {
      const files = generate(size);
      await using server = await start(files.map(({ path, text }) => `// file: ${path}\n${text}`).join(''), {
        open: ['areas/area-1.ptree'],
      });
      const { patches } = await open(server);
      const text = await server.text('areas/area-1.ptree');
      const rows: number[] = [];
      for (const [from, to] of [
        ['"Product P1-7"', '"Product P1-7x"'],
        ['owner O', 'owner OO'],
        ['Does', 'Do es'],
        ['package AREA1 "Area 1" in DIV1', 'package AREA1 "Area 1" in DIV0'],
      ] as const) {
        const before = patches.length;
        await server.setText('areas/area-1.ptree', text.replace(from, to));
        await server.ready();
        rows.push(patches.slice(before).reduce((sum, { changed, gone }) => sum + changed.length + gone.length, 0));
        await server.setText('areas/area-1.ptree', text);
        await server.ready();
      }
      sent.push(rows);
    }
    assert.deepEqual(sent[0]!.slice(0, 3), [1, 1, 0]);
    assert.deepEqual(sent[1], sent[0]);
  }).timeout(30_000);
});
