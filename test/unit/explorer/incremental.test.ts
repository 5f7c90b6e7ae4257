import assert from 'node:assert/strict';
import { ALL_RULES } from '../../../server/src/rules/table.ts';
import { broken, editsWith } from '../engine/edits.ts';
import { branch, declaration, type Model, render, shared } from '../engine/generated.ts';
import { Random } from '../engine/random.ts';
import { FOLDER, Kept } from './kept.ts';

const FIRST_SEED = Number(process.env.PTREE_SEED ?? 20261125);
const RUNS = Number(process.env.PTREE_RUNS ?? 8);
const STEPS = 25;

/** Two of them stand in a folder that is now and then a project of its own. */
const FILES = ['a.ptree', 'b.ptree', 'two/c.ptree', 'two/d.ptree'].map(name => `${FOLDER}/${name}`);
const SETTINGS_FILES = ['product-tree.json', 'two/product-tree.json'].map(name => `${FOLDER}/${name}`);
/** With every rule off that can be, a kind may change without a word about its products. */
const QUIET = Object.fromEntries(ALL_RULES.filter(({ fixed }) => !fixed).map(({ id }) => [id, 'off']));
const SETTINGS = [
  undefined,
  '{ "name": "one", "title": "The first" }',
  '{ "name": "two", "kinds": "none" }',
  JSON.stringify({ name: 'quiet', rules: QUIET }),
  '{ "name": "two", "rules": { "product.owner": "off", "one-sided-link": "info", "no-such-rule": "off" } }',
];
const KINDS_FILE = `${FOLDER}/kinds.ptree`;
const KINDS = [undefined, 'kind wrad extends package', 'kind wrad extends service', 'kind wrad extends software'];
const FILTERS = ['a', 'nor', 'FIRST', 'lab/t', 'not yet', 'anna', 'req-', 'lse-1', 'e', 'no such thing'];

/** A session of edits by chance. */
async function edit(seed: number): Promise<void> {
  const random = new Random(seed);
  const kept = await Kept.start();
  const model: Model = new Map(FILES.map(file => [file, Array.from({ length: 5 }, () => declaration(random))]));
  if (random.once(3)) model.set(FILES[0], shared());
  if (random.once(2)) model.set(FILES[1], branch());
  const edits = editsWith([]);
  const log: string[] = [];
  /** Puts the texts of the model in place: typed into an editor, or written to disk. */
  const follow = async (): Promise<void> => {
    for (const [file, declarations] of model) {
      const text = render(declarations);
      if (text === kept.text(file)) continue;
      if (random.once(3)) await kept.write(new Map([[file, text]]));
      else kept.type(file, text);
    }
  };
  const others: Record<string, () => Promise<void>> = {
    'shift lines': async () => {
      const file = random.pick(FILES);
      kept.type(file, `${'\n'.repeat(1 + random.below(3))}// moved\n${kept.text(file) ?? ''}`);
    },
    break: async () => {
      const file = random.pick(FILES);
      kept.type(file, broken(kept.text(file) ?? '', random));
    },
    'delete a file': () => kept.write(new Map([[random.pick(FILES), undefined]])),
    'new file': () =>
      kept.write(new Map([[`${FOLDER}/new.ptree`, render([declaration(random), declaration(random)])]])),
    'delete the new file': () => kept.write(new Map([[`${FOLDER}/new.ptree`, undefined]])),
    'rename files': async () => {
      const [from, to] = [random.pick(FILES), random.pick(FILES)];
      const [one, other] = [model.get(from)!, model.get(to)!];
      model.set(from, other).set(to, one);
      await kept.write(new Map([from, to].map(file => [file, render(model.get(file)!)])));
    },
    // What is a package, and so no product that counts, is said by a kind, wherever that stands.
    kinds: () => kept.write(new Map([[KINDS_FILE, random.pick(KINDS)]])),
    settings: () => kept.write(new Map([[random.pick(SETTINGS_FILES), random.pick(SETTINGS)]])),
  };
  try {
    await follow();
    kept.check('a');
    for (let step = 0; step < STEPS; step++) {
      const name = random.pick([...Object.keys(edits), ...Object.keys(others)]);
      log.push(name);
      if (name in others) await others[name]();
      else {
        edits[name](model, random);
        await follow();
      }
      // What is shown is not asked for after every change.
      if (!random.once(3)) kept.check(random.pick(FILTERS));
    }
    kept.check('a');
  } catch (error) {
    assert.fail(`PTREE_SEED=${seed} PTREE_RUNS=1, after ${log.join(', ')}: ${(error as Error).message}`);
  }
}

describe('the explorer that is kept', () => {
  it(`shows what a fresh one shows: ${RUNS} sessions of ${STEPS} edits (PTREE_SEED=${FIRST_SEED})`, async function () {
    this.timeout(RUNS * 4000);
    for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) await edit(seed);
  });
});
