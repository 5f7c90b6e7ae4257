/**
 * Code lenses (`textDocument/codeLens`, `codeLens/resolve`) above products: `used in 4`, `hosted on 2`, `3 findings`, each opening what it
 * says. Nothing is shown where there is nothing.
 */
import type { CodeLens, Location } from 'vscode-languageserver';
import type { Graph } from '../model/graph.ts';
import type { Relation } from '../model/properties.ts';
import type { DocumentRecord, Entry } from '../model/record.ts';
import {
  type FindingsLensArguments,
  type ReferencesLensArguments,
  showFindingsCommand,
  showReferencesCommand,
} from '../protocol.ts';
import type { Finding } from '../rules/finding.ts';
import { canonical } from '../workspace/addresses.ts';
import type { LoadedProject } from '../workspace/loaded-project.ts';
import { answer } from './answer.ts';
import { starterLens } from './authoring/empty-file.ts';
import type { Feature, Session } from './feature.ts';
import { contains, toLsp } from './ranges.ts';

export const codeLens: Feature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(session) {
    session.connection.onCodeLens(answer(session, ({ textDocument }) => lensesOf(session, textDocument.uri)));
    session.connection.onCodeLensResolve(answer(session, lens => resolve(session, lens)));
  },
};

/** What a lens counts. */
type Counted = 'uses' | 'hosts' | 'findings';

/** What a lens carries so that its title and places can be told once it comes into sight. */
interface LensData {
  document: string;
  /** The product, by its place among the document's entries and by its key. */
  index: number;
  key: string;
  counted: Counted;
}

function lensesOf(session: Session, uri: string): CodeLens[] | null {
  const { workspace, settings } = session;
  const project = workspace.projectOf(uri);
  const record = project?.engine.graph.record(canonical(uri));
  if (!project || !record || !settings().codeLens) return null;
  const { graph } = project.engine;
  const found = findingsByEntry(project, record);
  const lenses: CodeLens[] = starterLens(session, uri);
  for (const [index, entry] of record.entries.entries()) {
    if (entry.type !== 'product' || entry.key === '') continue;
    const add = (counted: Counted): void => {
      const data: LensData = { document: uri, index, key: entry.key, counted };
      lenses.push({ range: toLsp(entry.range), data });
    };
    if (hasAny(graph.eachFrom(entry, 'uses'))) add('uses');
    if (hasAny(graph.eachFrom(entry, 'hosts'))) add('hosts');
    if (found.has(entry)) add('findings');
  }
  return lenses;
}

function hasAny(entries: Iterable<Entry>): boolean {
  for (const _ of entries) return true;
  return false;
}

/** Title and command of a lens; a product that has gone meanwhile says nothing. */
function resolve({ workspace }: Session, lens: CodeLens): CodeLens {
  if (!lens.data) return lens;
  const { document, index, key, counted } = lens.data as LensData;
  const project = workspace.projectOf(document);
  const record = project?.engine.graph.record(canonical(document));
  const entry = record?.entries[index];
  if (!project || !record || entry?.key !== key) return { ...lens, command: { title: '', command: '' } };
  const { graph } = project.engine;
  if (counted === 'findings') {
    const findings = findingsByEntry(project, record).get(entry) ?? [];
    const ranges: FindingsLensArguments = [document, findings.map(({ at }) => toLsp(at))];
    const title = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
    return { ...lens, command: { title, command: showFindingsCommand, arguments: ranges } };
  }
  const users = graph.from(entry, counted);
  const places: ReferencesLensArguments = [
    document,
    toLsp(entry.range).start,
    users.map(user => statementOf(graph, user, counted, entry)),
  ];
  const title = `${counted === 'uses' ? 'used in' : 'hosted on'} ${users.length}`;
  return { ...lens, command: { title, command: showReferencesCommand, arguments: places } };
}

/** Where a user states the link; its declaration where only the other end states it. */
function statementOf(graph: Graph, user: Entry, relation: Relation, entry: Entry): Location {
  const place = graph.place(user, relation, entry);
  const own = graph.declarations('product', user.key).find(({ document, extent }) => {
    return place && document === place.document && contains(extent, place.at);
  });
  if (place && own) return { uri: place.document, range: toLsp(place.at) };
  return { uri: user.document, range: toLsp(user.range) };
}

/** The findings about each product of a document that nobody has waived, those about what is nested in it aside. */
function findingsByEntry({ engine }: LoadedProject, { document, entries }: DocumentRecord): Map<Entry, Finding[]> {
  const declared = Map.groupBy(entries, ({ type, key }) => `${type} ${key}`);
  const found = new Map<Entry, Finding[]>();
  for (const finding of engine.findingsIn(document)) {
    const { subject, waived, at } = finding;
    if (!subject || waived) continue;
    const named = declared.get(`${subject.type} ${subject.key}`) ?? [];
    const entry = named.find(({ extent }) => contains(extent, at));
    if (entry) found.set(entry, [...(found.get(entry) ?? []), finding]);
  }
  return found;
}
