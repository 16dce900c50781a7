import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

// How the application's process ends: whoever asks (Ctrl-C, SIGTERM, a closed terminal, npm gone), what was opened
// is closed in reverse order, then the process leaves. A SIGTERM comes from whoever runs several applications: the
// balancer is left the time to look elsewhere.

export interface ProcessLife {
  /** Registers what must be closed; the last registered is closed first. */
  beforeEnd(close: () => Promise<void>): void;
  /** Called as soon as the end is asked for, while requests are still served; what it promises is waited for. */
  onLeaving(act: () => Promise<void>): void;
  /** From the moment the end is asked for. */
  isLeaving(): boolean;
  /** How long requests are still served after a SIGTERM, in seconds; 0 until it is said. */
  drainFor(seconds: number): void;
  /** Closes everything, then exits with this code. A second call changes nothing. */
  end(exitCode?: number): Promise<never>;
}

/** A shutdown that hangs must not keep the process for ever; the embedded server dies with it anyway. */
const END_LIMIT_MS = 20_000;
const PARENT_CHECK_MS = 250;

export function watchOverLife(log: (line: string) => void): ProcessLife {
  const closers: (() => Promise<void>)[] = [];
  const leavers: (() => Promise<void>)[] = [];
  let ending: Promise<never> | undefined;
  let drainMs = 0;

  const closeAll = async (exitCode: number, waitMs: number): Promise<never> => {
    setTimeout(() => process.exit(1), waitMs + END_LIMIT_MS).unref();
    const settle = (closing: Promise<void>) =>
      closing.catch((error: Error) => log(`Arrêt incomplet : ${error.message}`));
    await Promise.all([pause(waitMs), ...leavers.map((leave) => settle(leave()))]);
    for (const closer of closers.reverse()) await settle(closer());
    process.exit(exitCode);
  };
  const end = (exitCode = 0, waitMs = 0): Promise<never> => {
    ending ??= closeAll(exitCode, waitMs);
    return ending;
  };

  // Ctrl-C reaches us twice, from the terminal and through npm: both ask for the same end.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end());
  process.on('SIGTERM', () => void end(0, drainMs));
  whenParentLeaves(() => void end());
  // Whoever read our lines may leave before us.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  return {
    beforeEnd: (closer) => void closers.push(closer),
    onLeaving: (act) => void leavers.push(act),
    isLeaving: () => ending !== undefined,
    drainFor: (seconds) => {
      drainMs = seconds * 1000;
    },
    end: (exitCode) => end(exitCode),
  };
}

/** `npm start` killed by SIGKILL cannot tell us: the system gives us another parent. */
function whenParentLeaves(act: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(check);
    act();
  }, PARENT_CHECK_MS);
  check.unref();
}

/** Stops accepting, lets running requests finish for a while, then cuts. */
export async function closeServer(server: Server, graceMs = 5_000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
}
