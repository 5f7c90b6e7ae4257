import type { Feature } from './feature.ts';
import { productTreeRequests } from './product-tree.ts';

/** Every feature of the server beside diagnostics. */
export const FEATURES: readonly Feature[] = [productTreeRequests];
