import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../refusal.ts';

const POLL_MS = 25;
/** What a server whose application was killed needs to close by itself. */
const LEAVES_BY_ITSELF_MS = 3_000;
const FAST_SHUTDOWN_MS = 10_000;
const IMMEDIATE_SHUTDOWN_MS = 2_000;

/**
 * Call with the folder's lock held: any PostgreSQL still working here was left by an application that is gone.
 * Nothing outside this folder is ever signalled.
 */
export async function clearLeftovers(cluster: string, log: Log): Promise<void> {
  const owner = pidFileOwner(cluster);
  if (owner !== undefined && worksOn(owner, cluster)) {
    log(
      `Un PostgreSQL resté d’un arrêt brutal (processus ${owner}) travaille encore sur ${cluster} : attente.`,
    );
    const gone = () => !worksOn(owner, cluster);
    if (!(await within(LEAVES_BY_ITSELF_MS, gone))) {
      signal(owner, 'SIGINT');
      if (!(await within(FAST_SHUTDOWN_MS, gone))) signal(owner, 'SIGQUIT');
      if (!(await within(IMMEDIATE_SHUTDOWN_MS, gone))) signal(owner, 'SIGKILL');
    }
  }
  await endBackends(cluster);
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** After a `kill -9` of the main process, its children may hold the shared memory for a while. */
async function endBackends(cluster: string): Promise<void> {
  for (const ending of ['SIGQUIT', 'SIGKILL'] as const) {
    const left = processesOn(cluster);
    if (left.length === 0) return;
    for (const pid of left) signal(pid, ending);
    await within(IMMEDIATE_SHUTDOWN_MS, () => processesOn(cluster).length === 0);
  }
}

/** The process named by `postmaster.pid`; an empty or missing file names nobody. */
function pidFileOwner(cluster: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10);
    return pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** A process number is reused after a restart of the machine: alive is not enough, it must be a PostgreSQL of ours. */
function worksOn(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') return processesOn(cluster).includes(pid);
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') {
    return spawnSync('tasklist', ['/fi', `PID eq ${pid}`, '/nh'], { encoding: 'utf8' }).stdout.includes(
      'postgres',
    );
  }
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  return stdout.includes('postgres') && stdout.includes(cluster);
}

/** Every PostgreSQL process whose working folder is this one (Linux; elsewhere none can be found this way). */
export function processesOn(cluster: string): number[] {
  if (process.platform !== 'linux') return [];
  let folder: string;
  try {
    folder = realpathSync(cluster);
  } catch {
    return [];
  }
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isPostgresIn(pid, folder));
}

function isPostgresIn(pid: number, folder: string): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder &&
      readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres') &&
      !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    );
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It left in the meantime.
  }
}

async function within(limitMs: number, condition: () => boolean): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await pause(POLL_MS);
  }
  return true;
}
