import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeIn, markOf } from './mark.mjs';

// What `npm start` runs: the application as one file, made anew when a byte of its code has changed. Node then reads one file
// instead of a thousand, which takes a second more. Not in TypeScript: what reads it would stay in memory.

const SOURCES = import.meta.dirname;
const FOLDER = join(SOURCES, '../var/built');
const FILE = join(FOLDER, 'application.mjs');

/** Packages that every start runs, in many small files; the others are read where they are. */
const INSIDE = new Set(['@hono/node-server', 'hono', 'jose', 'kysely', 'marked', 'zod']);

// The last line of the file: one that was cut short has none.
const mark = `//${markOf(codeIn(join(SOURCES, '..')))}\n`;
const made = isThere() || write(await build());
if (made) enableCompileCache(join(FOLDER, 'compiled'));
else (await import('tsx/esm/api')).register();
await import(made ? pathToFileURL(FILE).href : './main.ts');

async function build() {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(SOURCES, 'main.ts')],
    outfile: FILE,
    write: false,
    bundle: true,
    plugins: [{ name: 'packages', setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, outside) }],
    footer: { js: mark.trimEnd() },
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // Node keeps the text of what it runs.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 200,
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'error',
  });
  return outputFiles;
}

function outside({ path, kind }) {
  const [scope, name] = path.split('/');
  const inside = kind === 'entry-point' || INSIDE.has(scope) || INSIDE.has(`${scope}/${name}`);
  return inside ? undefined : { path, external: true };
}

function isThere() {
  try {
    return readFileSync(FILE, 'latin1').endsWith(mark);
  } catch {
    return false;
  }
}

/** False where nothing can be written: the application then runs from its sources, a second later. */
function write(files) {
  try {
    mkdirSync(FOLDER, { recursive: true });
    // The map first: the mark says that both are there.
    const [code, map] = [FILE, `${FILE}.map`].map((wanted) => files.find(({ path }) => path === wanted));
    writeWhole(map.path, map.text);
    writeWhole(code.path, inAscii(code.text));
    return true;
  } catch {
    return false;
  }
}

/** A text with one sign outside Latin 1 takes twice the memory. What is left of them is in patterns and templates. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Another start may be reading the same file. */
function writeWhole(path, contents) {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}
