/**
 * `npm run build` bundles the client, the server and the command line into dist/, each as one CommonJS file.
 * `npm run package` (--package) makes the extension's package of them, too.
 */
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { binFolder, main, mustRun, root } from './process.mjs';

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  // jsonc-parser's `main` requires its parts in a way that cannot be bundled.
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.cjs' },
  // Smaller, but with the names kept: a stack trace from a user can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Bundles what the extension and the command line ship. */
export async function bundle() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await build({ ...common, entryPoints: ['client/src/extension.ts'], outdir: 'dist', external: ['vscode'] });
  await bundlePage('dist');
  await bundleServer('dist');
  await bundleForBrowser('dist');
  await bundleCommandLine('dist');
}

/**
 * Bundles the page of the preview, as preview.js and preview.css.
 * @param {string} outdir relative to the repository
 */
export async function bundlePage(outdir) {
  await build({
    ...common,
    entryPoints: { preview: 'client/webview/main.ts' },
    outdir,
    platform: 'browser',
    format: 'iife',
    target: 'chrome128',
    outExtension: {},
    minify: true,
  });
  await build({
    ...common,
    entryPoints: { preview: 'client/webview/page.css' },
    outdir,
    outExtension: {},
    target: 'chrome128',
  });
}

/**
 * Bundles the extension for VS Code in a browser, as extension-browser.cjs, and the server for a web worker, as server-browser.js.
 * Fails where anything of Node is imported: what both builds share has none.
 * @param {string} outdir relative to the repository
 */
export async function bundleForBrowser(outdir) {
  /** @type {import('esbuild').BuildOptions} */
  const browser = {
    ...common,
    outdir,
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    target: 'es2024',
    minify: true,
    keepNames: true,
  };
  await build({
    ...browser,
    entryPoints: { 'extension-browser': 'client/src/extension-browser.ts' },
    external: ['vscode'],
  });
  await build({
    ...browser,
    entryPoints: { 'server-browser': 'server/src/main-browser.ts' },
    format: 'iife',
    outExtension: {},
  });
}

/**
 * Bundles the command line alone, as ptree.cjs.
 * @param {string} outdir relative to the repository
 */
export async function bundleCommandLine(outdir) {
  await build({ ...common, entryPoints: { ptree: 'server/src/cli/main.ts' }, outdir });
  chmodSync(join(root, outdir, 'ptree.cjs'), 0o755);
}

/**
 * Bundles the language server alone, as server.cjs.
 * @param {string} outdir relative to the repository
 */
export async function bundleServer(outdir) {
  await build({ ...common, entryPoints: { server: 'server/src/main.ts' }, outdir });
}

/** Where tests find what {@link bundleForTests} builds. */
export const testBuild = join(root, 'test', 'out', 'built');

/** Bundles what tests start: the server, and the preview's page. `npm test` does it once for all suites, and says so with PTREE_BUILT. */
export async function bundleForTests() {
  if (process.env.PTREE_BUILT) return;
  await bundleServer('test/out/built');
  await bundlePage('test/out/built');
}

/** The packaged extension. */
export const vsix = join(root, 'dist', 'product-tree.vsix');

/** Packages what {@link bundle} built as an extension that VS Code installs. */
export async function packageExtension() {
  const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  await mustRun(join(binFolder, 'vsce'), ['package', ...flags]);
}

/** Bundles the suites that run inside the extension host, which takes no TypeScript, into test/out/host/. */
export async function bundleHostTests() {
  const outdir = 'test/out/host';
  rmSync(join(root, outdir), { recursive: true, force: true });
  const external = ['vscode', 'mocha'];
  await build({
    ...common,
    entryPoints: ['test/e2e/host/run.ts', 'test/e2e/host/*.test.ts'],
    outdir,
    external,
    sourcemap: 'inline',
    minifySyntax: false,
    minifyWhitespace: false,
  });
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    await bundle();
    if (process.argv.includes('--package')) await packageExtension();
  });
}
