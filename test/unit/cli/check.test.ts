import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { folderWith, ptree, removeFolders } from './run.ts';

const PROJECT = '{ "name": "clinic" }\n';
const FACILITY = 'facility NORTH "North Building" {\n  owner ABell\n  manager ABell\n}\n';
const PERSON = 'person ABell "Ada Bell"\n';
const CLEAN = `cots PACS "Picture Archive" {\n  owner ABell\n  manager ABell\n  link https://pacs.example.org\n}\n${PERSON}`;

/** As much of the JSON report as is looked at here; its schema tells the rest. */
interface CheckReport {
  projects: {
    name: string;
    root: string;
    products: number;
    packages: number;
    findings: { rule: string; subject: { key: string } | null; message: string }[];
  }[];
}

describe('ptree check', () => {
  after(removeFolders);

  it('shows each finding with its line and a caret, then counts by rule', () => {
    const folder = folderWith({ 'product-tree.json': PROJECT, 'main.ptree': FACILITY + PERSON });
    const { out, err, code } = ptree(folder, 'check');
    assert.equal(
      out,
      `main.ptree:1:10 error NORTH (North Building) hosts no enclave. A facility hosts enclaves. facility.hosts
  1 | facility NORTH "North Building" {
    |          ^^^^^

     1  error    facility.hosts

clinic: 0 packages, 1 product: 1 error.
`,
    );
    assert.equal(err, '');
    assert.equal(code, 1);
  });

  it('exits with 0 and says so when nothing is wrong', () => {
    const { out, code } = ptree(folderWith({ 'product-tree.json': PROJECT, 'main.ptree': CLEAN }), 'check');
    assert.equal(out, 'clinic: 0 packages, 1 product: no findings.\n');
    assert.equal(code, 0);
  });

  it('judges a file in its whole project, and reports that file alone', () => {
    const folder = folderWith({
      'product-tree.json': PROJECT,
      'a/one.ptree': FACILITY,
      'b/two.ptree': 'facility SOUTH "South" { owner Nobody }\n',
      'people.ptree': PERSON,
    });
    const { out, code } = ptree(folder, 'check', 'a/one.ptree');
    assert.match(out, /a\/one\.ptree:1:10 error NORTH/);
    assert.doesNotMatch(out, /SOUTH|unresolved/);
    assert.equal(code, 1);
  });

  it('prints JSON that its schema allows', () => {
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../docs/check.schema.json'), 'utf8'));
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    const { out, code } = ptree(
      join(import.meta.dirname, '../../..'),
      'check',
      '--format',
      'json',
      'examples/rubin-dm',
    );
    const report = JSON.parse(out) as CheckReport;
    assert.ok(validate(report), JSON.stringify(validate.errors?.slice(0, 3)));
    assert.equal(code, 1);
    const [project] = report.projects;
    assert.deepEqual(
      [project.name, project.root, project.products, project.packages],
      ['rubin-dm', 'examples/rubin-dm', 131, 41],
    );
    const facfr = project.findings.find(({ rule, subject }) => rule === 'facility.hosts' && subject?.key === 'FACFR');
    assert.equal(facfr?.message, 'FACFR (French Data Facility) hosts no enclave. A facility hosts enclaves.');
  });

  it('prints workflow commands for GitHub, with percent signs and colons escaped', () => {
    const folder = folderWith({
      'product-tree.json': PROJECT,
      'main.ptree': FACILITY.replace('North Building', '100% North') + PERSON,
    });
    const { out } = ptree(folder, 'check', '--format', 'github');
    assert.equal(
      out,
      '::error file=main.ptree,line=1,col=10,endLine=1,endColumn=14,title=facility.hosts::NORTH (100%25 North) hosts no enclave. A facility hosts enclaves.\n',
    );
  });

  it('fails from the severity that --fail-on names', () => {
    const folder = folderWith({
      'product-tree.json': PROJECT,
      'main.ptree': 'cots PACS "Picture Archive" {\n  link https://pacs.example.org\n}\n',
    });
    const codes = ['error', 'warning', 'info', 'never'].map(
      severity => ptree(folder, 'check', '--fail-on', severity).code,
    );
    assert.deepEqual(codes, [0, 1, 1, 0]);
  });

  it('reports one rule with --rule, and knows rules of the project', () => {
    const folder = folderWith({
      'product-tree.json': PROJECT,
      'main.ptree': `kind ward extends product { consistent link [1] "A ward has a page." }\nward W "Ward" { owner Nobody }\n`,
    });
    assert.match(ptree(folder, 'check', '--rule', 'ward.link').out, /1 {2}error {4}ward\.link\n\nclinic/);
    const wrong = ptree(folder, 'check', '--rule', 'ward.lnk');
    assert.deepEqual([wrong.err, wrong.code], ['ptree: No rule is called ward.lnk. `ptree rules` lists them.\n', 2]);
  });

  it('prints the summary alone with --quiet', () => {
    const folder = folderWith({ 'product-tree.json': PROJECT, 'main.ptree': FACILITY + PERSON });
    assert.equal(
      ptree(folder, 'check', '--quiet').out,
      '     1  error    facility.hosts\n\nclinic: 0 packages, 1 product: 1 error.\n',
    );
  });

  it('lists waived findings only with --waived, and expires them by --today', () => {
    const waived = FACILITY.replace('{\n', '{\n  waive facility.hosts "opens next year" until 2027-06\n');
    const folder = folderWith({ 'product-tree.json': PROJECT, 'main.ptree': waived + PERSON });
    const june = ptree(folder, 'check', '--today', '2027-06-30');
    assert.deepEqual([june.out, june.code], ['clinic: 0 packages, 1 product: no findings, 1 waived.\n', 0]);
    assert.match(
      ptree(folder, 'check', '--today', '2027-06-30', '--waived').out,
      /facility\.hosts\n[\s\S]*waived: opens next year \(until 2027-06\)/,
    );
    const july = ptree(folder, 'check', '--today', '2027-07-01');
    assert.match(july.out, /error {4}facility\.hosts[\s\S]*warning {2}waiver-expired/);
    assert.equal(july.code, 1);
  });

  it('records a baseline, fails on new findings only, and names those that are gone', () => {
    const folder = folderWith({ 'product-tree.json': PROJECT, 'main.ptree': FACILITY + PERSON });
    assert.deepEqual(ptree(folder, 'check', '--update-baseline', 'known.json'), {
      out: '1 finding recorded in known.json.\n',
      err: '',
      code: 0,
    });
    assert.equal(ptree(folder, 'check', '--baseline', 'known.json').code, 0);
    writeFileSync(
      join(folder, 'more.ptree'),
      '// moved and reworded findings stay known\nfacility SOUTH "South" { owner ABell }\n',
    );
    const grown = ptree(folder, 'check', '--baseline', 'known.json');
    assert.match(grown.out, /SOUTH \(South\) hosts no enclave/);
    assert.doesNotMatch(grown.out, /NORTH/);
    assert.equal(grown.code, 1);
    writeFileSync(join(folder, 'main.ptree'), CLEAN);
    assert.match(
      ptree(folder, 'check', '--baseline', 'known.json').out,
      /Gone since the baseline: facility\.hosts of product NORTH\.\n/,
    );
  });

  it('reports project files that are wrong, and goes on', () => {
    const folder = folderWith({ 'product-tree.json': '{ "name": "clinic", "colour": "red" }', 'main.ptree': CLEAN });
    const { out, code } = ptree(folder, 'check');
    assert.match(out, /product-tree\.json:1:21 error `colour` means nothing here\./);
    assert.equal(code, 1);
  });

  it('reports what is no text, and what is a folder with a file’s name', () => {
    const folder = folderWith({
      'product-tree.json': PROJECT,
      'main.ptree': CLEAN,
      'latin.ptree': new Uint8Array([0x70, 0xe9, 0x0a]),
      'x.ptree/inner.ptree': '',
    });
    const { out, code } = ptree(folder, 'check');
    assert.match(out, /latin\.ptree:1:1 error This file is not UTF-8 text\./);
    assert.match(out, /x\.ptree:1:1 error `x\.ptree` is a folder/);
    assert.equal(code, 1);
  });

  for (const [name, words, message] of [
    ['a path that does not exist', ['check', 'nowhere'], 'There is no file or folder nowhere.'],
    ['a folder without a model', ['check'], 'There is no .ptree file in .'],
    [
      'a baseline that does not exist',
      ['check', '--baseline', 'none.json', 'm'],
      'The baseline none.json cannot be read.',
    ],
    ['a day that does not exist', ['check', '--today', '2027-02-30'], 'Give a day such as 2027-06-30.'],
    ['an unknown option', ['check', '--fromat', 'json'], '--format'],
    ['an unknown command', ['chekc'], 'check'],
  ] as const) {
    it(`exits with 2 and a sentence for ${name}`, () => {
      const folder = folderWith(name.includes('baseline') ? { 'm/main.ptree': CLEAN } : {});
      const { out, err, code } = ptree(folder, ...words);
      assert.equal(code, 2);
      assert.ok(err.includes(message), err);
      assert.doesNotMatch(err, /\n\s+at /);
      assert.equal(out, '');
    });
  }
});

describe('ptree', () => {
  it('says its version, and helps with examples', () => {
    assert.match(ptree('.', '--version').out, /^\d+\.\d+\.\d+\n$/);
    const { out, code } = ptree('.', '--help');
    assert.match(out, /Examples:\n {2}ptree check/);
    assert.equal(code, 0);
  });

  it('lists the rules and explains one', () => {
    assert.match(ptree('.', 'rules').out, /^facility\.hosts +error +A facility hosts enclaves\.$/m);
    assert.match(ptree('.', 'rules', 'facility.hosts').out, /A facility hosts enclaves\./);
    const wrong = ptree('.', 'rules', 'facility.hots');
    assert.deepEqual([wrong.code, wrong.out], [2, '']);
  });
});
