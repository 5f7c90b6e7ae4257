/** The order of statements in a body, and the empty lines between them. */
import { PROPERTIES } from '../model/properties.ts';
import { type Member, wordOf } from './tree.ts';

const RANK = new Map(PROPERTIES.map(({ word }, index) => [word, index]));
/** Fields stand with the attributes, before the requirements, which are last. */
const FIELD = RANK.get('satisfies')! - 0.5;

/**
 * Members in the order of the table of attributes: the description, the attributes, then what is nested; equals stay as they are. In
 * a kind only the description moves.
 */
export function inOrder(members: readonly Member[], inKind: boolean): Member[] {
  const rank = (member: Member): number => {
    if (member.role === 'description') return -1;
    if (inKind || member.role !== 'attribute') return PROPERTIES.length;
    return RANK.get(wordOf(member)) ?? FIELD;
  };
  return members.toSorted((a, b) => rank(a) - rank(b));
}

/** What counts for the empty line between two neighbours. */
export interface Neighbour {
  member: Member;
  /** Whether it takes more than one line. */
  tall: boolean;
}

/**
 * Whether an empty line stands between two members: always before the first product below its container's attributes, and
 * between products unless both take one line; elsewhere where the author wrote one. Where the order has changed, empty lines that set
 * attributes apart have lost their meaning.
 */
export function blankBetween(above: Neighbour, below: Neighbour, nested: boolean, moved: boolean): boolean {
  const { member } = below;
  const products = [above, below].filter(({ member }) => member.role === 'child').length;
  if (products === 2 && (above.tall || below.tall)) return true;
  if (products === 1 && nested) return true;
  return member.blank && (!moved || products > 0 || member.above.length > 0);
}
