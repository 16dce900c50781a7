import assert from 'node:assert/strict';
import { createServer as createHttpServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

// A room with phones: HTTP clients over real sockets, that drop and come back as phones do.

/** Serves a site on a free port of this machine. */
export async function serve(site: Hono): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createHttpServer(getRequestListener(site.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type Phone = { cookie: string };

/** Sends a form as a page of the site does; the cookies given back, if any, are kept. */
export async function sendForm(
  address: string,
  path: string,
  fields: Record<string, string>,
  phone: Phone = { cookie: '' },
): Promise<{ status: number; location: string | null }> {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: address,
      cookie: phone.cookie,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  });
  await response.arrayBuffer();
  const [line] = response.headers.getSetCookie();
  if (line) phone.cookie = line.split(';')[0]!;
  return { status: response.status, location: response.headers.get('location') };
}

/** Sends a form and hangs up before the answer: nobody knows whether it was taken. */
export function sendAndDrop(
  address: string,
  path: string,
  fields: Record<string, string>,
  phone: Phone,
): Promise<void> {
  const body = new URLSearchParams(fields).toString();
  return new Promise((resolve) => {
    const sending = request(`${address}${path}`, {
      method: 'POST',
      headers: {
        origin: address,
        cookie: phone.cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      },
    });
    sending.on('error', () => resolve());
    sending.on('response', (answer) => answer.resume().on('end', resolve));
    sending.write(body, () => setTimeout(() => sending.destroy(), 2));
    sending.end();
    sending.on('close', () => resolve());
  });
}

/**
 * Sends a form over a poor connection: half of it, then, some time later, the rest. `wholeAt` is when the last byte left, in
 * milliseconds.
 */
export function sendSlowly(
  address: string,
  path: string,
  fields: Record<string, string>,
  { phone, pauseMs }: { phone: Phone; pauseMs: number },
): Promise<{ status: number; wholeAt: number }> {
  const body = new URLSearchParams(fields).toString();
  const half = Math.ceil(body.length / 2);
  return new Promise((resolve, reject) => {
    let wholeAt = 0;
    const sending = request(`${address}${path}`, {
      method: 'POST',
      headers: {
        origin: address,
        cookie: phone.cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      },
    });
    sending.on('error', reject);
    sending.on('response', (answer) =>
      answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, wholeAt })),
    );
    sending.write(body.slice(0, half));
    setTimeout(() => {
      wholeAt = performance.now();
      sending.end(body.slice(half));
    }, pauseMs);
  });
}

export type Heard = { mark: string; html: string; said: string };

/** A screen that follows the stream of a workshop; `until` waits for what it must show. */
export class Screen {
  readonly #controller = new AbortController();
  readonly #waiting = new Set<() => void>();
  latest: Heard | null = null;
  states = 0;
  headers = new Headers();

  async open(address: string, path: string, phone: Phone): Promise<void> {
    const response = await fetch(`${address}${path}`, {
      headers: { cookie: phone.cookie },
      signal: this.#controller.signal,
    });
    assert.equal(response.status, 200);
    this.headers = response.headers;
    void this.#read(response.body!.getReader());
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        text += decoder.decode(value, { stream: true });
        const events = text.split('\n\n');
        text = events.pop()!;
        for (const event of events) this.#hear(event);
      }
    } catch {
      // It was closed.
    }
  }

  #hear(event: string): void {
    const [, data] = /^event: state\ndata: (.*)$/su.exec(event) ?? [];
    if (data === undefined) return;
    this.latest = JSON.parse(data) as Heard;
    this.latest.html = this.latest.html.replaceAll('\u00a0', ' ');
    this.states += 1;
    for (const look of [...this.#waiting]) look();
  }

  until(pattern: RegExp, patienceMs = 10_000): Promise<Heard> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!this.latest || !pattern.test(this.latest.html)) return;
        this.#waiting.delete(look);
        clearTimeout(patience);
        resolve(this.latest);
      };
      const patience = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`the screen never shows ${pattern}: ${this.latest?.html}`));
      }, patienceMs);
      this.#waiting.add(look);
      look();
    });
  }

  close(): void {
    this.#controller.abort();
  }
}
