import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, ptree, ptreeReading, removeFolders } from './run.ts';

const MESSY = 'service  A "A" {\nteam LDF\n  owner B }\n';
const TIDY = 'service A "A" {\n  owner B\n  team LDF\n}\n';
const BROKEN = 'service A "A" {\n  owner B\n';
const REASON =
  'A text is formatted once its quotes and braces pair up. This { is never closed: write } in a line of its own where what belongs to it ends.';

const textOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

describe('ptree format', () => {
  after(removeFolders);

  it('rewrites the files below the folder that are not laid out so, and names them', () => {
    const folder = folderWith({ 'a.ptree': MESSY, 'b/c.ptree': MESSY, 'd.ptree': TIDY });
    assert.deepEqual(ptree(folder, 'format'), {
      out: 'a.ptree\nb/c.ptree\n3 files: 2 formatted.\n',
      err: '',
      code: 0,
    });
    for (const file of ['a.ptree', 'b/c.ptree', 'd.ptree']) assert.equal(textOf(folder, file), TIDY);
    assert.deepEqual(ptree(folder, 'format'), { out: '3 files: 0 formatted.\n', err: '', code: 0 });
  });

  it('rewrites the files that are named', () => {
    const folder = folderWith({ 'a.ptree': MESSY, 'b.ptree': MESSY });
    assert.deepEqual(ptree(folder, 'format', 'b.ptree'), {
      out: 'b.ptree\n1 file: 1 formatted.\n',
      err: '',
      code: 0,
    });
    assert.equal(textOf(folder, 'a.ptree'), MESSY);
  });

  it('--check changes nothing, and exits with 1 if anything would change', () => {
    const folder = folderWith({ 'a.ptree': MESSY, 'd.ptree': TIDY });
    assert.deepEqual(ptree(folder, 'format', '--check'), {
      out: 'a.ptree\n2 files: 1 to format.\n',
      err: '',
      code: 1,
    });
    assert.equal(textOf(folder, 'a.ptree'), MESSY);
    assert.deepEqual(ptree(folder, 'format', '--check', 'd.ptree'), {
      out: '1 file: 0 to format.\n',
      err: '',
      code: 0,
    });
  });

  it('leaves alone what its project or .gitignore leaves out, unless it is named', () => {
    const folder = folderWith({
      'product-tree.json': '{ "name": "x", "exclude": ["drafts/**"] }',
      '.gitignore': 'build/\n',
      'drafts/a.ptree': MESSY,
      'build/b.ptree': MESSY,
      'c.ptree': TIDY,
    });
    assert.equal(ptree(folder, 'format', '--check').out, '1 file: 0 to format.\n');
    assert.equal(ptree(folder, 'format', '--check', 'drafts/a.ptree').code, 1);
  });

  it('leaves a text alone whose braces do not pair up, says why, formats the others and exits with 2', () => {
    const folder = folderWith({ 'a.ptree': BROKEN, 'b.ptree': MESSY });
    assert.deepEqual(ptree(folder, 'format'), {
      out: 'b.ptree\n2 files: 1 formatted.\n',
      err: `a.ptree:1: ${REASON}\n`,
      code: 2,
    });
    assert.equal(textOf(folder, 'a.ptree'), BROKEN);
    assert.equal(textOf(folder, 'b.ptree'), TIDY);
    assert.equal(ptree(folder, 'format', '--check').code, 2);
  });

  it('leaves alone what is no text, and exits with 2', () => {
    const folder = folderWith({ 'a.ptree': new Uint8Array([0x61, 0xff, 0xfe]) });
    const { err, code } = ptree(folder, 'format');
    assert.match(err, /^a\.ptree: This file is not UTF-8 text/);
    assert.equal(code, 2);
  });

  it('keeps line ends and a byte-order mark', () => {
    const folder = folderWith({ 'a.ptree': `\uFEFF${MESSY.replaceAll('\n', '\r\n')}` });
    ptree(folder, 'format');
    assert.equal(textOf(folder, 'a.ptree'), `\uFEFF${TIDY.replaceAll('\n', '\r\n')}`);
  });

  it('- reads standard input and writes standard output', () => {
    const folder = folderWith({});
    assert.deepEqual(ptreeReading(MESSY, folder, 'format', '-'), { out: TIDY, err: '', code: 0 });
    assert.deepEqual(ptreeReading(MESSY, folder, 'format', '--check', '-'), { out: '', err: '', code: 1 });
    assert.deepEqual(ptreeReading(TIDY, folder, 'format', '--check', '-'), { out: '', err: '', code: 0 });
  });

  it('- hands on a text that it cannot format, so that it is not lost', () => {
    assert.deepEqual(ptreeReading(BROKEN, folderWith({}), 'format', '-'), {
      out: BROKEN,
      err: `standard input:1: ${REASON}\n`,
      code: 2,
    });
  });

  it('says what is wrong with how it was called, and exits with 2', () => {
    const folder = folderWith({ 'notes.txt': '' });
    const says = (...words: string[]): [string, number | null] => {
      const { err, code } = ptree(folder, 'format', ...words);
      return [err, code];
    };
    assert.deepEqual(says('nowhere'), ['ptree: There is no file or folder nowhere.\n', 2]);
    assert.deepEqual(says('notes.txt'), ['ptree: notes.txt is no .ptree file.\n', 2]);
    assert.deepEqual(says(), ['ptree: There is no .ptree file in ..\n', 2]);
    assert.deepEqual(says('-', 'a.ptree'), ['ptree: Give - alone: it stands for standard input.\n', 2]);
  });
});
