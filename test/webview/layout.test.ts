import assert from 'node:assert/strict';
import { Colours } from '../../client/webview/colours.ts';
import { applyFilter, NOBODY, noFilter } from '../../client/webview/filter.ts';
import { layoutDependencies } from '../../client/webview/layout/dependencies.ts';
import { layoutHosting } from '../../client/webview/layout/hosting.ts';
import { type Scene, standing } from '../../client/webview/layout/scene.ts';
import { firstExpansion, layoutTree } from '../../client/webview/layout/tree.ts';
import { Model } from '../../client/webview/model.ts';
import { svgOf } from '../../client/webview/svg.ts';
import { Look } from '../../client/webview/view/look.ts';
import { readDocument } from '../../server/src/language/index.ts';
import { Rows } from '../../server/src/preview/rows.ts';
import { skeletonOf } from '../../server/src/preview/skeleton.ts';
import { LoadedProject } from '../../server/src/workspace/loaded-project.ts';
import { generate } from '../bench/generate.ts';

const all = (): boolean => true;

/** A project of texts, and the page's model of it; `edit` changes both. */
class Sample {
  readonly project = new LoadedProject('file:///p', '2026-01-01');
  readonly rows: Rows;
  readonly model: Model;

  constructor(texts: Record<string, string>) {
    for (const [file, text] of Object.entries(texts)) this.put(file, text);
    this.project.engine.settle();
    this.rows = new Rows(this.project);
    this.model = this.fresh();
  }

  fresh(): Model {
    return new Model(skeletonOf(new Rows(this.project), 0));
  }

  edit(file: string, text: string): void {
    this.put(file, text);
    const patch = this.rows.update(this.project.engine.settle());
    if (patch) this.model.apply({ project: '', version: 1, ...patch });
  }

  id(key: string): number {
    return this.model.idOf(key) ?? assert.fail(`${key} is known`);
  }

  private put(file: string, text: string): void {
    this.project.engine.replace(`file:///p/${file}`, readDocument(`file:///p/${file}`, text));
  }
}

/** The keys of a scene's boxes, in order; headings and buttons by what they say. */
function shown(scene: Scene, { model }: Sample): string[] {
  return scene.boxes.map(({ product, label }) => model.products[product]?.key ?? label ?? '');
}

function large(size: number): Sample {
  return new Sample(
    Object.fromEntries(generate(size).flatMap(({ path, text }) => (path.endsWith('.ptree') ? [[path, text]] : []))),
  );
}

describe("the page's model", () => {
  it('is after patches what a new page would know', () => {
    const texts = {
      'a.ptree': 'package TOP "Top" {\n service A "Alpha" {\n  uses B, C\n }\n}',
      'b.ptree': 'software B "Beta" in TOP',
    };
    const sample = new Sample(texts);
    for (const [file, text] of [
      ['b.ptree', 'software BB "Beta" in TOP'],
      ['b.ptree', 'software B "Beta" in TOP\nsoftware C "Gamma" in TOP'],
      ['a.ptree', 'package TOP "Top" {\n service A "Alpha" {\n  uses "Somebody"\n }\n}'],
      ['a.ptree', 'package TOPP "Top" {\n service A "Alpha"\n}'],
      ['a.ptree', texts['a.ptree']],
      ['b.ptree', ''],
      ['b.ptree', 'facility F "F" in TOP { hosts A }'],
    ] as const) {
      sample.edit(file, text);
      const fresh = sample.fresh();
      const say = (model: Model): unknown =>
        model.walk.map(id => {
          const keys = (ids: readonly number[]): string[] => ids.map(one => model.products[one]!.key).sort();
          const { key, name } = model.products[id]!;
          return [
            key,
            name,
            model.depth[id],
            model.below[id],
            keys(model.to(id, 'uses')),
            keys(model.from(id, 'hosts')),
          ];
        });
      assert.deepEqual(say(sample.model), say(fresh), `${file}: ${text}`);
    }
  });

  it('a product that is renamed keeps its place', () => {
    const sample = new Sample({ 'a.ptree': 'service A "Alpha"\nservice B "Beta"' });
    const id = sample.id('A');
    sample.edit('a.ptree', 'service AX "Alpha"\nservice B "Beta"');
    assert.equal(sample.id('AX'), id);
  });
});

describe('the layout of the tree', () => {
  it('gives no two cards one place, and finds what is in sight in each column', () => {
    const sample = large(400);
    const { model } = sample;
    const scene = layoutTree(model, new Set(model.walk), all);
    assert.equal(scene.boxes.length, model.order.length);
    for (const [x, column] of Map.groupBy(scene.boxes, box => box.x)) {
      for (const [index, box] of column.entries()) {
        const next = column[index + 1];
        if (next) assert.ok(box.bottom! < next.top!, `column ${x}: branches stay in their own rows`);
      }
    }
    const found: number[] = [];
    scene.query(0, 1000, 2000, 1400, place => found.push(place));
    const expected = scene.boxes.flatMap(({ top, bottom }, place) => (bottom! >= 1000 && top! <= 1400 ? [place] : []));
    assert.deepEqual(
      found.sort((a, b) => a - b),
      expected,
    );
  });

  it('lets a parent slide along its children, never out of their span', () => {
    const sample = large(200);
    const scene = layoutTree(sample.model, new Set(sample.model.walk), all);
    const parent = scene.boxes.find(({ expanded, top, bottom }) => expanded && bottom! - top! > 3000)!;
    assert.equal(
      standing(parent, 2000, 2500).y,
      2500 - parent.h < parent.y ? 2500 - parent.h : Math.max(2000, parent.y),
    );
    assert.equal(standing(parent, 1e6, 2e6).y, parent.bottom! - parent.h);
  });

  it('opens about 40 rows, whatever the size', () => {
    for (const size of [50, 1000]) {
      const { model } = large(size);
      const { boxes } = layoutTree(model, firstExpansion(model), all);
      const rows = boxes.filter(({ expanded }) => expanded !== true).length;
      assert.ok(rows >= 1 && rows <= 60, `${size}: ${rows} rows`);
    }
  });
});

describe('the layout of hosting', () => {
  const text = `facility F "F" { hosts E, G }\nenclave E "E" { hosts S, "Nobody" }\nenclave G "G" { hosts S }
service S "S"\nservice LOST "Lost"\nfacility EMPTY "Empty"`.replaceAll(/ \{ (.*?) \}/g, ' {\n $1\n}');

  it('nests boxes, repeats what is hosted twice, and keeps a box for what is hosted nowhere', () => {
    const sample = new Sample({ 'a.ptree': text });
    const scene = layoutHosting(sample.model, 1000, new Set(), all);
    assert.equal(scene.byProduct.get(sample.id('S'))?.length, 2);
    const nowhere = scene.boxes.findIndex(({ label }) => label === 'Hosted nowhere');
    assert.equal(scene.boxes[scene.byProduct.get(sample.id('LOST'))![0]!]!.parent, nowhere);
    assert.ok(shown(scene, sample).includes('EMPTY') && shown(scene, sample).includes('"Nobody"'));
    for (const box of scene.boxes) {
      const around = scene.boxes[box.parent];
      if (!around) continue;
      assert.ok(
        box.x >= around.x &&
          box.y >= around.y &&
          box.x + box.w <= around.x + around.w &&
          box.y + box.h <= around.y + around.h,
      );
    }
  });

  it('ends where hosts go in a circle', () => {
    const sample = new Sample({ 'a.ptree': 'enclave A "A" {\n hosts B\n}\nenclave B "B" {\n hosts A\n}' });
    assert.deepEqual(shown(layoutHosting(sample.model, 1000, new Set(), all), sample), ['A', 'B']);
  });
});

describe('the layout of dependencies', () => {
  it('has who needs a product on the left, what it needs on the right, by steps', () => {
    const sample = new Sample({
      'a.ptree':
        'service A "A" {\n uses B\n}\nsoftware B "B" {\n uses C\n}\nsoftware C "C" {\n uses D\n}\nsoftware D "D"\nenclave E "E" {\n hosts A\n}',
    });
    const keys = (steps: number): string[] =>
      shown(layoutDependencies(sample.model, sample.id('B'), steps, new Set(), all), sample).filter(
        key => key.length === 1,
      );
    assert.deepEqual(keys(1), ['A', 'B', 'C']);
    assert.deepEqual(keys(Number.POSITIVE_INFINITY), ['A', 'B', 'C', 'D']);
    const scene = layoutDependencies(sample.model, sample.id('A'), 1, new Set(), all);
    assert.deepEqual(
      scene.edges.map(({ label, side }) => [label, side]),
      [
        ['uses', 'needs'],
        ['hosted on', 'needs'],
      ],
    );
  });

  it('draws a cycle as one', () => {
    const sample = new Sample({
      'a.ptree':
        'software A "A" {\n uses B\n}\nsoftware B "B" {\n uses C\n}\nsoftware C "C" {\n uses A, D\n}\nsoftware D "D"',
    });
    const scene = layoutDependencies(sample.model, sample.id('B'), 1, new Set(), all);
    const columns = new Map(
      scene.boxes
        .filter(({ product }) => product >= 0)
        .map(({ product, column }) => [sample.model.products[product]!.key, column]),
    );
    assert.deepEqual(
      columns,
      new Map([
        ['B', 0],
        ['C', 0],
        ['A', 0],
        ['D', 1],
      ]),
    );
    assert.ok(shown(scene, sample).includes('3 in a cycle: uses'));
  });

  it('keeps the rest of a long column behind a button', () => {
    const users = Array.from({ length: 40 }, (_, n) => `service S${n} "S${n}" {\n uses HUB\n}`).join('\n');
    const sample = new Sample({ 'a.ptree': `software HUB "Hub"\n${users}` });
    const few = layoutDependencies(sample.model, sample.id('HUB'), 1, new Set(), all);
    assert.ok(shown(few, sample).includes('Show 26 more'));
    assert.equal(layoutDependencies(sample.model, sample.id('HUB'), 1, new Set(['l1']), all).edges.length, 40);
  });
});

describe('filter, colours and pictures', () => {
  const sample = new Sample({
    'a.ptree':
      'package TOP "Top" {\n service A "<Alpha> & Co" {\n  owner kim\n  team red\n }\n service B "Beta"\n}\nperson kim "Kim"\nteam red "Red"',
  });

  it('a filter keeps what contains a match', () => {
    const shown = applyFilter(sample.model, { ...noFilter(), owner: 'kim' }, true);
    assert.deepEqual(sample.model.order.filter(shown), [sample.id('TOP'), sample.id('A')]);
    const nobody = applyFilter(sample.model, { ...noFilter(), owner: NOBODY, hiddenKinds: ['package'] }, false);
    assert.deepEqual(sample.model.order.filter(nobody), [sample.id('B')]);
  });

  it('the legend says what each colour stands for', () => {
    const colours = new Colours(sample.model, 'team');
    assert.deepEqual(colours.legend, [
      { colour: 'series-1', label: 'Red', count: 1 },
      { colour: 'none', label: 'no team', count: 2 },
    ]);
    assert.equal(colours.wordsFor(sample.id('A')), 'Red');
  });

  it('a picture is a function of the layout alone, and its texts are safe', () => {
    const scene = layoutTree(sample.model, firstExpansion(sample.model), all);
    const look = new Look(sample.model, new Colours(sample.model, 'kind'));
    const palette = { colours: new Map(), font: 'sans-serif', mono: 'monospace', highContrast: false };
    const svg = svgOf(scene, look, palette, 'A "title"');
    assert.equal(svg, svgOf(scene, look, palette, 'A "title"'));
    assert.ok(svg.includes('&#60;Alpha&#62; &#38; Co') && !svg.includes('<Alpha>'));
  });
});
