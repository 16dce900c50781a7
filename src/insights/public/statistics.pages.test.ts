import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../../test/site.ts';
import { testDatabase } from '../../database/testing.ts';
import { gate } from '../../identity/index.ts';
import { INDICATORS } from '../indicators.store.ts';
import { statisticsRoutes } from './statistics.pages.tsx';

const db = await testDatabase();

test('figures open to everybody are counted once for all who ask together, and again for whoever comes next', async () => {
  const site = testSite(db, statisticsRoutes, gate);
  let read = 0;
  site.app.readFigures = (figures) => {
    read += 1;
    return figures(db);
  };
  const ask = async () => assert.equal((await site.visitor().get('/statistiques')).status, 200);
  await Promise.all(Array.from({ length: 20 }, ask));
  assert.equal(read, INDICATORS.length);
  await ask();
  assert.equal(read, 2 * INDICATORS.length);
});
