import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testSite } from '../../test/site.ts';
import { type Db, openDatabase } from '../database/index.ts';
import { testDatabase } from '../database/testing.ts';
import { healthRoutes } from './index.ts';

const db = await testDatabase();

const siteOn = (database: Db) =>
  testSite(database, healthRoutes, { findViewer: async () => null, signInFirst: () => new Response() });

async function told(database: Db, path: string, isLeaving = false): Promise<[number, unknown]> {
  const { app, visitor } = siteOn(database);
  app.isLeaving = () => isLeaving;
  const { status, html } = await visitor().get(path);
  return [status, JSON.parse(html)];
}

test('with its database, it is alive and ready', async () => {
  assert.deepEqual(await told(db, '/sante/vivant'), [200, { status: 'ok' }]);
  assert.deepEqual(await told(db, '/sante/pret'), [200, { status: 'ok' }]);
});

test('asked to leave, it is alive and takes nobody more', async () => {
  assert.deepEqual(await told(db, '/sante/vivant', true), [200, { status: 'ok' }]);
  assert.deepEqual(await told(db, '/sante/pret', true), [503, { status: 'leaving' }]);
});

test('without its database, it is alive and takes nobody', async () => {
  const nowhere = openDatabase('postgres://someone:secret@127.0.0.1:9/none');
  assert.deepEqual(await told(nowhere, '/sante/vivant'), [200, { status: 'ok' }]);
  assert.deepEqual(await told(nowhere, '/sante/pret'), [503, { status: 'unavailable', database: 'away' }]);
  await nowhere.destroy();
});

test('on a schema without what it needs it takes nobody, on a newer one it goes on', async () => {
  await sql`insert into schema_migration (name, checksum) values ('29991231_0000_later', 'x')`.execute(db);
  assert.deepEqual(await told(db, '/sante/pret'), [200, { status: 'ok' }]);
  const { rows } = await sql<{ name: string }>`
    delete from schema_migration where name = (select max(name) from schema_migration where name < '2999')
    returning name`.execute(db);
  assert.equal(rows.length, 1);
  assert.deepEqual(await told(db, '/sante/pret'), [503, { status: 'unavailable', schema: 'behind' }]);
});
