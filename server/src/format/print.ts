/** Members and bodies as lines. */
import { headLines } from './head.ts';
import { append, type Line, putBehind, STEP, WIDTH } from './lines.ts';
import { blankBetween, inOrder, type Neighbour } from './order.ts';
import type { Piece } from './pieces.ts';
import { moveComment } from './texts.ts';
import type { Above, Block, Member, Tree } from './tree.ts';

/**
 * The lines of a text in which something is wrong. The words of a statement there keep their line breaks, and neighbours keep their
 * order: it may be what they live by.
 */
export type Trouble = ReadonlySet<number>;

/** The lines of a text, of a body, or of some of its members. `owner`: the member in whose braces they stand. */
export function blockLines(
  { members, below }: Tree,
  owner: Member | undefined,
  depth: number,
  trouble: Trouble,
): Line[] {
  const ordered =
    owner && mayReorder(owner, members, trouble) ? inOrder(members, owner.statement.$type === 'Kind') : members;
  const moved = ordered.some((member, i) => member !== members[i]);
  const lines: Line[] = [];
  let above: Neighbour | undefined;
  for (const member of ordered) {
    const own = memberLines(member, depth, trouble);
    const neighbour = { member, tall: own.length > 1 || own[0].code.includes('\n') };
    if (above && blankBetween(above, neighbour, owner !== undefined, moved)) lines.push({ code: '' });
    append(lines, commentLines(member.above, depth, true));
    if (member.above.length > 0 && member.blankBelowComments) lines.push({ code: '' });
    append(lines, own);
    above = neighbour;
  }
  append(lines, commentLines(below, depth, above === undefined));
  return lines;
}

/** The statements of a declaration change places, but not where something is wrong with one of them. */
function mayReorder({ role }: Member, members: readonly Member[], trouble: Trouble): boolean {
  const known = (member: Member): boolean => member.head.length > 0 && !isIn(member, trouble);
  return (role === 'child' || role === 'declaration') && members.every(known);
}

/** Whether a line of a member's head is among these. */
function isIn({ head }: Member, lines: Trouble): boolean {
  for (let line = head[0].line; line <= head.at(-1)!.endLine; line++) if (lines.has(line)) return true;
  return false;
}

/** Comments in lines of their own. `first`: nothing stands above them, or what does has an empty line of its own. */
function commentLines(comments: readonly Above[], depth: number, first: boolean): Line[] {
  const indent = STEP.repeat(depth);
  return comments.flatMap(({ piece, blank }, i) => {
    const line = { code: indent + moveComment(piece, indent.length) };
    return blank && !(first && i === 0) ? [{ code: '' }, line] : [line];
  });
}

/** A member without the comments above it. */
function memberLines(member: Member, depth: number, trouble: Trouble): Line[] {
  const indent = STEP.repeat(depth);
  const { head, body } = member;
  const lines = head.length > 0 ? headLines(member, indent, isIn(member, trouble)) : [{ code: indent }];
  if (body) {
    // Behind words that go on in a line of their own, a brace would end them too early.
    if (lines.length > 1) lines.push({ code: indent });
    else if (head.length > 0) lines[0].code += ' ';
    const last = lines.at(-1)!;
    const inOneLine = oneLine(body, trouble);
    if (inOneLine !== undefined && last.comment === undefined && last.code.length + inOneLine.length <= WIDTH) {
      last.code += inOneLine;
    } else {
      last.code += '{';
      putBehind(lines, body.opened, indent + STEP);
      append(lines, blockLines(body, member, depth + 1, trouble));
      lines.push({ code: `${indent}}` });
    }
  }
  putBehind(lines, member.behind, indent);
  return lines;
}

/** A body that was written in one line and holds no more than one statement, in one line again: `{ team LDF }`. */
function oneLine({ open, close, opened, members, below }: Block, trouble: Trouble): string | undefined {
  const [member] = members;
  if (open.line !== close.line || members.length > 1 || member?.body) return undefined;
  const head = member ? headLines(member, '', isIn(member, trouble)) : [];
  if (head.length > 1 || head[0]?.comment !== undefined) return undefined;
  const [before, after] = [
    [...opened, ...(member?.above ?? [])],
    [...(member?.behind ?? []), ...below],
  ];
  if ([...before, ...after].some(({ piece }) => piece.text.startsWith('//') || piece.line !== piece.endLine))
    return undefined;
  const parts = [...before.map(textOf), ...head.map(({ code }) => code), ...after.map(textOf)];
  return parts.length === 0 ? '{}' : `{ ${parts.join(' ')} }`;
}

const textOf = ({ piece }: { piece: Piece }): string => piece.text;
