import { readFile, stat, writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { URI } from 'vscode-uri';
import { formatText } from '../format/format.ts';
import { isWithin } from '../workspace/addresses.ts';
import { presentDay } from '../workspace/day.ts';
import { isDocument } from '../workspace/discover.ts';
import { diskFiles } from '../workspace/disk.ts';
import { decode } from '../workspace/files.ts';
import { Workspace } from '../workspace/workspace.ts';
import { projectFolder } from './load.ts';
import { EXIT, UsageError } from './options.ts';
import { counted } from './summary.ts';

/** How `ptree format` was called. */
export interface FormatOptions {
  /** Change nothing, list what would change. */
  check: boolean;
}

/** What became of a file; `failed`: a sentence on standard error says why. */
type Outcome = 'same' | 'changed' | 'failed';

/**
 * `ptree format`: rewrites files that are not laid out as the formatter does it, or lists them; `-` reads standard input and writes
 * standard output. Returns the exit code.
 * @throws UsageError when a path does not exist or holds no model.
 */
export async function format(paths: readonly string[], { check }: FormatOptions): Promise<number> {
  if (paths.includes('-')) {
    if (paths.length > 1) throw new UsageError('Give - alone: it stands for standard input.');
    return formatInput(check);
  }
  const files = await filesOf(paths.length > 0 ? paths : ['.']);
  const outcomes: Outcome[] = [];
  for (const file of files) {
    const outcome = await formatFile(file, check);
    if (outcome === 'changed') console.log(shown(file));
    outcomes.push(outcome);
  }
  const changed = outcomes.filter(outcome => outcome === 'changed').length;
  console.log(`${counted(files.length, 'file')}: ${check ? `${changed} to format` : `${changed} formatted`}.`);
  if (outcomes.includes('failed')) return EXIT.usage;
  return check && changed > 0 ? EXIT.findings : EXIT.clean;
}

/** Standard input is handed on even where it cannot be formatted, so that no editor replaces a text by nothing. */
async function formatInput(check: boolean): Promise<number> {
  const bytes = await buffer(process.stdin);
  const layout = layOut(bytes, 'standard input');
  if (!check) process.stdout.write(layout ?? bytes);
  if (layout === undefined) return EXIT.usage;
  return check && !layout.equals(bytes) ? EXIT.findings : EXIT.clean;
}

async function formatFile(file: string, check: boolean): Promise<Outcome> {
  try {
    const bytes = await readFile(file);
    const layout = layOut(bytes, shown(file));
    if (layout === undefined) return 'failed';
    if (layout.equals(bytes)) return 'same';
    if (!check) await writeFile(file, layout);
    return 'changed';
  } catch (error) {
    console.error(`${shown(file)}: ${(error as Error).message}`);
    return 'failed';
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** The bytes of a file well laid out. Undefined where it was refused, which is told on standard error. */
function layOut(bytes: Buffer, name: string): Buffer | undefined {
  const read = decode(bytes);
  if ('unreadable' in read) {
    console.error(`${name}: ${read.unreadable}`);
    return undefined;
  }
  const result = formatText(read.text);
  if ('refused' in result) {
    console.error(`${name}:${result.line + 1}: ${result.refused}`);
    return undefined;
  }
  const mark = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? [BYTE_ORDER_MARK] : [];
  return Buffer.concat([...mark, Buffer.from(result.text)]);
}

/** The files that the paths name: themselves, and those of the projects below folders. */
async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    const at = resolve(path);
    const kind = await stat(at).catch(() => {
      throw new UsageError(`There is no file or folder ${path}.`);
    });
    if (kind.isDirectory()) for (const file of await filesBelow(at)) files.add(file);
    else if (isDocument(path)) files.add(at);
    else throw new UsageError(`${path} is no .ptree file.`);
  }
  if (files.size === 0) throw new UsageError(`There is no .ptree file in ${paths.join(', ')}.`);
  return [...files].sort();
}

/** What `ptree check` looks at below a folder, but for what is no file. */
async function filesBelow(folder: string): Promise<string[]> {
  const workspace = new Workspace(diskFiles, { today: presentDay });
  await workspace.load([URI.file(await projectFolder(folder)).toString()]);
  const within = URI.file(folder).toString();
  const isPart = (uri: string): boolean =>
    workspace.projectOf(uri) !== undefined || workspace.findingsIn(uri).length > 0;
  const addresses = workspace.addresses().filter(uri => isDocument(uri) && isWithin(within, uri) && isPart(uri));
  const files = addresses.map(uri => URI.parse(uri).fsPath);
  const are = await Promise.all(files.map(async file => (await stat(file)).isFile()));
  return files.filter((_, i) => are[i]);
}

/** A file as its user would write it. */
function shown(file: string): string {
  return relative(process.cwd(), file).replaceAll('\\', '/');
}
