import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 10;
const START_LIMIT_MS = 900_000;

export type RunningApplication = {
  port: number;
  process: number;
  /** From the launch to the first « ok » of `/sante`. */
  startMs: number;
  memory: () => Memory | null;
  stop: () => Promise<void>;
};

/** Resident memory in MB, without the database; its compiler is a process of its own. Only Linux tells. */
export type Memory = { server: number; highest: number; compiler: number };

/**
 * Starts the application as `npm start` does, on this data folder and a free port; `launched` is told at once how to
 * stop it.
 */
export async function startApplication(
  root: string,
  dataDir: string,
  launched: (stop: () => Promise<void>) => void,
): Promise<RunningApplication> {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const port = await freePort();
  const began = performance.now();
  const child = spawn(scripts.start, {
    cwd: root,
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: join(root, 'node_modules/.bin') + delimiter + process.env.PATH,
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      DEMO: '1',
      // The application then ends by itself when we are killed.
      npm_lifecycle_event: 'start',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const stop = () => terminate(child);
  launched(stop);
  await becomesHealthy(child, port).catch((error: Error) => {
    throw new Error(`${error.message}\n${output}`);
  });
  const startMs = performance.now() - began;
  return { port, process: child.pid!, startMs, memory: () => memoryOf(child.pid!), stop };
}

async function becomesHealthy(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the application left with code ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/sante`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(POLL_MS);
  }
  throw new Error('the application does not answer');
}

async function terminate(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function memoryOf(pid: number): Memory | null {
  if (process.platform !== 'linux') return null;
  const compilers = childrenOf(pid).filter((child) => statusOf(child)?.includes('esbuild'));
  return {
    server: megabytes(pid, 'VmRSS'),
    highest: megabytes(pid, 'VmHWM'),
    compiler: compilers.reduce((total, child) => total + megabytes(child, 'VmRSS'), 0),
  };
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && new RegExp(`^PPid:\\s+${parent}$`, 'm').test(statusOf(pid) ?? ''));
}

function megabytes(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(statusOf(pid) ?? '')?.[1] ?? 0) / 1024;
}

function statusOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return null;
  }
}
