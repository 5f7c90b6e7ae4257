/** What the page and the extension say to each other. */
import type {
  PreviewDetails,
  PreviewPatch,
  PreviewPlace,
  PreviewProject,
  PreviewSkeleton,
} from '../../server/src/protocol.ts';

/** From the extension to the page. */
export type ToPage =
  /** A project whole. `select`: the product to begin with, before what was selected last; `saved`: what the page once kept of it. */
  | { type: 'project'; skeleton: PreviewSkeleton | null; projects: PreviewProject[]; select?: string; saved?: unknown }
  | { type: 'patch'; patch: PreviewPatch }
  | { type: 'details'; details: PreviewDetails | null; key: string }
  /** The cursor is in this product; or the reader `wanted` to see it, wherever the cursor is. */
  | { type: 'reveal'; key: string; wanted?: true }
  /** The view is wanted as a picture. */
  | { type: 'export'; how: 'copy' | 'save' };

/** From the page to the extension. */
export type ToExtension =
  | { type: 'ready' }
  /** To be kept for the next time that this project is shown; only the page knows what is in it. */
  | { type: 'keep'; project: string; saved: unknown }
  /** Another project is chosen. */
  | { type: 'project'; project: string }
  | { type: 'details'; key: string }
  /** Its source is shown; `focus`: the editor takes the keyboard. */
  | { type: 'source'; key: string; focus: boolean }
  | { type: 'place'; place: PreviewPlace }
  | { type: 'rule'; rule: string }
  | { type: 'link'; url: string }
  | { type: 'follow'; on: boolean }
  | { type: 'svg'; how: 'copy' | 'save'; name: string; svg: string };
