import { completion } from './completion/completion.ts';
import { definition } from './definition.ts';
import type { Feature } from './feature.ts';
import { highlight } from './highlight.ts';
import { implementation } from './implementation.ts';
import { productTreeRequests } from './product-tree.ts';
import { references } from './references.ts';
import { rename } from './rename/rename.ts';
import { typeDefinition } from './type-definition.ts';

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
];
