import type { ExplorerNode } from '../../../server/src/protocol-explorer.ts';
import { wordCounts } from './decorations.ts';

/** What a screen reader says of a node: what it is, which others see in the picture, then what is written there, then its findings. */
export function spoken({ type, icon, label, description, counts }: ExplorerNode): string {
  switch (type) {
    case 'finding':
    case 'undeclared':
      return listed(type === 'finding' ? `${icon}: ${label}` : label, description);
    case 'group':
      return listed(label, description, wordCounts(counts));
    case 'requirement':
      return listed(`requirement ${label}`, description, icon === 'unsatisfied' && 'not satisfied', wordCounts(counts));
    default:
      return listed(`${icon} ${label}`, description, wordCounts(counts));
  }
}

function listed(...parts: (string | false)[]): string {
  return parts.filter(Boolean).join(', ');
}
