import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export type Answer = {
  status: number;
  headers: IncomingHttpHeaders;
  /** As it travelled, compressed. */
  body: Buffer;
  /** From the sending to the last byte received, in milliseconds. */
  duration: number;
};

export type Browser = {
  get: (path: string) => Promise<Answer>;
  post: (path: string, fields: URLSearchParams) => Promise<Answer>;
};

export function connections(most: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: most });
}

/** Sends what the browser of somebody signed in sends. */
export function openBrowser(port: number, token: string, agent: Agent): Browser {
  const origin = `http://127.0.0.1:${port}`;
  const headers = { Cookie: `__Host-session=${token}`, 'Accept-Encoding': 'br, gzip' };

  function send(method: 'GET' | 'POST', path: string, body = ''): Promise<Answer> {
    const ofWrite = {
      Origin: origin,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      const began = performance.now();
      const sent = request(
        origin + path,
        { method, agent, headers: method === 'POST' ? { ...headers, ...ofWrite } : headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode!,
              headers: response.headers,
              body: Buffer.concat(chunks),
              duration: performance.now() - began,
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  return {
    get: (path) => send('GET', path),
    post: (path, fields) => send('POST', path, fields.toString()),
  };
}

export function textOf({ headers, body }: Answer): string {
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(body).toString();
  if (headers['content-encoding'] === 'gzip') return gunzipSync(body).toString();
  return body.toString();
}
