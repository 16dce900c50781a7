import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from '../../../test/site.ts';
import { someone } from '../../../test/someone.ts';
import { testDatabase } from '../../database/testing.ts';
import type { Gate, Viewer } from '../../web/index.ts';
import { reminderRoutes } from './reminder.pages.tsx';
import { stopToken } from './stop-link.ts';
import { findWish, saveWish } from './wish.store.ts';

const db = await testDatabase();
let signedIn: Viewer | null = null;
const gate: Gate = {
  findViewer: async () => signedIn && { viewer: signedIn, read: null },
  signInFirst: ({ http }) => http.redirect('/connexion', 303),
};
const place = testSite(db, reminderRoutes, gate);
const NOW = place.app.now();

async function remindedPerson(): Promise<{ viewer: Viewer; link: string }> {
  const viewer = { ...(await someone(db, 'cpe', NOW)), email: 'x@example.fr' };
  await saveWish(db, viewer, { rhythm: 'weekly', weekday: 3, plans: true }, NOW);
  const { link_id, link_key } = await db
    .selectFrom('mail_wish')
    .select(['link_id', 'link_key'])
    .where('person_id', '=', viewer.personId)
    .executeTakeFirstOrThrow();
  return { viewer, link: `/desinscription/${stopToken({ id: link_id, key: link_key })}` };
}

test('opening the link changes nothing; its button stops the mails, signed in or not', async () => {
  const { viewer, link } = await remindedPerson();
  const page = await place.visitor().get(link);
  assert.equal(page.status, 200);
  assert.match(page.html, /<button[^>]*>\s*Arrêter les rappels/);
  assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
  assert.equal((await findWish(db, viewer))?.rhythm, 'weekly');
  const done = await place.visitor().post(link);
  assert.match(done.html, /Les rappels sont arrêtés/);
  assert.deepEqual(await findWish(db, viewer), { rhythm: 'never', weekday: 3, plans: false });
});

test('the button of a mail program stops them too: it says no origin and sends its own form (RFC 8058)', async () => {
  for (const headers of [
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://mail.example' },
  ]) {
    const { viewer, link } = await remindedPerson();
    const response = await place.server.request(`https://perseverance.example${link}`, {
      method: 'POST',
      headers,
      body: 'List-Unsubscribe=One-Click',
    });
    assert.equal(response.status, 200);
    assert.equal((await findWish(db, viewer))?.rhythm, 'never');
  }
});

test('a link that is not ours is absent, and nothing else accepts a write from elsewhere', async () => {
  const { viewer, link } = await remindedPerson();
  for (const path of [`${link}x`, link.slice(0, -1), '/desinscription/x']) {
    assert.equal((await place.visitor().get(path)).status, 404, path);
    assert.equal((await place.visitor().post(path)).status, 404, path);
  }
  signedIn = viewer;
  const foreign = await place
    .visitor()
    .post('/mon-compte/rappels', { rythme: 'never', jour: '1' }, { origin: 'https://mail.example' });
  signedIn = null;
  assert.equal(foreign.status, 403);
  assert.equal((await findWish(db, viewer))?.rhythm, 'weekly');
});
