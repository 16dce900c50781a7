import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { takeLock } from '../embedded/lock.ts';
import { startEmbeddedServer } from '../embedded.ts';
import { isRefused } from '../refusal.ts';
import { ADDRESS_FILE, type Address, REFUSAL_FILE, TEST_FOLDER } from './holder-address.ts';

// The process that holds the tests' shared server: it serves as long as a test process is connected or a test runner
// that used it is alive, then erases everything.

const LOOK_EVERY_MS = 100;
const ENOUGH_MEMORY_BYTES = 1_000_000_000;
const FIRST_CLIENT_MS = 15_000;
const DATA = memoryFolder() ?? join(TEST_FOLDER, 'data');

mkdirSync(TEST_FOLDER, { recursive: true });
const lock = await takeLock(join(TEST_FOLDER, 'holder.lock'), 0);
if (lock === undefined) process.exit(0);

rmSync(ADDRESS_FILE, { force: true });
rmSync(REFUSAL_FILE, { force: true });
rmSync(DATA, { recursive: true, force: true });
mkdirSync(DATA, { mode: 0o700 });
const postgres = await startEmbeddedServer({ dataDir: DATA, log: () => undefined, durable: false });
if (isRefused(postgres)) {
  writeFileSync(REFUSAL_FILE, `${postgres.message}\n`);
  process.exit(1);
}

const secret = randomBytes(16).toString('hex');
const clients = new Set<Socket>();
const runners = new Set<number>();
let awaitedUntil = Date.now() + FIRST_CLIENT_MS;

const door = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.once('data', (hello) => {
    const [given, runner] = hello.toString().trim().split(' ');
    if (given !== secret) return socket.destroy();
    awaitedUntil = 0;
    runners.add(Number(runner));
    clients.add(socket);
    socket.on('close', () => clients.delete(socket));
    socket.write('welcome\n');
  });
});
door.listen(0, '127.0.0.1', () => {
  const { port } = door.address() as AddressInfo;
  publish({ port, secret, connectionString: postgres.connectionString });
});

const watch = setInterval(() => {
  for (const runner of runners) if (!isAlive(runner)) runners.delete(runner);
  if (runners.size === 0 && clients.size === 0 && Date.now() > awaitedUntil) void leave();
}, LOOK_EVERY_MS);
process.once('SIGTERM', () => void leave());

async function leave(): Promise<void> {
  clearInterval(watch);
  rmSync(ADDRESS_FILE, { force: true });
  door.close();
  for (const client of clients) client.destroy();
  if (postgres !== undefined && !isRefused(postgres)) await postgres.stop();
  rmSync(DATA, { recursive: true, force: true });
  process.exit(0);
}

/** Copying a database is copying 300 files: ten times faster in memory, where Linux offers it. */
function memoryFolder(): string | undefined {
  if (process.platform !== 'linux' || !existsSync('/dev/shm')) return undefined;
  const { bavail, bsize } = statfsSync('/dev/shm');
  if (bavail * bsize < ENOUGH_MEMORY_BYTES) return undefined;
  const place = createHash('sha256').update(`${process.getuid?.()} ${TEST_FOLDER}`).digest('hex');
  return `/dev/shm/perseverance-test-${place.slice(0, 12)}`;
}

/** Whole or absent: a client must never read half an address. */
function publish(address: Address): void {
  const unfinished = `${ADDRESS_FILE}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(address), { mode: 0o600 });
  renameSync(unfinished, ADDRESS_FILE);
}

/** A process that ended but that nobody waited for still has a number. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    return code === 'EPERM' || (syscall === 'open' && process.platform !== 'linux');
  }
}
