/** Which statements a range of lines asks for. */
import { type Member, stretchOf, type Tree } from './tree.ts';

/** Neighbouring statements that have their lines to themselves. */
export interface Run {
  members: Member[];
  /** The member in whose braces they stand, where they are all that stands there; undefined otherwise: they keep their order. */
  owner?: Member;
  depth: number;
  /** From the beginning of their first line to the end of their last, as offsets. */
  start: number;
  end: number;
}

/** The smallest run of whole statements that the lines touch; undefined where they touch none. */
export function runOf(tree: Tree, text: string, from: number, to: number): Run | undefined {
  const run = within(tree, undefined, 0, text, from, to);
  return run === 'unfit' ? undefined : run;
}

function within(
  { members }: Pick<Tree, 'members'>,
  owner: Member | undefined,
  depth: number,
  text: string,
  from: number,
  to: number,
): Run | 'unfit' | undefined {
  const touched = touching(members, from, to);
  if (touched.length === 0) return undefined;
  const [member] = touched;
  const { body } = member;
  if (touched.length === 1 && body && body.open.line < from && to < body.close.line) {
    const inner = within(body, member, depth + 1, text, from, to);
    if (inner !== 'unfit') return inner;
  }
  const start = lineStart(text, offsetOf(member));
  const end = lineEnd(text, endOf(touched.at(-1)!));
  const alone =
    text.slice(start, offsetOf(member)).trim() === '' && text.slice(endOf(touched.at(-1)!), end).trim() === '';
  if (!alone) return 'unfit';
  return { members: touched, ...(touched.length === members.length && { owner }), depth, start, end };
}

/** The members that touch these lines, or share a line with one that does. */
function touching(members: readonly Member[], from: number, to: number): Member[] {
  const touched = members.filter(member => stretchOf(member).from <= to && stretchOf(member).to >= from);
  if (touched.length === 0) return touched;
  const [first, last] = [stretchOf(touched[0]).from, stretchOf(touched.at(-1)!).to];
  return first < from || last > to ? touching(members, Math.min(first, from), Math.max(last, to)) : touched;
}

function offsetOf({ above, head, body }: Member): number {
  return (above[0]?.piece ?? head[0] ?? body!.open).offset;
}

function endOf({ head, body, behind }: Member): number {
  return (behind.at(-1)?.piece ?? body?.close ?? head.at(-1)!).end;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const stop = end < 0 ? text.length : end;
  return text[stop - 1] === '\r' && stop > offset ? stop - 1 : stop;
}
