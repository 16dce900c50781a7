import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { ROOT } from '../root.ts';

const PLACE = join(ROOT, 'var/content');
/** What decides how a text is read, besides the text. */
const READERS = [join(ROOT, 'package-lock.json'), join(ROOT, 'src/content')];

type Source = { folder: string } | { text: string };

/**
 * What `make` makes of a folder or of a text, kept under var/ by this name so that the same work is not done at each
 * start: reading and checking all the content takes 1.5 s, reading what was kept 0.1 s. It is kept with a mark that changes
 * with every byte of the source, of the code that reads it and of what this code stands on. What `make` throws is not
 * kept; where nothing can be written, nothing is kept.
 */
export function once<T>(name: string, source: Source, make: () => T, place = PLACE): T {
  const file = `${name}-${markOf(source)}.bin`;
  const kept = find(join(place, file));
  if (kept !== undefined) return kept as T;
  const made = make();
  keep(place, name, file, made);
  return made;
}

function markOf(source: Source): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of READERS) addTo(hash, path);
  if ('folder' in source) addTo(hash, source.folder);
  else hash.update(source.text);
  return hash.digest('hex').slice(0, 32);
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  for (const file of filesOf(path)) hash.update(`\0${file}\0`).update(readFileSync(file));
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
function keep(place: string, name: string, file: string, value: unknown): void {
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
}
