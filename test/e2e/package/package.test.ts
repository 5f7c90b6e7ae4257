import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { vsix } from '../../../scripts/build.mjs';
import { binFolder, root } from '../../../scripts/process.mjs';

describe('the package', function () {
  this.timeout(60_000);

  it('is smaller than 2 MB', () => {
    const { size } = statSync(vsix);
    assert.ok(size < 2_000_000, `${size} bytes`);
  });

  it('holds what runs and what is shown, and nothing else', () => {
    const listed = execFileSync(join(binFolder, 'vsce'), ['ls', '--no-dependencies'], { cwd: root, encoding: 'utf8' });
    const files = listed.trim().split('\n').sort();
    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'client/media/explorer.svg',
      'client/media/file-dark.svg',
      'client/media/file-light.svg',
      'client/media/icon.png',
      'client/media/walkthrough/check.md',
      'client/media/walkthrough/findings.md',
      'client/media/walkthrough/folder.md',
      'client/media/walkthrough/mend.md',
      'client/media/walkthrough/project.md',
      'client/media/walkthrough/walk.md',
      'client/media/walkthrough/write.md',
      'dist/extension-browser.cjs',
      'dist/extension.cjs',
      'dist/preview.css',
      'dist/preview.js',
      'dist/server-browser.js',
      'dist/server.cjs',
      'docs/rules.md',
      'package.json',
      'syntaxes/language-configuration.json',
      'syntaxes/product-tree.schema.json',
      'syntaxes/ptree.tmLanguage.json',
      'syntaxes/snippets.json',
    ];
    assert.deepEqual(files, expected);
  });
});
