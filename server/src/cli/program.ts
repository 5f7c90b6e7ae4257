import { Command, Option } from 'commander';
import { presentDay } from '../workspace/day.ts';
import { check } from './check.ts';
import { type FormatOptions, format } from './format.ts';
import { type CheckOptions, EXIT, readDay, UsageError } from './options.ts';
import { rules } from './rules.ts';
import { serve } from './serve.ts';

const EXAMPLES = `
Examples:
  ptree check                                    every project below this folder
  ptree check tree/services.ptree                one file, judged in its whole project
  ptree check --format json > findings.json      for other programs
  ptree check --update-baseline baseline.json    record today's findings …
  ptree check --baseline baseline.json           … and fail on new ones only
  ptree format                                   lay out every file below this folder
  ptree format --check                           … or list those that are not laid out so
  ptree rules facility.hosts                     what a rule says and how to mend it

Exit codes: 0 nothing at or above --fail-on, 1 findings, or files to format, 2 wrong usage or a file that cannot be
read, formatted or written.`;

/** The command line. `run` is told the exit code of what was asked for. */
export function program(version: string, run: (code: number) => void): Command {
  const ptree = new Command('ptree')
    .description('Checks product trees: the same rules as in the editor, for the command line and for CI.')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .addHelpText('after', EXAMPLES)
    .showSuggestionAfterError()
    .exitOverride();
  ptree
    .command('check')
    .description('report everything that breaks a rule')
    .argument('[paths...]', 'folders or files; the current folder if left out')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'github']).default('text'))
    .option(
      '--rule <id>',
      'report only this rule; may be repeated',
      (id: string, all: string[]) => [...all, id],
      [] as string[],
    )
    .option('--quiet', 'print the summary alone', false)
    .option('--waived', 'list waived findings too', false)
    .option('--today <date>', 'judge as on this day', readDay, presentDay())
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--baseline <file>', 'fail only on findings that the file does not record')
    .option('--update-baseline <file>', 'record the findings in the file, by rule and subject')
    .action(async (paths: string[], options: CheckOptions) => run(await check(paths, options)));
  ptree
    .command('format')
    .description('lay out files; what they say stays the same')
    .argument('[paths...]', 'folders or files; the current folder if left out; - for standard input')
    .option('--check', 'change nothing; list the files that would change, and exit with 1 if there are any', false)
    .action(async (paths: string[], options: FormatOptions) => run(await format(paths, options)));
  ptree
    .command('lsp')
    .description('run the language server for an editor')
    .option('--stdio', 'speak over standard input and output', false)
    .action(({ stdio }: { stdio: boolean }) => {
      if (!stdio) throw new UsageError('Say how to speak: ptree lsp --stdio.');
      serve();
    });
  ptree
    .command('rules')
    .description('list the rules, or explain one')
    .argument('[id]', 'a rule, for instance facility.hosts')
    .action((id: string | undefined) => run(rules(id)));
  for (const command of ptree.commands) command.helpOption('--help', 'print this help').exitOverride();
  return ptree;
}

/** Runs the command line. Never throws: what goes wrong becomes a sentence and an exit code. */
export async function main(words: readonly string[], version: string): Promise<void> {
  const ptree = program(version, code => {
    process.exitCode = code;
  });
  try {
    await ptree.parseAsync(words, { from: 'user' });
  } catch (error) {
    const { code, exitCode, message } = error as { code?: string; exitCode?: number; message: string };
    if (error instanceof UsageError) console.error(`ptree: ${message}`);
    else if (!code?.startsWith('commander.')) console.error(`ptree: something unexpected happened: ${message}`);
    process.exitCode = exitCode === 0 ? EXIT.clean : EXIT.usage;
  }
}
