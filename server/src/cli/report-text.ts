import { relative } from 'node:path';
import { styleText } from 'node:util';
import { URI } from 'vscode-uri';
import type { Finding } from '../rules/finding.ts';
import { diskFiles } from '../workspace/disk.ts';
import { decode } from '../workspace/files.ts';
import type { Checked } from './load.ts';
import { countByRule, countBySeverity, counted } from './summary.ts';

const COLOUR = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' } as const;

/** What the text report shows. */
export interface TextOptions {
  /** The summary alone. */
  quiet: boolean;
  /** Which findings are listed; the others are only counted. */
  listed(finding: Finding): boolean;
}

/** The check for people: each finding with its line and a caret, then what was found by rule. Colours only on a terminal. */
export async function reportText(checked: readonly Checked[], { quiet, listed }: TextOptions): Promise<string> {
  const lines: string[] = [];
  for (const { project, findings } of checked) {
    const shown = findings.filter(listed);
    if (!quiet) for (const finding of shown) lines.push(...(await block(finding)), '');
    const { products, packages } = project.count();
    for (const { rule, severity, count } of countByRule(shown))
      lines.push(`${String(count).padStart(6)}  ${paint(severity, severity.padEnd(8))} ${rule}`);
    if (shown.length > 0) lines.push('');
    const waived = findings.filter(finding => finding.waived).length;
    const open = countBySeverity(shown.filter(finding => !finding.waived));
    lines.push(
      `${styleText('bold', project.name)}: ${counted(packages, 'package')}, ${counted(products, 'product')}: ${open}${waived ? `, ${waived} waived` : ''}.`,
    );
  }
  return lines.join('\n');
}

async function block({ severity, document, at, message, rule, waived, related }: Finding): Promise<string[]> {
  const place = `${shortPath(document)}:${at.line + 1}:${at.character + 1}`;
  const lines = [`${styleText('cyan', place)} ${paint(severity, severity)} ${message} ${styleText('dim', rule)}`];
  const source = (await linesOf(document))[at.line];
  if (source !== undefined && source.trim() !== '') {
    const number = String(at.line + 1);
    const end = at.endLine === at.line ? at.endCharacter : source.length;
    // Tabs stay tabs, so that the caret stands where the text stands.
    const indent = source.slice(0, at.character).replace(/[^\t]/g, ' ');
    lines.push(`  ${styleText('dim', `${number} |`)} ${source}`);
    lines.push(
      `  ${' '.repeat(number.length)} ${styleText('dim', '|')} ${indent}${paint(severity, '^'.repeat(Math.max(1, end - at.character)))}`,
    );
  }
  for (const other of related)
    lines.push(
      styleText(
        'dim',
        `    ${shortPath(other.document)}:${other.at.line + 1}:${other.at.character + 1} ${other.message}`,
      ),
    );
  if (waived)
    lines.push(styleText('dim', `    waived: ${waived.reason}${waived.until ? ` (until ${waived.until})` : ''}`));
  return lines;
}

const texts = new Map<string, Promise<string[]>>();

/** A document's lines, read once; none where it cannot be read. */
function linesOf(uri: string): Promise<string[]> {
  let lines = texts.get(uri);
  if (lines === undefined) {
    lines = diskFiles.read(uri).then(
      bytes => {
        const text = decode(bytes);
        return 'text' in text ? text.text.split(/\r?\n/) : [];
      },
      () => [],
    );
    texts.set(uri, lines);
  }
  return lines;
}

const shortPath = (uri: string): string =>
  uri.startsWith('file:') ? relative(process.cwd(), URI.parse(uri).fsPath) : uri;
const paint = (severity: Finding['severity'], text: string): string => styleText(COLOUR[severity], text);
