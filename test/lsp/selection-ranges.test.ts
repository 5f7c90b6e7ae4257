import assert from 'node:assert/strict';
import type { SelectionRange } from 'vscode-languageserver';
import { shared } from './harness.ts';

describe('textDocument/selectionRange', () => {
  const model = shared(`
    // file: main.ptree
    // What the night needs.
    package OPS "Operations" {
      service NIGHTLOG "Night Log" {
        """Kept each <prose|>night."""
        uses POINTING "where it <note|>looks", OBS-<key|>PUB
      }<gap|>
    }
    // A <comment|>remark.
    kind k { complete <demand|>owner [1] "Yes." }
    service BROKEN "Broken" { uses A, <broken|>"half
  `);
  /** What is selected, from the smallest on. */
  const grows = async (...marks: string[]): Promise<string[][]> => {
    const { server } = model;
    const places = marks.map(mark => server.at(mark));
    const { textDocument } = places[0];
    const positions = places.map(({ position }) => position);
    const found = await server.ask<SelectionRange[]>('textDocument/selectionRange', { textDocument, positions });
    return Promise.all(
      found.map(async first => {
        const texts: string[] = [];
        for (let at: SelectionRange | undefined = first; at; at = at.parent) {
          texts.push((await server.place(textDocument.uri, at.range)).replace(/^\S+ /, ''));
        }
        return texts;
      }),
    );
  };
  const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 25)} … ${text.slice(-12)}` : text);

  it('grows from the word to the value, the list, the statement, the braces, the declaration, what is around it', async () => {
    const [key, note] = await grows('key', 'note');
    assert.deepEqual(key.map(shown).slice(0, 4), [
      'PUB',
      'OBS-PUB',
      'POINTING "where it looks", OBS-PUB',
      'uses POINTING "where it looks", OBS-PUB',
    ]);
    assert.deepEqual(note.map(shown).slice(0, 6), [
      'looks',
      'where it looks',
      '"where it looks"',
      'POINTING "where it looks"',
      'POINTING "where it looks", OBS-PUB',
      'uses POINTING "where it looks", OBS-PUB',
    ]);
    const rest = key.slice(4).map(text => text.replace(/\s+/g, ' '));
    assert.match(rest[0], /^"""Kept each night\.""" uses .* OBS-PUB$/);
    assert.match(rest[1], /^service NIGHTLOG .* OBS-PUB \}$/);
    assert.match(rest[2], /^package OPS .* OBS-PUB \} \}$/);
    assert.match(rest[3], /^\/\/ What the night needs.* "half $/);
    assert.equal(rest.length, 4);
    assert.deepEqual(note.slice(-4), key.slice(-4));
  });

  it('selects a description without its quotes, then with them', async () => {
    const [prose] = await grows('prose');
    assert.deepEqual(prose.slice(0, 3), ['night', 'Kept each night.', '"""Kept each night."""']);
  });

  it('selects a comment, a demand', async () => {
    const [comment, demand] = await grows('comment', 'demand');
    assert.deepEqual(comment.slice(0, 2), ['remark', '// A remark.']);
    assert.equal(comment.length, 3, 'no declaration is around it');
    assert.deepEqual(demand.slice(0, 3), [
      'owner',
      'complete owner [1] "Yes."',
      'kind k { complete owner [1] "Yes." }',
    ]);
  });

  it('answers at every place, in broken text and at the end', async () => {
    const { server } = model;
    const text = await server.text('main.ptree');
    const positions = text
      .split('\n')
      .flatMap((line, at) => [0, line.length].map(character => ({ line: at, character })));
    const textDocument = { uri: server.uri('main.ptree') };
    const found = await server.ask<SelectionRange[]>('textDocument/selectionRange', { textDocument, positions });
    assert.equal(found.length, positions.length);
    const inside = (a: SelectionRange, b: SelectionRange): boolean =>
      JSON.stringify(a) !== JSON.stringify(b) &&
      (b.range.start.line < a.range.start.line ||
        (b.range.start.line === a.range.start.line && b.range.start.character <= a.range.start.character)) &&
      (b.range.end.line > a.range.end.line ||
        (b.range.end.line === a.range.end.line && b.range.end.character >= a.range.end.character));
    for (const first of found) {
      for (let at = first; at.parent; at = at.parent) assert.ok(inside(at, at.parent), JSON.stringify(first));
    }
    const [broken] = await grows('broken');
    assert.match(broken.at(-2)!, /^service BROKEN/);
    assert.equal(
      await server.ask('textDocument/selectionRange', { textDocument: { uri: server.uri('none.ptree') }, positions }),
      null,
    );
  });
});
