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
  | { type: 'project'; skeleton: PreviewSkeleton | null; projects: PreviewProject[]; select?: string }
  | { type: 'patch'; patch: PreviewPatch }
  | { type: 'details'; details: PreviewDetails | null; key: string }
  /** The cursor is in this product. */
  | { type: 'reveal'; key: string };

/** From the page to the extension. */
export type ToExtension =
  | { type: 'ready'; project?: string }
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
