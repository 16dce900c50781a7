import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ADDRESS_FILE, type Address, HOLDER, REFUSAL_FILE } from './holder-address.ts';

/** A PostgreSQL server for tests, on which the account may create databases. */
export interface TestServer {
  readonly connectionString: string;
  leave(): void;
}

const PATIENCE_MS = 60_000;
const ASK_AGAIN_MS = 3_000;

/** Joins the shared server, starting it if this is the first process of the run to need it. */
export async function joinTestServer(): Promise<TestServer> {
  const own = process.env.TEST_DATABASE_URL;
  if (own !== undefined && own !== '') return { connectionString: own, leave: () => undefined };
  const deadline = Date.now() + PATIENCE_MS;
  let askedAt = 0;
  while (Date.now() < deadline) {
    const server = await join();
    if (server !== undefined) return server;
    if (Date.now() - askedAt > ASK_AGAIN_MS) {
      askHolder();
      askedAt = Date.now();
    }
    await pause(30);
  }
  throw new Error(`The shared test server did not start within ${PATIENCE_MS} ms. ${readRefusal()}`);
}

/** Several may be asked at once: all but one find the lock taken and leave. */
function askHolder(): void {
  const holder = spawn(process.execPath, ['--import', 'tsx', HOLDER], {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
    env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: '' },
  });
  holder.unref();
}

/** Holding this connection open is what keeps the server alive; the system closes it however this process ends. */
async function join(): Promise<TestServer | undefined> {
  const address = readAddress();
  if (address === undefined) return undefined;
  const socket = connect(address.port, '127.0.0.1');
  const welcomed = await hello(socket, address);
  if (!welcomed) {
    socket.destroy();
    return undefined;
  }
  socket.on('error', () => undefined);
  socket.unref();
  return { connectionString: address.connectionString, leave: () => socket.destroy() };
}

function hello(socket: Socket, { secret }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('data', () => resolve(true));
    socket.write(`${secret} ${runner()}\n`);
  });
}

/** The next process of the run will want the same server. Under `node --test` each file is a child of the runner. */
function runner(): number {
  if (process.env.TEST_RUN) return Number(process.env.TEST_RUN);
  return process.env.NODE_TEST_CONTEXT ? process.ppid : process.pid;
}

function readRefusal(): string {
  return existsSync(REFUSAL_FILE) ? readFileSync(REFUSAL_FILE, 'utf8') : '';
}

function readAddress(): Address | undefined {
  try {
    return JSON.parse(readFileSync(ADDRESS_FILE, 'utf8')) as Address;
  } catch {
    return undefined;
  }
}
