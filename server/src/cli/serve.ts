import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { Server } from '../server.ts';
import { diskFiles } from '../workspace/disk.ts';

/** `ptree lsp --stdio`: the language server over standard input and output. */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  new Server(connection, diskFiles);
  connection.listen();
}
