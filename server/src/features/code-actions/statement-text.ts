/** A statement as the syntax tree has it: for what a record does not hold, since it means nothing. */
import { type AstNode, AstUtils } from 'langium';
import type { Clause, Headed } from '../../language/generated/ast.ts';
import type { Range } from '../../model/record.ts';
import type { SourceText } from './source-text.ts';

/** A statement in a text. */
export interface StatementInText {
  word: string;
  extent: Range;
  /** It declares an entry. */
  isDeclaration: boolean;
  /** What was asked for is not the statement but its connector (`extends`): where that stands. */
  clauseAt?: { from: number; to: number };
  /** How many words and signs follow its first word. */
  items: number;
  /** It has braces. */
  hasBody: boolean;
}

/** The statement, or the connector of one, whose word begins at a place. */
export function statementAt(source: SourceText, at: Range): StatementInText | undefined {
  const offset = source.from(at);
  let found: StatementInText | undefined;
  for (const node of AstUtils.streamAllContents(source.tree)) {
    const cst = node.$cstNode;
    if (!cst || cst.offset !== offset || node.$type === 'Body') continue;
    if (node.$type === 'Clause') {
      const statement = node.$container as Headed;
      found = { ...describe(statement), word: (node as Clause).word, clauseAt: { from: cst.offset, to: cst.end } };
    } else found ??= describe(node as Headed);
  }
  return found;
}

function describe(node: AstNode & Partial<Headed>): StatementInText {
  const { start, end } = node.$cstNode!.range;
  return {
    word: node.word?.replace(/\s+/g, ' ') ?? 'the description',
    extent: { line: start.line, character: start.character, endLine: end.line, endCharacter: end.character },
    isDeclaration: node.$type === 'Registered' || node.$type === 'Kind',
    items: node.items?.length ?? 0,
    hasBody: node.body !== undefined,
  };
}
