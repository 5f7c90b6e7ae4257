import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { Server } from './server.ts';
import { clientFiles, diskOrElse } from './workspace/client-files.ts';
import { diskFiles } from './workspace/disk.ts';

const connection = createConnection(ProposedFeatures.all);
new Server(connection, diskOrElse(diskFiles, clientFiles(connection)));
connection.listen();
