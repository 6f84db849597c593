import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A server of files and nothing else, as owners of notes have them. */
export interface StaticHost {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Serve a folder on 127.0.0.1.
 * @param cors whether pages of every origin may read its files
 * @param pages HTML by path, beside the files of the folder; may be added to later
 */
export async function hostFolder(
  folder: string,
  cors: boolean,
  pages: ReadonlyMap<string, string> = new Map(),
): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname);
    const headers = {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      ...(cors && { 'access-control-allow-origin': '*' }),
    };
    // Every browser asks; no page of ours has one.
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const page = pages.get(path);
    const found = page === undefined ? readFile(join(folder, path)) : Promise.resolve(page);
    found.then(
      (content) => response.writeHead(200, headers).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
