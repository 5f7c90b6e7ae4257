import { completion } from './completion/completion.ts';
import { definition } from './definition.ts';
import { documentSymbols } from './document-symbols.ts';
import type { Feature } from './feature.ts';
import { folding } from './folding.ts';
import { highlight } from './highlight.ts';
import { hover } from './hover/hover.ts';
import { implementation } from './implementation.ts';
import { productTreeRequests } from './product-tree.ts';
import { references } from './references.ts';
import { rename } from './rename/rename.ts';
import { typeDefinition } from './type-definition.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** Every feature of the server beside diagnostics. */
export const FEATURES: readonly Feature[] = [
  productTreeRequests,
  definition,
  typeDefinition,
  implementation,
  references,
  highlight,
  completion,
  rename,
  documentSymbols,
  folding,
  hover,
  workspaceSymbols,
];
