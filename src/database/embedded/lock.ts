/**
 * One application per data folder. Node has no file lock of its own; SQLite's, on an empty file, is released by the
 * system however the process ends, and holds between containers that share the folder.
 */
export interface Lock {
  release(): void;
}

const RETRY_MS = 50;

/** Waits up to `patienceMs`: the previous owner may be in the middle of its shutdown. */
export async function takeLock(file: string, patienceMs: number): Promise<Lock | undefined> {
  const { DatabaseSync } = await import('node:sqlite');
  const deadline = Date.now() + patienceMs;
  const holder = new DatabaseSync(file, { timeout: 0 });
  for (;;) {
    try {
      // The journal stays in memory: nothing is ever written, so no file may be left beside the lock.
      holder.exec('pragma journal_mode = memory; begin exclusive');
      return { release: () => holder.close() };
    } catch (error) {
      if (!isLocked(error)) throw error;
    }
    if (Date.now() >= deadline) {
      holder.close();
      return undefined;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

function isLocked(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  return (error as { errcode?: number }).errcode === SQLITE_BUSY;
}
