import pg from 'pg';
import type { BrowserContext, Page } from 'playwright-core';
import { embeddedAddress } from '../../lifecycle/application.ts';

// Looking for names wherever they must not be, however they are written.

/** A name, its two cases, without its accents, and each of these as programs write text. */
export function tracesOf(name: string): Map<string, string> {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '');
  const traces = new Map<string, string>();
  const add = (trace: string, writing: string) => {
    if (!traces.has(trace)) traces.set(trace, writing);
  };
  for (const spelling of [name, bare, name.normalize('NFD')]) {
    for (const word of [spelling, spelling.toLowerCase(), spelling.toUpperCase()]) {
      const utf8 = Buffer.from(word);
      add(utf8.toString('latin1'), 'as it is');
      add(Buffer.from(word, 'latin1').toString('latin1'), 'in latin1');
      add(Buffer.from(word, 'utf16le').toString('latin1'), 'in UTF-16');
      add(encodeURIComponent(word), 'in an address');
      add(new URLSearchParams([['', word]]).toString().slice(1), 'in a form');
      add(
        JSON.stringify(word)
          .slice(1, -1)
          .replace(/[^ -~]/g, escaped),
        'in JSON',
      );
      add(utf8.toString('hex'), 'in hexadecimal');
      for (const [base64, kind] of alignments(utf8)) add(base64, kind);
    }
  }
  return traces;
}

const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What base64 makes of bytes, wherever they stand in what is encoded. */
function* alignments(bytes: Buffer): Generator<[string, string]> {
  for (const shift of [0, 1, 2]) {
    const around = Buffer.concat([Buffer.alloc(shift), bytes]);
    const inner = around.toString('base64').replace(/=+$/, '');
    const own = inner.slice(Math.ceil((shift * 8) / 6), Math.floor((around.length * 8) / 6));
    yield [own, 'in base64'];
    yield [own.replaceAll('+', '-').replaceAll('/', '_'), 'in base64 for addresses'];
  }
}

/** Where each name is found, in which writing. `places` are texts or bytes, by where they come from. */
export function namesFound(
  names: readonly string[],
  places: Iterable<readonly [string, string | Buffer]>,
): string[] {
  const traces = names.map((name) => [name, tracesOf(name)] as const);
  const found = new Set<string>();
  for (const [where, content] of places) {
    const bytes = (typeof content === 'string' ? Buffer.from(content) : content).toString('latin1');
    for (const [name, writings] of traces) {
      for (const [trace, writing] of writings) {
        if (bytes.includes(trace)) found.add(`${name}, ${writing}: ${where}`);
      }
    }
  }
  return [...found];
}

/** Everything that leaves a browser, and what its pages say to the console or put in their titles. */
export class Capture {
  readonly places: [string, string | Buffer][] = [];
  #reading: Promise<unknown>[] = [];
  requests = 0;

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
      this.requests += 1;
      const at = `${request.method()} ${new URL(request.url()).pathname}`;
      this.places.push([`address of ${at}`, request.url()]);
      const body = request.postDataBuffer();
      if (body) this.places.push([`body of ${at}`, body]);
      const headers = request.allHeaders().then(
        (all) => this.places.push([`headers of ${at}`, JSON.stringify(all)]),
        () => undefined,
      );
      this.#reading.push(headers);
    });
    context.on('console', (message) => this.places.push(['console', message.text()]));
    context.on('page', (page) => {
      page.on('domcontentloaded', () => this.#reading.push(this.#noteTitle(page)));
    });
  }

  async #noteTitle(page: Page): Promise<void> {
    const title = await page.title().catch(() => '');
    this.places.push(['title of a page', title]);
  }

  async done(): Promise<void> {
    await Promise.allSettled(this.#reading);
  }
}

/** Cookies, local and session storage, caches and every record of every local database, keys apart: no script reads those. */
export async function storedInBrowser(page: Page): Promise<[string, Buffer][]> {
  const cookies = JSON.stringify(await page.context().cookies());
  // What compiles these tests gives names to functions by a function of its own.
  await page.evaluate('globalThis.__name ??= (named) => named');
  const stored = await page.evaluate(async () => {
    const texts: [string, string][] = [
      ['local storage', JSON.stringify(localStorage)],
      ['session storage', JSON.stringify(sessionStorage)],
      ['caches', JSON.stringify(await caches.keys())],
      ['name of the window', window.name],
    ];
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const flat = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return flat(new Uint8Array(value));
      if (value instanceof Uint8Array) return [...value].map((byte) => String.fromCharCode(byte)).join('');
      if (value instanceof CryptoKey) return value.extractable ? 'extractable key' : 'key';
      if (typeof value === 'object' && value !== null) {
        return Object.entries(value)
          .map(([name, inner]) => `${name}=${flat(inner)}`)
          .join('\n');
      }
      return String(value);
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await ask(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const records = await ask(database.transaction(store).objectStore(store).getAll());
        texts.push([`local database ${name}`, flat(records)]);
      }
      database.close();
    }
    return texts;
  });
  return [
    ['cookies', Buffer.from(cookies)],
    ...stored.map(([where, text]): [string, Buffer] => [
      where,
      // Bytes came as one sign each; anything else is text.
      /[\u0100-\uffff]/.test(text) ? Buffer.from(text) : Buffer.from(text, 'latin1'),
    ]),
  ];
}

/** Every row of every table, as text; bytes are in hexadecimal. */
export async function storedInDatabase(dataDir: string): Promise<[string, string][]> {
  const client = await connect(dataDir);
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const stored: [string, string][] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ line: string }>(`select t::text as line from ${name} t`);
      stored.push([`table ${name}`, rows.map(({ line }) => line).join('\n')]);
    }
    return stored;
  } finally {
    await client.end();
  }
}

export async function connect(dataDir: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: embeddedAddress(dataDir) });
  await client.connect();
  return client;
}
