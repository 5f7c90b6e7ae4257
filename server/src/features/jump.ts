import { type ClientCapabilities, type Location, LocationLink, type Range } from 'vscode-languageserver';
import type { Occurrence } from './occurrences.ts';
import { toLsp } from './ranges.ts';

/** Places to jump to, and the stretch of text from which they were asked for. */
export interface Jump {
  from: Range;
  to: readonly Pick<Occurrence, 'document' | 'range' | 'extent'>[];
}

/** A jump as the client can take it: links, which know where they began, or plain locations. */
export function toTargets(
  jump: Jump | undefined,
  question: 'definition' | 'typeDefinition' | 'implementation',
  { textDocument }: ClientCapabilities,
): Location[] | LocationLink[] | null {
  if (jump === undefined || jump.to.length === 0) return null;
  if (!textDocument?.[question]?.linkSupport) {
    return jump.to.map(({ document, range }) => ({ uri: document, range: toLsp(range) }));
  }
  return jump.to.map(({ document, range, extent }) =>
    LocationLink.create(document, toLsp(extent), toLsp(range), jump.from),
  );
}
