import assert from 'node:assert/strict';
import type { TypeHierarchyItem } from 'vscode-languageserver';
import { inLibrary, shared } from './harness.ts';

describe('Type hierarchy of kinds', () => {
  const model = shared(`
    kind <sub|>subservice "A part of a service" extends <service|>service
    kind tiny extends subservice
    <kind|>subservice NIGHT "Night Log" { uses <product|>NIGHT2 }
    service NIGHT2 "Night Log"
  `);
  const prepare = (mark: string): Promise<TypeHierarchyItem[] | null> =>
    model.server.ask('textDocument/prepareTypeHierarchy', model.server.at(mark));
  const beside = async (what: 'supertypes' | 'subtypes', mark: string): Promise<string[]> => {
    const [item] = (await prepare(mark))!;
    const found = await model.server.ask<TypeHierarchyItem[]>(`typeHierarchy/${what}`, { item });
    return Promise.all(found.map(({ uri, selectionRange }) => model.server.place(uri, selectionRange)));
  };

  it('begins with the kind under the cursor, also where a product is of it', async () => {
    for (const mark of ['sub', 'kind']) {
      const [item] = (await prepare(mark))!;
      assert.deepEqual([item.name, item.detail], ['subservice', 'A part of a service']);
    }
  });

  it('leads up to the kind that it extends, the library’s too', async () => {
    assert.deepEqual(await beside('supertypes', 'sub'), [inLibrary('kind service extends', 'service')]);
    assert.deepEqual(await beside('supertypes', 'service'), [inLibrary('kind product {', 'product')]);
  });

  it('leads down to the kinds that extend it', async () => {
    assert.deepEqual(await beside('subtypes', 'service'), ['main.ptree:1:6 subservice']);
    assert.deepEqual(await beside('subtypes', 'sub'), ['main.ptree:2:6 tiny']);
  });

  it('does not begin with a product', async () => {
    assert.equal(await prepare('product'), null);
  });
});
