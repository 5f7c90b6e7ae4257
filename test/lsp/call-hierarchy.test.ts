import assert from 'node:assert/strict';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolTag,
} from 'vscode-languageserver';
import { shared, type TestServer } from './harness.ts';

/** `KEY, detail: place text, …`, a line for each call. */
async function calls(
  server: TestServer,
  item: CallHierarchyItem,
  direction: 'incoming' | 'outgoing',
): Promise<string[]> {
  const found = await server.ask<(CallHierarchyIncomingCall & CallHierarchyOutgoingCall)[] | null>(
    `callHierarchy/${direction}Calls`,
    { item },
  );
  return Promise.all(
    (found ?? []).map(async ({ from, to, fromRanges }) => {
      const caller = direction === 'incoming' ? from : item;
      const places = await Promise.all(fromRanges.map(range => server.place(caller.uri, range)));
      const { name, detail } = direction === 'incoming' ? from : to;
      return `${name}, ${detail} <- ${places.join(', ')}`;
    }),
  );
}

async function prepare(server: TestServer, mark: string): Promise<CallHierarchyItem[] | null> {
  return server.ask('textDocument/prepareCallHierarchy', server.at(mark));
}

async function itemAt(server: TestServer, mark: string): Promise<CallHierarchyItem> {
  const [item] = (await prepare(server, mark)) ?? [];
  assert(item, `there is an item at ${mark}`);
  return item;
}

describe('Call hierarchy of products', () => {
  const model = shared(`
    // file: services.ptree
    service <archive|>ARCHIVE "Image Archive" {
      <word|>uses <pacs|>PACS "stores images (DICOM)", STORE
      hosted on ENC "two nodes"
      owner <person|>KTLim
    }
    cots PACS "Picture System" { used in VIEWER "shows images" }
    service VIEWER "Viewer" { uses "A Browser" }
    // file: software.ptree
    software <store|>STORE "Object Store" { repository lsst/store }
    software BASE "Base Library" { repository lsst/base }
    enclave <enc|>ENC "Enclave" { hosts VIEWER }
    facility FAC "Facility" { hosts ENC }
    service OLD "Old Archive" {
      obsolete
      uses STORE
    }
    // file: registry.ptree
    repository <repo|>lsst/store "Store" { requires lsst/base "reads", zlib }
    repository lsst/base "Base" { requires none }
    repository <zlib|>zlib "Compression" { requires none }
    person KTLim "Kian-Tat Lim"
  `);

  it('begins with the product under the cursor, declared or referred to', async () => {
    const { server } = model;
    for (const [mark, file, place] of [
      ['archive', 'services.ptree', 'services.ptree:1:9 ARCHIVE'],
      ['store', 'software.ptree', 'software.ptree:1:10 STORE'],
      ['pacs', 'services.ptree', 'services.ptree:6:6 PACS'],
    ]) {
      const [item, ...others] = (await prepare(server, mark))!;
      assert.deepEqual(others, []);
      assert.equal(server.name(item.uri), file);
      assert.equal(await server.place(item.uri, item.selectionRange), place);
    }
  });

  it('lists what a product uses, with the note of the link and its place', async () => {
    const { server } = model;
    assert.deepEqual(await calls(server, await itemAt(server, 'archive'), 'outgoing'), [
      'PACS, uses: stores images (DICOM) · Picture System <- services.ptree:2:8 PACS',
      'STORE, uses · Object Store <- services.ptree:2:38 STORE',
    ]);
  });

  it('lists what a product is used in and hosted on, from the caller’s own text', async () => {
    const { server } = model;
    assert.deepEqual(await calls(server, await itemAt(server, 'pacs'), 'incoming'), [
      'ARCHIVE, used in: stores images (DICOM) · Image Archive <- services.ptree:2:8 PACS',
      // Stated at the other end, in the same document.
      'VIEWER, used in: shows images · Viewer <- services.ptree:6:38 VIEWER',
    ]);
    // Stated at the other end, in another document: the caller's key stands for it.
    assert.deepEqual(await calls(server, await itemAt(server, 'archive'), 'incoming'), [
      'ENC, hosted on: two nodes · Enclave <- software.ptree:3:9 ENC',
    ]);
  });

  it('lists what an enclave hosts, from either end', async () => {
    const { server } = model;
    assert.deepEqual(await calls(server, await itemAt(server, 'enc'), 'outgoing'), [
      'ARCHIVE, hosts: two nodes · Image Archive <- software.ptree:3:9 ENC',
      'VIEWER, hosts · Viewer <- software.ptree:3:31 VIEWER',
    ]);
  });

  it('leads through repositories to the products that are required, else to the repository itself', async () => {
    const { server } = model;
    const store = await itemAt(server, 'store');
    assert.deepEqual(await calls(server, store, 'outgoing'), [
      'BASE, requires: reads · Base Library <- software.ptree:1:44 lsst/store',
      'zlib, requires · Compression <- software.ptree:1:44 lsst/store',
    ]);
    assert.deepEqual(await calls(server, await itemAt(server, 'zlib'), 'incoming'), [
      'STORE, required by · Object Store <- software.ptree:1:44 lsst/store',
    ]);
    assert.deepEqual(await calls(server, await itemAt(server, 'repo'), 'outgoing'), [
      'BASE, requires: reads · Base Library <- registry.ptree:1:42 lsst/base',
      'zlib, requires · Compression <- registry.ptree:1:61 zlib',
    ]);
  });

  it('goes on from what it found, at any depth', async () => {
    const { server } = model;
    const start = await itemAt(server, 'archive');
    const [{ from: enclave }] = await server.ask<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item: start,
    });
    assert.deepEqual(await calls(server, enclave, 'incoming'), [
      'FAC, hosted on · Facility <- software.ptree:4:33 ENC',
    ]);
  });

  it('strikes out who is obsolete', async () => {
    const { server } = model;
    const item = await itemAt(server, 'store');
    const incoming = await server.ask<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      incoming.map(({ from: { name, tags } }) => [name, tags]),
      [
        ['ARCHIVE', undefined],
        ['OLD', [SymbolTag.Deprecated]],
      ],
    );
  });

  it('begins at no word of the language and at no person, and goes on from nothing that is gone', async () => {
    const { server } = model;
    assert.equal(await prepare(server, 'word'), null);
    assert.equal(await prepare(server, 'person'), null);
    const item = await itemAt(server, 'archive');
    const gone = { ...item, data: { ...(item.data as object), key: 'GONE' } };
    for (const direction of ['incoming', 'outgoing']) {
      assert.equal(await server.ask(`callHierarchy/${direction}Calls`, { item: gone }), null);
      assert.equal(await server.ask(`callHierarchy/${direction}Calls`, { item: { ...item, data: undefined } }), null);
    }
  });
});
