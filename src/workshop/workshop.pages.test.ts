import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameworkAlone } from '../../test/framework.ts';
import { testSite, type Visitor } from '../../test/site.ts';
import { smallWorkshop } from '../../test/workshops.ts';
import { testDatabase } from '../database/testing.ts';
import { CHARACTERS, gate, identityRoutes, seedDemonstration } from '../identity/index.ts';
import { workshopRoutes } from './index.ts';

const db = await testDatabase();
const content = { ...frameworkAlone(), workshops: [smallWorkshop] };
const place = testSite(db, [...identityRoutes, ...workshopRoutes], gate, { demonstration: true, content });
await seedDemonstration(db, content, place.app.now());

async function character(name: string): Promise<Visitor> {
  const visitor = place.visitor();
  const { id } = CHARACTERS.find((known) => known.name === name)!;
  assert.equal((await visitor.post('/demo/connexion', { personne: id })).status, 303);
  return visitor;
}

type Led = { trainer: Visitor; path: string; code: string };

async function opens(): Promise<Led> {
  const trainer = await character('Mei-Lin Garnier');
  const { location } = await trainer.post(`/ateliers/cas/${smallWorkshop.id}`, { repere: 'équipe de 4e' });
  const { html } = await trainer.get(`${location}/ecran`);
  const [code] = /(?<=class="room-code">)[^<]+/.exec(html)!;
  return { trainer, path: location!, code };
}

async function joins(code: string, profession: string): Promise<Visitor> {
  const phone = place.visitor();
  const typed = await phone.post('/atelier', { code: code.toLowerCase().replace('-', ' ') });
  assert.equal(typed.location, `/atelier/${code}`);
  assert.match((await phone.get(typed.location!)).html, /Votre métier/);
  assert.equal((await phone.post(`/atelier/${code}/metier`, { metier: profession })).status, 303);
  return phone;
}

const steps = ({ trainer, path }: Led, pas: string, more: Record<string, string> = {}) =>
  trainer.post(`${path}/suite`, { pas, ...more });

test('a workshop is opened, joined, voted in, and the screen says it', async () => {
  const led = await opens();
  const phones = await Promise.all(
    ['cpe', 'enseignant', 'enseignant', 'enseignant'].map((profession) => joins(led.code, profession)),
  );
  assert.match((await led.trainer.get(`${led.path}/ecran`)).html, /<strong>4<\/strong> personnes sont là/);
  await steps(led, 'read');
  const [cpe, teacher] = phones;
  const reading = (await cpe!.get(`/atelier/${led.code}`)).html;
  assert.match(reading, /Les mots d’excuse viennent de deux écritures/);
  assert.doesNotMatch(reading, /contrôle de la semaine/);
  await steps(led, 'open', { tour: '1' });
  assert.match((await teacher!.get(`/atelier/${led.code}`)).html, /Voir Nadir seul dix minutes/);
  for (const phone of phones) {
    const { status, location } = await phone.post(`/atelier/${led.code}/votes`, { tour: '1', choix: 'b' });
    assert.deepEqual([status, location], [303, `/atelier/${led.code}`]);
  }
  assert.match((await teacher!.get(`/atelier/${led.code}`)).html, /Vote enregistré : B\./);
  assert.match((await led.trainer.get(`${led.path}/ecran`)).html, /4 votes sur 4/);
  await steps(led, 'close', { tour: '1' });
  const closed = (await led.trainer.get(`${led.path}/ecran`)).html;
  assert.match(closed, /La salle penche nettement pour B\./);
  assert.doesNotMatch(closed, /Votes par métier/, 'one CPE is not told apart from three teachers');
  assert.doesNotMatch(closed, /Retour b de r1/);
  await steps(led, 'reveal', { tour: '1' });
  assert.match((await led.trainer.get(`${led.path}/ecran`)).html, /Retour b de r1/);
});

test('one phone keeps a few streams open and no more, and what it closes it may open again', async () => {
  const { code } = await opens();
  const phone = await joins(code, 'cpe');
  const cookie = [...phone.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const follow = () =>
    place.server.request(`https://perseverance.example/atelier/${code}/flux`, {
      headers: { cookie, host: 'perseverance.example', 'x-forwarded-proto': 'https' },
    });
  const streams: Response[] = [];
  for (let opened = await follow(); opened.status === 200; opened = await follow()) {
    streams.push(opened);
    assert.equal(opened.headers.get('x-content-type-options'), 'nosniff');
    assert.ok(streams.length <= 6);
  }
  assert.equal(streams.length, 6);
  assert.equal((await follow()).status, 429);
  await streams.pop()!.body!.cancel();
  streams.push(await follow());
  assert.equal(streams.at(-1)!.status, 200);
  await Promise.all(streams.map(({ body }) => body!.cancel()));
});
