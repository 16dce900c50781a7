import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { processesOn } from '../../src/database/embedded/leftovers.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A real `npm start` on a data folder of its own, watched from outside. */
export interface Application {
  readonly npm: ChildProcess;
  readonly address: string;
  readonly dataDir: string;
  /** Everything printed so far. */
  output(): string;
  /** The exit code, or the signal, of `npm start`. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

export interface Surroundings {
  readonly dataDir: string;
  readonly port?: number;
  readonly databaseUrl?: string;
  /** More of the environment. */
  readonly variables?: Record<string, string>;
}

export async function startApplication({
  dataDir,
  port,
  databaseUrl,
  variables = {},
}: Surroundings): Promise<Application> {
  const chosen = port ?? (await freePort());
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_|DATABASE_URL|PG)/i.test(name),
  );
  const npm = spawn('npm', ['start'], {
    cwd: ROOT,
    detached: true,
    env: {
      ...Object.fromEntries(inherited),
      PORT: String(chosen),
      DATA_DIR: dataDir,
      DEMO: '0',
      SMTP_URL: 'smtp://127.0.0.1:9',
      PUBLIC_URL: `http://127.0.0.1:${chosen}`,
      DRAIN_SECONDS: '0',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...variables,
    },
  });
  let output = '';
  npm.stdout.on('data', (chunk) => (output += chunk));
  npm.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    npm.once('close', (code, signal) => resolve(code ?? signal)),
  );
  return { npm, address: `http://127.0.0.1:${chosen}`, dataDir, output: () => output, ended };
}

export interface Health {
  readonly status: number;
  readonly body: { readonly status?: string };
}

/** What /sante answers, or nothing while nobody listens. */
export async function health({ address }: Application): Promise<Health | undefined> {
  try {
    const response = await fetch(`${address}/sante`, { signal: AbortSignal.timeout(3_000) });
    return { status: response.status, body: (await response.json()) as Health['body'] };
  } catch {
    return undefined;
  }
}

/** Waits until the application answers « ok »; returns how long that took, in milliseconds. */
export async function untilHealthy(application: Application, limitMs = 30_000): Promise<number> {
  const since = performance.now();
  const ended = application.ended.then(() => 'ended' as const);
  while (performance.now() - since < limitMs) {
    const found = await Promise.race([health(application), ended]);
    if (found === 'ended') break;
    if (found?.status === 200) return Math.round(performance.now() - since);
    await Promise.race([pause(25), ended]);
  }
  throw new Error(`Never healthy. It printed:\n${application.output()}`);
}

/** The processes of this application still alive: npm, node, and any PostgreSQL on its data. */
export function processesOf({ dataDir }: Application): number[] {
  const started = readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && runsWith(pid, `DATA_DIR=${dataDir}`));
  return [...new Set([...started, ...postgresOf(dataDir)])];
}

export function postgresOf(dataDir: string): number[] {
  return processesOn(join(dataDir, 'postgres'));
}

/** The PostgreSQL process that starts the others: the first line of its pid file. */
export function mainPostgresOf(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

function runsWith(pid: number, setting: string): boolean {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    const zombie = /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return environment.includes(setting) && !zombie;
  } catch {
    return false;
  }
}

export async function eventually(
  condition: () => boolean | Promise<boolean>,
  limitMs: number,
): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) return false;
    await pause(25);
  }
  return true;
}

/** The address of the embedded server, as an administrator on the same machine would find it. */
export function embeddedAddress(dataDir: string): string {
  const port = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[3];
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
  return `postgres://perseverance:${password}@127.0.0.1:${port}/perseverance`;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'perseverance-life-'));
}

/** Whatever the test did, nothing of it stays. */
export async function remove(folder: string, ...applications: Application[]): Promise<void> {
  const alive = () => [...applications.flatMap(processesOf), ...postgresOf(folder)];
  for (const pid of alive()) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It left in the meantime.
    }
  }
  await eventually(() => alive().length === 0, 5_000);
  rmSync(folder, { recursive: true, force: true });
}
