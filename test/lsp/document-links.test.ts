import assert from 'node:assert/strict';
import type { DocumentLink } from 'vscode-languageserver';
import { shared } from './harness.ts';

describe('textDocument/documentLink', () => {
  const model = shared(
    `
    // file: main.ptree
    service S "Service" {
      link https://example.org/a, "http://example.org/b c", "https://example.org/d"
      runbook https://example.org/run
      tier gold
      document LSE-61
    }
    extend kind service {
      field runbook url
      field tier one of gold
    }
    document LSE-61 "Requirements" { link https://ls.st/LSE-61 }
    person P "Person" {
      email "p.person@example.org"
      link ftp://example.org/file, "javascript:alert(1)", "command:workbench.action.quit", file:///etc/passwd
    }
    person Q "Other" { email "q@example.org?cc=all@example.org" }
  `,
    { open: ['main.ptree'] },
  );

  it('leads from web addresses in attributes and fields, and from e-mail addresses; quotes are no part of them', async () => {
    const { server } = model;
    const textDocument = { uri: server.uri('main.ptree') };
    const links = await server.ask<DocumentLink[]>('textDocument/documentLink', { textDocument });
    const shown = await Promise.all(
      links.map(async ({ range, target }) => `${await server.place(textDocument.uri, range)} -> ${target}`),
    );
    assert.deepEqual(shown, [
      'main.ptree:2:8 https://example.org/a -> https://example.org/a',
      'main.ptree:2:58 https://example.org/d -> https://example.org/d',
      'main.ptree:3:11 https://example.org/run -> https://example.org/run',
      'main.ptree:11:39 https://ls.st/LSE-61 -> https://ls.st/LSE-61',
      'main.ptree:13:10 p.person@example.org -> mailto:p.person@example.org',
    ]);
  });

  it('offers nothing else: no other scheme, no address with a blank or a second receiver, no other document', async () => {
    const { server } = model;
    const ask = (file: string) =>
      server.ask<DocumentLink[] | null>('textDocument/documentLink', { textDocument: { uri: server.uri(file) } });
    for (const { target } of (await ask('main.ptree'))!) assert.match(target!, /^(https:\/\/|mailto:p\.person)/);
    assert.equal(await ask('none.ptree'), null);
  });
});
