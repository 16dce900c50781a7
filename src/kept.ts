import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { markOf } from './mark.mjs';
import { ROOT } from './root.ts';

const PLACE = join(ROOT, 'var/kept');

/** What decides the result of a work: files and folders, and a text besides. */
export type From = { paths: readonly string[]; text?: string };

/**
 * What `make` gives, kept under var/ by this name so that the same work is not done at each start: reading and checking all the
 * content takes 1.5 s, reading what was kept 0.1 s. It is kept with a mark that changes with every byte it is made from. What
 * `make` throws is not kept; where nothing can be written, nothing is kept.
 */
export function once<T>(name: string, from: From, make: () => T, place = PLACE): T {
  const file = fileOf(name, from);
  const kept = find<T>(join(place, file));
  return kept === undefined ? keep(place, name, file, make()) : kept;
}

/** The same where making takes several steps. */
export async function onceAwaited<T>(
  name: string,
  from: From,
  make: () => Promise<T>,
  place = PLACE,
): Promise<T> {
  const file = fileOf(name, from);
  const kept = find<T>(join(place, file));
  return kept === undefined ? keep(place, name, file, await make()) : kept;
}

function fileOf(name: string, { paths, text }: From): string {
  return `${name}-${markOf(paths, text)}.bin`;
}

function find<T>(path: string): T | undefined {
  try {
    return deserialize(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Whole or absent: another process may be reading, or keeping the same. */
function keep<T>(place: string, name: string, file: string, value: T): T {
  const unfinished = join(place, `${file}.${process.pid}`);
  try {
    mkdirSync(place, { recursive: true });
    writeFileSync(unfinished, serialize(value));
    for (const old of readdirSync(place)) {
      if (old.length === file.length && old.startsWith(`${name}-`)) rmSync(join(place, old), { force: true });
    }
    renameSync(unfinished, join(place, file));
  } catch {
    // The next start makes it again.
  }
  return value;
}
