import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, testSite } from '../../test/site.ts';
import { loadContent } from '../content/index.ts';
import { testDatabase } from '../database/testing.ts';
import { learningJobs } from '../learning/index.ts';
import type { Mail, Membership, Viewer } from '../web/index.ts';
import { AWAY, answered, HERE, NEXT, being as person, twoAcademies } from './group.test-support.ts';
import { campaignRoutes } from './index.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const db = await testDatabase();
const content = loadContent();
await twoAcademies(db);
const being = (...memberships: Partial<Membership>[]) => person(db, NOW, ...memberships);
const trainer = await being({ role: 'formateur', academie: '09' });
const otherTrainer = await being({ role: 'formateur', academie: '17' });
const head = await being({ role: 'agent', school: HERE }, { role: 'direction', school: HERE });
const otherHead = await being({ role: 'agent', school: NEXT }, { role: 'direction', school: NEXT });
const member = () => being({ role: 'agent', school: HERE });
const stranger = await being({ role: 'agent', school: AWAY });

function siteOf(viewer: Viewer | null, now = NOW) {
  const gate = {
    findViewer: async () => viewer && { viewer, read: null },
    signInFirst: () => new Response('signed out', { status: 401 }),
  };
  return testSite(db, campaignRoutes, gate, { now, content }).visitor();
}
const get = (viewer: Viewer | null, path: string) => siteOf(viewer).get(path);
const post = (viewer: Viewer | null, path: string, fields: Record<string, string> = {}): Promise<Answer> =>
  siteOf(viewer).post(path, fields);

const FORM = {
  titre: 'Appeler les familles',
  mot: 'À lire',
  du: '2026-11-23',
  au: '2026-12-20',
  competences: '3.2',
};
const MODULE = content.modules.find(({ competence }) => competence === '3.2')!.id;

async function proposes(viewer: Viewer, pour: string): Promise<{ id: string; code: string }> {
  const { location } = await post(viewer, '/groupes/nouveau', { ...FORM, pour });
  const [, id = ''] = /^\/groupes\/([\w-]+)\/contenus$/.exec(location ?? '') ?? [];
  assert.equal((await post(viewer, `/groupes/${id}/contenus`, { etapes: '1', modules: MODULE })).status, 303);
  const { code } = await db
    .selectFrom('campaign')
    .select('code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, code };
}

test('the mail of invitation opens written, in whatever sends mail, or is copied', async () => {
  const { id, code } = await proposes(trainer, 'academie:09');
  const { html } = await get(trainer, `/groupes/${id}`);
  const [, address = ''] = /href="(mailto:[^"]+)"/.exec(html) ?? [];
  const { protocol, pathname, searchParams } = new URL(address.replaceAll('&amp;', '&'));
  assert.deepEqual([protocol, pathname], ['mailto:', ''], 'to nobody yet');
  assert.equal(searchParams.get('subject'), FORM.titre);
  const body = searchParams.get('body')!;
  assert.ok(body.startsWith('Bonjour,\r\n\r\nJe vous propose'));
  assert.match(body, new RegExp(`/rejoindre/${code}\r\n`));
  assert.match(html, new RegExp(`<textarea[^>]*>Objet : ${FORM.titre}\n\nBonjour,`));
});

test('a trainer proposes a group, somebody of the académie joins it by its code, and is counted', async () => {
  const { id, code } = await proposes(trainer, 'academie:09');
  const one = await member();
  const typed = await post(one, '/rejoindre', { code: code.toLowerCase() });
  assert.equal(typed.location, `/rejoindre/${code}`);
  const before = await get(one, `/rejoindre/${code}`);
  assert.match(before.html, /Ce qui sera partagé/);
  assert.doesNotMatch(before.html, /checked=""/, 'nothing is agreed to beforehand');
  const joined = await post(one, `/rejoindre/${code}`);
  assert.match(joined.location ?? '', /^\/mes-groupes/);
  assert.match((await get(one, '/mes-groupes')).html, /0 sur 2 terminé/);
  const desk = await get(trainer, `/groupes/${id}`);
  assert.match(desk.html, /1 personne l’a rejoint/);
  assert.doesNotMatch(desk.html, /Ont commencé/);
});

test('what is on the desk of somebody does not exist for another académie, another head, or an agent', async () => {
  const academie = await proposes(trainer, 'academie:09');
  const school = await proposes(head, `school:${HERE}`);
  const agent = await member();
  const pages = ['', '/modifier', '/contenus', '/progression.csv', '/equipe', '/plan'];
  for (const path of pages) {
    for (const viewer of [otherTrainer, head, otherHead, agent, stranger]) {
      assert.equal((await get(viewer, `/groupes/${academie.id}${path}`)).status, 404, path);
    }
    for (const viewer of [trainer, otherTrainer, otherHead, agent, stranger]) {
      assert.equal((await get(viewer, `/groupes/${school.id}${path}`)).status, 404, path);
    }
    assert.equal((await get(trainer, `/groupes/${academie.id}${path}`)).status, 200, path);
    assert.equal((await get(head, `/groupes/${school.id}${path}`)).status, 200, path);
    assert.equal((await get(null, `/groupes/${school.id}${path}`)).status, 401, path);
  }
  for (const path of ['/archiver', '/rouvrir', '/dupliquer', '/rappel', '/contenus', '/modifier']) {
    assert.equal((await post(otherHead, `/groupes/${school.id}${path}`, FORM)).status, 404, path);
    assert.equal((await post(otherTrainer, `/groupes/${academie.id}${path}`, FORM)).status, 404, path);
  }
  assert.equal((await get(agent, '/groupes')).status, 404);
  assert.equal((await get(agent, '/groupes/nouveau')).status, 404);
  assert.equal((await post(head, '/groupes/nouveau', { ...FORM, pour: `school:${NEXT}` })).status, 404);
});

test('a code opens nothing to somebody it is not for, nor to whoever reads the numbers of the group', async () => {
  const academie = await proposes(trainer, 'academie:09');
  const school = await proposes(head, `school:${HERE}`);
  assert.equal((await get(stranger, `/rejoindre/${academie.code}`)).status, 422);
  assert.equal((await post(stranger, `/rejoindre/${academie.code}`)).status, 422);
  assert.equal((await get(otherHead, `/rejoindre/${school.code}`)).status, 422);
  assert.match((await get(head, `/rejoindre/${school.code}`)).html, /C’est un groupe que vous proposez/);
  assert.equal((await post(head, `/rejoindre/${school.code}`)).status, 200);
  assert.equal((await post(otherHead, `/rejoindre/${academie.code}`)).status, 303, 'a head learns too');
  await post(trainer, `/groupes/${academie.id}/archiver`);
  assert.equal((await get(await member(), `/rejoindre/${academie.code}`)).status, 422, 'archived');
});

test('from five people the desk counts by whole fives; a name shows only while it is agreed to', async () => {
  const { id, code } = await proposes(trainer, 'academie:09');
  const people: Viewer[] = [];
  for (let count = 0; count < 6; count += 1) people.push(await member());
  for (const [index, person] of people.entries()) {
    await post(person, `/rejoindre/${code}`, index === 0 ? { nom: 'oui' } : {});
    await db
      .insertInto('module_progress')
      .values({
        person_id: person.personId,
        module_id: MODULE,
        competence: '3.2',
        step: 1,
        begun_at: NOW,
        finished_at: index < 4 ? NOW : null,
      })
      .execute();
  }
  const { html } = await get(trainer, `/groupes/${id}`);
  assert.match(html, /6 personnes l’ont rejoint/);
  assert.match(html, /<td>au moins 5<\/td><td>moins de 5<\/td>/);
  assert.match(html, /voulu être nommées<\/h3><p>Personne Essai<\/p>/);
  const [named, ...others] = people;
  await post(named!, `/mes-groupes/${id}`);
  assert.doesNotMatch((await get(trainer, `/groupes/${id}`)).html, /voulu être nommées/);
  for (const person of others.slice(0, 2)) await post(person, `/mes-groupes/${id}/quitter`);
  const after = await get(trainer, `/groupes/${id}`);
  assert.match(after.html, /4 personnes l’ont rejoint/);
  assert.doesNotMatch(after.html, /au moins/, 'too few to say more');
  const csv = await get(trainer, `/groupes/${id}/progression.csv`);
  assert.match(csv.html, /Moins de 5 personnes/);
});

test('a form that says too little comes back with what was typed', async () => {
  const back = await post(trainer, '/groupes/nouveau', {
    ...FORM,
    titre: '',
    au: '2026-01-01',
    pour: 'academie:09',
  });
  assert.equal(back.status, 422);
  assert.match(back.html, /Donnez un nom au groupe/);
  assert.match(back.html, /Le dernier jour vient avant le premier/);
  assert.match(back.html, /À lire/);
  const { id } = await proposes(trainer, 'academie:09');
  const empty = await post(trainer, `/groupes/${id}/contenus`, { etapes: '0' });
  assert.equal(empty.status, 422);
  assert.match(empty.html, /Choisissez au moins une chose à faire/);
});

test('a copy has a code of its own and nobody in it', async () => {
  const { id, code } = await proposes(trainer, 'academie:09');
  await post(await member(), `/rejoindre/${code}`);
  const { location } = await post(trainer, `/groupes/${id}/dupliquer`);
  const { html } = await get(trainer, location!);
  assert.match(html, /Personne ne l’a encore rejoint/);
  assert.doesNotMatch(html, new RegExp(code));
});

test('the team view opens with five people who agreed and answered, and closes when one of them takes it back', async () => {
  const { id, code } = await proposes(trainer, 'academie:09');
  const view = async () => (await get(trainer, `/groupes/${id}/equipe`)).html;
  const people: Viewer[] = [];
  for (let count = 0; count < 6; count += 1) {
    const one = await member();
    await post(one, `/rejoindre/${code}`, count < 5 ? { niveaux: 'oui' } : {});
    await answered(db, one, 0.1 * count, count === 0 ? 3 : 8, NOW);
    people.push(one);
  }
  assert.match(await view(), /Ce n’est pas encore le cas/, 'one of the five has hardly answered');
  await answered(db, people[0]!, 0, 8, NOW);
  const open = await view();
  assert.match(open, /5 personnes comptées/);
  assert.match(open, /Ne peut servir ni à évaluer, ni à recruter/);
  await post(people[5]!, `/mes-groupes/${id}`, { niveaux: 'oui' });
  assert.match(await view(), /5 personnes comptées/, 'a sixth person alone changes nothing');
  await post(people[1]!, `/mes-groupes/${id}`);
  const closed = await view();
  assert.match(closed, /presque les mêmes personnes/);
  assert.doesNotMatch(closed, /personnes comptées/);
  const kept = await db.selectFrom('group_round').select('figures').where('campaign_id', '=', id).execute();
  assert.deepEqual(kept, [{ figures: null }], 'what it said is forgotten');
});

test('an account erased leaves the team view at once, and a second group cannot tell its level by difference', async () => {
  const { id, code } = await proposes(trainer, 'academie:09');
  const other = await proposes(head, `school:${HERE}`);
  const people: Viewer[] = [];
  for (let count = 0; count < 7; count += 1) {
    const one = await member();
    await answered(db, one, 0.2 * count, 8, NOW);
    await post(one, `/rejoindre/${code}`, { niveaux: 'oui' });
    await post(one, `/rejoindre/${other.code}`, count < 6 ? { niveaux: 'oui' } : {});
    people.push(one);
  }
  assert.match((await get(trainer, `/groupes/${id}/equipe`)).html, /7 personnes comptées/);
  assert.match((await get(head, `/groupes/${other.id}/equipe`)).html, /presque les mêmes personnes/);
  await post(people[6]!, `/mes-groupes/${other.id}`, { niveaux: 'oui' });
  assert.match(
    (await get(head, `/groupes/${other.id}/equipe`)).html,
    /7 personnes comptées/,
    'the same seven',
  );
  await db.deleteFrom('person').where('id', '=', people[0]!.personId).execute();
  assert.doesNotMatch((await get(trainer, `/groupes/${id}/equipe`)).html, /personnes comptées/);
});

test('two looks at once publish one view', async () => {
  const { id, code } = await proposes(trainer, 'academie:09');
  for (let count = 0; count < 5; count += 1) {
    const one = await member();
    await answered(db, one, 0, 8, NOW);
    await post(one, `/rejoindre/${code}`, { niveaux: 'oui' });
  }
  const looks = await Promise.all([1, 2, 3].map(() => get(trainer, `/groupes/${id}/equipe`)));
  for (const { html } of looks) assert.match(html, /5 personnes comptées/);
  assert.equal(
    (await db.selectFrom('group_round').select('id').where('campaign_id', '=', id).execute()).length,
    1,
  );
});

test('a reminder leaves once a week, only to those who agreed and have something left, and its link stops it', async () => {
  const { id, code } = await proposes(trainer, 'academie:09');
  const [agreed, silent] = [await member(), await member()];
  await db.updateTable('person').set({ email: 'a@example.fr' }).where('id', '=', agreed.personId).execute();
  await post(agreed, `/rejoindre/${code}`, { rappels: 'oui' });
  await post(silent, `/rejoindre/${code}`);
  await post(trainer, `/groupes/${id}/rappel`);
  await post(trainer, `/groupes/${id}/rappel`);
  const mails: Mail[] = [];
  const surroundings = {
    db,
    content,
    now: () => NOW,
    origin: 'https://perseverance.example',
    log: () => undefined,
    sendMail: async (mail: Mail) => void mails.push(mail),
  };
  const send = learningJobs.find(({ name }) => name === 'send-notices')!;
  await send.run(surroundings, new AbortController().signal);
  assert.deepEqual(
    mails.map(({ to }) => to),
    ['a@example.fr'],
  );
  assert.ok(!mails[0]!.text.includes(FORM.titre), 'the mail says neither which group nor what');
  const [, stop = ''] =
    /perseverance\.example(\/mes-groupes\/desinscription\/\S+)/.exec(mails[0]!.text) ?? [];
  assert.match((await get(null, stop)).html, /Ne plus recevoir les rappels de ce groupe/);
  assert.equal((await get(null, `${stop}x`)).status, 404);
  assert.match((await post(null, stop)).html, /sont arrêtés/);
  const { reminders_at } = await db
    .selectFrom('campaign_member')
    .select('reminders_at')
    .where('person_id', '=', agreed.personId)
    .executeTakeFirstOrThrow();
  assert.equal(reminders_at, null);
});

test('a plan names nothing that is withdrawn, neither proposed nor to be chosen', async () => {
  const { id } = await proposes(trainer, 'academie:09');
  const later = siteOf(trainer, new Date('2031-11-23T08:00:00Z'));
  assert.equal((await later.post(`/groupes/${id}/plan/proposition`, {})).status, 303);
  const named = await db
    .selectFrom('group_plan_line')
    .select('content_id')
    .where('campaign_id', '=', id)
    .where('kind', 'in', ['module', 'dialogue', 'workshop'])
    .where('content_id', 'is not', null)
    .execute();
  assert.deepEqual(named, []);
  const { html } = await later.get(`/groupes/${id}/plan`);
  assert.doesNotMatch(html, /<option value="(module|dialogue|workshop):/);
  const chosen = await later.post(`/groupes/${id}/plan/lignes`, {
    contenu: `module:${MODULE}`,
    du: '2032-01-05',
    au: '2032-01-05',
    qui: 'CPE',
  });
  assert.equal(chosen.status, 422);
});

test('a plan is proposed, put in another order, dated, added to, and sent as a document; never to somebody else', async () => {
  const { id } = await proposes(trainer, 'academie:09');
  const plan = `/groupes/${id}/plan`;
  assert.equal((await get(trainer, `${plan}.pdf`)).status, 404, 'no plan yet');
  await post(trainer, `${plan}/proposition`);
  const lines = () =>
    db.selectFrom('group_plan_line').selectAll().where('campaign_id', '=', id).orderBy('place').execute();
  const [first, second, ...rest] = await lines();
  assert.ok(first && second && rest.length > 1);
  await post(trainer, `${plan}/lignes/${second.id}/ordre`, { sens: 'monter' });
  assert.deepEqual(
    (await lines()).slice(0, 2).map((line) => line.id),
    [second.id, first.id],
  );
  const dates = { du: '2027-01-04', au: '2027-01-05', qui: 'CPE' };
  const words = { quoi: ' Ce que  nous en ferons ', pourquoi: '' };
  await post(trainer, `${plan}/lignes/${first.id}`, { ...dates, ...words });
  const rewritten = (await lines()).find(({ id }) => id === first.id);
  assert.deepEqual([rewritten?.title, rewritten?.reason], ['Ce que nous en ferons', '']);
  const untitled = await post(trainer, `${plan}/lignes/${first.id}`, { ...dates, quoi: ' ' });
  assert.equal(untitled.status, 422);
  assert.match(untitled.html, /Écrivez ce qui est prévu/);
  assert.match((await get(trainer, plan)).html, /href="\/modules\/3\.2-/, 'what is planned can be opened');
  const badDates = await post(trainer, `${plan}/lignes/${first.id}`, {
    ...dates,
    ...words,
    du: '2027-13-45',
  });
  assert.equal(badDates.status, 422);
  assert.match(badDates.html, /value="2027-13-45"/);
  const refused = await post(trainer, `${plan}/lignes`, { ...dates, quoi: '' });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Choisissez un contenu, ou écrivez ce qui est prévu/);
  await post(trainer, `${plan}/lignes`, { ...dates, quoi: 'Visite de la mission locale', contenu: '' });
  await post(trainer, `${plan}/lignes/${second.id}/retrait`);
  const after = await lines();
  assert.ok(after.some(({ title }) => title === 'Visite de la mission locale'));
  assert.ok(!after.some((line) => line.id === second.id));
  assert.equal(after.find((line) => line.id === first.id)?.owner, 'CPE');
  assert.equal((await get(trainer, `${plan}.pdf`)).headers.get('content-type'), 'application/pdf');
  for (const viewer of [otherTrainer, head, await member()]) {
    assert.equal((await get(viewer, `${plan}.pdf`)).status, 404);
    for (const path of ['/proposition', '/lignes', `/lignes/${first.id}`]) {
      assert.equal((await post(viewer, `${plan}${path}`, { ...dates, quoi: 'X' })).status, 404, path);
    }
    for (const path of ['/ordre', '/retrait']) {
      assert.equal((await post(viewer, `${plan}/lignes/${first.id}${path}`)).status, 404, path);
    }
  }
  const other = await proposes(trainer, 'academie:09');
  assert.equal((await post(trainer, `/groupes/${other.id}/plan/lignes/${first.id}/retrait`)).status, 404);
});
