import { authoring } from './authoring/authoring.ts';
import { callHierarchy } from './call-hierarchy.ts';
import { codeActions } from './code-actions/code-actions.ts';
import { codeLens } from './code-lens.ts';
import { completion } from './completion/completion.ts';
import { definition } from './definition.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import { explorer } from './explorer.ts';
import type { Feature } from './feature.ts';
import { folding } from './folding.ts';
import { formatting } from './formatting.ts';
import { highlight } from './highlight.ts';
import { hover } from './hover/hover.ts';
import { implementation } from './implementation.ts';
import { inlayHints } from './inlay-hints.ts';
import { preview } from './preview.ts';
import { productTreeRequests } from './product-tree.ts';
import { references } from './references.ts';
import { rename } from './rename/rename.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { signatureHelp } from './signature-help/signature-help.ts';
import { typeDefinition } from './type-definition.ts';
import { typeHierarchy } from './type-hierarchy.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

/** Every feature of the server beside diagnostics. */
export const FEATURES: readonly Feature[] = [
  productTreeRequests,
  authoring,
  definition,
  typeDefinition,
  implementation,
  references,
  highlight,
  completion,
  codeActions,
  rename,
  documentSymbols,
  explorer,
  folding,
  formatting,
  hover,
  workspaceSymbols,
  callHierarchy,
  codeLens,
  documentLinks,
  inlayHints,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  typeHierarchy,
  preview,
];
