/** The tour of the README, followed word by word on a copy of the example: what it says is compared with what comes. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CodeAction,
  type CompletionList,
  DiagnosticSeverity,
  type Hover,
  type Position,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bundleCommandLine } from '../../scripts/build.mjs';
import { start, type TestServer } from './harness.ts';
import { changes } from './rename.ts';

const root = join(import.meta.dirname, '..', '..');
const example = join(root, 'examples', 'rubin-dm');
const FACILITIES = 'infrastructure/facilities.ptree';
const FINDING = 'FACFR (French Data Facility) hosts no enclave. A facility hosts enclaves.';

describe('The tour of the README', function () {
  this.timeout(60_000);
  let server: TestServer;
  /** What of the tour the tests below have followed. */
  const followed: string[] = [];

  before(async () => {
    server = await start('', { open: [], prepare: folder => cp(example, folder, { recursive: true }) });
  });
  after(() => server?.stop());

  /** A step of the tour, in its own words; a test of each claim in it. */
  const step = (says: string, check: () => Promise<void>): void => {
    followed.push(says);
    it(says.slice(0, says.indexOf('.**') + 1).replace('**', ''), check);
  };

  step(
    '**1. Open a folder with a `.ptree` file.** After `npm start` that is DMTN-104, the Data Management product tree of the ' +
      'Vera C. Rubin Observatory: 41 packages and 131 products. Open `infrastructure/facilities.ptree`.',
    async () => {
      assert.match(readFileSync(join(root, 'scripts/start.mjs'), 'utf8'), /rubin-dm/);
      const { packages, products } = await server.ready();
      assert.deepEqual({ packages, products }, { packages: 41, products: 131 });
      await server.open(FACILITIES);
    },
  );

  step(
    '**2. Read what is underlined.** In `FACFR`, the word `hosts` has a red line: *FACFR (French Data Facility) hosts no enclave. ' +
      'A facility hosts enclaves.* The Problems panel (`Ctrl+Shift+M`) lists what is found in every file, open or not. Click a ' +
      "rule's id there to read what it means and how to mend it.",
    async () => {
      const found = (await server.diagnostics(FACILITIES)).find(({ message }) => message === FINDING);
      assert.equal(found?.severity, DiagnosticSeverity.Error);
      assert.equal(await server.place(server.uri(FACILITIES), found!.range), `${FACILITIES}:29:7 hosts`);
      const files = new Set(server.published.map(({ uri }) => server.name(uri)));
      assert(files.size > 10, 'files that nobody has opened have findings');
      const pages = readFileSync(join(root, 'docs/rules.md'), 'utf8');
      for (const line of await server.problems()) {
        const [, rule] = / (?:error|warning|info) (\S+): /.exec(line)!;
        assert.match(pages, new RegExp(`^#+ .*${rule}`, 'm'), `${rule} has a page`);
      }
      assert.match(pages, /^#+ .*facility\.hosts[\s\S]*?A facility hosts enclaves[\s\S]*?hosts/m);
    },
  );

  step(
    '**3. Jump.** Put the cursor on a key and press `F12` to go to where it is declared, `Shift+F12` to see who refers to it, and ' +
      'hover to see its card: owner and manager, what it uses and hosts, who uses and hosts it.',
    async () => {
      const at = await cursor(FACILITIES, 'hosts ENCARCB', 6);
      assert.deepEqual(await server.places(await server.ask('textDocument/definition', at)), [
        'infrastructure/enclaves.ptree:34:11 ENCARCB',
      ]);
      const context = { includeDeclaration: false };
      const referring = await server.places(await server.ask('textDocument/references', { ...at, context }));
      assert(referring.some(place => place.startsWith(`${FACILITIES}:`)));
      const card = async (file: string, text: string, moved: number): Promise<string> => {
        const hover = await server.ask<Hover>('textDocument/hover', await cursor(file, text, moved));
        return (hover.contents as { value: string }).value;
      };
      const service = await card('prompt/services.ptree', 'service POPSRV', 8);
      for (const word of ['manager', 'owner', 'uses', 'hosted on']) assert.match(service, new RegExp(word, 'i'));
      assert.match(await card(FACILITIES, 'hosts ENCARCB', 6), /hosts/i);
      assert.match(await card('prompt/software.ptree', 'software ALRTDSTR', 9), /used in/i);
    },
  );

  step(
    '**4. Type.** Begin a line after `hosts` with `Ctrl+Space`: enclaves come first in a facility, with their names. Half a line never ' +
      'disturbs its neighbours.',
    async () => {
      const before = await server.problems();
      const at = await cursor(FACILITIES, 'hosts "DAC Satellite', 6);
      const { items } = await server.ask<CompletionList>('textDocument/completion', at);
      for (const { labelDetails } of items.slice(0, 5)) {
        assert.equal(labelDetails?.description, 'enclave');
        assert.match(labelDetails?.detail ?? '', /\w/, 'with its name');
      }
      const text = await server.text(FACILITIES);
      await server.setText(FACILITIES, text.replace('    facility FACFR', '    fac\n    facility FACFR'));
      const others = (lines: string[]) =>
        lines.filter(line => !/`?\bfac\b/.test(line)).map(line => line.replace(/:\d+:\d+ /, ' '));
      assert.deepEqual(others(await server.problems()), others(before));
      await server.setText(FACILITIES, text);
    },
  );

  step(
    '**5. Mend and move.** `Ctrl+.` on what is underlined offers what mends it. On the first line of a product, the same keys move it ' +
      'to another package, or a package to a file of its own, comments included.',
    async () => {
      const actions = async (text: string, moved = 0): Promise<CodeAction[]> => {
        const { textDocument, position } = await cursor(FACILITIES, text, moved);
        const range = { start: position, end: position };
        return server.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
      };
      const fixes = (await actions('"DAC Satellite')).filter(({ kind }) => kind === 'quickfix');
      assert(fixes.some(({ title }) => /DAC Satellite/.test(title)));
      const move = (await actions('facility FACFR')).find(({ title }) => /^Move FACFR .* to /.test(title))!;
      const { edit } = await server.ask<CodeAction>('codeAction/resolve', move);
      const texts = await changes(server, edit!);
      assert(
        texts.some(change => change.includes('// DMTN-104 names both enclaves')),
        'its comment goes with it',
      );
      const extract = (await actions('package DF')).find(({ kind }) => kind === 'refactor.extract')!;
      assert.match(extract.title, /to a new file/);
    },
  );

  step(
    '**6. Rename.** `F2` on a key changes it everywhere, in files that are closed too, in descriptions, waivers and settings.',
    async () => {
      const rename = async (file: string, text: string, moved: number, newName: string): Promise<string[]> => {
        const at = await cursor(file, text, moved);
        return changes(server, await server.ask<WorkspaceEdit>('textDocument/rename', { ...at, newName }));
      };
      const places = await rename('prompt/services.ptree', 'service POPSRV', 8, 'PUBSRV');
      assert(
        places.some(place => place.startsWith('infrastructure/enclaves.ptree')),
        'in a closed file',
      );
      const mentioned = await rename('prompt/services.ptree', '[[OCS]]', 2, 'OBSCTL');
      assert(mentioned.length > 1, 'in descriptions');
      // The ids of rules in waivers and settings hold the keys of kinds.
      await server.write('product-tree.json', '{ "name": "rubin-dm", "rules": { "dome.owner": "info" } }');
      await server.write('dome.ptree', 'kind dome { complete owner [1] }\ndome D "D" { waive dome.owner "Later." }\n');
      await server.watched(['product-tree.json', 'Changed'], ['dome.ptree', 'Created']);
      await server.ready();
      assert.deepEqual(
        (await rename('dome.ptree', 'kind dome', 5, 'roof')).map(place => place.replace(/ .*/, '')),
        ['dome.ptree:1:6', 'dome.ptree:2:1', 'dome.ptree:2:20', 'product-tree.json:1:35'],
      );
      await server.remove('dome.ptree');
      await server.watched(['dome.ptree', 'Deleted']);
      await server.ready();
    },
  );

  step(
    '**7. Check on the command line.** What the editor shows, CI can hold: ```sh npm run build node dist/ptree.cjs check ' +
      'examples/rubin-dm ```',
    async () => {
      assert.ok(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.build);
      await bundleCommandLine('test/out/cli');
      const { stdout, status } = spawnSync(process.execPath, ['test/out/cli/ptree.cjs', 'check', 'examples/rubin-dm'], {
        cwd: root,
        encoding: 'utf8',
      });
      assert.equal(status, 1);
      const words = stdout.replace(/\s+/g, ' ');
      for (const line of (await server.problems()).filter(line => / error /.test(line))) {
        const message = line.slice(line.indexOf(': ') + 2);
        assert(words.includes(message), message);
      }
    },
  );

  it('has no words that nobody has followed', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, tour] = /^## A tour\n([\s\S]*?)^## /m.exec(readme)!;
    const words = tour.replace(/^!\[.*\n/gm, '');
    assert.equal(words.replace(/\s+/g, ' ').trim(), followed.join(' '));
  });

  /** A place in a file: before a text that stands in it, moved on by some characters. */
  async function cursor(
    file: string,
    text: string,
    moved: number,
  ): Promise<{ textDocument: { uri: string }; position: Position }> {
    const whole = await server.text(file);
    const offset = whole.indexOf(text);
    assert(offset >= 0, `${file} holds ${text}`);
    if (!server.published.some(({ uri, version }) => server.name(uri) === file && version !== undefined)) {
      // The editor opens what its author looks at.
      if (file !== FACILITIES) await server.open(file);
    }
    const position = TextDocument.create('', '', 0, whole).positionAt(offset + moved);
    return { textDocument: { uri: server.uri(file) }, position };
  }
});
