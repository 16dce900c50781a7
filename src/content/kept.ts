import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ROOT } from '../root.ts';

const PLACE = join(ROOT, 'var/content');
/** What decides how a text is read, besides the text. */
const READERS = [join(ROOT, 'package-lock.json'), join(ROOT, 'src/content')];

/**
 * What `read` makes of a folder, kept under var/ so that the same folder is not read and checked again: 0.1 s instead
 * of 1.5 s. It is kept under a name that changes with every byte of the folder, of the code that reads it and of what
 * this code stands on. What `read` throws is not kept; where nothing can be written, nothing is kept.
 */
export function readOnce<T>(folder: string, read: () => T, place = PLACE): T {
  const name = `${nameOf(folder)}.bin`;
  const kept = find(join(place, name));
  if (kept !== undefined) return kept as T;
  const value = read();
  keep(place, name, value);
  return value;
}

function nameOf(folder: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of [...READERS, folder].flatMap(filesOf))
    hash.update(`\0${path}\0`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 32);
}

function filesOf(path: string): string[] {
  if (path.endsWith('.json')) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function find(path: string): unknown {
  try {
    return deserialize(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** Whole or absent: another process may be reading, or keeping the same. */
function keep(place: string, name: string, value: unknown): void {
  const unfinished = join(place, `${process.pid}.unfinished`);
  try {
    mkdirSync(place, { recursive: true });
    writeFileSync(unfinished, serialize(value));
    for (const old of readdirSync(place)) if (old.endsWith('.bin')) rmSync(join(place, old), { force: true });
    renameSync(unfinished, join(place, name));
  } catch {
    // The next start reads again.
  }
}
