import { createReadStream, existsSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** What the server says of a path: a text, or whatever a test does with the response. */
export type Answer =
  | string
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  | ((response: ServerResponse) => void);

/** A server of the built tutor, of a page of somebody's, and of lessons that a test puts there. */
export interface LessonServer {
  /** Its address, ending in a slash. */
  readonly url: string;
  /** What is said of each path. May be changed at any time: a server is mended so. */
  readonly answers: Map<string, Answer>;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.md': 'text/markdown; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Start one on 127.0.0.1. */
export async function serveLessons(): Promise<LessonServer> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname.slice(1));
    const type = types[extname(path)] ?? 'application/octet-stream';
    const answer = answers.get(path);
    asked.push(path);
    if (typeof answer === 'function') return answer(response);
    if (answer !== undefined) {
      const { status = 200, headers = {}, body = '' } = typeof answer === 'string' ? { body: answer } : answer;
      return void response.writeHead(status, { 'content-type': type, ...headers }).end(body);
    }
    const file = join('dist/site', path);
    if (!path || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    answers,
    asked,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
