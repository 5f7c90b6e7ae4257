import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { Server } from './server.ts';
import { diskFiles } from './workspace/disk.ts';

const connection = createConnection(ProposedFeatures.all);
new Server(connection, diskFiles);
connection.listen();
