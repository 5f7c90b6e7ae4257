import assert from 'node:assert/strict';
import type { CodeLens } from 'vscode-languageserver';
import type { FindingsLensArguments, ReferencesLensArguments } from '../../server/src/protocol.ts';
import { start, type TestServer } from './harness.ts';

const MODEL = `
  // file: main.ptree
  service ARCHIVE "Image Archive" {
    owner KTLim
    hosted on ENC
    uses PACS
  }
  cots PACS "Picture System" {
    owner KTLim
    link https://example.org
    used in VIEWER
  }
  service VIEWER "Viewer" { hosted on ENC, ENC2 }
  person KTLim "Kian-Tat Lim"
  // file: other.ptree
  enclave ENC "Enclave" { owner KTLim }
  enclave ENC2 "Second Enclave" { owner KTLim }
  service SOLO "On its Own" {
    waive service.uses "Bought whole."
    owner KTLim
    waive service.hosted-on "Nowhere yet."
  }
`;

/** The lenses of a file as the editor shows them, resolved. */
async function lenses(server: TestServer, file: string): Promise<CodeLens[]> {
  const textDocument = { uri: server.uri(file) };
  const found = await server.ask<CodeLens[] | null>('textDocument/codeLens', { textDocument });
  return Promise.all((found ?? []).map(lens => server.ask<CodeLens>('codeLens/resolve', lens)));
}

/** `3:9 used in 1`, a line for each lens. */
async function titles(server: TestServer, file: string): Promise<string[]> {
  const found = await lenses(server, file);
  return found.map(({ range: { start }, command }) => `${start.line + 1}:${start.character + 1} ${command?.title}`);
}

async function lens(server: TestServer, file: string, title: string): Promise<NonNullable<CodeLens['command']>> {
  const found = (await lenses(server, file)).find(({ command }) => command?.title === title);
  assert(found?.command, `there is a lens ${title}`);
  return found.command;
}

describe('textDocument/codeLens', () => {
  it('counts above each product what uses it, what it runs in, and what was found', async () => {
    await using server = await start(MODEL, { open: ['main.ptree', 'other.ptree'] });
    assert.deepEqual(await titles(server, 'main.ptree'), [
      '1:9 hosted on 1',
      '6:6 used in 2',
      // VIEWER has no owner.
      '11:9 hosted on 2',
      '11:9 1 finding',
    ]);
  });

  it('shows nothing where there is nothing: no user, no host, findings that are waived, no products', async () => {
    await using server = await start(MODEL, { open: ['main.ptree', 'other.ptree'] });
    const shown = await titles(server, 'other.ptree');
    assert.deepEqual(
      shown.filter(title => title.startsWith('3:')),
      [],
      'SOLO has nothing to show',
    );
    assert.equal(await server.ask('textDocument/codeLens', { textDocument: { uri: server.uri('none.ptree') } }), null);
  });

  it('opens the places where the users state it; their declarations where only this end does', async () => {
    await using server = await start(MODEL, { open: ['main.ptree'] });
    const { command, arguments: args } = await lens(server, 'main.ptree', 'used in 2');
    assert.equal(command, 'ptree.showReferences');
    const [uri, at, places] = args as ReferencesLensArguments;
    assert.equal(server.name(uri), 'main.ptree');
    assert.deepEqual(at, { line: 5, character: 5 });
    assert.deepEqual(await server.places(places), ['main.ptree:4:8 PACS', 'main.ptree:11:9 VIEWER']);
  });

  it('opens the hosts in other files', async () => {
    await using server = await start(MODEL, { open: ['main.ptree'] });
    const [, , places] = (await lens(server, 'main.ptree', 'hosted on 2')).arguments as ReferencesLensArguments;
    assert.deepEqual(await server.places(places), ['other.ptree:1:9 ENC', 'other.ptree:2:9 ENC2']);
  });

  it('opens the findings', async () => {
    await using server = await start(MODEL, { open: ['main.ptree'] });
    const { command, arguments: args } = await lens(server, 'main.ptree', '1 finding');
    assert.equal(command, 'ptree.showFindings');
    const [uri, ranges] = args as FindingsLensArguments;
    assert.equal(server.name(uri), 'main.ptree');
    const shown = (await server.diagnostics('main.ptree')).map(({ range }) => range);
    assert.deepEqual(
      ranges,
      shown.filter(({ start }) => start.line === 10),
    );
  });

  it('does not count findings about what is nested', async () => {
    await using server = await start(
      `
      package OUTER "Outer" {
        manager KTLim
        owner KTLim
        hardware INNER "Inner"
      }
      person KTLim "Kian-Tat Lim"
    `,
      { open: ['main.ptree'] },
    );
    assert.deepEqual(await titles(server, 'main.ptree'), ['4:12 1 finding']);
  });

  it('follows typing, and says nothing of a product that has gone meanwhile', async () => {
    await using server = await start(MODEL, { open: ['main.ptree'] });
    const textDocument = { uri: server.uri('main.ptree') };
    const old = await server.ask<CodeLens[]>('textDocument/codeLens', { textDocument });
    await server.setText('main.ptree', 'cots PACS "Picture System"\nservice A "Alpha" { uses PACS }');
    assert.ok((await titles(server, 'main.ptree')).includes('1:6 used in 1'));
    const resolved = await server.ask<CodeLens>('codeLens/resolve', old.at(-1)!);
    assert.deepEqual(resolved.command, { title: '', command: '' });
  });

  it('can be switched off, and the editor is told to look again', async () => {
    await using server = await start(MODEL, { open: ['main.ptree'] });
    const asked = new Promise<void>(resolve => {
      server.connection.onRequest('workspace/codeLens/refresh', () => resolve());
    });
    assert.ok((await titles(server, 'main.ptree')).length > 0);
    await server.reconfigure('ptree', { codeLens: { enabled: false } });
    await asked;
    assert.deepEqual(await titles(server, 'main.ptree'), []);
  });

  it('tells the editor to look again when another text changes what is shown', async () => {
    await using server = await start(MODEL, { open: ['main.ptree', 'other.ptree'] });
    const asked = new Promise<void>(resolve => {
      server.connection.onRequest('workspace/codeLens/refresh', () => resolve());
    });
    await server.replace('other.ptree', 'enclave ENC2', 'enclave ENC3');
    await asked;
    assert.ok((await titles(server, 'main.ptree')).includes('11:9 hosted on 1'));
  });
});
