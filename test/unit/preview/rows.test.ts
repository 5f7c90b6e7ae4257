import assert from 'node:assert/strict';
import { readDocument } from '../../../server/src/language/index.ts';
import { Rows } from '../../../server/src/preview/rows.ts';
import { skeletonOf } from '../../../server/src/preview/skeleton.ts';
import { LoadedProject } from '../../../server/src/workspace/loaded-project.ts';
import { generate } from '../../bench/generate.ts';

/** A project of some texts, and the rows of its preview. */
class Sample {
  readonly project = new LoadedProject('file:///p', '2026-01-01');
  readonly rows: Rows;

  constructor(texts: Record<string, string>) {
    for (const [file, text] of Object.entries(texts)) this.put(file, text);
    this.project.engine.settle();
    this.rows = new Rows(this.project);
  }

  put(file: string, text: string | undefined): void {
    const uri = `file:///p/${file}`;
    this.project.engine.replace(uri, text === undefined ? undefined : readDocument(uri, text));
  }

  /** Replaces a document; what is sent to the page. */
  edit(file: string, text: string | undefined) {
    this.put(file, text);
    return this.rows.update(this.project.engine.settle());
  }
}

const TREE = 'package TOP "Top" {\n  service A "Alpha" { owner kim uses B }\n  software B "Beta"\n}\n';
const OTHER = 'enclave E "Enclave" in TOP { hosts A, "Nobody" }\nperson kim "Kim"\n';

describe('the rows of the preview', () => {
  it('hold what is drawn of a product', () => {
    const { rows } = new Sample({
      'a.ptree': 'service A "Alpha" {\n owner kim\n uses B\n}\nperson kim "Kim"',
      'b.ptree': '',
    });
    const [row] = rows.snapshot().rows;
    assert.equal(row?.name, 'Alpha');
    assert.equal(row.kind, 'service');
    assert.deepEqual(row.owner, ['kim']);
    assert.deepEqual(row.uses, ['B'], 'what nothing declares is drawn too');
    assert.equal(row.findings[0], 2, 'unresolved, and no software that implements it');
    assert.ok(row.rules.includes('unresolved'));
  });

  it('an owner that changes is one field of one row', () => {
    const sample = new Sample({ 'a.ptree': 'service A "Alpha" {\n owner kim\n}', 'p.ptree': 'person kim\nperson lee' });
    const patch = sample.edit('a.ptree', 'service A "Alpha" {\n owner lee\n}');
    assert.deepEqual(patch, { renamed: [], gone: [], changed: [{ owner: ['lee'], key: 'A' }], parties: [] });
  });

  it('what nobody draws sends nothing: a description, a line above', () => {
    const sample = new Sample({ 'a.ptree': 'service A "Alpha" {\n """Old."""\n}' });
    assert.equal(sample.edit('a.ptree', '\n\nservice A "Alpha" {\n """New."""\n}'), undefined);
  });

  it('a link that is stated at its other end changes the row in the other document', () => {
    const sample = new Sample({ 'a.ptree': 'service A "Alpha"', 'b.ptree': 'software B "Beta" {\n}' });
    const patch = sample.edit('b.ptree', 'software B "Beta" {\n used in A\n}');
    assert.deepEqual(patch?.changed.find(({ key }) => key === 'A')?.uses, ['B']);
  });

  it('a key that takes the place of another is the same product', () => {
    const sample = new Sample({ 'a.ptree': 'service A "Alpha"\nservice B "Beta"' });
    const patch = sample.edit('a.ptree', 'service AX "Alpha"\nservice B "Beta"');
    assert.deepEqual(patch?.renamed, [['A', 'AX']]);
    assert.deepEqual(patch.gone, []);
    assert.deepEqual(
      patch.changed.map(({ key }) => key),
      ['AX'],
    );
  });

  it('a new product says where it stands', () => {
    const sample = new Sample({ 'a.ptree': 'service A "Alpha"\nservice C "Gamma"' });
    const between = sample.edit('a.ptree', 'service A "Alpha"\nservice B "Beta"\nservice C "Gamma"');
    assert.equal(between?.changed[0]?.after, 'A');
    const first = sample.edit('a.ptree', 'service X "X"\nservice A "Alpha"\nservice B "Beta"\nservice C "Gamma"');
    assert.equal(first?.changed[0]?.before, 'A');
  });

  it('products that change places within a document say so', () => {
    const sample = new Sample({ 'a.ptree': 'service A "Alpha"\nservice B "Beta"' });
    const patch = sample.edit('a.ptree', 'service B "Beta"\nservice A "Alpha"');
    assert.deepEqual(
      new Map(patch?.changed.map(({ key, ...place }) => [key, place])),
      new Map([
        ['B', { before: 'A' }],
        ['A', { after: 'B' }],
      ]),
    );
  });

  it('a document that goes takes its products along', () => {
    const sample = new Sample({ 'a.ptree': 'service A "Alpha"', 'b.ptree': 'service B "Beta"' });
    assert.deepEqual(sample.edit('b.ptree', undefined)?.gone, ['B']);
  });

  it('after any sequence of edits it is what a fresh preview would show', () => {
    const sample = new Sample({ 'a.ptree': TREE, 'b.ptree': OTHER });
    const edits: [string, string | undefined][] = [
      ['a.ptree', TREE.replace('uses B', 'uses')],
      ['a.ptree', TREE.replace('software B', 'software BB')],
      ['b.ptree', OTHER.replace('in TOP', 'in TOPP')],
      ['a.ptree', TREE.replace('"Top" {', '"Top" { obsolete')],
      ['b.ptree', 'extend kind service { complete tier [1] }'],
      ['b.ptree', undefined],
      ['b.ptree', `${OTHER}kind tool extends software\ntool A "Second"`],
      ['a.ptree', TREE],
      ['b.ptree', OTHER],
    ];
    for (const [file, text] of edits) {
      sample.edit(file, text);
      const fresh = new Rows(sample.project).snapshot();
      const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
      assert.deepEqual(sample.rows.snapshot().rows.sort(byKey), fresh.rows.sort(byKey), `${file}: ${text}`);
      assert.deepEqual(sample.rows.snapshot().kinds, fresh.kinds);
    }
  });

  it('a keystroke costs and sends the same at 200 and at 2,000 products', () => {
    const costs = [200, 2000].map(size => {
      const files = generate(size).filter(({ path }) => path.endsWith('.ptree'));
      const sample = new Sample(Object.fromEntries(files.map(({ path, text }) => [path, text])));
      const file = 'areas/area-1.ptree';
      const text = files.find(({ path }) => path === file)!.text;
      const edits = [
        text.replace('"Product P1-7"', '"Product P1-7x"'),
        text.replace('owner O', 'owner OO'),
        text.replace('P1-7 "', 'P1-7x "'),
        text.replace('does', 'do es'),
      ];
      return edits.map(edit => {
        const made = sample.rows.made;
        const patch = sample.edit(file, edit);
        const cost = { made: sample.rows.made - made, rows: patch?.changed.length ?? 0 };
        sample.edit(file, text);
        return cost;
      });
    });
    assert.ok(costs[0]!.slice(0, 3).every(({ rows }) => rows > 0));
    for (const [index, { made, rows }] of costs[1]!.entries()) {
      assert.ok(rows <= costs[0]![index]!.rows + 2, `edit ${index}: ${rows} rows`);
      assert.ok(made <= costs[0]![index]!.made + 5, `edit ${index}: ${made} rows worked out`);
    }
  });
});

describe('the skeleton of the preview', () => {
  it('is the rows by columns, links as pairs of places', () => {
    const { rows } = new Sample({
      'a.ptree': TREE.replaceAll('{ owner kim uses B }', '{\nowner kim\nuses B\n}'),
      'b.ptree': OTHER,
    });
    const skeleton = skeletonOf(rows, 7);
    assert.deepEqual(skeleton.keys, ['TOP', 'A', 'B', 'E']);
    assert.deepEqual(skeleton.parent, [-1, 0, 0, 0]);
    assert.deepEqual(skeleton.links.uses, [1, 2]);
    assert.deepEqual(skeleton.undeclared, ['"Nobody"']);
    assert.deepEqual(skeleton.links.hosts, [3, 4, 3, 1]);
    assert.deepEqual(
      skeleton.owner[1]!.map(place => skeleton.parties[place]),
      [['kim', 'Kim']],
    );
    assert.equal(skeleton.version, 7);
  });
});
