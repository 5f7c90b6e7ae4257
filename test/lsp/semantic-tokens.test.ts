import assert from 'node:assert/strict';
import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { library, shared, type TestServer } from './harness.ts';

/** `2:7 KTLim variable`, a line for each token of a file, or of a range of it. */
async function tokens(server: TestServer, file: string, range?: Range): Promise<string[]> {
  const legend: SemanticTokensLegend = server.initialized.capabilities.semanticTokensProvider!.legend;
  const { data } = await server.ask<SemanticTokens>(`textDocument/semanticTokens/${range ? 'range' : 'full'}`, {
    textDocument: { uri: server.uri(file) },
    ...(range && { range }),
  });
  const lines = (await server.text(file)).split('\n');
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length, type, bits] = data.slice(at, at + 5);
    character = down > 0 ? right : character + right;
    line += down;
    const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    const text = lines[line].slice(character, character + length);
    found.push([`${line + 1}:${character + 1}`, text, legend.tokenTypes[type], ...modifiers].join(' '));
  }
  return found;
}

describe('textDocument/semanticTokens', () => {
  const model = shared(`
    // file: main.ptree
    service NIGHTLOG "Night Log" in OPS {
      """Known to [[term:ADQL]] and [[OLD]]."""
      owner owner, MISSING
      <|tier gold, copper
      satisfies DMS-REQ-1
      waive service.hosted-on "Not decided."|>
      uses OLD
    }
    // file: others.ptree
    package OPS "Operations"
    cots OLD "Old" { obsolete }
    person owner "The Owner"
    term ADQL "Query Language"
    requirement DMS-REQ-1 "First"
    extend kind service {
      field tier one of gold, silver
      complete tier [1]
      complete uses cots
    }
    unknown X "No such kind"
  `);

  it('colours words by what they mean: kinds, keys, fields, choices, rules; struck out what is obsolete', async () => {
    assert.deepEqual(await tokens(model.server, 'main.ptree'), [
      '1:1 service type',
      '1:9 NIGHTLOG class declaration',
      '1:33 OPS class',
      '2:22 ADQL enumMember',
      '2:35 OLD class deprecated',
      // The first word is the language's, the second the key of a person; MISSING stands for nothing.
      '3:9 owner variable',
      '4:3 tier property',
      '4:8 gold enumMember',
      '5:13 DMS-REQ-1 enumMember',
      '6:9 service.hosted-on macro',
      '7:8 OLD class deprecated',
    ]);
  });

  it('tells declarations from references, and colours no kind that nothing declares', async () => {
    assert.deepEqual(await tokens(model.server, 'others.ptree'), [
      '1:1 package type',
      '1:9 OPS class declaration',
      '2:1 cots type',
      '2:6 OLD class declaration deprecated',
      '3:8 owner variable declaration',
      '4:6 ADQL enumMember declaration',
      '5:13 DMS-REQ-1 enumMember declaration',
      '6:13 service type',
      '7:9 tier property declaration',
      '7:21 gold enumMember',
      '7:27 silver enumMember',
      '8:12 tier property',
      '9:17 cots type',
      '11:9 X class declaration',
    ]);
  });

  it('answers for a range alone', async () => {
    assert.deepEqual(await tokens(model.server, 'main.ptree', model.server.mark().range), [
      '4:3 tier property',
      '4:8 gold enumMember',
      '5:13 DMS-REQ-1 enumMember',
      '6:9 service.hosted-on macro',
    ]);
  });

  it('colours the built-in library too, and nothing of what is no document', async () => {
    await model.server.open(library);
    const shown = await tokens(model.server, library);
    assert.ok(shown.some(line => line.endsWith(' facility type declaration')));
    const none = { textDocument: { uri: model.server.uri('none.ptree') } };
    assert.deepEqual(await model.server.ask('textDocument/semanticTokens/full', none), { data: [] });
  });
});
