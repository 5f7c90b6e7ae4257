import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem, Range, Severity } from '../model/record.ts';
import type { RuleSettings } from '../rules/settings.ts';
import { baseName } from './addresses.ts';

/** The name of the file that makes its folder a project. */
export const PROJECT_FILE = 'product-tree.json';

/** Whether an address is that of a project file. */
export function isSettings(uri: string): boolean {
  return baseName(uri) === PROJECT_FILE;
}

/** What a `product-tree.json` says, as far as it can be understood. */
export interface ProjectSettings {
  name?: string;
  title?: string;
  /** Glob patterns, relative to the project's folder, of files that are no part of it. */
  exclude: readonly string[];
  /** `none`: the project starts without the built-in kinds. */
  kinds: 'library' | 'none';
  rules: RuleSettings;
  problems: Problem[];
  /** Where the name and each rule's id stand. */
  nameAt?: Range;
  rulesAt: ReadonlyMap<string, Range>;
}

/** A project without a `product-tree.json`. */
export const NO_SETTINGS: ProjectSettings = {
  exclude: [],
  kinds: 'library',
  rules: { severities: {} },
  problems: [],
  rulesAt: new Map(),
};

const SEVERITIES: readonly string[] = ['error', 'warning', 'info', 'hint', 'off'] satisfies Severity[];
const KNOWN = ['$schema', 'name', 'title', 'exclude', 'kinds', 'rules', 'review'];

/** Reads a `product-tree.json`. Whatever cannot be understood is reported and left out; the rest counts. */
export function readSettings(text: string): ProjectSettings {
  const document = TextDocument.create('', 'json', 0, text);
  const problems: Problem[] = [];
  const errors: ParseError[] = [];
  const root = text.trim() === '' ? undefined : parseTree(text, errors, { allowTrailingComma: true });
  const rangeOf = ({ offset, length }: { offset: number; length: number }): Range => flat(document, offset, length);
  const report = (at: { offset: number; length: number }, message: string): void => {
    problems.push({ rule: 'invalid-project', message, range: rangeOf(at) });
  };
  for (const { error, offset, length } of errors.slice(0, 1))
    report({ offset, length: Math.max(1, length) }, sentenceFor(printParseErrorCode(error)));
  if (root === undefined && errors.length === 0) {
    report({ offset: 0, length: 0 }, 'This file is empty. A project file holds at least { "name": "my-project" }.');
  }
  if (root !== undefined && root.type !== 'object')
    report(root, 'A project file stands in braces: { "name": "my-project" }.');

  const expect = (path: string[], type: Node['type'], what: string): Node | undefined => {
    const node = root?.type === 'object' ? findNodeAtLocation(root, path) : undefined;
    if (node === undefined || node.type === type) return node;
    report(node, `\`${path.join('.')}\` must be ${what}.`);
    return undefined;
  };
  const text_ = (key: string): string | undefined =>
    expect([key], 'string', 'a text in quotes')?.value as string | undefined;

  for (const property of root?.type === 'object' ? (root.children ?? []) : []) {
    const key = property.children?.[0];
    if (key && !KNOWN.includes(key.value as string)) {
      report(key, `\`${key.value}\` means nothing here. A project file may say ${KNOWN.slice(1).join(', ')}.`);
    }
  }
  const name = text_('name');
  const nameNode = root?.type === 'object' ? findNodeAtLocation(root, ['name']) : undefined;
  if (name?.trim() === '' && nameNode) report(nameNode, 'A project needs a name that is not empty.');
  const excludeNode = expect(['exclude'], 'array', 'a list of patterns in quotes: ["drafts/**"]');
  const exclude = (excludeNode?.children ?? []).flatMap(node => {
    if (node.type === 'string' && node.value !== '') return [node.value as string];
    report(node, `A pattern in \`exclude\` must be a text in quotes${node.value === '' ? ' that is not empty' : ''}.`);
    return [];
  });
  const kindsNode = expect(['kinds'], 'string', '"library" or "none"');
  if (kindsNode && kindsNode.value !== 'library' && kindsNode.value !== 'none')
    report(kindsNode, '`kinds` must be "library" or "none".');

  const severities: Record<string, Severity> = {};
  const rulesAt = new Map<string, Range>();
  for (const property of expect(['rules'], 'object', 'in braces: { "public-link": "off" }')?.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || !value) continue;
    if (SEVERITIES.includes(getNodeValue(value))) severities[key.value as string] = value.value as Severity;
    else report(value, `The severity of \`${key.value}\` must be one of ${SEVERITIES.join(', ')}.`);
    rulesAt.set(key.value as string, flat(document, key.offset + 1, key.length - 2));
  }
  const review = expect(['review'], 'object', 'in braces: { "maxAge": "18 months" }');
  const ageNode = review && expect(['review', 'maxAge'], 'string', 'an age in quotes: "18 months"');
  const reviewMonths = ageNode && monthsOf(ageNode.value as string);
  if (ageNode && reviewMonths === undefined)
    report(ageNode, '`review.maxAge` must be an age such as "18 months" or "2 years".');
  for (const property of review?.children ?? []) {
    const key = property.children?.[0];
    if (key && key.value !== 'maxAge')
      report(key, `\`review.${key.value}\` means nothing here. \`review\` may say maxAge.`);
  }
  return {
    ...(name ? { name } : {}),
    ...(text_('title') ? { title: text_('title') } : {}),
    exclude,
    kinds: kindsNode?.value === 'none' ? 'none' : 'library',
    rules: { severities, ...(reviewMonths ? { reviewMonths } : {}) },
    problems: onePerPlace(problems),
    ...(nameNode ? { nameAt: rangeOf(nameNode) } : {}),
    rulesAt,
  };
}

/** An age in months: `18 months`, `2 years`. */
function monthsOf(age: string): number | undefined {
  const match = /^\s*(\d+)\s*(month|year)s?\s*$/.exec(age);
  return match ? Number(match[1]) * (match[2] === 'year' ? 12 : 1) || undefined : undefined;
}

function flat(document: TextDocument, offset: number, length: number): Range {
  const start = document.positionAt(offset);
  const end = document.positionAt(offset + length);
  return { line: start.line, character: start.character, endLine: end.line, endCharacter: end.character };
}

function onePerPlace(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ range }) => {
    const place = `${range.line}:${range.character}`;
    return !seen.has(place) && seen.add(place);
  });
}

function sentenceFor(code: string): string {
  const sentences: Record<string, string> = {
    CommaExpected: 'A comma is missing here.',
    ColonExpected: 'A colon is missing here.',
    CloseBraceExpected: 'A closing } is missing.',
    CloseBracketExpected: 'A closing ] is missing.',
    ValueExpected: 'A value is missing here.',
    PropertyNameExpected: 'A name in quotes is missing here.',
    UnexpectedEndOfString: 'A closing quote is missing.',
    InvalidSymbol: 'This means nothing here. Is it a text that lacks its quotes?',
    EndOfFileExpected: 'Nothing may follow the closing }.',
  };
  return sentences[code] ?? 'This cannot be read: mend the quotes, commas and braces here.';
}
