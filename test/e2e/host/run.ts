import { join } from 'node:path';

/**
 * What VS Code calls in its extension host: runs the suite that TEST_SUITE names, with the project's reporter.
 * @throws where a test fails, which makes the exit code 1
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const { default: Mocha } = await import('mocha');
  const root = join(__dirname, '..', '..', '..');
  const { default: reporter } = await import(join(root, 'scripts', 'mocha-reporter.mjs'));
  const mocha = new Mocha({ reporter, timeout: 60_000, forbidOnly: true });
  mocha.addFile(join(__dirname, `${process.env.TEST_SUITE}.test.cjs`));
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed.`))));
  });
}
