import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../../test/site.ts';
import { someone } from '../../../test/someone.ts';
import { GRACE_DAYS, loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Viewer } from '../../web/index.ts';
import { learningRoutes } from '../index.ts';
import { addCards } from '../reviews/review.store.ts';
import { beginModule } from './module.store.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const db = await testDatabase();
const loaded = loadContent();
const [first, second] = loaded.modules.filter(({ levels }) => levels[0] === 1);
const overdue = {
  ...first!,
  reviewBy: new Date(NOW.getTime() - (GRACE_DAYS + 1) * 86_400_000).toISOString().slice(0, 10),
};
const justDue = { ...second!, reviewBy: '2026-11-01' };
const content = { ...loaded, modules: [overdue, justDue] };

/** The pages of learning, as somebody sees them. */
function siteOf(viewer: Viewer) {
  const gate = {
    findViewer: async () => viewer && { viewer, read: undefined },
    signInFirst: () => assert.fail('signed in'),
  };
  return testSite(db, learningRoutes, gate, { content, now: NOW }).visitor();
}

test('a withdrawn module is not there for those who had not begun it, nor proposed', async () => {
  const visitor = siteOf(await someone(db, 'autre', NOW));
  assert.equal((await visitor.get(`/modules/${overdue.id}`)).status, 404);
  assert.equal((await visitor.post(`/modules/${overdue.id}`)).status, 404);
  const { html } = await visitor.get('/mon-parcours');
  assert.ok(!html.includes(`/modules/${overdue.id}"`));
  assert.ok(html.includes(`/modules/${justDue.id}"`));
});

test('those who had begun it may read it, and are told on each of its pages', async () => {
  const viewer = await someone(db, 'autre', NOW);
  await beginModule(db, viewer, overdue, NOW);
  const visitor = siteOf(viewer);
  for (const page of ['', '/imprimer', '/etapes/1']) {
    const { status, html } = await visitor.get(`/modules/${overdue.id}${page}`);
    assert.equal(status, 200, page);
    assert.match(html, /Ce module a été retiré/, page);
  }
});

test('a module whose date has just passed changes nothing for those who read it', async () => {
  const visitor = siteOf(await someone(db, 'autre', NOW));
  const { status, html } = await visitor.get(`/modules/${justDue.id}`);
  assert.equal(status, 200);
  assert.doesNotMatch(html, /Ce module a été retiré/);
});

test('cards of a withdrawn module come back no more', async () => {
  const viewer = await someone(db, 'autre', NOW);
  const past = new Date(NOW.getTime() - 3 * 86_400_000);
  await beginModule(db, viewer, overdue, past);
  await db.transaction().execute((trx) => addCards(trx, viewer, overdue, past));
  const visitor = siteOf(viewer);
  assert.match((await visitor.get('/revisions')).html, /Rien à réviser/);
  assert.doesNotMatch((await visitor.get('/mon-parcours')).html, /Réviser en trois minutes/);
});
