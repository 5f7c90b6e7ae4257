/**
 * Braces that balance. Where a file's braces do not pair up, its indentation tells which one is missing or too many: one is
 * added or left out here, and reported, so that the parser always reads balanced text. A file whose braces pair up is never touched.
 */
import type { Problem } from '../../model/record.ts';
import { problemAt } from './problems.ts';
import type { Token, TokenType } from './tokens.ts';

/** Bodies within bodies beyond this depth are no product tree, and would exhaust the parser's stack. */
const DEEPEST = 100;

/** Tokens with which a statement begins, and those of them that may have a body. */
const BEGINS: ReadonlySet<string> = new Set(
  'HEAD ATTRIBUTE EXTEND_KIND DESCRIPTION person team document requirement repository term kind consistent complete field'.split(
    ' ',
  ),
);
const BODIED: ReadonlySet<string> = new Set(
  'HEAD EXTEND_KIND person team document requirement repository term kind'.split(' '),
);

/** Tokens with balanced braces, and what was wrong with those that came in. */
export interface Balanced {
  tokens: Token[];
  problems: Problem[];
}

/** Balances the braces of classified tokens. */
export function balance(tokens: Token[], types: Record<string, TokenType>): Balanced {
  let depth = 0;
  let lowest = 0;
  let deepest = 0;
  for (const { image } of tokens) {
    if (image === '{') deepest = Math.max(deepest, ++depth);
    else if (image === '}') lowest = Math.min(lowest, --depth);
  }
  if (depth === 0 && lowest === 0 && deepest <= DEEPEST) return { tokens, problems: [] };
  const byIndent = deepest <= DEEPEST ? mendByIndent(tokens, types) : undefined;
  // More repairs than braces are missing: the indentation of this file means nothing.
  if (byIndent && byIndent.problems.length <= Math.abs(depth) + 2) return byIndent;
  return mendByCount(tokens, types);
}

/** A brace that nobody wrote, right behind a token. It has no length, and the syntax tree leaves it out. */
function added(image: '{' | '}', behind: Token, types: Record<string, TokenType>): Token {
  const type = types[image];
  return { ...behind, image, tokenType: type, tokenTypeIdx: type.tokenTypeIdx!, isInsertedInRecovery: true };
}

const unopened = (token: Token): Problem =>
  problemAt(
    'syntax',
    'This } closes nothing: remove it, or write { behind the name above to which it belongs.',
    token,
    {
      remove: '}',
    },
  );
const unclosed = (token: Token): Problem =>
  problemAt('syntax', 'This { is never closed: write } in a line of its own where what belongs to it ends.', token, {
    insert: '}',
  });
function bodyless(tokens: Token[], at: number): Problem {
  const [head, key] = tokens.slice(at, at + 2);
  const name = key.tokenType.name === 'ID' ? `${head.image} ${key.image}` : head.image;
  const message = `The lines below are indented as if they belonged to \`${name}\`: write { at the end of its line.`;
  return problemAt('syntax', message, head, { insert: '{' });
}

function mendByIndent(tokens: Token[], types: Record<string, TokenType>): Balanced {
  const result: Token[] = [];
  const problems: Problem[] = [];
  /** The bodies that are open: the indentation of the line that opened each, and the token to blame if it is never closed. */
  const open: { indent: number; blame: Token }[] = [];
  /** The first token of the line, and that of the line above where that is a declaration without a body. */
  let lineHead = 0;
  let declaration: number | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const before = tokens[i - 1];
    const name = token.tokenType.name;
    const startsLine = before === undefined || before.endLine! < token.startLine!;
    const column = token.startColumn! - 1;
    if (startsLine && (name === '}' || BEGINS.has(name))) {
      const head = tokens[declaration ?? 0];
      if (declaration !== undefined && name !== '}' && column > head.startColumn! - 1) {
        problems.push(bodyless(tokens, declaration));
        result.push(added('{', before, types));
        open.push({ indent: head.startColumn! - 1, blame: head });
      }
      while (open.length > 0 && (name === '}' ? open.at(-1)!.indent > column : open.at(-1)!.indent >= column)) {
        problems.push(unclosed(open.pop()!.blame));
        result.push(added('}', before, types));
      }
    }
    if (startsLine) lineHead = i;
    if (token.image === '{') open.push({ indent: tokens[lineHead].startColumn! - 1, blame: token });
    if (name === '}') {
      if (open.length === 0 || (startsLine && open.at(-1)!.indent < column)) {
        problems.push(unopened(token));
        continue;
      }
      open.pop();
    }
    result.push(token);
    const next = tokens[i + 1];
    const endsLine = next !== undefined && next.startLine! > token.endLine!;
    const named = name === 'STRING' || name === 'ID' || name === 'HEAD';
    const { startLine, tokenType } = tokens[lineHead];
    declaration =
      endsLine && named && startLine === token.startLine && BODIED.has(tokenType.name) ? lineHead : undefined;
  }
  for (const { blame } of open.reverse()) {
    problems.push(unclosed(blame));
    result.push(added('}', tokens.at(-1)!, types));
  }
  return { tokens: result, problems };
}

/** Without indentation: a brace that closes nothing goes, and bodies that are open at the end close there. */
function mendByCount(tokens: Token[], types: Record<string, TokenType>): Balanced {
  const result: Token[] = [];
  const problems: Problem[] = [];
  const open: Token[] = [];
  /** How many bodies beyond the deepest are open: their braces are left out. */
  let tooDeep = 0;
  for (const token of tokens) {
    const name = token.tokenType.name;
    if (token.image === '{' && open.length === DEEPEST) {
      if (tooDeep++ === 0) {
        const message = `Braces stand in braces more than ${DEEPEST} deep here: move what is inside out of them, and say \`in\` there.`;
        problems.push(problemAt('syntax', message, token));
      }
      continue;
    }
    if (token.image === '{') open.push(token);
    if (name === '}') {
      if (tooDeep > 0) {
        tooDeep--;
        continue;
      }
      if (open.length === 0) {
        problems.push(unopened(token));
        continue;
      }
      open.pop();
    }
    result.push(token);
  }
  for (const token of open.reverse()) {
    problems.push(unclosed(token));
    result.push(added('}', tokens.at(-1)!, types));
  }
  return { tokens: result, problems };
}
