/**
 * Signature help (`textDocument/signatureHelp`): while a demand, a field, a waiver or a declaration is typed, the form of the statement, with
 * the part that is being typed in bold and a sentence about it.
 */
import type { Position, SignatureHelp, SignatureInformation } from 'vscode-languageserver';
import { answer } from '../answer.ts';
import type { Feature, Session } from '../feature.ts';
import type { Form } from './form.ts';
import { placeAt } from './part.ts';

export const signatureHelp: Feature = {
  capabilities: { signatureHelpProvider: { triggerCharacters: [' ', '"', '[', '|', ','], retriggerCharacters: [']'] } },
  register(session) {
    session.connection.onSignatureHelp(
      answer(session, ({ textDocument, position }) => helpAt(session, textDocument.uri, position)),
    );
  },
};

function helpAt({ documents, workspace, client }: Session, uri: string, position: Position): SignatureHelp | null {
  const document = documents.get(uri);
  const graph = workspace.projectOf(uri)?.engine.graph;
  if (!document || !graph || !workspace.record(uri)) return null;
  const place = placeAt(graph, document.getText(), document.offsetAt(position));
  if (!place) return null;
  const { parameterInformation } = client().textDocument?.signatureHelp?.signatureInformation ?? {};
  const byOffset = parameterInformation?.labelOffsetSupport === true;
  return {
    signatures: place.forms.map(form => toSignature(form, place.part, byOffset)),
    activeSignature: place.forms.indexOf(place.form),
    activeParameter: Object.keys(place.form.parts).indexOf(place.part),
  };
}

/** A form as text, with the place of each part in it: by offsets, or by its own text for editors that only find it by that. */
function toSignature({ pattern, parts, says }: Form, part: string, byOffset: boolean): SignatureInformation {
  let label = '';
  const parameters: NonNullable<SignatureInformation['parameters']> = [];
  for (const piece of pattern.split(/(\{\w+\})/)) {
    const named = parts[piece.slice(1, -1)];
    const start = label.length;
    label += piece.startsWith('{') ? named.label : piece;
    if (piece.startsWith('{')) {
      const place: [number, number] = [start, label.length];
      parameters.push({ label: byOffset ? place : named.label, ...(named.says && { documentation: named.says }) });
    }
  }
  const active = Object.keys(parts).indexOf(part);
  return {
    label,
    ...(says && { documentation: says }),
    parameters,
    ...(active >= 0 ? { activeParameter: active } : {}),
  };
}
