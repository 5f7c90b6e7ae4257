/**
 * Someone types; the text is broken most of the time. Mistakes as people make them are put into the example's files, one and two
 * at a time, and what an editor would show is counted: findings of this file beyond the one deserved, findings in other files (they
 * refer to what is spoilt), mistakes without a finding, and other products that vanished or read differently. `PTREE_SEED=7 npm test` (or `-- --seed=7`) makes other mistakes.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, Patient } from './judge-mistake.ts';
import { MISTAKES, type Mistake, type Place } from './mistakes.ts';
import { type Random, randomFrom, seedOr } from './random.ts';

const EACH = 12; // mistakes of each class: 36 classes make more than 400
const PAIRS = 300;

interface Case {
  name: string;
  file: string;
  places: Place[];
  outcome: Outcome;
}

function textsBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ptree'));
  return new Map(names.sort().map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}

const root = join(import.meta.dirname, '../..');

describe('recovery from mistakes', function () {
  this.timeout(120_000);
  const seed = seedOr(42);
  const random = randomFrom(seed);
  const patients = [
    new Patient(textsBelow(join(root, 'examples/rubin-dm'))),
    new Patient(new Map([['sample.ptree', readFileSync(join(import.meta.dirname, 'sample.ptree'), 'utf8')]])),
  ];

  it('is tried on sound texts', () => {
    const sample = patients[1].spoil('sample.ptree', patients[1].files.get('sample.ptree')!, []);
    assert.deepEqual(sample, { findings: [], elsewhere: 0, lost: [], changed: [] });
  });

  it('one mistake is about one finding, and costs no other product', () => {
    const cases = MISTAKES.flatMap(mistake => Array.from({ length: EACH }, () => make([mistake], patients, random)));
    const single = cases.filter(one => one !== undefined);
    print(`one mistake at a time, seed ${seed}`, single);
    assert.ok(single.length >= 300, `only ${single.length} mistakes found a place`);
    assert.deepEqual(single.filter(({ outcome }) => outcome.lost.length > 0).map(describeCase), []);
    const findings = mean(single.map(({ outcome }) => outcome.findings.length));
    assert.ok(findings <= 1.2, `${findings.toFixed(2)} findings per mistake (PTREE_SEED=${seed})`);
  });

  it('two mistakes in one file stay two', () => {
    const cases = Array.from({ length: PAIRS }, () =>
      make([random.pick(MISTAKES), random.pick(MISTAKES)], patients, random),
    );
    const pairs = cases.filter(one => one !== undefined);
    print(`two mistakes at a time, seed ${seed}`, pairs);
    const findings = mean(pairs.map(({ outcome }) => outcome.findings.length));
    assert.ok(findings <= 3, `${findings.toFixed(2)} findings per two mistakes (PTREE_SEED=${seed})`);
    const lost = mean(pairs.map(({ outcome }) => outcome.lost.length));
    assert.ok(lost <= 0.2, `${lost.toFixed(2)} products lost per two mistakes (PTREE_SEED=${seed})`);
  });
});

/** Makes mistakes in one file of one project, each where the file has a place for it. */
function make(mistakes: readonly Mistake[], patients: readonly Patient[], random: Random): Case | undefined {
  for (let attempt = 0; attempt < 400; attempt++) {
    // Each file counts alike; a class that has no place in the example soon comes to the sample.
    const at = random.number(patients.reduce((n, { files }) => n + files.size, 0));
    const patient = patients.find((_, i) => at < patients.slice(0, i + 1).reduce((n, { files }) => n + files.size, 0))!;
    const file = random.pick([...patient.files.keys()]);
    const lines = patient.files.get(file)!.split('\n');
    const places: Place[] = [];
    for (const mistake of mistakes) {
      const place = mistake.make(lines, random);
      // A first mistake may have moved the lines of the second by one or so: look at both sides.
      if (place) places.push(places.length === 0 ? place : { from: place.from - 1, to: place.to + 1 }, place);
    }
    if (places.length < mistakes.length) continue;
    const outcome = patient.spoil(file, lines.join('\n'), places);
    return { name: mistakes.map(({ name }) => name).join(' + '), file, places, outcome };
  }
  return undefined;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const describeCase = ({ name, file, places, outcome }: Case): string =>
  `${name}: ${file}:${places[0].to + 1} lost ${outcome.lost.join(', ')}`;

function print(title: string, cases: readonly Case[]): void {
  const rows = new Map<string, Case[]>();
  for (const one of cases) {
    const name = one.name.includes(' + ') ? 'any two' : one.name;
    rows.set(name, [...(rows.get(name) ?? []), one]);
  }
  const row = (name: string, of: readonly Case[]): string => {
    const beyond = mean(of.map(({ outcome }) => Math.max(0, outcome.findings.length - (name === 'any two' ? 2 : 1))));
    const silent = of.filter(({ outcome }) => outcome.findings.length === 0).length;
    const sum = (what: 'lost' | 'changed'): number => of.reduce((n, { outcome }) => n + outcome[what].length, 0);
    const elsewhere = mean(of.map(({ outcome }) => outcome.elsewhere)).toFixed(2);
    const cells = [of.length, beyond.toFixed(2), elsewhere, silent, sum('lost'), sum('changed')];
    return `    ${name.padEnd(48)}${cells.map(cell => String(cell).padStart(10)).join('')}`;
  };
  const head = ['number', 'beyond', 'elsewhere', 'silent', 'lost', 'changed'].map(cell => cell.padStart(10)).join('');
  console.log(`\n    ${title.padEnd(48)}${head}`);
  for (const [name, of] of rows) console.log(row(name, of));
  if (rows.size > 1) console.log(row('all', cases));
  if (process.env.PTREE_SHOW) {
    for (const { name, file, places, outcome } of cases) {
      if (outcome.findings.length === 1 && outcome.lost.length + outcome.changed.length === 0) continue;
      const { lost, changed } = outcome;
      console.log(
        `    ${name}: ${file}:${places[0].to + 1}`,
        ...outcome.findings.map(finding => `\n      ${finding}`),
        { lost, changed },
      );
    }
  }
}
