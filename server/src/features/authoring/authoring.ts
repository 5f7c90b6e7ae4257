/** What the client's commands ask that write for the author: move a product, a new product, rows of a spreadsheet. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Graph } from '../../model/graph.ts';
import { namespaceOfValue } from '../../model/links.ts';
import type { ValueType } from '../../model/properties.ts';
import type { Entry } from '../../model/record.ts';
import {
  type AuthoringEdit,
  type AuthoringPlace,
  type KeyParams,
  keyObjectionRequest,
  type MoveParams,
  type MoveTargets,
  moveRequest,
  moveTargetsRequest,
  type NewProductChoices,
  type NewProductParams,
  newProductChoicesRequest,
  newProductRequest,
  type ProductChoice,
  type RowsParams,
  type RowsResult,
  rowsRequest,
} from '../../protocol-authoring.ts';
import { baseName, canonical, relativePath } from '../../workspace/addresses.ts';
import { isLibrary } from '../../workspace/library.ts';
import type { LoadedProject } from '../../workspace/loaded-project.ts';
import { answer } from '../answer.ts';
import { keyFrom } from '../code-actions/keys-from-names.ts';
import type { Feature, Session } from '../feature.ts';
import { plain } from '../markdown.ts';
import { contains } from '../ranges.ts';
import { editFor } from '../refactorings/refactorings.ts';
import { allFiles, allPackages, groups } from '../refactorings/targets.ts';
import { type Text, Texts, toWorkspaceEdit } from '../refactorings/text.ts';
import { declarationOf, indentAt, keyObjection, nameObjection, putAt, putInto, surroundings } from './new-product.ts';
import { productsFrom } from './rows.ts';

export const authoring: Feature = {
  capabilities: {},
  register(session) {
    const { connection } = session;
    connection.onRequest(
      moveTargetsRequest,
      answer(session, (place: AuthoringPlace) => moveTargets(session, place)),
    );
    connection.onRequest(
      moveRequest,
      answer(session, (params: MoveParams) => move(session, params)),
    );
    connection.onRequest(
      newProductChoicesRequest,
      answer(session, (place: AuthoringPlace) => choices(session, place)),
    );
    connection.onRequest(
      keyObjectionRequest,
      answer(session, ({ uri, key }: KeyParams) => keyObjection(projectOf(session, uri), key) ?? null),
    );
    connection.onRequest(
      newProductRequest,
      answer(session, (params: NewProductParams) => newProduct(session, params)),
    );
    connection.onRequest<RowsResult | ResponseError<void> | null, void>(
      rowsRequest,
      answer(session, (params: RowsParams) => rows(session, params)),
    );
  },
};

function refuse(sentence: string): never {
  throw new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}

function projectOf({ workspace }: Session, uri: string): LoadedProject {
  return workspace.projectOf(uri) ?? refuse('This file belongs to no project of the workspace. Open its folder first.');
}

/** The innermost product in whose declaration a place lies. */
function productAt({ engine }: LoadedProject, { uri, line, character }: AuthoringPlace): Entry | undefined {
  return engine.graph
    .record(canonical(uri))
    ?.entries.findLast(({ type, key, extent }) => type === 'product' && key && contains(extent, { line, character }));
}

function choiceOf({ root }: LoadedProject, { key, name, kind, document }: Entry): ProductChoice {
  return { key, name: name?.text ?? '', kind: kind?.text ?? '', file: relativePath(root, document) ?? document };
}

function moveTargets({ workspace }: Session, place: AuthoringPlace): MoveTargets | null {
  const project = workspace.projectOf(place.uri);
  const product = project && productAt(project, place);
  if (!product) return null;
  return {
    product: choiceOf(project, product),
    packages: allPackages(project.engine.graph, product).map(entry => choiceOf(project, entry)),
    files: allFiles(project, product).map(uri => ({ uri, path: relativePath(project.root, uri) ?? baseName(uri) })),
  };
}

async function move(session: Session, { to, ...place }: MoveParams): Promise<object> {
  const project = projectOf(session, place.uri);
  const product = productAt(project, place) ?? refuse('Put the cursor into the product that is to be moved.');
  const { graph } = project.engine;
  if (graph.declarations('product', product.key).length > 1) {
    refuse(`${product.key} is declared more than once: mend that first.`);
  }
  if ('package' in to) {
    const target = allPackages(graph, product).find(({ key }) => key === to.package);
    if (!target) refuse(`${product.key} cannot be moved to ${to.package}.`);
    return editFor(session, project, product, { do: 'to package', package: target.key });
  }
  const file = canonical(to.file);
  if (!allFiles(project, product).includes(file)) refuse(`${product.key} cannot be moved to ${baseName(file)}.`);
  return editFor(session, project, product, { do: 'to file', file });
}

function choices({ workspace }: Session, place: AuthoringPlace): NewProductChoices | null {
  const project = workspace.projectOf(place.uri);
  if (!project) return null;
  const { graph } = project.engine;
  const here = productAt(project, place);
  const kinds = [...graph.all('kind')].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    kinds: kinds.map(({ key, name, description }) => ({
      key,
      says: name?.text ?? (description ? plain(description.text) : (saysOf(graph, key) ?? '')),
    })),
    packages: [...graph.all('product')]
      .filter(entry => !isLibrary(entry.document))
      .filter(entry => groups(graph, entry))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(entry => choiceOf(project, entry)),
    here: here ? choiceOf(project, here) : null,
  };
}

/** What a kind demands first, as its author says it. */
function saysOf(graph: Graph, kind: string): string | undefined {
  return graph.kind(kind)?.demands.findLast(({ demand }) => demand.message)?.demand.message;
}

async function newProduct(session: Session, params: NewProductParams): Promise<AuthoringEdit> {
  const project = projectOf(session, params.uri);
  const { graph } = project.engine;
  const objection = keyObjection(project, params.key) ?? nameObjection(params.name);
  if (objection) refuse(objection);
  if (!graph.kind(params.kind)) refuse(`No kind is called ${params.kind}.`);
  const texts = new Texts(session);
  const text = await textAt(texts, project, params);
  const declaration = declarationOf(params);
  if (params.package === undefined) {
    const offset = text.source.document.offsetAt(params);
    if (!putAt(text, offset, declaration)) refuse('The braces around this place are not closed: close them first.');
  } else {
    const target = graph.entry('product', params.package) ?? refuse(`No product is called ${params.package}.`);
    const found = await texts.find(target, graph.declarations('product', target.key));
    if (!found || !putInto(found.text, found.entry, declaration)) {
      refuse(`The braces of ${params.package} are not closed: close them first.`);
    }
  }
  const [changed] = texts.changed;
  return { edit: toWorkspaceEdit(session, texts.changed, undefined), uri: changed.uri };
}

async function textAt(texts: Texts, project: LoadedProject, { uri }: AuthoringPlace): Promise<Text> {
  const text = project.documents.has(canonical(uri)) ? await texts.of(uri) : undefined;
  return text ?? refuse('Open a .ptree file of the project first.');
}

async function rows(session: Session, { text, asked, ...place }: RowsParams): Promise<RowsResult | null> {
  const project = session.workspace.projectOf(place.uri);
  const target = project?.documents.has(canonical(place.uri)) ? await new Texts(session).of(place.uri) : undefined;
  if (!project || !target) return null;
  const { source } = target;
  const offset = source.document.offsetAt(place);
  const line = source.text.slice(source.lineStart(offset), offset);
  const around = line.trim() === '' ? surroundings(source.text, offset) : undefined;
  if (!around) return null;
  const { graph } = project.engine;
  const taken = new Set<string>();
  const found = productsFrom(
    text,
    {
      kinds: [...graph.all('kind')].map(({ key }) => key),
      kind: usualKind(graph, around.key) ?? 'product',
      keyFrom: name => {
        let key = keyFrom(graph, 'product', name);
        for (let number = 2; taken.has(key); number++) key = `${keyFrom(graph, 'product', name)}${number}`;
        taken.add(key);
        return key;
      },
      keyOf: (type, name) => keyOf(graph, type, name),
    },
    asked,
  );
  if (!found) return null;
  const indent = line || indentAt(target, offset);
  const indented = found.text
    .split('\n')
    .map((one, i) => (one === '' ? one : (i === 0 ? indent.slice(line.length) : indent) + one));
  return { text: indented.join(source.eol) + gapAfter(source, offset, indent, found.text), products: found.products };
}

/** What parts declarations that are put in at an offset from what follows: the rest of the line, or the next line. */
function gapAfter(source: Text['source'], offset: number, indent: string, text: string): string {
  const end = source.lineEnd(offset);
  if (source.text.slice(offset, end).trim() !== '') return source.eol + indent;
  const [next] = /^\r?\n[^\r\n]*/.exec(source.text.slice(end)) ?? [''];
  return text.includes('\n') && !/^[\s}]*$/.test(next) ? source.eol : '';
}

/** The kind of most products in a package. */
function usualKind(graph: Graph, key: string | null): string | undefined {
  const parent = key === null ? undefined : graph.entry('product', key);
  const counts = new Map<string, number>();
  for (const { kind } of parent ? graph.children(parent) : []) {
    if (kind && kind.text !== 'package') counts.set(kind.text, (counts.get(kind.text) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

/** The key under which something with this key or name is declared. */
function keyOf(graph: Graph, type: ValueType, text: string): string | undefined {
  const namespace = namespaceOfValue(type);
  if (!namespace) return undefined;
  if (graph.entry(namespace, text)) return text;
  const [word = ''] = text.match(/[\p{L}\p{N}]+/u) ?? [];
  const wanted = text.toLowerCase();
  for (const entry of word ? graph.namesFrom(namespace, word) : []) {
    const short = entry.attributes.find(({ property }) => property === 'short')?.values[0]?.text;
    if (entry.name?.text.toLowerCase() === wanted || short?.toLowerCase() === wanted) return entry.key;
  }
  return undefined;
}
