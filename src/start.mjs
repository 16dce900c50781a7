import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// What `npm start` runs: the application as one file, made anew at each start, in a third of a second. Node then reads
// one file instead of five hundred, which takes a second more. Not in TypeScript: what reads it would stay in memory.

const SOURCES = import.meta.dirname;
const FOLDER = join(SOURCES, '../var/built');
const FILE = join(FOLDER, 'application.mjs');

const { outputFiles } = await build({
  entryPoints: [join(SOURCES, 'main.ts')],
  outfile: FILE,
  write: false,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  // Node keeps the text of what it runs.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 200,
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'error',
});
const made = write(outputFiles);
if (made) enableCompileCache(join(FOLDER, 'compiled'));
else (await import('tsx/esm/api')).register();
await import(made ? pathToFileURL(FILE).href : './main.ts');

/** False where nothing can be written: the application then runs from its sources, a second later. */
function write(files) {
  try {
    mkdirSync(FOLDER, { recursive: true });
    for (const { path, text } of files) {
      const contents = path === FILE ? inAscii(text) : text;
      if (!isThere(path, contents)) writeWhole(path, contents);
    }
    return true;
  } catch {
    return false;
  }
}

/** A text with one sign outside Latin 1 takes twice the memory. What is left of them is in patterns and templates. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isThere(path, contents) {
  return existsSync(path) && readFileSync(path, 'utf8') === contents;
}

/** Another start may be reading the same file. */
function writeWhole(path, contents) {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}
