import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative, resolve } from 'node:path';
import { inspect } from 'node:util';
import { ROOT } from './root.ts';

/** A place in the one file that `npm start` makes, or in another file with a map beside it. */
const PLACE = /(?:file:\/\/)?(\/[^\s():]+\.mjs):(\d+):(\d+)/g;

/**
 * What an error says, as text, with places in the sources. Their map is read for each error and not kept: Node would hold
 * it for ever, 30 MB with those of the packages.
 */
export function told(error: unknown): string {
  const maps = new Map<string, SourceMap | undefined>();
  const text = typeof error === 'string' ? error : inspect(error);
  return text.replace(PLACE, (place, file: string, line: string, column: string) => {
    if (!maps.has(file)) maps.set(file, mapOf(file));
    const origin = maps.get(file)?.findOrigin(Number(line), Number(column));
    if (!origin || !('fileName' in origin)) return place;
    return `${relative(ROOT, resolve(file, '..', origin.fileName))}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function mapOf(file: string): SourceMap | undefined {
  const map = `${file}.map`;
  return existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, 'utf8'))) : undefined;
}
