import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { frameworkAlone } from '../../test/framework.ts';
import { testSite } from '../../test/site.ts';
import { type Phone, Screen, sendAndDrop, sendForm, serve } from '../../test/workshop-room.ts';
import { smallWorkshop } from '../../test/workshops.ts';
import { PROFESSIONS } from '../content/index.ts';
import { openDatabase } from '../database/index.ts';
import { withTestDatabase } from '../database/testing.ts';
import { CHARACTERS, gate, identityRoutes, seedDemonstration } from '../identity/index.ts';
import { endStreams, workshopRoutes } from './index.ts';

const content = { ...frameworkAlone(), workshops: [smallWorkshop] };
const PEOPLE = 40;
after(endStreams);

test('forty phones on two applications, some dropping, some slow: no vote is lost, and the screen shows them all', async () => {
  await withTestDatabase(async (db, connectionString) => {
    const otherDb = openDatabase(connectionString);
    const open = async (own: typeof db) => {
      const routes = [...identityRoutes, ...workshopRoutes];
      return serve(testSite(own, routes, gate, { demonstration: true, content, now: new Date() }).server);
    };
    await seedDemonstration(db, content, new Date());
    const [one, other] = [await open(db), await open(otherDb)];
    const addressOf = (place: number) => (place % 2 === 0 ? one : other).address;
    const screen = new Screen();
    try {
      const trainer: Phone = { cookie: '' };
      const { id: personne } = CHARACTERS.find(({ name }) => name === 'Mei-Lin Garnier')!;
      await sendForm(one.address, '/demo/connexion', { personne }, trainer);
      const { location: path } = await sendForm(
        one.address,
        `/ateliers/cas/${smallWorkshop.id}`,
        {},
        trainer,
      );
      await screen.open(one.address, `${path}/ecran/flux`, trainer);
      assert.equal(screen.headers.get('x-accel-buffering'), 'no');
      assert.match(screen.headers.get('cache-control')!, /no-transform/);
      const welcome = await screen.until(/room-code/);
      const [code] = /(?<=class="room-code">)[^<]+/.exec(welcome.html)!;

      // All within a minute, from one address: the school's.
      const phones = Array.from({ length: PEOPLE }, (): Phone => ({ cookie: '' }));
      await Promise.all(
        phones.map(async (phone, place) => {
          const metier = PROFESSIONS[place % 4]!;
          const { status } = await sendForm(addressOf(place), `/atelier/${code}/metier`, { metier }, phone);
          assert.equal(status, 303);
        }),
      );
      await screen.until(new RegExp(`<strong>${PEOPLE}</strong> personnes sont là`));
      const take = (pas: string, tour: number) =>
        sendForm(other.address, `${path}/suite`, { pas, tour: String(tour) }, trainer);
      await take('read', 0);

      for (const round of [1, 3]) {
        await take('open', round);
        const acknowledged = await Promise.all(
          phones.map((phone, place) => votes(phone, place, { code, round, addressOf })),
        );
        assert.equal(acknowledged.filter(Boolean).length, PEOPLE);
        await screen.until(new RegExp(`${PEOPLE} votes sur ${PEOPLE}`));
        await take('close', round);
        const closed = await screen.until(/Votes par métier/);
        // Each phone chose a, b or c by its place: 14, 13 and 13.
        const counts = [...closed.html.matchAll(/room-bar__count">(\d+)/g)].map(([, count]) => Number(count));
        assert.deepEqual(counts, [14, 13, 13]);
        await take('reveal', round);
        if (round === 1) {
          await take('open', 2);
          await take('close', 2);
          await take('reveal', 2);
        }
      }
    } finally {
      screen.close();
      await endStreams();
      await Promise.all([one.close(), other.close()]);
      await otherDb.destroy();
    }
  });
});

type Room = { code: string; round: number; addressOf: (place: number) => string };

/** One in four hangs up before the answer then sends the same again elsewhere; one in four is slow; one in four changes its mind. */
async function votes(phone: Phone, place: number, { code, round, addressOf }: Room): Promise<boolean> {
  const path = `/atelier/${code}/votes`;
  const tour = String(round);
  const choix = 'abc'[place % 3]!;
  const kind = place % 4;
  if (kind === 0) await sendAndDrop(addressOf(place), path, { tour, choix }, phone);
  if (kind === 1) await pause(150 + place * 5);
  if (kind === 2) await sendForm(addressOf(place), path, { tour, choix: 'a' }, phone);
  const { status } = await sendForm(addressOf(place + 1), path, { tour, choix }, phone);
  // Acknowledged is stored: the page read after, from the other application, says it.
  const answer = await fetch(`${addressOf(place)}/atelier/${code}`, { headers: { cookie: phone.cookie } });
  const html = (await answer.text()).replaceAll('\u00a0', ' ');
  return status === 303 && html.includes(`Vote enregistré : ${choix.toUpperCase()}.`);
}
