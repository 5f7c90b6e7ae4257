import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyExample } from '../../../scripts/workspace-copy.mjs';
import { inWindow } from './in-window.ts';
import { PreviewPane } from './preview-pane.ts';
import type { Window } from './window.ts';

/** A workspace of two projects, one without any hosting and one that is empty. */
function makeWorkspace(): string {
  const folder = dirname(copyExample('quickstart'));
  copyExample('rubin-dm', folder);
  for (const [name, text] of [
    ['library', 'software PARSER "Parser" {\n  uses LEXER\n}\nsoftware LEXER "Lexer"\n'],
    ['nothing', '// Nothing yet.\n\n'],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'product-tree.json'), JSON.stringify({ name }));
    writeFileSync(join(folder, name, `${name}.ptree`), text);
  }
  const file = join(folder, 'all.code-workspace');
  const folders = ['quickstart', 'rubin-dm', 'library', 'nothing'].map(path => ({ path }));
  writeFileSync(file, JSON.stringify({ folders }));
  return file;
}

describe('the preview of several projects', function () {
  this.timeout(120_000);
  let window: Window;
  let preview: PreviewPane;

  inWindow(
    async opened => {
      window = opened;
      preview = await PreviewPane.openIn(window, 'hospital.ptree', 8, 12);
    },
    { what: makeWorkspace },
  );

  const projects = () => preview.frame.getByRole('combobox', { name: 'Project' });
  const chosen = (): Promise<string | null> => projects().locator('option:checked').textContent();
  const message = (text: string) => preview.frame.locator('.message:visible', { hasText: text });

  it('begins with the one in which the cursor is, and offers the others', async () => {
    await preview.selects('NORTH');
    const names = await projects().locator('option').allTextContents();
    assert.equal(names.length, 4);
    assert.deepEqual(names.toSorted(), ['City Hospital', 'Data Management Product Tree', 'library', 'nothing']);
    await window.picture('preview-projects-1-first', projects());
  });

  it('shows another one that is chosen, and the first again as it was left', async () => {
    const first = (await chosen())!;
    await preview.view('Hosting');
    await projects().selectOption({ label: 'Data Management Product Tree' });
    await preview.box('FACBASE').waitFor();
    assert.ok((await preview.keys()).length > 10);
    await preview.view('Tree');
    await preview.choose('BUTLER');
    await window.picture('preview-projects-2-chosen', preview.box('BUTLER'));
    await projects().selectOption({ label: first });
    await preview.selects('NORTH');
    assert.equal(await preview.frame.getByRole('tab', { name: 'Hosting' }).getAttribute('aria-selected'), 'true');
    await projects().selectOption({ label: 'Data Management Product Tree' });
    await preview.selects('BUTLER');
    assert.equal(await preview.frame.getByRole('tab', { name: 'Tree' }).getAttribute('aria-selected'), 'true');
  });

  it('goes along when the cursor enters another project', async () => {
    await window.command('View: Focus First Editor Group');
    await window.openFile('library.ptree', 1, 11);
    await preview.selects('PARSER');
    assert.equal(await chosen(), 'library');
  });

  it('without any hosting, says how to state it', async () => {
    await preview.view('Hosting');
    await window.picture('preview-projects-3-no-hosting', message('Nothing is hosted yet'));
    await preview.view('Tree');
    await preview.keys();
  });

  it('of an empty project, says how to begin, and shows the first product while it is typed', async () => {
    await window.command('View: Focus First Editor Group');
    await window.openFile('nothing.ptree', 2, 1);
    await projects().selectOption({ label: 'nothing' });
    await window.picture('preview-projects-4-empty', message('There are no products yet'));
    await window.command('View: Focus First Editor Group');
    await window.page.keyboard.type('service PORTAL "Por');
    await preview.box('PORTAL').waitFor();
    await window.page.keyboard.type('tal"');
    await preview.frame.locator('.world .name', { hasText: /^Portal$/ }).waitFor();
    await message('There are no products yet').waitFor({ state: 'detached' });
  });
});
