/** Debian's packages, for what the project needs of the machine beyond npm. */
import { Missing, onPath, run } from './process.mjs';

/**
 * Installs packages through apt where that is at hand and allowed.
 * @param {string[]} packages
 * @param {string} sentence says what needs them
 */
export async function installDebianPackages(packages, sentence) {
  if (packages.length === 0) return;
  if (!onPath('apt-get')) throw new Missing(`${sentence} Install them and start again.`);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0) throw new Missing(`${sentence} Run "sudo ${command}" and start again.`);
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, quiet: true });
  const { code, output } = await run('apt-get', command.split(' ').slice(1), { env, quiet: true });
  if (code !== 0) throw new Missing(`${sentence} "${command}" failed:\n${output}`);
}
