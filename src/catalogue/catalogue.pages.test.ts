import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../test/site.ts';
import { someone } from '../../test/someone.ts';
import { type Content, GRACE_DAYS, loadContent } from '../content/index.ts';
import { testDatabase } from '../database/testing.ts';
import type { Viewer } from '../web/index.ts';
import { catalogueRoutes } from './index.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const db = await testDatabase();
const content = loadContent();

function siteOf(viewer: Viewer | null, shown: Content = content) {
  const gate = {
    findViewer: async () => viewer && { viewer, read: undefined },
    signInFirst: () => new Response('', { status: 401 }),
  };
  return testSite(db, catalogueRoutes, gate, { content: shown, now: NOW }).visitor();
}

test('anybody sees what exists, and nothing of the questions of the bank', async () => {
  const { status, html } = await siteOf(null).get('/contenus');
  assert.equal(status, 200);
  const text = html.replaceAll('&#39;', '’');
  for (const { title } of content.modules) assert.ok(text.includes(title), title);
  for (const question of content.questions) {
    for (const words of [question.stem, question.takeaway, question.defence, question.id])
      assert.ok(!text.includes(words.trim()), question.id);
  }
});

test('a filter counts what it keeps, and lists the references it rests on', async () => {
  const { html } = await siteOf(null).get('/contenus?competence=3.2&nature=modules');
  assert.match(html, /2 contenus sur \d+ correspondent à votre choix/);
  assert.match(html, /<option value="3\.2" selected/);
  assert.match(html, /rel="noreferrer external"/);
});

test('a choice nothing corresponds to says so', async () => {
  const { status, html } = await siteOf(null).get('/contenus?etat=withdrawn');
  assert.equal(status, 200);
  assert.match(html, /0 contenus sur/);
});

test('what waits for a review is for the ministry alone', async () => {
  const agent = await someone(db, 'cpe', NOW);
  const ministry = { ...agent, memberships: [{ role: 'national' as const, school: null, academie: null }] };
  assert.equal((await siteOf(null).get('/contenus/a-revoir')).status, 401);
  assert.equal((await siteOf(agent).get('/contenus/a-revoir')).status, 404);
  const { status, html } = await siteOf(ministry).get('/contenus/a-revoir');
  assert.equal(status, 200);
  assert.match(html, /Rien n’attend de revue aujourd’hui/);
  const old = new Date(NOW.getTime() - (GRACE_DAYS + 1) * 86_400_000).toISOString().slice(0, 10);
  const [first, second] = content.questions;
  const aged = {
    ...content,
    questions: [
      { ...first!, reviewBy: old },
      { ...second!, reviewBy: '2026-11-20' },
    ],
  };
  const waiting = (await siteOf(ministry, aged).get('/contenus/a-revoir')).html;
  assert.match(waiting, /2 contenus attendent/);
  assert.match(waiting, /Retiré depuis le 2\d novembre 2026/);
  assert.match(waiting, /En service jusqu’au 18 février 2027/);
});

test('the sheet to propose a question asks for a situation and what good colleagues do', async () => {
  const { status, html } = await siteOf(null).get('/contenus/proposer');
  assert.equal(status, 200);
  assert.match(html, /La situation/);
  assert.match(html, /de bons collègues \(3\)/);
});
