import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// What a thing is made from, told as one mark. Not in TypeScript: `start.mjs` needs it before anything reads TypeScript.

/** The files and folders of the application's code. */
export function codeIn(root) {
  return ['package-lock.json', 'psychometrics', 'src'].map((name) => join(root, name));
}

/** A mark of these files, these folders but for their tests, and this text: it changes with every name and every byte. */
export function markOf(paths, text = '') {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap(filesIn)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.update(`\0${text}`).digest('hex').slice(0, 32);
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
