/** A web site on this machine: folders and texts by their address. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** What is at an address: a text, or a folder on disk with all that is in it. */
export type Content = { text: string } | { folder: string };

/** The site while it is served. */
export interface Site {
  /** Such as `http://127.0.0.1:40123`. */
  origin: string;
  /** The paths that were asked for, and found. */
  served: Set<string>;
  close(): Promise<void>;
}

/** What a browser insists on being told of a file, by the ending of its name. */
const types: Record<string, string> = {
  '.cjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a site on a free port.
 * @param describe gives what is at which path, once the site's own address is known
 */
export async function serveSite(describe: (origin: string) => Record<string, Content>): Promise<Site> {
  const served = new Set<string>();
  let contents: Record<string, Content> = {};
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://127.0.0.1').pathname);
    const body = contentAt(contents, path);
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    served.add(path);
    response.setHeader('content-type', types[extname(path) || '.html'] ?? 'application/octet-stream');
    response.end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  contents = describe(origin);
  const close = async (): Promise<void> => {
    const closed = new Promise(resolve => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  return { origin, served, close };
}

/** What is at a path: the text there, or the file in the folder that is nearest above it. */
function contentAt(contents: Record<string, Content>, path: string): string | Buffer | undefined {
  const found = contents[path];
  if (found && 'text' in found) return found.text;
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const above = contents[path.slice(0, end)];
    if (!above || !('folder' in above)) continue;
    try {
      return readFileSync(join(above.folder, path.slice(end)));
    } catch {
      return undefined;
    }
  }
  return undefined;
}
