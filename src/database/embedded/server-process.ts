import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import { program } from './binaries.ts';
import { type Cluster, serverArguments, serverEnvironment } from './cluster.ts';

const POLL_MS = 15;
/** Replaying the journal after a power cut can be long; a server that is alive is waited for. */
const READY_LIMIT_MS = 120_000;
const LOG_LIMIT_BYTES = 2_000_000;

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<void>;
}

export interface NotReady {
  readonly reason: 'port-taken' | 'failed';
  readonly lastLine: string;
}

/**
 * Launches the server and waits until it accepts connections. To be called from the main thread: the death signal is tied to
 * the thread that launches.
 */
export async function launch(
  cluster: Cluster,
  account: Account,
  port: number,
  durable: boolean,
): Promise<ServerProcess | NotReady> {
  const [file, ...args] = [
    ...account.prefix,
    program(account.binaries, 'postgres'),
    ...serverArguments(cluster, port, durable),
  ];
  const log = openLog(cluster);
  const logStart = statSync(cluster.logFile).size;
  const child = spawn(file!, args, {
    env: serverEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const server = { child, exited };
  const ready = await Promise.race([isReady(cluster, child), exited.then(() => false)]);
  if (ready) return server;
  if (child.exitCode === null && child.signalCode === null) await terminate(server, account, cluster);
  return explain(cluster, logStart);
}

/** Fast shutdown: running transactions are rolled back, everything acknowledged is on disk. */
export async function terminate(server: ServerProcess, account: Account, cluster: Cluster): Promise<void> {
  if (process.platform === 'win32') {
    spawn(program(account.binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-D', cluster.folder], {
      stdio: 'ignore',
    });
  }
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patienceMs] of steps) {
    if (process.platform !== 'win32' || signal === 'SIGKILL') server.child.kill(signal);
    const patience = new AbortController();
    const late = pause(patienceMs, 'late', { signal: patience.signal }).catch(() => 'late');
    const outcome = await Promise.race([server.exited.then(() => 'gone'), late]);
    patience.abort();
    if (outcome === 'gone') return;
  }
}

/**
 * A free port below the range from which the system picks outgoing ones: while the server restarts, no connection can
 * borrow its port.
 */
export async function freePort(): Promise<number> {
  const [lowest, highest] = [15_000, 32_000];
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

async function isReady(cluster: Cluster, child: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + READY_LIMIT_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    if (announcesReady(cluster, child.pid)) return true;
    await pause(POLL_MS);
  }
  return false;
}

/** The first line of `postmaster.pid` is the process, the eighth its state. */
function announcesReady(cluster: Cluster, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function openLog(cluster: Cluster): number {
  const size = statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(cluster.logFile, `${cluster.logFile}.1`);
  return openSync(cluster.logFile, 'a', 0o600);
}

function explain(cluster: Cluster, logStart: number): NotReady {
  const lines = readFileSync(cluster.logFile)
    .subarray(logStart)
    .toString()
    .split('\n')
    .filter((line) => line.trim() !== '');
  const lastLine =
    lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? 'aucun message';
  const portTaken = lines.some((line) => /Address already in use|could not bind/i.test(line));
  return { reason: portTaken ? 'port-taken' : 'failed', lastLine };
}
