import assert from 'node:assert/strict';
import {
  baseName,
  canonical,
  folderOf,
  foldersAround,
  inFolder,
  isWithin,
  relativePath,
} from '../../../server/src/workspace/addresses.ts';

describe('Addresses', () => {
  it('of one Windows file are one, however the editor spells the drive', () => {
    const spellings = [
      'file:///C:/tree/a.ptree',
      'file:///c:/tree/a.ptree',
      'file:///c%3A/tree/a.ptree',
      'file:///C%3A/tree/a.ptree',
    ];
    assert.deepEqual([...new Set(spellings.map(canonical))], ['file:///c%3A/tree/a.ptree']);
  });

  it('keep the case of everything but the drive', () => {
    assert.equal(canonical('file:///C:/Tree/A.ptree'), 'file:///c%3A/Tree/A.ptree');
    assert.notEqual(canonical('file:///tree/A.ptree'), canonical('file:///tree/a.ptree'));
  });

  it('are one with and without escapes, and with and without a slash at the end', () => {
    assert.equal(canonical('file:///my tree/ä.ptree'), canonical('file:///my%20tree/%C3%A4.ptree'));
    assert.equal(canonical('file:///tree/sub/'), 'file:///tree/sub');
    assert.equal(canonical('file:///c:/'), 'file:///c%3A/');
    assert.equal(canonical('file:///'), 'file:///');
  });

  it('of shares and of other schemes stay what they are', () => {
    assert.equal(canonical('file://server/share/a.ptree'), 'file://server/share/a.ptree');
    assert.equal(canonical('untitled:Untitled-1'), 'untitled:Untitled-1');
    assert.equal(canonical('ptree-library:/kinds.ptree'), 'ptree-library:/kinds.ptree');
  });

  it('have folders and names', () => {
    assert.equal(folderOf('file:///c%3A/tree/sub/a.ptree'), 'file:///c%3A/tree/sub');
    assert.equal(baseName('file:///c%3A/tree/my%20file.ptree'), 'my file.ptree');
    assert.equal(inFolder('file:///c%3A/tree', 'sub', 'a b.ptree'), 'file:///c%3A/tree/sub/a%20b.ptree');
    assert.deepEqual(
      [...foldersAround('file:///c%3A/tree/sub/a.ptree')],
      ['file:///c%3A/tree/sub', 'file:///c%3A/tree', 'file:///c%3A'],
    );
    assert.deepEqual([...foldersAround('untitled:Untitled-1')], []);
  });

  it('lie within a folder only step by step', () => {
    assert.equal(relativePath('file:///tree', 'file:///tree/sub/a.ptree'), 'sub/a.ptree');
    assert.equal(relativePath('file:///tree', 'file:///tree'), '');
    assert.equal(relativePath('file:///tree', 'file:///treehouse/a.ptree'), undefined);
    assert.equal(relativePath('file:///tree', 'untitled:/tree/a.ptree'), undefined);
    assert.equal(isWithin('file:///c%3A/tree', 'file:///c%3A/tree/a.ptree'), true);
    assert.equal(isWithin('file:///c%3A/tree', 'file:///d%3A/tree/a.ptree'), false);
  });
});
