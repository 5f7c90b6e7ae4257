/** Refactorings (`textDocument/codeAction`, `codeAction/resolve`): each is applied, and what the project states is compared. */
import assert from 'node:assert/strict';
import { cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodeAction } from 'vscode-languageserver';
import { readDocument } from '../../server/src/language/index.ts';
import { EDITOR } from './capabilities.ts';
import { start, type TestServer } from './harness.ts';

/** The refactorings offered at a mark. */
async function offered(server: TestServer, mark?: string): Promise<CodeAction[]> {
  const { file, range } = server.mark(mark ?? 0);
  const context = { diagnostics: [], only: ['refactor'] };
  return server.ask('textDocument/codeAction', { textDocument: { uri: server.uri(file) }, range, context });
}

/** Takes the refactoring whose title holds a text; the texts that it changes, by file. */
async function take(server: TestServer, title: string, mark?: string): Promise<Record<string, string>> {
  const actions = await offered(server, mark);
  const action = actions.find(action => action.title.includes(title));
  assert(action, `offered: ${actions.map(({ title }) => title).join(' | ')}`);
  const { edit } = await server.ask<CodeAction>('codeAction/resolve', action);
  assert(edit, 'it has an edit');
  return server.apply(edit);
}

/** A text whose indentation is that of this source taken off. */
function lines(text: string): string {
  const all = text.replace(/^\n/, '').trimEnd().split('\n');
  const indent = Math.min(...all.filter(Boolean).map(line => /^ */.exec(line)![0].length));
  return `${all.map(line => line.slice(indent)).join('\n')}\n`;
}

describe('Refactorings', () => {
  describe('move a product to another package', () => {
    it('with its comments, indented like its new neighbours', async () => {
      await using server = await start(`
        package HOSP "City Hospital" {
          package A "First" {
            // Above it.
            /* And this. */
            service <|>S "Service" { // At its brace.
              owner BO // At a line's end.
              """
              Runs
                deep.
              """
            } // Behind it.
            service T "Other"
          }
          package B "Second" {
            package INNER "Inner" {
              product P "P"
            }
          }
        }
        person BO "Bo Chen"
      `);
      assert.deepEqual(await take(server, 'to INNER (Inner)'), {
        'main.ptree': lines(`
          package HOSP "City Hospital" {
            package A "First" {
              service T "Other"
            }
            package B "Second" {
              package INNER "Inner" {
                product P "P"

                // Above it.
                /* And this. */
                service S "Service" { // At its brace.
                  owner BO // At a line's end.
                  """
                  Runs
                    deep.
                  """
                } // Behind it.
              }
            }
          }
          person BO "Bo Chen"
        `),
      });
    });

    it('by its `in`, where it stands in no braces', async () => {
      await using server = await start(`
        package HOSP "Hospital"
        package A "First" in HOSP
        package B "Second" in HOSP
        service <|>S "Service" in A // stays
      `);
      const text = await take(server, 'to B (Second)');
      assert.match(text['main.ptree'], /service S "Service" in B \/\/ stays/);
    });

    it('by a new `in`, where it was a root; into braces that it brings along, where there are none', async () => {
      await using server = await start(`
        package A "First" // of all
        service <root|>S "Service"
        package B "Second" { service <nested|>T "Other" }
      `);
      assert.match((await take(server, 'to B (Second)', 'root'))['main.ptree'], /service S "Service" in B\n/);
      assert.deepEqual(await take(server, 'to A (First)', 'nested'), {
        'main.ptree': lines(`
          package A "First" { // of all
            service T "Other"
          }
          service S "Service" in B
          package B "Second"
        `),
      });
    });

    it('in a file that is closed', async () => {
      await using server = await start(`
        package TOP "Top"
        package A "First" in TOP {
          service <|>S "Service"
        }
        // file: other.ptree
        package B "Second" in TOP { owner BO }
        person BO "Bo"
      `);
      assert.deepEqual(await take(server, 'to B (Second)'), {
        'main.ptree': lines(`
          package TOP "Top"
          package A "First" in TOP
        `),
        'other.ptree': lines(`
          package B "Second" in TOP {
            owner BO
            service S "Service"
          }
          person BO "Bo"
        `),
      });
    });

    it('never into itself or what is part of it', async () => {
      await using server = await start(`
        package <|>A "First" {
          package B "Second" {
            package C "Third" { product P "P" }
          }
        }
        package D "Fourth" { package E "Fifth" { product Q "Q" } }
      `);
      const titles = (await offered(server)).map(({ title }) => title);
      assert.deepEqual(
        titles.filter(title => /^Move A \(First\) to [A-E] /.test(title)),
        ['Move A (First) to D (Fourth)', 'Move A (First) to E (Fifth)'],
      );
    });
  });

  it('move a product to another file: it says `in` there', async () => {
    await using server = await start(`
      package A "First" {
        // What it is for.
        service <|>S "Service" {
          owner BO
        }
        service T "Other" { owner BO }
      }
      person BO "Bo"
      // file: other.ptree
      service U "Third" in A
    `);
    assert.deepEqual(await take(server, 'to the file other.ptree'), {
      'main.ptree': lines(`
        package A "First" {
          service T "Other" { owner BO }
        }
        person BO "Bo"
      `),
      'other.ptree': lines(`
        service U "Third" in A

        // What it is for.
        service S "Service" in A {
          owner BO
        }
      `),
    });
  });

  it('extract a package into a file of its own', async () => {
    await using server = await start(`
      // file: parts/main.ptree
      package A "First" {
        package <|>B.1 "Second" {   // of two
          service S "Service"
        }
      }
    `);
    assert.deepEqual(await take(server, 'to a new file, b-1.ptree'), {
      'parts/b-1.ptree': lines(`
        package B.1 "Second" in A {   // of two
          service S "Service"
        }
      `),
      'parts/main.ptree': 'package A "First"\n',
    });
    const [made] = await server.ask<{ location: { uri: string } }[]>('workspace/symbol', { query: 'B.1' });
    assert.equal(server.name(made.location.uri), 'parts/b-1.ptree', 'the project reads it');
  });

  it('do not offer a new file to an editor that creates none', async () => {
    const capabilities = structuredClone(EDITOR);
    delete capabilities.workspace!.workspaceEdit!.resourceOperations;
    await using server = await start('package <|>A "First" { product P "P" }', { capabilities });
    assert(!(await offered(server)).some(({ title }) => title.includes('new file')));
  });

  it('give an editor that asks for no edits later the edit at once', async () => {
    const capabilities = structuredClone(EDITOR);
    delete capabilities.textDocument!.codeAction!.resolveSupport;
    await using server = await start('package A "First" { product <|>P "P" }', { capabilities });
    const actions = await offered(server);
    assert(actions.length > 0 && actions.every(({ edit }) => edit));
  });

  it('change nesting into `in KEY`, and back', async () => {
    const nested = lines(`
      package A "First" {
        package B "Second" {
          service T "Other"

          // Above it.
          service <|>S "Service" {
            owner BO
          }
        }
      } // The end of A.
      person BO "Bo"
    `);
    await using server = await start(nested);
    assert.deepEqual(await take(server, 'out of the braces: `in B`'), {
      'main.ptree': lines(`
        package A "First" {
          package B "Second" {
            service T "Other"
          }
        } // The end of A.

        // Above it.
        service S "Service" in B {
          owner BO
        }

        person BO "Bo"
      `),
    });
    const position = { line: 7, character: 8 };
    const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: server.uri('main.ptree') },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    const back = actions.find(({ title }) => title === 'Move S (Service) into the braces of B (Second)')!;
    assert.equal(back.kind, 'refactor.rewrite');
    const { edit } = await server.ask<CodeAction>('codeAction/resolve', back);
    const again = nested.replace('<|>', '').replace('// The end of A.\n', '// The end of A.\n\n');
    assert.deepEqual(await server.apply(edit!), { 'main.ptree': again });
  });

  describe('merge a second declaration into the first', () => {
    it('with all that only it says, and its comments', async () => {
      await using server = await start(`
        package A "First"
        service S "Service" {
          owner BO
          uses P "reads"
        }
        software P "P"
        software Q "Q"

        // file: second.ptree
        person BO "Bo"
        // Why it is here, too.
        service <|>S "Service" in A {
          // Who owns it.
          owner BO, AL // both
          uses P "reads", Q
          link https://example.org
          waive service.uses "Later."
          service INNER "Inner" {
            owner AL
          }
        }
        person AL "Al"
      `);
      assert.deepEqual(await take(server, 'Merge this declaration of S'), {
        'main.ptree': lines(`
          package A "First"
          service S "Service" in A {
            owner BO, AL
            uses P "reads", Q

            // Why it is here, too.
            // Who owns it.
            // both
            link https://example.org
            waive service.uses "Later."
            service INNER "Inner" {
              owner AL
            }
          }
          software P "P"
          software Q "Q"
        `),
        'second.ptree': lines(`
          person BO "Bo"
          person AL "Al"
        `),
      });
      assert(!(await server.problems()).some(line => line.includes('duplicate-key')));
    });

    it('not where the two contradict each other: it says in what', async () => {
      await using server = await start(`
        service S "Service" { short "A" }
        service <|>S "Service" { short "B" }
      `);
      const [action] = await offered(server);
      assert.equal(
        action.disabled?.reason,
        'The two cannot be made one: they say different things after `short`. Make that the same first.',
      );
    });
  });

  it('are refused where a comment would be lost, with a sentence', async () => {
    await using server = await start(`
      package A "First"
      service <|>S "Service" /* why */ in /* here */ A
    `);
    await assert.rejects(take(server, 'into the braces'), /cannot be moved as it is written/);
  });

  it('keep CRLF', async () => {
    await using server = await start('package A "First" { service <|>S "Service" }', {
      prepare: folder => writeFile(join(folder, 'main.ptree'), 'package A "First" {\r\n  service S "Service"\r\n}\r\n'),
      open: [],
    });
    const position = { line: 1, character: 4 };
    const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: server.uri('main.ptree') },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['refactor.rewrite'] },
    });
    const { edit } = await server.ask<CodeAction>('codeAction/resolve', actions[0]);
    assert.deepEqual(await server.apply(edit!), {
      'main.ptree': 'package A "First"\r\n\r\nservice S "Service" in A\r\n',
    });
  });
});

describe('Refactorings in the example', function () {
  this.timeout(120_000);
  const example = join(import.meta.dirname, '..', '..', 'examples', 'rubin-dm');
  const prepare = (folder: string): Promise<void> => cp(example, folder, { recursive: true });

  /** All that the project states, whatever the file and the order; with the parent of each product. */
  async function stated(server: TestServer): Promise<string[]> {
    const files = (await readdir(server.folder, { recursive: true })).filter(name => name.endsWith('.ptree'));
    const entries = await Promise.all(files.map(async file => readDocument(file, await server.text(file)).entries));
    return entries
      .flat()
      .map(({ nestedIn, parent, ...entry }) => {
        const container = entry.type === 'product' ? (nestedIn ?? parent?.text) : parent?.text;
        return JSON.stringify({ ...entry, document: '', in: container }, (name, value) =>
          name === 'range' || name === 'extent' ? undefined : value,
        );
      })
      .sort();
  }

  it('keep what the project states and what is found, one after the other', async () => {
    await using server = await start('', { open: [], prepare });
    const before = { stated: await stated(server), problems: await messages(server) };
    let made = 0;
    for (const key of ['POPSRV', 'FACBASE', 'PRSRV', 'DMSRV']) {
      for (const kind of ['refactor.rewrite', 'refactor.extract']) {
        const at = (
          await server.ask<{ name: string; location: { uri: string; range: { start: object } } }[]>(
            'workspace/symbol',
            { query: key },
          )
        ).find(({ name }) => name.includes(key))!;
        const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
          textDocument: { uri: at.location.uri },
          range: at.location.range,
          context: { diagnostics: [], only: [kind] },
        });
        for (const action of actions.slice(0, 1)) {
          const { edit } = await server.ask<CodeAction>('codeAction/resolve', action);
          await server.apply(edit!);
          made++;
          assert.deepEqual(await stated(server), before.stated, action.title);
          assert.deepEqual(await messages(server), before.problems, action.title);
        }
      }
    }
    assert(made >= 4, `${made} refactorings`);
  });

  it('are all possible that are offered', async () => {
    await using server = await start('', { open: [], prepare });
    const products: { location: { uri: string; range: object } }[] = await server.ask('workspace/symbol', {
      query: '',
    });
    const counts: Record<string, number> = {};
    for (const { location } of products) {
      const actions = await server.ask<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: location.uri },
        range: location.range,
        context: { diagnostics: [], only: ['refactor'] },
      });
      for (const action of actions.filter(({ disabled }) => !disabled)) {
        const { edit } = await server.ask<CodeAction>('codeAction/resolve', action);
        assert(edit?.documentChanges?.length, action.title);
        counts[action.kind!] = (counts[action.kind!] ?? 0) + 1;
      }
    }
    for (const kind of ['refactor.move', 'refactor.extract', 'refactor.rewrite']) {
      assert(counts[kind] >= 5, `${kind}: ${JSON.stringify(counts)}`);
    }
  });

  /** What is found, places aside. */
  async function messages(server: TestServer): Promise<string[]> {
    return (await server.problems()).map(line => line.replace(/^\S+ /, '')).sort();
  }
});
