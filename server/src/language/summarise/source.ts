/** From the syntax tree to the text: the words of a statement, each with its form and its range. */
import type { AstNode, CompositeCstNode, CstNode, LeafCstNode } from 'langium';
import type { Range, ValueForm } from '../../model/record.ts';
import type { Body, Clause, Headed } from '../generated/ast.ts';

/** A word, text or sign of a statement, as it was written. `block`: between triple quotes; `sign`: a comma or another character. */
export interface Item {
  form: ValueForm | 'block' | 'sign';
  image: string;
  range: Range;
}

const FORMS: Readonly<Record<string, Item['form']>> = {
  ID: 'word',
  PROPERTY: 'word',
  NUMBER: 'number',
  URL: 'url',
  STRING: 'text',
  BLOCK: 'block',
};

function flat(node: CstNode): Range {
  const { start, end } = node.range;
  return { line: start.line, character: start.character, endLine: end.line, endCharacter: end.character };
}

/** Where a node of the syntax tree stands. */
export function extentOf(node: AstNode): Range {
  return flat(node.$cstNode!);
}

function isLeaf(node: CstNode): node is LeafCstNode {
  return (node as CompositeCstNode).content === undefined;
}

/** A node's `index`-th own word: not one of its clause, bounds or body, and no comment. */
function leafOf(node: AstNode, index: number): LeafCstNode | undefined {
  for (const child of (node.$cstNode as CompositeCstNode).content) {
    if (isLeaf(child) && !child.hidden && index-- === 0) return child;
  }
  return undefined;
}

/** Where the node's `index`-th own word stands; the first one is the word that begins a statement or a clause. */
export function wordRange(node: AstNode, index = 0): Range {
  return flat(leafOf(node, index)!);
}

/** The word that begins a statement or a clause. However far its halves stand apart, there is one space between them. */
export function wordOf({ word }: { word: string }): string {
  return word.includes(' ') || word.includes('\t') ? word.replace(/\s+/g, ' ') : word;
}

/** Where a body's opening brace stands; undefined where the lexer has added it. */
export function braceRange(body: Body): Range | undefined {
  const first = leafOf(body, 0);
  return first && first.text === '{' ? flat(first) : undefined;
}

/** What follows the `skip` leading words of a statement or a clause, in order. */
export function itemsOf(node: Headed | Clause, skip = 1): Item[] {
  if (node.items.length === 0) return [];
  const items: Item[] = [];
  for (const child of (node.$cstNode as CompositeCstNode).content) {
    if (!isLeaf(child) || child.hidden || skip-- > 0) continue;
    items.push({ form: FORMS[child.tokenType.name] ?? 'sign', image: node.items[items.length], range: flat(child) });
  }
  return items;
}

/** From the beginning of one range to the end of another. */
export function span(from: Range, to: Range): Range {
  return { line: from.line, character: from.character, endLine: to.endLine, endCharacter: to.endCharacter };
}
