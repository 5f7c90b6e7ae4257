/**
 * Semantic tokens (`textDocument/semanticTokens/full`, `/range`): words coloured by what they mean, which no pattern can tell: whether a
 * word is a kind or a field, to what a key refers, and that a product is obsolete. The words of the language are left to the editor.
 */
import {
  type Range as LspRange,
  type SemanticTokens,
  SemanticTokensBuilder,
  SemanticTokenModifiers as TokenModifiers,
  SemanticTokenTypes as TokenTypes,
} from 'vscode-languageserver';
import type { Graph } from '../model/graph.ts';
import { propertyOf } from '../model/properties.ts';
import type { DocumentRecord, Entry, EntryType, Range } from '../model/record.ts';
import { canonical } from '../workspace/addresses.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';
import { fieldOf } from './locate.ts';
import { overlaps } from './ranges.ts';

/** The protocol's own names, so that every theme and every editor has a colour for them. */
const TYPES = [
  TokenTypes.class,
  TokenTypes.variable,
  TokenTypes.enumMember,
  TokenTypes.type,
  TokenTypes.property,
  TokenTypes.macro,
] as const;
const MODIFIERS = [TokenModifiers.declaration, TokenModifiers.deprecated] as const;

export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] },
      full: true,
      range: true,
    },
  },
  register(session) {
    const { semanticTokens } = session.connection.languages;
    const { workspace } = session;
    semanticTokens.on(answer(session, ({ textDocument }) => tokensOf(workspace, textDocument.uri)));
    semanticTokens.onRange(answer(session, ({ textDocument, range }) => tokensOf(workspace, textDocument.uri, range)));
  },
};

/** A word and what it means. */
interface Word {
  range: Range;
  type: (typeof TYPES)[number];
  modifiers?: readonly (typeof MODIFIERS)[number][];
}

const TYPE_OF: Record<EntryType, Word['type']> = {
  product: TokenTypes.class,
  person: TokenTypes.variable,
  team: TokenTypes.variable,
  document: TokenTypes.enumMember,
  requirement: TokenTypes.enumMember,
  repository: TokenTypes.enumMember,
  term: TokenTypes.enumMember,
  kind: TokenTypes.type,
};

function tokensOf(workspace: Workspace, uri: string, within?: LspRange): SemanticTokens {
  const [project] = workspace.projectsWith(uri);
  const record = project?.engine.graph.record(canonical(uri));
  const builder = new SemanticTokensBuilder();
  for (const { range, type, modifiers = [] } of record ? wordsOf(project.engine.graph, record, within) : []) {
    const bits = modifiers.reduce((bits, modifier) => bits | (1 << MODIFIERS.indexOf(modifier)), 0);
    const { line, character, endCharacter } = range;
    builder.push(line, character, endCharacter - character, TYPES.indexOf(type), bits);
  }
  return { data: builder.build().data };
}

/** In the order of the text, none over another, none longer than its line: as the protocol wants them. */
function wordsOf(graph: Graph, { entries }: DocumentRecord, within: LspRange | undefined): Word[] {
  const words: Word[] = [];
  for (const entry of entries) {
    if (within && !overlaps(entry.extent, within)) continue;
    for (const word of wordsIn(graph, entry)) if (!within || overlaps(word.range, within)) words.push(word);
  }
  words.sort((a, b) => a.range.line - b.range.line || a.range.character - b.range.character);
  return words.filter(({ range }, index) => {
    const before = words[index - 1]?.range;
    const free = !before || before.line < range.line || before.endCharacter <= range.character;
    return free && range.line === range.endLine && range.endCharacter > range.character;
  });
}

function* wordsIn(graph: Graph, entry: Entry): Iterable<Word> {
  if (entry.key !== '') {
    const modifiers: Word['modifiers'] = entry.extension ? [] : [TokenModifiers.declaration];
    yield { range: entry.range, type: TYPE_OF[entry.type], modifiers: [...modifiers, ...standing(graph, entry)] };
  }
  for (const link of graph.linksOf(entry)) {
    const target = graph.resolve(link);
    if (target) yield { range: link.range, type: TYPE_OF[target.type], modifiers: standing(graph, target) };
  }
  for (const { property, range, values } of entry.attributes) {
    if (propertyOf(property)?.value === 'rule') {
      for (const { form, range } of values) if (form === 'word') yield { range, type: TokenTypes.macro };
    }
    const field = propertyOf(property) ? undefined : fieldOf(graph, entry.kind?.text ?? '', property)?.field;
    if (!field) continue;
    yield { range, type: TokenTypes.property };
    const choices = new Set(field.choices.map(({ text }) => text));
    for (const { text, range } of values) if (choices.has(text)) yield { range, type: TokenTypes.enumMember };
  }
  for (const { property, range } of entry.demands ?? []) {
    if (fieldOf(graph, entry.key, property)) yield { range, type: TokenTypes.property };
  }
  for (const { name, range, choices } of entry.fields ?? []) {
    if (name) yield { range, type: TokenTypes.property, modifiers: [TokenModifiers.declaration] };
    for (const { range } of choices) yield { range, type: TokenTypes.enumMember };
  }
}

function standing(graph: Graph, entry: Entry): (typeof MODIFIERS)[number][] {
  return graph.isObsolete(entry) ? [TokenModifiers.deprecated] : [];
}
