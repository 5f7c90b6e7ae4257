/**
 * `npm run bench`: what people wait for, at 1,000 and 10,000 generated products, each beside the floor of reading and lexing the same text in
 * the same run. Machines differ and are noisy: the ratios tell, and that a keystroke's work does not grow.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { countTokens } from '../../server/src/language/index.ts';
import { BenchClient, writeFolder } from './client.ts';
import { type GeneratedFile, generate, productKey } from './generate.ts';
import { measure, print, type Row } from './measure.ts';

const SIZES = (process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['1000', '10000']).map(Number);
const CLI = resolve(import.meta.dirname, '../../dist/ptree.cjs');
const KEYSTROKES = 40;

for (const size of SIZES) {
  const files = generate(size);
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  console.log(`\n${size.toLocaleString('en')} products: ${files.length} files, ${(characters / 1e6).toFixed(1)} MB`);
  const floor = await measureFloor(files);
  const rows = [floor, ...(await measureServer(files, size)), measureCheck(files)];
  for (const row of rows) print(row, floor);
}

async function measureFloor(files: readonly GeneratedFile[]): Promise<Row> {
  const folder = writeFolder(files);
  const paths = files.filter(({ path }) => path.endsWith('.ptree')).map(({ path }) => join(folder, path));
  return measure('floor: read and lex every file', 5, () => {
    for (const path of paths) countTokens(readFileSync(path, 'utf8'));
  });
}

async function measureServer(files: readonly GeneratedFile[], size: number): Promise<Row[]> {
  const client = new BenchClient(writeFolder(files));
  const start = performance.now();
  await client.start();
  const cold = performance.now() - start;
  const rows: Row[] = [
    { what: 'start to all diagnostics', median: cold, p95: cold, work: `peak ${client.peakMemory() ?? '?'} MB` },
  ];

  const area = Math.floor(size / 200);
  const path = `areas/area-${area}.ptree`;
  const lines = (await client.open(path)).split('\n');
  const service = productKey(area, 42);
  const line = lines.findIndex(text => text.includes(`service ${service} `));
  const find = (word: string): number => lines.findIndex((text, index) => index > line && text.trim().startsWith(word));
  /** Types a character and takes it back, in turns. */
  const toggle = async (what: string, at: number, character: number, typed: string): Promise<void> => {
    const before = await client.work();
    const row = await measure(what, KEYSTROKES, round =>
      round % 2 === 0 ? client.type(path, at, character, 0, typed) : client.type(path, at, character, typed.length, ''),
    );
    const after = await client.work();
    const rounds = KEYSTROKES + 5;
    if (rounds % 2 === 1) await client.type(path, at, character, typed.length, '');
    rows.push({
      ...row,
      work: `${((after.parsed - before.parsed) / rounds).toFixed(1)} files parsed, ${((after.judged - before.judged) / rounds).toFixed(1)} entries judged`,
    });
  };
  const end = (at: number): number => lines[at].length;
  await toggle('keystroke: description', find('"""'), 10, 'x');
  await toggle('keystroke: owner', find('owner'), end(find('owner')), '9');
  await toggle('keystroke: move (in PARENT)', 0, lines[0].indexOf(' {'), '9');
  await toggle('keystroke: rename (key)', line, lines[line].indexOf(service) + service.length, 'x');
  await toggle(
    'keystroke: rename of what others use',
    lines.findIndex(text => text.includes(`software ${productKey(area, 45)} `)),
    11 + productKey(area, 45).length,
    'x',
  );

  const uses = find('uses');
  const textDocument = { uri: client.uri(path) };
  const position = { line: uses, character: end(uses) - 1 };
  const once = async (what: string, method: string, params: object): Promise<void> => {
    rows.push(
      await measure(what, KEYSTROKES, async () => {
        await client.connection.sendRequest(method, { textDocument, position, ...params });
      }),
    );
  };
  await once('definition', 'textDocument/definition', {});
  await once('references', 'textDocument/references', { context: { includeDeclaration: true } });
  await once('hover', 'textDocument/hover', {});
  await once('completion', 'textDocument/completion', {});
  const atService = { start: { line, character: 2 }, end: { line, character: 2 } };
  const wanted = { range: atService, context: { diagnostics: [], only: ['refactor'] } };
  const [move] = await client.connection.sendRequest<object[]>('textDocument/codeAction', { textDocument, ...wanted });
  await once('quick fixes at a product', 'textDocument/codeAction', { range: atService, context: { diagnostics: [] } });
  await once('refactorings of a product', 'textDocument/codeAction', wanted);
  await once('refactoring: the edit that moves it', 'codeAction/resolve', move);
  await once('workspace symbols', 'workspace/symbol', { query: 'P1-1' });
  const screen = { start: { line: Math.max(0, line - 25), character: 0 }, end: { line: line + 25, character: 0 } };
  const [product] = await client.connection.sendRequest<object[]>('textDocument/prepareCallHierarchy', {
    textDocument,
    position,
  });
  await once('call hierarchy: prepare', 'textDocument/prepareCallHierarchy', {});
  await once('call hierarchy: incoming', 'callHierarchy/incomingCalls', { item: product });
  await once('call hierarchy: outgoing', 'callHierarchy/outgoingCalls', { item: product });
  const kind = { position: { line, character: 3 } };
  const [kindItem] = await client.connection.sendRequest<object[]>('textDocument/prepareTypeHierarchy', {
    textDocument,
    ...kind,
  });
  await once('type hierarchy: prepare', 'textDocument/prepareTypeHierarchy', kind);
  await once('type hierarchy: subtypes', 'typeHierarchy/subtypes', { item: kindItem });
  const lenses = await client.connection.sendRequest<object[]>('textDocument/codeLens', { textDocument });
  await once('code lenses of the file', 'textDocument/codeLens', {});
  await once('code lens: resolve', 'codeLens/resolve', lenses[lenses.length - 1]);
  // The first area's software is used everywhere: the most that these two have to answer.
  const shared = { uri: client.uri('areas/area-0.ptree') };
  const busy = await client.connection.sendRequest<{ data: { key: string }; range: { start: object } }[]>(
    'textDocument/codeLens',
    { textDocument: shared },
  );
  const lens = busy.find(({ data }) => data.key === productKey(0, 5));
  if (!lens) throw new Error('No product that is used everywhere has a lens.');
  await once('code lens: resolve, used everywhere', 'codeLens/resolve', lens);
  const [hub] = await client.connection.sendRequest<object[]>('textDocument/prepareCallHierarchy', {
    textDocument: shared,
    position: lens.range.start,
  });
  await once('call hierarchy: incoming, used everywhere', 'callHierarchy/incomingCalls', { item: hub });
  await once('inlay hints of a screen', 'textDocument/inlayHint', { range: screen });
  await once('semantic tokens of the file', 'textDocument/semanticTokens/full', {});
  await once('semantic tokens of a screen', 'textDocument/semanticTokens/range', { range: screen });
  await once('selection ranges', 'textDocument/selectionRange', { positions: [position] });
  await once('document links', 'textDocument/documentLink', {});
  await once('signature help', 'textDocument/signatureHelp', { position: { line, character: lines[line].length - 3 } });
  await client.stop();
  return rows;
}

function measureCheck(files: readonly GeneratedFile[]): Row {
  const folder = writeFolder(files);
  const start = performance.now();
  const { stderr, status } = spawnSync(
    '/usr/bin/env',
    ['time', '-f', '%M', process.execPath, CLI, 'check', '--quiet', folder],
    { encoding: 'utf8' },
  );
  const wall = performance.now() - start;
  const memory = /^(\d+)$/m.exec(stderr)?.[1];
  return {
    what: 'ptree check',
    median: wall,
    p95: wall,
    work: `${memory ? `peak ${Math.round(Number(memory) / 1024)} MB, ` : ''}exit code ${status}`,
  };
}
