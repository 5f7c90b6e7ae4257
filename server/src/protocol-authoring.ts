/**
 * What the client's commands that write for the author ask of the server. As `protocol.ts`, it imports nothing. An edit is a
 * `WorkspaceEdit` of the Language Server Protocol; where something cannot be done, the server answers with an error whose message is a
 * sentence for the author.
 */

/** A place in a document: line and character from 0. */
export interface AuthoringPlace {
  uri: string;
  line: number;
  character: number;
}

/** A product to choose. */
export interface ProductChoice {
  key: string;
  name: string;
  kind: string;
  /** The path of its file in the project. */
  file: string;
}

/**
 * Request: where the product whose declaration stands at a place may be moved; null where no product stands.
 * @see AuthoringPlace
 * @see MoveTargets
 */
export const moveTargetsRequest = 'ptree/moveTargets';

/** The product, and every package and file to which it may go. */
export interface MoveTargets {
  product: ProductChoice;
  packages: ProductChoice[];
  files: { uri: string; path: string }[];
}

/**
 * Request: the edit that moves that product.
 * @see MoveParams
 */
export const moveRequest = 'ptree/move';

/** The product's place, and the key of a package or the address of a file. */
export type MoveParams = AuthoringPlace & { to: { package: string } | { file: string } };

/**
 * Request: what there is to choose from for a new product at a place; null where the document belongs to no project.
 * @see AuthoringPlace
 * @see NewProductChoices
 */
export const newProductChoicesRequest = 'ptree/newProductChoices';

/** Kinds and packages; and the product in whose braces the place lies. */
export interface NewProductChoices {
  kinds: { key: string; says: string }[];
  packages: ProductChoice[];
  here: ProductChoice | null;
}

/**
 * Request: why a text cannot be the key of a new product, as a sentence; null where it can.
 * @see KeyParams
 */
export const keyObjectionRequest = 'ptree/keyObjection';

/** A key that somebody types, and the document in whose project it is to be. */
export interface KeyParams {
  uri: string;
  key: string;
}

/**
 * Request: the edit that declares a new product.
 * @see NewProductParams
 * @see AuthoringEdit
 */
export const newProductRequest = 'ptree/newProduct';

/** The new product, and where: at the place, or in a package's braces. */
export type NewProductParams = AuthoringPlace & { kind: string; key: string; name: string; package?: string };

/** An edit, and the document in which the new declaration stands after it. */
export interface AuthoringEdit {
  edit: object;
  uri: string;
}

/**
 * Request: rows of a spreadsheet as products; null where the text holds none, or where no products may stand.
 * @see RowsParams
 * @see RowsResult
 */
export const rowsRequest = 'ptree/rows';

/** Rows with tabs between their cells, and where they are to go. */
export type RowsParams = AuthoringPlace & {
  text: string;
  /** The author asks for it: what may be rows is taken for rows. Otherwise only what can hardly be anything else. */
  asked: boolean;
};

/** Declarations, to be put in at the place; and how many. */
export interface RowsResult {
  text: string;
  products: number;
}

/** Command of the client, without arguments: fills the empty file that is open with an example. A code lens carries it. */
export const startWithExampleCommand = 'ptree.startWithExample';
