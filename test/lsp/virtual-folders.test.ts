import assert from 'node:assert/strict';
import {
  type FileParams,
  kindOfFileRequest,
  listFolderRequest,
  readFileRequest,
} from '../../server/src/protocol-files.ts';
import { start, type TestServer } from './harness.ts';

/** Serves files that are on no disk, as the editor does. */
function serve(server: TestServer, texts: Record<string, string>): void {
  const { connection } = server;
  connection.onRequest(readFileRequest, ({ uri }: FileParams) => Buffer.from(texts[uri]).toString('base64'));
  connection.onRequest(listFolderRequest, ({ uri }: FileParams) =>
    Object.keys(texts)
      .filter(name => name.startsWith(`${uri}/`))
      .map(name => ({ name: name.slice(uri.length + 1), kind: 'file' })),
  );
  connection.onRequest(kindOfFileRequest, ({ uri }: FileParams) => (uri in texts ? 'file' : null));
}

describe('a folder that is not on disk', () => {
  it('is read through the editor, and changes like others', async () => {
    await using server = await start('package HERE "On disk" { manager nobody }');
    const texts: Record<string, string> = {
      'memory:/there/product-tree.json': '{ "name": "there" }',
      'memory:/there/a.ptree': 'package THERE "Größer" { manager nobody }\n',
    };
    serve(server, texts);
    await server.changeFolders({ added: ['memory:/there'] });
    assert.equal((await server.ready()).packages, 2);
    assert.deepEqual(
      (await server.diagnostics('memory:/there/a.ptree')).map(({ code }) => code),
      ['unresolved'],
    );
    texts['memory:/there/a.ptree'] = 'package THERE "Größer" { manager ada }\nperson ada "Ada"\n';
    await server.watched(['memory:/there/a.ptree', 'Changed']);
    assert.deepEqual(await server.diagnostics('memory:/there/a.ptree'), []);
  });

  it('says so where the editor does not give a file', async () => {
    await using server = await start('package HERE "On disk" { manager none }');
    await server.changeFolders({ added: ['memory:/there'] });
    assert.deepEqual(
      (await server.diagnostics('memory:/there')).map(({ code }) => code),
      ['unreadable-file'],
    );
  });
});
