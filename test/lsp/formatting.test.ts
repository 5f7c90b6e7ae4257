import assert from 'node:assert/strict';
import type { Range, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { library, start, type TestServer } from './harness.ts';

const OPTIONS = { tabSize: 8, insertSpaces: false };

/** The edits of `textDocument/formatting`, or of `textDocument/rangeFormatting` where a range is given. */
function ask(server: TestServer, file: string, range?: Range): Promise<TextEdit[] | null> {
  const params = { textDocument: { uri: server.uri(file) }, options: OPTIONS, ...(range && { range }) };
  return server.ask(`textDocument/${range ? 'rangeFormatting' : 'formatting'}`, params);
}

async function formatted(server: TestServer, file = 'main.ptree', range?: Range): Promise<string> {
  const edits = await ask(server, file, range);
  assert(edits, 'there are edits');
  return TextDocument.applyEdits(TextDocument.create('', '', 0, await server.text(file)), edits);
}

const MESSY = `
  package A "A" {
      service B "B" {
     team T   // the team
      owner O
      }
    service C "C" {
      satisfies R-1,R-2
        owner O
    }
  }
`;

describe('textDocument/formatting', () => {
  it('lays out the whole document, whatever the editor indents with', async () => {
    await using server = await start(MESSY);
    await server.open('main.ptree');
    assert.equal(
      await formatted(server),
      `package A "A" {
  service B "B" {
    owner O
    team T // the team
  }

  service C "C" {
    owner O
    satisfies R-1, R-2
  }
}
`,
    );
  });

  it('touches what differs, and nothing else', async () => {
    await using server = await start(`
      person A "Anna"
      person   B "Bo"
      person C "Carl" { team T }
        person D "Dora"
    `);
    await server.open('main.ptree');
    const at = (line: number, start: number, end: number, newText: string): TextEdit => {
      return { range: { start: { line, character: start }, end: { line, character: end } }, newText };
    };
    assert.deepEqual(await ask(server, 'main.ptree'), [at(1, 6, 9, ' '), at(3, 0, 2, '')]);
  });

  it('has no edits where there is nothing to do', async () => {
    await using server = await start('person A "Anna"');
    await server.open('main.ptree');
    assert.deepEqual(await ask(server, 'main.ptree'), []);
  });

  it('formats what was typed last, before any finding about it', async () => {
    await using server = await start('person A "Anna"');
    await server.open('main.ptree');
    await server.setText('main.ptree', 'person    B\n');
    assert.equal(await formatted(server), 'person B\n');
  });

  it('keeps CRLF', async () => {
    await using server = await start('person A');
    await server.open('main.ptree', 'person A\r\n\r\n\r\n  person B\r\n');
    assert.equal(await formatted(server), 'person A\r\n\r\nperson B\r\n');
  });

  it('leaves a text alone whose braces do not pair up, and says why once', async () => {
    await using server = await start('service A "A" {\n  owner   B');
    const said: string[] = [];
    server.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      said.push(message);
    });
    await server.open('main.ptree');
    assert.equal(await ask(server, 'main.ptree'), null);
    assert.equal(await ask(server, 'main.ptree'), null);
    const why =
      'Line 1: A text is formatted once its quotes and braces pair up. ' +
      'This { is never closed: write } in a line of its own where what belongs to it ends.';
    assert.deepEqual(said, [why]);
    await server.setText('main.ptree', 'service A "A" {\n  owner   B\n}\n');
    assert.equal(await formatted(server), 'service A "A" {\n  owner B\n}\n');
    await server.setText('main.ptree', 'service A "A" {\n');
    assert.equal(await ask(server, 'main.ptree'), null);
    assert.deepEqual(said, [why, why]);
  });

  it('leaves the built-in kinds alone', async () => {
    await using server = await start('person A');
    assert.equal(await ask(server, library), null);
  });
});

describe('textDocument/rangeFormatting', () => {
  const lines = (from: number, to: number, character = 1): Range => {
    return { start: { line: from, character: 0 }, end: { line: to, character } };
  };

  it('lays out the statements that the range touches, and leaves the others', async () => {
    await using server = await start(MESSY);
    await server.open('main.ptree');
    const [, ...before] = (await server.text('main.ptree')).split('\n');
    assert.deepEqual((await formatted(server, 'main.ptree', lines(6, 6))).split('\n').slice(1), [
      ...before.slice(0, 5),
      '    satisfies R-1, R-2',
      ...before.slice(6),
    ]);
  });

  it('orders attributes where all of them are in the range', async () => {
    await using server = await start(MESSY);
    await server.open('main.ptree');
    const text = await formatted(server, 'main.ptree', lines(2, 4, 0));
    assert.match(text, /\n {4}service B "B" \{\n {4}owner O\n {4}team T \/\/ the team\n {4}\}\n/);
  });

  it('does nothing between statements', async () => {
    await using server = await start('person A\n\n\n\nperson   B');
    await server.open('main.ptree');
    assert.deepEqual(await ask(server, 'main.ptree', lines(1, 3, 0)), []);
  });
});
