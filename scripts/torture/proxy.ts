import { connect, createServer, type Socket } from 'node:net';
import type { Random } from '../../psychometrics/index.ts';

/** What becomes of what passes: carried, refused as when nobody listens, swallowed, or answered late. */
export type Weather = 'fair' | 'down' | 'silent' | 'slow';

export type Proxy = {
  readonly port: number;
  /** Changes what becomes of it from now on; « down » also cuts what is open. */
  become(weather: Weather): void;
  close(): Promise<void>;
};

const SHORTEST_MS = 500;
const LONGEST_MS = 5_000;

/** Stands between the application and its database. */
export function openProxy(target: number, random: Random): Promise<Proxy> {
  let weather: Weather = 'fair';
  const open = new Set<Socket>();
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((client) => {
    if (weather === 'down') return void client.resetAndDestroy();
    const database = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (weather !== 'silent') database.write(chunk);
    });
    let arrived = 0;
    database.on('data', (chunk) => {
      if (weather === 'silent') return;
      const now = performance.now();
      // Pieces keep their order, whatever each is late by.
      arrived = weather === 'slow' ? Math.max(arrived, now + lateness(random)) : Math.max(arrived, now);
      if (arrived <= now) client.write(chunk);
      else setTimeout(() => client.writable && client.write(chunk), arrived - now);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      resolve({
        port,
        become(next) {
          weather = next;
          if (next === 'down') cut();
        },
        close() {
          cut();
          return new Promise((closed) => server.close(() => closed()));
        },
      });
    });
  });
}

function lateness(random: Random): number {
  return SHORTEST_MS + random.uniform() * (LONGEST_MS - SHORTEST_MS);
}
