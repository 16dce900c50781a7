import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../../test/site.ts';
import { someone } from '../../../test/someone.ts';
import { GRACE_DAYS, loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Viewer } from '../../web/index.ts';
import { learningRoutes } from '../index.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const db = await testDatabase();
const loaded = loadContent();
const longAgo = new Date(NOW.getTime() - (GRACE_DAYS + 1) * 86_400_000).toISOString().slice(0, 10);
const overdue = { ...loaded.decisions[0]!, reviewBy: longAgo };
const kept = loaded.decisions[1]!;
const kit = { ...loaded.coaching[0]!, reviewBy: longAgo };
const content = {
  ...loaded,
  decisions: [overdue, ...loaded.decisions.slice(1)],
  coaching: [kit, ...loaded.coaching.slice(1)],
};
const right = Object.fromEntries(
  kept.rehearsal.steps.map(({ id, options }) => [id, options.find(({ correct }) => correct)!.id]),
);

/** The pages of learning, as somebody sees them. */
function siteOf(viewer: Viewer) {
  const gate = {
    findViewer: async () => viewer && { viewer, read: undefined },
    signInFirst: () => assert.fail('signed in'),
  };
  return testSite(db, learningRoutes, gate, { content, now: NOW }).visitor();
}

test('what is withdrawn is neither shown, nor rehearsed, nor sent, nor in a list', async () => {
  const visitor = siteOf(await someone(db, 'cpe', NOW));
  for (const path of ['', '/fiche.pdf', '/repetition', '/repetition/fin']) {
    assert.equal((await visitor.get(`/decisions/${overdue.id}${path}`)).status, 404, path);
  }
  for (const path of ['', '/grille.pdf']) {
    assert.equal((await visitor.get(`/entre-pairs/${kit.competence}${path}`)).status, 404, path);
  }
  assert.ok(!(await visitor.get('/decisions')).html.includes(`/decisions/${overdue.id}`));
  assert.ok((await visitor.get('/decisions')).html.includes(`/decisions/${kept.id}`));
  assert.ok(!(await visitor.get('/entre-pairs')).html.includes(`/entre-pairs/${kit.competence}"`));
});

test('a rehearsal not played is not finished, and the end of one never done leads to its beginning', async () => {
  const visitor = siteOf(await someone(db, 'cpe', NOW));
  const here = `/decisions/${kept.id}/repetition`;
  assert.equal((await visitor.get(`${here}/fin`)).location, here);
  const [first] = kept.rehearsal.steps;
  const answer = await visitor.post(`${here}/fin`, { [first!.id]: right[first!.id]! });
  assert.equal(answer.location, `${here}?${first!.id}=${right[first!.id]}&moment=2`);
  assert.equal((await visitor.get(`${here}/fin`)).location, here);
});

test('a choice sent twice leads to the same place, and finishing stores the day and nothing of the choices', async () => {
  const viewer = await someone(db, 'cpe', NOW);
  const visitor = siteOf(viewer);
  const here = `/decisions/${kept.id}/repetition`;
  const choice = { moment: '1', option: right.s1! };
  const first = await visitor.post(here, choice);
  assert.equal(first.status, 303);
  assert.equal((await visitor.post(here, choice)).location, first.location);
  await visitor.post(`${here}/fin`, right);
  const finished = await visitor.post(`${here}/fin`, right);
  assert.equal(finished.location, `${here}/fin`);
  assert.match((await visitor.follow(finished)).html, /Vous l’avez répété/);
  const rows = await db
    .selectFrom('rehearsal_done')
    .selectAll()
    .where('person_id', '=', viewer.personId)
    .execute();
  assert.deepEqual(rows, [
    {
      person_id: viewer.personId,
      decision_id: kept.id,
      decision_version: kept.version,
      done_on: '2026-11-23',
    },
  ]);
});

test('a path is not ordered by what it does not hold', async () => {
  const visitor = siteOf(await someone(db, 'cpe', NOW));
  for (const path of ['ordre', 'masquer', 'remettre']) {
    assert.equal((await visitor.post(`/mon-parcours/${path}`, { quoi: 'inconnu', place: '1' })).status, 404);
  }
  const { id } = loaded.modules[0]!;
  assert.equal((await visitor.post('/mon-parcours/ordre', { quoi: id, place: 'deux' })).status, 404);
});
