import { type Disposable, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type LibraryTextParams,
  type LibraryTextResult,
  libraryScheme,
  libraryTextRequest,
} from '../../server/src/protocol.ts';

/** Shows the documents of the built-in library, to which go-to-definition leads, as read-only text. */
export function offerLibraryDocuments(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(libraryScheme, {
    async provideTextDocumentContent(uri) {
      const params: LibraryTextParams = { uri: uri.toString() };
      const text: LibraryTextResult = await client.sendRequest(libraryTextRequest, params);
      return text ?? `// The built-in library has no document ${uri.path}.\n`;
    },
  });
}
