/** Quick fixes as an editor asks for them: one, all of a rule, those that are made on save. */
import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver';
import { actionsAt, applied, offered, take, titles } from './actions.ts';
import { EDITOR } from './capabilities.ts';
import { start } from './harness.ts';

/** An editor that cannot fill in gaps, wants edits at once, or knows no versions. */
function lacking(what: 'snippets' | 'resolve' | 'documentChanges'): ClientCapabilities {
  const { workspace, textDocument } = structuredClone(EDITOR);
  if (what === 'snippets') workspace!.workspaceEdit!.snippetEditSupport = false;
  if (what === 'documentChanges') workspace!.workspaceEdit = {};
  if (what === 'resolve') delete textDocument!.codeAction!.resolveSupport;
  return { ...EDITOR, workspace, textDocument };
}

const REPEATED = `
  // file: a.ptree
  package A "First" { uses B, B, C, C }
  package B "Second" { uses C, C } // once
  package C "Third" in D { // no parent twice
    package E "Fifth" in C
  }
  package D "Fourth" {
    short "D",
    uses B
    uses C
    waive public-link "not needed"
  }
  // file: b.ptree
  package F "Sixth" { uses A, A }
`;

describe('all fixes of a rule at once', () => {
  it('are made in the file', async () => {
    await using server = await start(REPEATED, { open: ['a.ptree'] });
    const actions = await offered(server, 'a.ptree', 'repeated-link');
    const changed = await take(server, actions, 'Fix all `repeated-link` in this file');
    assert.deepEqual(Object.keys(changed), ['a.ptree']);
    assert.match(changed['a.ptree'], /A "First" \{ uses B, C \}\npackage B "Second" \{ uses C \} \/\/ once\n/);
    assert.equal((await server.diagnostics('b.ptree')).filter(({ code }) => code === 'repeated-link').length, 1);
  });

  it('are made in the project, in files that are not open, too', async () => {
    await using server = await start(REPEATED, { open: ['a.ptree'] });
    const actions = await offered(server, 'a.ptree', 'repeated-link');
    const changed = await take(server, actions, 'Fix all `repeated-link` in the project');
    assert.deepEqual(Object.keys(changed).sort(), ['a.ptree', 'b.ptree']);
    assert.equal(changed['b.ptree'], 'package F "Sixth" { uses A }\n');
    assert.deepEqual(
      (await server.problems()).filter(line => line.includes('repeated-link')),
      [],
    );
  });

  it('are not offered for the only finding of the only file, nor where something is to be chosen', async () => {
    await using server = await start('package A "First" { uses B, B }\nproduct B "Second"\nproduct C "Third"', {
      open: ['main.ptree'],
    });
    const offers = [
      ...(await offered(server, 'main.ptree', 'repeated-link')),
      ...(await offered(server, 'main.ptree', 'product.owner')),
    ];
    assert.deepEqual(
      titles(offers).filter(title => title.startsWith('Fix all')),
      [],
    );
  });
});

describe('what is mended on save', () => {
  it('changes nothing that the model states', async () => {
    await using server = await start(REPEATED, { open: ['a.ptree'] });
    const actions = await offered(server, 'a.ptree', 'repeated-link', ['source.fixAll']);
    assert.deepEqual(titles(actions), ['Mend what is safe to mend']);
    assert.equal(actions[0].kind, 'source.fixAll.ptree');
    const changed = await applied(server, actions[0]);
    assert.deepEqual(Object.keys(changed), ['a.ptree']);
    assert.equal(
      changed['a.ptree'],
      `package A "First" { uses B, C }
package B "Second" { uses C } // once
package C "Third" in D { // no parent twice
  package E "Fifth"
}
package D "Fourth" {
  short "D",
  uses B, C
  waive public-link "not needed"
}
`,
    );
  });

  it('is not offered unless it is asked for, nor where nothing is safe to mend', async () => {
    await using server = await start(`${REPEATED}\n  // file: c.ptree\n  product G "Seventh"`, {
      open: ['a.ptree', 'c.ptree'],
    });
    const all = await offered(server, 'a.ptree', 'repeated-link');
    assert(!titles(all).includes('Mend what is safe to mend'));
    assert.deepEqual(await offered(server, 'c.ptree', 'product.owner', ['source.fixAll.ptree']), []);
  });
});

describe('a quick fix', () => {
  const OWNERS = `
    person ARossi "Anna Rossi"
    person BChen "Bo Chen"
    package HOSP "Hospital" {
      manager ARossi
      product NORTH "North" { owner BChen }
      product WEST "West" {
        owner BChen // since 2020
      }
      product SOUTH "South" {
        short "S"
      }
    }
  `;

  it('is shown at its diagnostic', async () => {
    await using server = await start(OWNERS, { open: ['main.ptree'] });
    const [diagnostic] = await server.diagnostics('main.ptree');
    const [first] = await actionsAt(server, 'main.ptree', diagnostic);
    assert.deepEqual(first.diagnostics, [diagnostic]);
    assert.equal(first.isPreferred, true);
  });

  it('offers those who are named beside it first, as a choice in a gap', async () => {
    await using server = await start(OWNERS, { open: ['main.ptree'] });
    const [first] = await offered(server, 'main.ptree', 'product.owner');
    assert.equal(first.title, 'State `owner`: BChen (Bo Chen), or choose another');
    const { edit } = await server.ask<CodeAction>('codeAction/resolve', first);
    const value = `    short "S"\n    owner $\{1|BChen,ARossi|}`;
    const range = { start: { line: 9, character: 0 }, end: { line: 9, character: 13 } };
    assert.deepEqual(edit?.documentChanges, [
      {
        textDocument: { uri: server.uri('main.ptree'), version: 1 },
        edits: [{ range, snippet: { kind: 'snippet', value } }],
      },
    ]);
  });

  it('offers them one by one where the editor knows no gaps', async () => {
    await using server = await start(OWNERS, { open: ['main.ptree'], capabilities: lacking('snippets') });
    const actions = await offered(server, 'main.ptree', 'product.owner');
    const [one, other] = ['State `owner`: BChen (Bo Chen)', 'State `owner`: ARossi (Anna Rossi)'];
    assert.deepEqual(titles(actions).slice(0, 2), [one, other]);
    const changed = await take(server, actions, other);
    assert.match(changed['main.ptree'], /\n {4}short "S"\n {4}owner ARossi\n {2}\}/);
  });

  it('comes with its edit where the editor asks for none later', async () => {
    await using server = await start(REPEATED, { open: ['a.ptree'], capabilities: lacking('resolve') });
    const actions = await offered(server, 'a.ptree', 'repeated-link', ['quickfix']);
    assert(actions.length > 2 && actions.every(({ edit }) => edit?.documentChanges?.length === 1));
    // That would mean to read the whole project each time.
    assert(!titles(actions).includes('Fix all `repeated-link` in the project'));
  });

  it('is a plain list of changes for an editor that knows no versions', async () => {
    await using server = await start(REPEATED, { open: ['a.ptree'], capabilities: lacking('documentChanges') });
    const [first] = await offered(server, 'a.ptree', 'repeated-link');
    const { edit } = await server.ask<CodeAction>('codeAction/resolve', first);
    assert.deepEqual(Object.keys(edit?.changes ?? {}), [server.uri('a.ptree')]);
  });

  it('is worked out from the text as it is when it is taken', async () => {
    await using server = await start(OWNERS, { open: ['main.ptree'] });
    const actions = await offered(server, 'main.ptree', 'product.owner');
    await server.replace('main.ptree', 'person ARossi', '// Our people.\nperson ARossi');
    const changed = await applied(server, actions[0]);
    assert.match(changed['main.ptree'], /short "S"\n {4}owner BChen\n/);
  });

  it('has no edit once its finding is gone', async () => {
    await using server = await start(OWNERS, { open: ['main.ptree'] });
    const [first] = await offered(server, 'main.ptree', 'product.owner');
    await server.replace('main.ptree', 'short "S"', 'owner ARossi');
    assert.equal((await server.ask<CodeAction>('codeAction/resolve', first)).edit, undefined);
  });

  it('keeps line ends and indentation', async () => {
    const text = 'person ARossi "Anna"\r\nproduct A "First" {\r\n\tshort "A" // so\r\n}\r\n';
    await using server = await start('// file: a.ptree\n', { open: [] });
    await server.open('a.ptree', text);
    const [first] = await offered(server, 'a.ptree', 'product.owner');
    const changed = await applied(server, first);
    assert.equal(changed['a.ptree'], text.replace('// so\r\n', '// so\r\n\towner ARossi\r\n'));
  });

  it('declares in the file that holds the others, between its neighbours', async () => {
    await using server = await start(
      `
        // file: tree.ptree
        package A "First" { manager CSilva }
        // file: registry.ptree
        person ARossi "Anna Rossi"
        person DDiaz "Dora Díaz" // of the west
        // file: teams.ptree
        team OPS { lead ARossi, DDiaz }
        package T { manager OPS }
      `,
      { open: ['tree.ptree'] },
    );
    const changed = await take(server, await offered(server, 'tree.ptree', 'unresolved'), 'Declare the person CSilva');
    assert.deepEqual(changed, {
      'registry.ptree': 'person ARossi "Anna Rossi"\nperson CSilva "CSilva"\nperson DDiaz "Dora Díaz" // of the west\n',
    });
  });

  it('is not offered where nothing is found, or what is found is waived', async () => {
    const text = `
      person ARossi "Anna Rossi"
      product A "First" { owner ARossi }
      product B "Second" { waive product.owner "none yet" }
    `;
    await using server = await start(text, { open: ['main.ptree'] });
    const everything = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const params = {
      textDocument: { uri: server.uri('main.ptree') },
      range: everything,
      context: { diagnostics: [], only: ['quickfix'] },
    };
    assert.deepEqual(await server.ask('textDocument/codeAction', params), []);
  });

  it('is not offered to who asks for something else, or in a file that is no part of a project', async () => {
    await using server = await start(REPEATED, { open: ['a.ptree'] });
    assert.deepEqual(await offered(server, 'a.ptree', 'repeated-link', ['source.organizeImports']), []);
    const [{ range }] = await server.diagnostics('a.ptree');
    const params = { textDocument: { uri: server.uri('x.json') }, range, context: { diagnostics: [] } };
    assert.deepEqual(await server.ask('textDocument/codeAction', params), []);
  });
});
