import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const POLL_MS = 20;
const START_LIMIT_MS = 400_000;

/** The application on one data folder and one port, which can be killed and started again at the same address. */
export type Place = {
  readonly port: number;
  readonly address: string;
  readonly dataDir: string;
  /** Everything it printed since the first start. */
  output(): string;
  /** Its process, new at each start. */
  process(): ChildProcess;
  /** Resolves once `/sante` says « ok »; how long that took, in milliseconds. */
  start(): Promise<number>;
  /** SIGKILL, which nothing can hear. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

export function placeAt(options: {
  port: number;
  dataDir: string;
  databaseUrl?: string;
  /** Where its code is: another version of it, maybe. */
  root?: string;
  drainSeconds?: number;
}): Place {
  const { port, dataDir, databaseUrl = '', root = ROOT, drainSeconds = 0 } = options;
  const address = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let output = '';

  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    if (!ending || isGone(ending)) return;
    const gone = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await gone;
  };
  return {
    port,
    address,
    dataDir,
    output: () => output,
    process: () => child!,
    async start() {
      const began = performance.now();
      const started = spawn(process.execPath, entryOf(root), {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...withoutOurSettings(process.env),
          PORT: String(port),
          DATA_DIR: dataDir,
          DATABASE_URL: databaseUrl,
          DEMO: '1',
          DRAIN_SECONDS: String(drainSeconds),
          // It leaves with us, whatever kills us.
          npm_lifecycle_event: 'torture',
        },
      });
      child = started;
      for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (output += chunk));
      while (performance.now() - began < START_LIMIT_MS) {
        if (isGone(started)) throw new Error(`The application left. It printed:\n${output}`);
        const answer = await fetch(`${address}/sante`).catch(() => null);
        await answer?.arrayBuffer();
        if (answer?.ok) return performance.now() - began;
        await pause(POLL_MS);
      }
      throw new Error(`The application does not answer. It printed:\n${output}`);
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** What the shell of a developer may hold must not change what is tried. */
function withoutOurSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(npm_|NODE_|PG|DATABASE_URL|SMTP_URL|MAIL_FROM|PUBLIC_URL|BEHIND_PROXY|SERVICE_OFFICIEL)/i;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}

/** What `npm start` runs there: an older version starts from TypeScript. */
function entryOf(root: string): string[] {
  return existsSync(join(root, 'src/start.mjs'))
    ? ['src/start.mjs']
    : ['--enable-source-maps', 'src/start.ts'];
}
