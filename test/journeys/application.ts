import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../lifecycle/application.ts';

const ROOT = join(import.meta.dirname, '../..');
const START_LIMIT_MS = 60_000;
const END_LIMIT_MS = 20_000;

/** The demonstration, as people run it: a process of its own, an empty data folder, a port nobody uses. */
export type Application = { address: string; stop(): Promise<void> };

let started: Promise<Application> | undefined;

/** The application every test of this run visits: started by the first that asks, stopped after the last. */
export function theApplication(): Promise<Application> {
  started ??= startDemonstration();
  return started;
}

after(async () => {
  const application = await started?.catch(() => undefined);
  await application?.stop();
});

/** `modules` are loaded by the application before its own code. */
export async function startDemonstration(modules: readonly string[] = []): Promise<Application> {
  mkdirSync(join(ROOT, 'var'), { recursive: true });
  const dataDir = mkdtempSync(join(ROOT, 'var', 'journeys-'));
  const port = await freePort();
  const imports = ['tsx', ...modules].flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, [...imports, 'src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...withoutOurSettings(process.env),
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: '1',
      // It leaves with us, whatever kills us, as it leaves with npm.
      npm_lifecycle_event: 'journeys',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const application: Application = {
    address: `http://localhost:${port}`,
    async stop() {
      await end(child, ended);
      rmSync(dataDir, { recursive: true, force: true });
      if (output.includes('incident ')) throw new Error(`The application noted incidents:\n${output}`);
    },
  };
  try {
    await untilHealthy(application.address, child);
  } catch (error) {
    await application.stop();
    throw new Error(`The application does not start. It printed:\n${output}`, { cause: error });
  }
  return application;
}

async function untilHealthy(address: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + START_LIMIT_MS;
  while (child.exitCode === null && performance.now() < deadline) {
    const answer = await fetch(`${address}/sante`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await pause(50);
  }
  throw new Error('Never healthy.');
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
  await ended;
  clearTimeout(patience);
}

/** What the shell of a developer may hold must not change what is tried. */
function withoutOurSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(npm_|NODE_|PG|DATABASE_URL|SMTP_URL|MAIL_FROM|PUBLIC_URL|BEHIND_PROXY|SERVICE_OFFICIEL)/i;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ours.test(name)));
}
