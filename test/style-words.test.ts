import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { ROOT } from '../src/root.ts';

/** Whose words every room may use: the common sheets, and the sheet of the pages each room gives under /administration. */
const SHARED = ['web', 'administration'];
/** The view of a team is drawn as a profile is. */
const LENT: Readonly<Record<string, readonly string[]>> = { campaigns: ['assessment'] };
/** Around every page. */
const AROUND = ['page', 'page--narrow'];

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.(css|tsx?)$/.test(path) && !/\.test\.tsx?$/.test(path),
);
const textOf = (path: string) => readFileSync(join(ROOT, 'src', path), 'utf8');
const roomOf = (path: string) => path.split('/')[0]!;

const sheets = files
  .filter((path) => path.endsWith('.css'))
  .map((path) => ({ path, room: roomOf(path), selectors: selectorsOf(textOf(path)) }));
const pages = files
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => ({ path, room: roomOf(path), written: classesWritten(path, textOf(path)) }));
const scripts = files.filter((path) => /(browser|islands)\/|\.island\.ts$/.test(path)).map(textOf);
const journeys = readdirSync(join(ROOT, 'test/journeys'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));

const roomsOf = new Map<string, Set<string>>();
for (const { room, selectors } of sheets)
  for (const name of selectors.flat()) roomsOf.set(name, (roomsOf.get(name) ?? new Set()).add(room));
const isShared = (name: string) =>
  name.startsWith('fr-') || SHARED.some((room) => roomsOf.get(name)?.has(room));

test('a class means one thing: no two rooms style it, unless it is of the shared vocabulary', () => {
  const several = [...roomsOf].filter(([name, rooms]) => rooms.size > 1 && !isShared(name));
  assert.deepEqual(several, []);
});

test('a room does not write a shared class again: it only says how it looks within a part of its own', () => {
  const again = sheets
    .filter(({ room }) => !SHARED.includes(room))
    .flatMap(({ path, selectors }) =>
      selectors
        .map((names) => names.filter((name) => !AROUND.includes(name)))
        .filter((names) => names.length > 0 && names.every(isShared))
        .map((names) => `${path}: ${names.join(' ')}`),
    );
  assert.deepEqual(again, []);
});

test('a class that a page writes is styled by its room or by the shared vocabulary, or looked for by a script or a journey', () => {
  const lookedFor = (name: string) =>
    [...scripts, ...journeys].some((text) => new RegExp(`(.|class=")${name}['" ]`).test(text));
  const nowhere = pages.flatMap(({ path, room, written }) => {
    const reached = [room, ...SHARED, ...(LENT[room] ?? [])];
    const styled = [...roomsOf].filter(([, rooms]) => reached.some((one) => rooms.has(one)));
    return written
      .filter((name) => !name.startsWith('fr-'))
      .filter(
        (name) => !styled.some(([known]) => (name.endsWith('-') ? known.startsWith(name) : known === name)),
      )
      .filter((name) => !lookedFor(name))
      .map((name) => `${path}: ${name}`);
  });
  assert.deepEqual(nowhere, []);
});

test('a class that a sheet styles is written by a page or a script', () => {
  const written = new Set(pages.flatMap((page) => page.written));
  const beginnings = [...written].filter((name) => name.endsWith('-'));
  const markdown = textOf('web/page/markdown.tsx');
  const unused = [...roomsOf.keys()].filter(
    (name) =>
      !name.startsWith('fr-') &&
      !written.has(name) &&
      !beginnings.some((beginning) => name.startsWith(beginning)) &&
      ![markdown, ...scripts].some((text) => new RegExp(`['" ]${name}['" ]`).test(text)),
  );
  assert.deepEqual(unused, []);
});

/** The classes each selector of a sheet asks for, one list a selector; what asks for an id speaks of one place of one page. */
function selectorsOf(css: string): string[][] {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...bare.matchAll(/([^{};]+)\{/g)]
    .map(([, prelude]) => prelude!.trim())
    .filter((prelude) => !prelude.startsWith('@'))
    .flatMap((prelude) => prelude.split(/,(?![^(]*\))/))
    .filter((selector) => !selector.includes('#'))
    .map((selector) => [...selector.matchAll(/\.(-?[a-z][\w-]*)/gi)].map(([, name]) => name!));
}

/** The classes of the `class` attributes of a page; one that is completed as it is served ends with « - ». */
function classesWritten(path: string, text: string): string[] {
  const names: string[] = [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const reads = (node: ts.Node): void => {
    if (ts.isConditionalExpression(node)) {
      reads(node.whenTrue);
      reads(node.whenFalse);
      return;
    }
    if (ts.isBinaryExpression(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      names.push(...node.text.split(/\s+/).filter((name) => name !== ''));
    ts.forEachChild(node, reads);
  };
  const visits = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node) && node.name.getText() === 'class' && node.initializer)
      reads(node.initializer);
    ts.forEachChild(node, visits);
  };
  visits(source);
  return names;
}
