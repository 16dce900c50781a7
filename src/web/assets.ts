import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { onceAwaited } from '../kept.ts';
import { codeIn } from '../mark.mjs';
import { ROOT } from '../root.ts';
import { ROOM_SHEETS } from './room-sheets.ts';
import { usedRules } from './used-rules.ts';

export type Asset = {
  path: string;
  type: string;
  body: Uint8Array;
  encoded: { br?: Uint8Array; gzip?: Uint8Array };
};

export type Assets = {
  stylesheet: string;
  script: string;
  font: string;
  icon: string;
  /** Scripts of single pages, by the name of the file that begins them: « names » for `names.island.ts`. */
  islands: Readonly<Record<string, string>>;
  /** Style sheets of the rooms that have one of their own. */
  rooms: Readonly<Record<string, string>>;
  byPath: ReadonlyMap<string, Asset>;
};

const here = join(ROOT, 'src/web');
const resolve = createRequire(import.meta.url).resolve;
const designSystem = dirname(resolve('@gouvfr/dsfr/package.json'));

/** The parts of the design system that the pages use; a part that is not here is not sent. */
const PARTS = [
  'core/core',
  ...[
    'link',
    'skiplink',
    'button',
    'form',
    'input',
    'radio',
    'select',
    'checkbox',
    'header',
    'footer',
    'alert',
    'badge',
    'table',
    'accordion',
  ].map((part) => `component/${part}/${part}`),
];

/** What `buildAssets` gives, built once for this code; the process that builds keeps 28 MB, and is ended. */
export function keptAssets(typeface: Typeface): Promise<Assets> {
  const name = typeface.official ? 'assets-official' : 'assets';
  return onceAwaited(name, { paths: codeIn(ROOT) }, async () => {
    const assets = await buildAssets(typeface);
    await (await import('esbuild')).stop();
    return assets;
  });
}

/** Whether pages are drawn in the State's typeface. */
type Typeface = { official: boolean };

/**
 * Builds what browsers need, in memory: one style sheet, one script, one typeface, one icon, and the scripts and sheets some
 * pages ask for besides; each under a name that changes with its content, compressed once.
 */
export async function buildAssets({ official }: Typeface): Promise<Assets> {
  const byPath = new Map<string, Asset>();
  function add(name: string, type: string, body: Uint8Array): string {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10);
    const path = `/assets/${name.replace('.', `-${hash}.`)}`;
    byPath.set(path, { path, type, body, encoded: {} });
    return path;
  }

  const typeface = official ? MARIANNE : SOURCE_SANS;
  const font = add('texte.woff2', 'font/woff2', readFileSync(typeface.file));
  const bold = typeface.bold ? add('texte-gras.woff2', 'font/woff2', readFileSync(typeface.bold)) : undefined;
  const entry = [
    ...PARTS.map((part) => `@import "${join(designSystem, 'dist', `${part}.main.css`)}";`),
    typeface.bold
      ? `${fontFace(typeface.name, '400', font)}${fontFace(typeface.name, '700', bold ?? font)}`
      : fontFace(typeface.name, '200 900', font),
    ...styleSheets().map(imported),
  ];
  const script = (path: string, browsers = BROWSERS) =>
    bundle({ contents: `import ${JSON.stringify(path)};`, loader: 'ts' }, browsers);
  const sheet = (lines: string[], plugins: Plugin[] = []) =>
    bundle({ contents: lines.join('\n'), loader: 'css' }, BROWSERS, plugins);
  const rooms = await Promise.all(
    Object.keys(ROOM_SHEETS).map(async (room) => ({
      room,
      body: await sheet(ofFeatures('.css').filter(isOf(room)).map(imported)),
    })),
  );
  const [stylesheet, common, ...alone] = await Promise.all([
    sheet(
      entry.sort((a, b) => rank(a) - rank(b)),
      [ourPartOfTheDesignSystem(typeface.name)],
    ),
    script(join(here, 'islands/index.ts')),
    ...islands().map(async (path) => ({
      name: basename(path, ISLAND),
      body: await script(path, BROWSERS_OF_ISLANDS),
    })),
  ]);
  const assets = {
    stylesheet: add('style.css', 'text/css; charset=utf-8', stylesheet),
    script: add('script.js', JAVASCRIPT, common),
    font,
    icon: add('icone.svg', 'image/svg+xml', readFileSync(join(here, 'icon.svg'))),
    islands: Object.fromEntries(alone.map(({ name, body }) => [name, add(`${name}.js`, JAVASCRIPT, body)])),
    rooms: Object.fromEntries(
      rooms.map(({ room, body }) => [room, add(`${room}.css`, 'text/css; charset=utf-8', body)]),
    ),
    byPath,
  };
  await Promise.all(
    [...byPath.values()]
      .filter(({ type }) => !type.startsWith('font/'))
      .map(async (asset) => {
        asset.encoded = await compress(asset.body);
      }),
  );
  return assets;
}

/** Those every page is read with. */
const BROWSERS = ['es2019', 'chrome80', 'firefox78', 'safari13'];
/** What an island does needs more; in an older browser the page does without it. */
const BROWSERS_OF_ISLANDS = ['es2020', 'chrome90', 'firefox90', 'safari15.4'];
const JAVASCRIPT = 'text/javascript; charset=utf-8';
const ISLAND = '.island.ts';

const imported = (path: string) => `@import "${path}";`;

const isOf = (room: string) => (path: string) => path.startsWith(join(here, '..', room) + sep);

/** Ours: the page and the shared vocabulary first, then those features keep beside their pages, rooms with a sheet of their own apart. */
function styleSheets(): string[] {
  const common = ofFeatures('.css').filter(
    (path) => !Object.keys(ROOM_SHEETS).some((room) => isOf(room)(path)),
  );
  return [join(here, 'app.css'), join(here, 'vocabulary.css'), ...common];
}

/** What HTML cannot do on the pages of a feature; the feature keeps it beside them. */
function islands(): string[] {
  return ofFeatures(ISLAND);
}

function ofFeatures(ending: string): string[] {
  return readdirSync(join(here, '..'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && !path.startsWith('web'))
    .sort()
    .map((path) => join(here, '..', path));
}

const SOURCE_SANS = {
  name: 'Source Sans 3',
  file: join(
    dirname(resolve('@fontsource-variable/source-sans-3/package.json')),
    'files/source-sans-3-latin-wght-normal.woff2',
  ),
  bold: null,
};
const MARIANNE = {
  name: 'Marianne',
  file: join(designSystem, 'dist/fonts/Marianne-Regular.woff2'),
  bold: join(designSystem, 'dist/fonts/Marianne-Bold.woff2'),
};

function fontFace(name: string, weight: string, path: string): string {
  return `@font-face{font-family:"${name}";font-weight:${weight};font-display:swap;src:url("${path}") format("woff2")}`;
}

/** Imports come first in a style sheet. */
function rank(rule: string): number {
  return rule.startsWith('@import') ? 0 : 1;
}

async function bundle(
  stdin: { contents: string; loader: 'css' | 'ts' },
  target: string[],
  plugins: Plugin[] = [],
): Promise<Uint8Array> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { ...stdin, resolveDir: here },
    bundle: true,
    minify: true,
    write: false,
    target,
    format: 'iife',
    external: ['/assets/*'],
    loader: { '.svg': 'dataurl' },
    plugins,
    logLevel: 'error',
  });
  const [output] = outputFiles;
  if (!output) throw new Error('esbuild gave nothing');
  return output.contents;
}

/** Every class of the design system that our code writes; « fr-btn-- » stands for whatever may follow it. */
function writtenClasses(): (className: string) => boolean {
  const written = new Set<string>();
  for (const path of readdirSync(join(here, '..'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(tsx?|css)$/.test(path) || /\.test\.tsx?$/.test(path)) continue;
    const text = readFileSync(join(here, '..', path), 'utf8');
    for (const [name] of text.matchAll(/\bfr-[\w-]+/g)) written.add(name);
  }
  const beginnings = [...written].filter((name) => name.endsWith('-'));
  return (className) =>
    written.has(className) || beginnings.some((beginning) => className.startsWith(beginning));
}

/** Takes out of the design system what no page uses and the State's typefaces, and names ours instead. */
function ourPartOfTheDesignSystem(typeface: string): Plugin {
  const written = writtenClasses();
  return {
    name: 'our-part-of-the-design-system',
    setup({ onLoad }) {
      onLoad({ filter: /dsfr.*\.css$/ }, ({ path }) => ({
        contents: usedRules(readFileSync(path, 'utf8'), written)
          .replace(/@font-face\s*\{[^}]*\}/g, '')
          .replace(/"?(Marianne|Spectral)"?/g, `"${typeface}"`),
        loader: 'css',
      }));
    },
  };
}

/** Up to here the best compression costs a few hundredths of a second at start; a bigger file would cost half a second. */
const SMALL_BYTES = 32_768;

/** In other threads: the rest of the start goes on meanwhile. */
async function compress(body: Uint8Array): Promise<Asset['encoded']> {
  const quality = body.length <= SMALL_BYTES ? constants.BROTLI_MAX_QUALITY : 9;
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    promisify(gzip)(body, { level: 9 }),
  ]);
  return { br, gzip: zipped };
}
