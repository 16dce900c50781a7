import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DataFlowPicture } from '../src/legal/index.ts';
import { personalData } from '../src/personal-data.ts';
import { ROOT } from '../src/root.ts';
import { routes } from '../src/routes.ts';
import { erasingJobs, flowText, retentionText } from './privacy/documents.ts';

const folder = join(ROOT, 'docs/privacy');
const kept = (name: string) => readFileSync(join(folder, name), 'utf8');

test('the schedule of retention and the flows of data are those of the code: npm run privacy', () => {
  assert.equal(kept('durees-de-conservation.md'), retentionText());
  assert.equal(kept('flux-de-donnees.md'), flowText());
  assert.equal(kept('flux-de-donnees.svg'), `${<DataFlowPicture />}\n`);
});

test('each duration that a job ends names a job that runs, and each job that erases is named', () => {
  const named = new Set(personalData.flatMap(({ retention }) => retention.map(({ job }) => job)));
  named.delete(null);
  assert.deepEqual(
    [...named].sort(),
    erasingJobs()
      .map(({ name }) => name)
      .sort(),
  );
});

test('the files, tables, roads and decisions that the documents name exist', () => {
  const schema = readFileSync(join(ROOT, 'src/database/schema.sql'), 'utf8');
  const roads = new Set(routes.map(({ path }) => path));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    const text = kept(name);
    for (const [, file] of text.matchAll(/`((?:src|docs|test|scripts|content)\/[^`*]+)`/g))
      assert.ok(existsSync(join(ROOT, file!)), `${name}: ${file}`);
    for (const [, table] of text.matchAll(/table `([a-z_]+)`/g))
      assert.ok(schema.includes(`create table ${table} (`), `${name}: ${table}`);
    for (const [, road] of text.matchAll(/`(\/[a-z][^`]*)`/g))
      assert.ok(roads.has(road!), `${name}: ${road}`);
    for (const [, number] of text.matchAll(/ADR (\d+)/g)) {
      const adr = readdirSync(join(ROOT, 'docs/adr')).some((file) =>
        file.startsWith(number!.padStart(4, '0')),
      );
      assert.ok(adr, `${name}: ADR ${number}`);
    }
    for (const [, link] of text.matchAll(/\]\(([^)#:]+)\)/g))
      assert.ok(existsSync(join(folder, link!)), `${name}: ${link}`);
  }
});
