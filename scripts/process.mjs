/** What every script needs: where the repository is, how a command is run, and how a script ends. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folder of the commands that npm installed. */
export const binFolder = join(root, 'node_modules', '.bin');

/** The signals by which a person or a machine ends a script. */
export const endings = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Something that this machine lacks and that a script cannot bring. Its message says what to do; the exit code is 2. */
export class Missing extends Error {}

/**
 * Runs a command and waits for it.
 * @param {string} command a file, or a name on the PATH
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `env` is added to this process's own;
 *   `quiet` keeps the output back and gives it to the caller
 * @returns {Promise<{ code: number, output: string }>} the exit code (1 where a signal ended it); the output where quiet
 * @throws {Missing} where there is no such command
 */
export function run(command, args, { cwd = root, env = {}, quiet = false } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout?.on('data', data => (output += data));
  child.stderr?.on('data', data => (output += data));
  // A signal ends the command; this process goes on to report how it ended.
  const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  for (const signal of endings) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', () => reject(new Missing(`The command "${command}" is missing on this machine.`)));
    child.once('close', code => resolve({ code: code ?? 1, output }));
  }).finally(() => {
    for (const signal of endings) process.off(signal, forward);
  });
}

/**
 * Runs a command quietly and throws where it fails, with its output.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} the output
 */
export async function mustRun(command, args, options = {}) {
  const { code, output } = await run(command, args, { ...options, quiet: true });
  if (code !== 0) throw new Error(`"${[command, ...args].join(' ')}" ended with exit code ${code}:\n${output}`);
  return output;
}

/**
 * Runs a script's body. A thing that is missing ends the process with exit code 2 and its sentence; any other error
 * with 1 and its stack.
 * @param {() => Promise<number | void>} body its result is the exit code, 0 where it gives none
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof Missing ? error.message : error);
    process.exitCode = error instanceof Missing ? 2 : 1;
  }
}

/**
 * Whether a command is on the PATH.
 * @param {string} command
 */
export function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, command)));
}
