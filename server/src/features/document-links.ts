/**
 * Document links (`textDocument/documentLink`): what can be opened from an attribute or a field: web addresses (http and https, nothing
 * else) and e-mail addresses.
 */
import type { DocumentLink } from 'vscode-languageserver';
import type { Graph } from '../model/graph.ts';
import { propertyOf } from '../model/properties.ts';
import type { Entry, Value } from '../model/record.ts';
import { canonical } from '../workspace/addresses.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { answer } from './answer.ts';
import type { Feature } from './feature.ts';
import { fieldOf } from './locate.ts';
import { toLsp } from './ranges.ts';

export const documentLinks: Feature = {
  capabilities: { documentLinkProvider: {} },
  register(session) {
    session.connection.onDocumentLinks(
      answer(session, ({ textDocument }) => linksIn(session.workspace, textDocument.uri)),
    );
  },
};

function linksIn(workspace: Workspace, uri: string): DocumentLink[] | null {
  const graph = workspace.projectOf(uri)?.engine.graph;
  const record = graph?.record(canonical(uri));
  return graph && record ? record.entries.flatMap(entry => [...linksOf(graph, entry)]) : null;
}

function* linksOf(graph: Graph, entry: Entry): Iterable<DocumentLink> {
  for (const { property, values } of entry.attributes) {
    const type = propertyOf(property)?.value ?? fieldOf(graph, entry.kind?.text ?? '', property)?.field.type.text;
    if (type !== 'url' && type !== 'email') continue;
    for (const value of values) {
      const target = type === 'url' ? webAddress(value.text) : mailAddress(value.text);
      if (target) yield { range: withoutQuotes(value), target };
    }
  }
}

function webAddress(text: string): string | undefined {
  return /^https?:\/\/[^\s"<>]+$/i.test(text) && URL.canParse(text) ? text : undefined;
}

/** Only the plain form: whatever else a mail program reads from an address (a subject, a copy to somebody) has no place here. */
function mailAddress(text: string): string | undefined {
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text) ? `mailto:${text}` : undefined;
}

function withoutQuotes({ form, range }: Value): DocumentLink['range'] {
  const { start, end } = toLsp(range);
  if (form !== 'text') return { start, end };
  return {
    start: { ...start, character: start.character + 1 },
    end: { ...end, character: end.character - 1 },
  };
}
