import assert from 'node:assert/strict';
import { type DocumentSymbol, type FoldingRange, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { library, shared, start, type TestServer } from './harness.ts';

/** An outline as indented lines: `Class POPSRV "Planned …" 2:11-4:4`, with the place of the key and the last line. */
function drawn(symbols: DocumentSymbol[], indent = ''): string[] {
  return symbols.flatMap(({ name, detail, kind, range, selectionRange, children }) => {
    const icon = Object.entries(SymbolKind).find(([, value]) => value === kind)![0];
    const place = `${selectionRange.start.line + 1}:${selectionRange.start.character + 1}-${range.end.line + 1}`;
    return [`${indent}${icon} ${name} "${detail}" ${place}`, ...drawn(children ?? [], `${indent}  `)];
  });
}

describe('textDocument/documentSymbol', () => {
  const outline = async (text: string): Promise<string[]> => {
    await using server = await start(text);
    return drawn(await server.ask('textDocument/documentSymbol', { textDocument: { uri: server.uri('main.ptree') } }));
  };

  it('nests products as the text does, and kinds hold their demands and fields', async () => {
    assert.deepEqual(
      await outline(`
        package INFRA "Infrastructure" {
          package FAC "Facilities" {
            facility BASE "Base Facility" {
              team NetBase
            }
            facility SUMMIT "Summit Facility"
          }
        }
        facility OTHER "Other Facility" in FAC
        kind robot extends hardware {
          field tier one of gold, silver "What support it gets"
          complete tier [1] "Every robot has a tier."
        }
        extend kind service { complete wbs [1] }
        person KTLim "Kian-Tat Lim"
        requirement R-1 "It works"
      `),
      [
        'Package INFRA "Infrastructure" 1:9-8',
        '  Package FAC "Facilities" 2:11-7',
        '    Class BASE "Base Facility" 3:14-5',
        '    Class SUMMIT "Summit Facility" 6:14-6',
        'Class OTHER "Other Facility" 9:10-9',
        'Interface robot "" 10:6-13',
        '  Field tier "What support it gets" 11:9-11',
        '  Property tier "Every robot has a tier." 12:12-12',
        'Interface service "extended" 14:13-14',
        '  Property wbs "" 14:32-14',
        'Variable KTLim "Kian-Tat Lim" 15:8-15',
        'Event R-1 "It works" 16:13-16',
      ],
    );
  });

  it('shows what is half typed by what there is of it', async () => {
    assert.deepEqual(await outline('service\nservice "Without Key" { uses\n'), ['Class Without Key "" 2:1-2']);
  });

  it('shows the built-in library too', async () => {
    await using server = await start('');
    const symbols = await server.ask<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: library },
    });
    assert.deepEqual(
      drawn(symbols)
        .slice(0, 3)
        .map(line => line.replace(/ [\d:-]+$/, '')),
      ['Interface product ""', '  Property owner "Every product has an owner."', 'Interface package ""'],
    );
  });

  it('is empty for a file without declarations', async () => {
    assert.deepEqual(await outline('// nothing yet'), []);
  });
});

describe('workspace/symbol', () => {
  const model = shared(`
    // file: one/product-tree.json
    { "name": "one" }
    // file: one/services.ptree
    package PRSRV "Prompt Services" {
      service POPSRV "Planned Observation Publication" { short "Planned Obs Pub" }
      service NEXT "Next Visit of PRSRV"
    }
    // file: two/product-tree.json
    { "name": "two" }
    // file: two/registry.ptree
    person MButler "Michelle Butler"
    service PRSRVX "Extra"
    kind robot
  `);
  const search = async (query: string, server: TestServer = model.server): Promise<string[]> => {
    const found = await server.ask<SymbolInformation[]>('workspace/symbol', { query });
    return Promise.all(
      found.map(
        async ({ name, containerName, location }) =>
          `${name} < ${containerName} at ${(await server.places(location))[0]}`,
      ),
    );
  };

  it('finds entries of all projects by key: the same, then beginnings, then parts', async () => {
    assert.deepEqual(await search('prsrv'), [
      'PRSRV Prompt Services < one at one/services.ptree:1:9 PRSRV',
      'PRSRVX Extra < two at two/registry.ptree:2:9 PRSRVX',
      'NEXT Next Visit of PRSRV < PRSRV (Prompt Services) at one/services.ptree:3:11 NEXT',
    ]);
  });
  it('finds nested products by their name', async () => {
    assert.deepEqual(await search('observation pub'), [
      'POPSRV Planned Observation Publication < PRSRV (Prompt Services) at one/services.ptree:2:11 POPSRV',
    ]);
  });
  it('finds products by their short name, and shows it', async () => {
    assert.deepEqual(await search('Planned Obs Pub'), [
      'POPSRV Planned Observation Publication < PRSRV (Prompt Services) at one/services.ptree:2:11 POPSRV',
    ]);
  });
  it('finds people and kinds, by their letters in order', async () => {
    assert.deepEqual(await search('mbtl'), ['MButler Michelle Butler < person at two/registry.ptree:1:8 MButler']);
    assert.deepEqual(await search('robot'), ['robot < kind at two/registry.ptree:3:6 robot']);
  });
  it('finds nothing for what no entry is called', async () => {
    assert.deepEqual(await search('quite unknown'), []);
  });
  it('answers 200 entries at most, the best ones', async () => {
    const many = Array.from({ length: 300 }, (_, n) => `service S${n} "Service ${n}"`);
    await using server = await start(`${many.join('\n')}\nservice BEST "The best"`);
    assert.equal((await search('', server)).length, 200);
    assert.equal(
      (await search('best', server))[0],
      'BEST The best < workspace at main.ptree:301:9 BEST'.replace('workspace', server.folder.split('/').at(-1)!),
    );
  });
});

describe('textDocument/foldingRange', () => {
  const folds = async (text: string): Promise<string[]> => {
    await using server = await start(text, { open: ['main.ptree'] });
    const ranges = await server.ask<FoldingRange[]>('textDocument/foldingRange', {
      textDocument: { uri: server.uri('main.ptree') },
    });
    return ranges.map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ''}`);
  };

  it('folds bodies, descriptions, lists over several lines and blocks of comments', async () => {
    assert.deepEqual(
      await folds(`
        // One comment
        // and its second line
        package INFRA "Infrastructure" {
          """
          A description.
          """
          service A "Alpha" {
            uses
              B,
              C
            owner X
          } // not a block
          service D "Delta" // with this one
        }
        /* One
           block */
        service E "Epsilon" { uses A }
      `),
      ['1-2 comment', '3-13', '4-6', '7-11', '8-10', '15-16 comment'],
    );
  });

  it('folds nothing that stands on one line', async () => {
    assert.deepEqual(await folds('// one comment\nservice A "Alpha" { uses B }\n'), []);
  });
});
