import type { Server } from 'node:http';

// How the application's process ends: whoever asks (Ctrl-C, SIGTERM, a closed terminal, npm gone), what was opened
// is closed in reverse order, then the process leaves.

export interface ProcessLife {
  /** Registers what must be closed; the last registered is closed first. */
  beforeEnd(close: () => Promise<void>): void;
  /** Closes everything, then exits with this code. A second call changes nothing. */
  end(exitCode?: number): Promise<never>;
}

/** A shutdown that hangs must not keep the process for ever; the embedded server dies with it anyway. */
const END_LIMIT_MS = 20_000;
const PARENT_CHECK_MS = 250;

export function watchOverLife(log: (line: string) => void): ProcessLife {
  const closers: (() => Promise<void>)[] = [];
  let ending: Promise<never> | undefined;

  const close = async (exitCode: number): Promise<never> => {
    setTimeout(() => process.exit(1), END_LIMIT_MS).unref();
    for (const closer of closers.reverse()) {
      await closer().catch((error: Error) => log(`Arrêt incomplet : ${error.message}`));
    }
    process.exit(exitCode);
  };
  const end = (exitCode = 0): Promise<never> => {
    ending ??= close(exitCode);
    return ending;
  };

  // Ctrl-C reaches us twice, from the terminal and through npm: both ask for the same end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  whenParentLeaves(() => void end());
  // Whoever read our lines may leave before us.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  return { beforeEnd: (closer) => void closers.push(closer), end };
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
