/** Inlay hints (`textDocument/inlayHint`): behind the key of a product, a person or a team, the name that it stands for. */
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import type { Graph } from '../model/graph.ts';
import type { Entry } from '../model/record.ts';
import { canonical } from '../workspace/addresses.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';
import { overlaps, toLsp } from './ranges.ts';

export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register(session) {
    session.connection.languages.inlayHint.on(
      answer(session, ({ textDocument, range }) =>
        session.settings().inlayHints ? hintsIn(session.workspace, textDocument.uri, range) : null,
      ),
    );
  },
};

/** A longer name hides the text that it stands in. */
const LONGEST = 40;

function hintsIn(workspace: Workspace, uri: string, range: Range): InlayHint[] | null {
  const project = workspace.projectOf(uri);
  const record = project?.engine.graph.record(canonical(uri));
  if (!project || !record) return null;
  const near = record.entries.filter(({ extent }) => overlaps(extent, range));
  return near.flatMap(entry => [...hintsOf(project.engine.graph, entry, range)]);
}

function* hintsOf(graph: Graph, entry: Entry, range: Range): Iterable<InlayHint> {
  for (const link of graph.linksOf(entry)) {
    if (!overlaps(link.range, range) || !isValue(entry, link.via)) continue;
    const target = graph.resolve(link);
    const name = target && nameBehind(target);
    if (!name) continue;
    const { end } = toLsp(link.range);
    yield {
      position: end,
      label: name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name,
      kind: InlayHintKind.Type,
      paddingLeft: true,
      ...(name.length > LONGEST ? { tooltip: name } : {}),
    };
  }
}

/** A value of an attribute or a field, or what stands behind `by` and `replaced by`; not a heading's words, and not in a description. */
function isValue({ attributes }: Entry, via: string): boolean {
  return via === 'by' || via === 'replaced by' || attributes.some(({ property }) => property === via);
}

/** The name of a product, a person or a team, where it tells more than the key. */
function nameBehind({ type, key, name }: Entry): string | undefined {
  if (type !== 'product' && type !== 'person' && type !== 'team') return undefined;
  const text = name?.text.replace(/\s+/g, ' ').trim();
  return text && bare(text) !== bare(key) ? text : undefined;
}

const bare = (text: string): string => text.toLowerCase().replace(/[\s._/-]+/g, '');
