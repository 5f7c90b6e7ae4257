/** The built-in kinds: a document that every project knows and a reader can jump into. */
import { KINDS_TEXT } from '../generated/library-text.ts';

/** The address of the built-in kinds. */
export const LIBRARY_URI = 'ptree-library:/kinds.ptree';

/** The built-in kinds, written in the language. */
export const LIBRARY_TEXT = KINDS_TEXT;
