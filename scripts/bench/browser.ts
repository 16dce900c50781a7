import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export type Answer = {
  status: number;
  /** Names in small letters. */
  headers: Readonly<Record<string, string>>;
  /** As it travelled, compressed. */
  body: Buffer;
  /** From the sending to the last byte received, in milliseconds. */
  duration: number;
};

export type Browser = {
  get: (path: string) => Promise<Answer>;
  post: (path: string, fields: URLSearchParams) => Promise<Answer>;
};

const NOTHING: Buffer = Buffer.alloc(0);
const NO_PIECE = Buffer.from('0\r\n\r\n');

/** A connection kept open, for one request at a time. Node's own client would cost as much as what it measures. */
export type Connection = { send: (request: string) => Promise<Answer>; close: () => void };

export function openConnection(port: number): Connection {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let received = NOTHING;
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void; began: number } | null =
    null;
  const fail = (error: Error) => waiting?.reject(error);
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the application closed the connection')));
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = readAnswer(received);
    if (!answer || !waiting) return;
    const { resolve, began } = waiting;
    waiting = null;
    received = NOTHING;
    resolve({ ...answer, duration: performance.now() - began });
  });
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject, began: performance.now() };
        socket.write(request);
      }),
    close: () => {
      waiting = null;
      socket.destroy();
    },
  };
}

/** Null until the answer is whole. */
function readAnswer(received: Buffer): Omit<Answer, 'duration'> | null {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first, ...lines] = received.toString('latin1', 0, end).split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  const body = received.subarray(end + 4);
  const status = Number(first!.split(' ')[1]);
  // Only answers without a body come in pieces, of which there is none.
  if (headers['transfer-encoding']) {
    return body.equals(NO_PIECE) ? { status, headers, body: NOTHING } : null;
  }
  return body.length < Number(headers['content-length'] ?? 0) ? null : { status, headers, body };
}

/** Sends what the browser of somebody signed in sends. */
export function openBrowser(port: number, token: string, connection: Connection): Browser {
  const host = `127.0.0.1:${port}`;
  const common = `Host: ${host}\r\nCookie: __Host-session=${token}\r\nAccept-Encoding: br, gzip\r\n`;
  const ofWrite = `Origin: http://${host}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
  return {
    get: (path) => connection.send(`GET ${path} HTTP/1.1\r\n${common}\r\n`),
    post: (path, fields) => {
      const body = fields.toString(); // nothing but ASCII
      return connection.send(
        `POST ${path} HTTP/1.1\r\n${common}${ofWrite}Content-Length: ${body.length}\r\n\r\n${body}`,
      );
    },
  };
}

export function textOf({ headers, body }: Answer): string {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(body).toString();
  if (headers['content-encoding'] === 'gzip') return gunzipSync(body).toString();
  return body.toString();
}
