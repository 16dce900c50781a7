import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { packState } from '../../psychometrics/index.ts';
import { frameworkAlone } from '../../test/framework.ts';
import { testSite, type Visitor } from '../../test/site.ts';
import { testDatabase } from '../database/testing.ts';
import { gate, identityRoutes, SCHOOLS, seedDemonstration } from '../identity/index.ts';
import { personalData } from '../personal-data.ts';
import { privacyRoutes } from './index.ts';

const db = await testDatabase();
const content = frameworkAlone();
const place = testSite(db, [...identityRoutes, ...privacyRoutes(personalData)], gate, {
  demonstration: true,
});
await seedDemonstration(db, content, place.app.now());

const QUESTION = {
  id: '2.1-essai',
  version: 1,
  competence: '2.1',
  skill: 1,
  level: 2,
  professions: 'all',
  stem: '=Que faites-vous ?',
  takeaway: 'À retenir.',
  sources: ['F12'],
  defence: 'SECRET DE LA CLÉ',
  reviewBy: '2027-11-30',
  status: 'relu',
  format: 'single-choice',
  options: [
    { id: 'a', text: 'Zut, rien', feedback: 'SECRET', correct: false },
    { id: 'b', text: '+33 1 : téléphoner', feedback: 'SECRET', correct: true },
    { id: 'c', text: 'Attendre ; voir', feedback: 'SECRET', correct: false },
  ],
};
await db
  .insertInto('question_version')
  .values({
    question_id: QUESTION.id,
    version: 1,
    competence: '2.1',
    body: JSON.stringify(QUESTION),
    case_body: JSON.stringify({ id: 'mila', title: 'Mila revient', situation: 'En janvier.', documents: [] }),
    created_at: place.app.now(),
  })
  .execute();

let count = 0;
async function somebody(ended = true): Promise<{
  visitor: Visitor;
  email: string;
  name: string;
  id: string;
  actor: string;
}> {
  count += 1;
  const email = `ophelie.quintessence${count}@example.fr`;
  const name = `Ophélie Quintessence ${count}`;
  const visitor = place.visitor({ address: `198.51.100.${count}` });
  await visitor.post('/connexion/code', { courriel: email });
  await db
    .insertInto('demonstration_mail')
    .values({ recipient: email, subject: 'Code', body: 'Votre code', created_at: place.app.now() })
    .execute();
  const code = /\d{6}/.exec(place.mails.at(-1)?.text ?? '')?.[0] ?? '';
  await visitor.post('/connexion', { courriel: email, code });
  await visitor.post('/bienvenue', { etape: 'vous', nom: name, metier: 'cpe' });
  await visitor.post('/bienvenue', { etape: 'etablissement', etablissement: SCHOOLS[0].uai });
  await visitor.post('/bienvenue', { etape: 'information' });
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  await answerSomething(person.id, name, ended);
  await learnSomething(person.id, email, name);
  return { visitor, email, name, id: person.id, actor: person.audit_actor };
}

async function answerSomething(personId: string, name: string, ended = true): Promise<void> {
  const { evaluation, state, now } = await answerOne(personId, name);
  if (!ended) return;
  await db
    .updateTable('evaluation')
    .set({
      status: 'stopped',
      state_after: state,
      answers_after: 1,
      ended_at: now,
    })
    .where('id', '=', evaluation)
    .execute();
}

async function answerOne(personId: string, name: string) {
  const now = place.app.now();
  const mean = new Array<number>(16).fill(0.5);
  const covariance = Array.from({ length: 256 }, (_, i) => (i % 17 === 0 ? 0.04 : 0));
  const state = packState({ mean, covariance });
  const evaluation = crypto.randomUUID();
  await db
    .insertInto('person_ability')
    .values({ person_id: personId, state, answers: 1, as_of: now })
    .execute();
  await db
    .insertInto('evaluation')
    .values({
      id: evaluation,
      person_id: personId,
      number: 1,
      occasion: 1,
      kind: 'stage',
      length: 8,
      seed: 1,
      profession: 'cpe',
      drift_months: 0,
      parameter_version: 'essai',
      state_before: state,
      started_at: now,
    })
    .execute();
  await db
    .insertInto('served_question')
    .values({
      evaluation_id: evaluation,
      position: 1,
      question_id: QUESTION.id,
      question_version: 1,
      parameters: JSON.stringify({ model: 'choice', discrimination: 0.75, difficulty: 0, guessing: 0.25 }),
      served_at: now,
    })
    .execute();
  await db
    .insertInto('answer')
    .values({
      evaluation_id: evaluation,
      position: 1,
      response: JSON.stringify({ kind: 'choice', option: 'b' }),
      credit: 1,
      answered_at: now,
    })
    .execute();
  await db
    .insertInto('question_report')
    .values({
      id: crypto.randomUUID(),
      person_id: personId,
      question_id: QUESTION.id,
      question_version: 1,
      message: `Signé ${name}`,
      created_at: now,
    })
    .execute();
  await db
    .insertInto('dialogue_play')
    .values({
      id: crypto.randomUUID(),
      person_id: personId,
      dialogue_id: 'petit',
      dialogue_version: 1,
      path: [0, 2],
      ending: 'ouvert',
      begun_at: now,
      ended_at: now,
    })
    .execute();
  await db
    .insertInto('rehearsal_done')
    .values({ person_id: personId, decision_id: 'tutorat', decision_version: 1, done_on: '2026-11-23' })
    .execute();
  await db
    .insertInto('path_arrangement')
    .values({ person_id: personId, placed: ['3.2-premier-appel'], hidden: ['4.1-saisir-le-gpds'] })
    .execute();
  return { evaluation, state, now };
}

/** A plan shown, a word written on that of another, a rhythm, an attestation, an opinion: what learning leaves behind. */
async function learnSomething(personId: string, email: string, name: string): Promise<void> {
  const now = place.app.now();
  const plan = crypto.randomUUID();
  const [owner] = await db.selectFrom('person').select('id').where('id', '<>', personId).execute();
  const othersPlan = crypto.randomUUID();
  for (const [id, person] of [
    [plan, personId],
    [othersPlan, owner!.id],
  ] as const) {
    await db
      .insertInto('plan')
      .values({
        id,
        person_id: person,
        situation: `s ${id}`,
        act: 'a',
        help: '',
        due: '2026-12-01',
        made_at: now,
      })
      .execute();
  }
  await db
    .insertInto('plan_companion')
    .values([
      { plan_id: plan, email: 'collegue@example.fr', outcome_shown: true, asked_at: now },
      {
        plan_id: othersPlan,
        email,
        outcome_shown: false,
        asked_at: now,
        word: `Bravo, ${name}`,
        word_at: now,
      },
    ])
    .execute();
  await db
    .insertInto('mail_wish')
    .values({
      person_id: personId,
      rhythm: 'weekly',
      weekday: 2,
      plans: true,
      considered_on: '2026-11-23',
      link_id: crypto.randomUUID(),
      link_key: Buffer.alloc(32, count),
      chosen_at: now,
    })
    .execute();
  await db
    .insertInto('notice')
    .values({
      id: crypto.randomUUID(),
      person_id: personId,
      kind: 'plan-due',
      plan_id: plan,
      day: '2026-12-01',
      made_at: now,
      next_try_at: now,
    })
    .execute();
  await db
    .insertInto('attestation')
    .values({
      code: `0000000000${String(count).padStart(2, '0')}`,
      person_id: personId,
      initials: 'O. Q.',
      first_day: '2026-11-01',
      last_day: '2026-11-02',
      minutes: 30,
      finished: JSON.stringify([]),
      made_at: now,
    })
    .execute();
  await db
    .insertInto('alert')
    .values({
      id: crypto.randomUUID(),
      school: SCHOOLS[0].uai,
      number: count,
      author: personId,
      signals: ['S02'],
      level: '4e',
      observed_on: '2026-11-20',
      created_at: now,
    })
    .execute();
  await db
    .insertInto('survey_occasion')
    .values({
      person_id: personId,
      instrument: 'satisfaction-module',
      occasion: 'module',
      outcome: 'answered',
    })
    .execute();
  await db.insertInto('survey_refusal').values({ person_id: personId, refused_at: now }).execute();
  await joinsAGroup(personId);
}

/** A group proposed and joined, and a view of its team that counted their answers. */
async function joinsAGroup(personId: string): Promise<void> {
  const now = place.app.now();
  const [campaign, round, mark] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  await db
    .insertInto('campaign')
    .values({
      id: campaign,
      code: `AAAA-AA${'ABCDEFGHJKLMNPQRSTUVWXYZ'[count]}A`,
      school: SCHOOLS[0].uai,
      academie: null,
      proposed_by: personId,
      title: 'Retours',
      opening: '',
      from_day: '2026-11-23',
      until_day: '2026-12-23',
      competences: ['2.1'],
      created_at: now,
    })
    .execute();
  await db
    .insertInto('campaign_member')
    .values({
      campaign_id: campaign,
      person_id: personId,
      joined_at: now,
      levels_at: now,
      link_id: crypto.randomUUID(),
      link_key: Buffer.alloc(32, count),
    })
    .execute();
  await db.insertInto('group_mark').values({ person_id: personId, mark }).execute();
  await db.insertInto('group_round').values({ id: round, campaign_id: campaign, made_at: now }).execute();
  await db.insertInto('group_round_part').values({ round_id: round, mark, answers: 1 }).execute();
}

/** Every row of every table, as text. */
async function wholeDatabase(): Promise<string> {
  const tables = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(db);
  assert.ok(tables.rows.length > 10);
  let dump = '';
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ line: string }>`select t::text as line from ${sql.raw(name)} t`.execute(db);
    dump += rows.map(({ line }) => line).join('\n');
  }
  return dump;
}

test('the page of my data says what is held, in plain French', async () => {
  const { visitor } = await somebody();
  const { html, status } = await visitor.get('/mes-donnees');
  assert.equal(status, 200);
  assert.match(html, /1 réponse \(la première le 23 novembre 2026/);
  assert.match(html, /votre nom, votre adresse électronique, votre métier et votre établissement/);
  assert.match(html, /1 conversation jouée/);
  assert.match(html, /1 répétition de cinq minutes, sans vos choix/);
  assert.match(html, /href="\/mes-donnees\.csv"/);
});

test('the JSON holds all of it, and never the right answers', async () => {
  const { visitor, email, name, actor } = await somebody();
  const answer = await visitor.get('/mes-donnees.json');
  assert.match(answer.headers.get('content-type') ?? '', /application\/json/);
  assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="mes-donnees.json"/);
  assert.doesNotMatch(answer.html, /SECRET/);
  const data = JSON.parse(answer.html);
  assert.equal(data.personne.nom_affiché, name);
  assert.equal(data.personne.adresse_électronique, email);
  assert.equal(data.rattachements[0].établissement, 'Collège des Quatre-Vents');
  assert.equal(data.niveaux_actuels.compétences.length, 16);
  assert.equal(data.niveaux_actuels.compétences[3].niveau_le_plus_probable, 3);
  assert.equal(data.niveaux_actuels.état_du_modèle.covariances.length, 256);
  const [question] = data.évaluations[0].questions;
  assert.equal(question.texte, 'Mila revient\nEn janvier.\n\n=Que faites-vous ?');
  assert.deepEqual(question.propositions, ['+33 1 : téléphoner', 'Attendre ; voir', 'Zut, rien']);
  assert.equal(question.réponse.texte, '+33 1 : téléphoner');
  assert.equal(question.réponse.points, 1);
  const [{ dialogue, répliques_choisies, fin }] = data.dialogues;
  assert.deepEqual(
    { dialogue, répliques_choisies, fin },
    {
      dialogue: 'petit',
      répliques_choisies: [1, 3],
      fin: 'ouvert',
    },
  );
  assert.equal(data.signalements[0].message, `Signé ${name}`);
  assert.deepEqual(data.répétitions, [{ décision: 'tutorat', version: 1, le: '2026-11-23' }]);
  assert.deepEqual(data.parcours_rangé, {
    placés_en_premier: ['3.2-premier-appel'],
    masqués: ['4.1-saisir-le-gpds'],
  });
  assert.equal(data.sessions_ouvertes.length, 1);
  assert.equal(data.codes_de_connexion.length, 1);
  const actions = data.journal.map((line: { action: string }) => line.action);
  assert.ok(actions.includes('signed-in') && actions.includes('data-exported'));
  assert.equal(data.personne.numéro_dans_le_journal, actor);
  assert.equal(data.plans_montrés[0].à, 'collegue@example.fr');
  assert.equal(data.plans_que_l_on_me_montre[0].mot, `Bravo, ${name}`);
  assert.equal(data.alertes_données[0].niveau, '4e');
  assert.equal(data.rappels_par_courriel.rythme, 'weekly');
  assert.equal(data.courriels[0].sorte, 'plan-due');
  assert.equal(data.attestations[0].minutes, 30);
  assert.equal(data.avis.occasions[0].fait, 'répondu');
  assert.equal(data.groupes_rejoints[0].groupe, 'Retours');
  assert.ok(data.groupes_rejoints[0].niveaux_comptés_dans_la_vue_d_équipe_depuis);
  assert.equal(data.vues_d_équipe_où_mes_réponses_ont_compté[0].réponses_connues_alors, 1);
  assert.equal(data.groupes_proposés[0].nom, 'Retours');
});

test('while a series is open, its export names no question of the bank and gives no points', async () => {
  const { visitor } = await somebody(false);
  const { html } = await visitor.get('/mes-donnees.json');
  const [question] = JSON.parse(html).évaluations[0].questions;
  assert.equal(question.question, null);
  assert.equal(question.paramètres_de_mesure, null);
  assert.equal(question.réponse.points, null);
});

test('the CSV opens in a French spreadsheet, and no cell can run as a formula', async () => {
  const { visitor } = await somebody();
  const response = await place.server.request('https://perseverance.example/mes-donnees.csv', {
    headers: { cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'a byte order mark, for the accents');
  const [header, row, end] = new TextDecoder().decode(bytes).split('\r\n');
  assert.match(header ?? '', /^"Évaluation";"Sorte";"Statut";"Position";"Compétence";"Question"/);
  assert.match(row ?? '', /^"1";"étape";"arrêtée";"1";"2\.1";"2\.1-essai";"1";"Mila revient\n/);
  assert.match(row ?? '', /;"'\+33 1 : téléphoner";"1";"1";"2026-11-23 09:20:00"$/);
  assert.equal(end, '');
});

test('nobody downloads anything signed out', async () => {
  const visitor = place.visitor();
  for (const path of ['/mes-donnees', '/mes-donnees.json', '/mes-donnees.csv', '/mes-donnees/suppression']) {
    const answer = await visitor.get(path);
    assert.equal(answer.location, `/connexion?suite=${encodeURIComponent(path)}`);
  }
});

test('an account is erased only when the word is written', async () => {
  const { visitor, id } = await somebody();
  assert.match((await visitor.get('/mes-donnees/suppression')).html, /définitif/);
  for (const confirmation of ['', 'oui', 'effacé', 'e']) {
    const answer = await visitor.post('/mes-donnees/suppression', { confirmation });
    assert.equal(answer.status, 422);
    assert.match(answer.html, /Rien n’a été effacé/);
  }
  assert.equal((await db.selectFrom('person').select('id').where('id', '=', id).execute()).length, 1);
  const done = await visitor.post('/mes-donnees/suppression', { confirmation: ' « EFFACER » ' });
  assert.equal(done.location, '/compte-efface');
  assert.match((await visitor.follow(done)).html, /Votre compte est effacé/);
  assert.equal(visitor.cookies.get('__Host-session'), undefined);
});

test('after export then erasure, no string of the person remains in the database', async () => {
  const { visitor, email, name, id, actor } = await somebody();
  const other = await somebody();
  await visitor.post('/connexion/code', { courriel: email });
  await visitor.get('/mes-donnees.json');
  await visitor.get('/mes-donnees.csv');
  const reportsBefore = await db.selectFrom('question_report').select('id').execute();
  const before = await wholeDatabase();
  for (const trace of [email, name, id]) assert.ok(before.includes(trace), `${trace} was there`);

  await visitor.post('/mes-donnees/suppression', { confirmation: 'effacer' });

  const after = await wholeDatabase();
  for (const trace of [email, name, id, id.replaceAll('-', '')]) {
    assert.ok(!after.includes(trace), `${trace} is still there`);
  }
  for (const trace of [other.email, other.name, other.id])
    assert.ok(after.includes(trace), 'nobody else is touched');
  const lines = await db
    .selectFrom('audit_event')
    .select('action')
    .where('actor', '=', actor)
    .orderBy('id', 'desc')
    .execute();
  assert.equal(lines[0]?.action, 'account-erased');
  const reportsAfter = await db.selectFrom('question_report').select('id').execute();
  assert.equal(reportsAfter.length, reportsBefore.length, 'the question stays reported');
});

test('an erased account is gone on every device, and its address may start again from nothing', async () => {
  const { visitor, email, id } = await somebody();
  const phone = place.visitor({ address: '198.51.100.99' });
  await phone.post('/connexion/code', { courriel: email });
  const code = /\d{6}/.exec(place.mails.at(-1)?.text ?? '')?.[0] ?? '';
  await phone.post('/connexion', { courriel: email, code });
  await visitor.post('/mes-donnees/suppression', { confirmation: 'effacer' });
  assert.equal((await phone.get('/mes-donnees')).status, 303);
  await phone.post('/connexion/code', { courriel: email });
  const fresh = /\d{6}/.exec(place.mails.at(-1)?.text ?? '')?.[0] ?? '';
  assert.match(
    (await phone.post('/connexion', { courriel: email, code: fresh })).location ?? '',
    /bienvenue/,
  );
  const again = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  assert.notEqual(again.id, id);
});

test('two requests to erase at once leave one line in the log', async () => {
  const { visitor, actor } = await somebody();
  await Promise.all(
    [1, 2, 3].map(() => visitor.post('/mes-donnees/suppression', { confirmation: 'effacer' })),
  );
  const lines = await db
    .selectFrom('audit_event')
    .select('id')
    .where('actor', '=', actor)
    .where('action', '=', 'account-erased')
    .execute();
  assert.equal(lines.length, 1);
});

test('somebody takes a hundred and twenty documents an hour, and no more; others are not touched', async () => {
  const { visitor } = await somebody();
  assert.equal((await visitor.get('/mes-donnees.csv')).status, 200);
  await sql`update rate_limit set attempts = 119 where bucket like 'documentsByPerson:%'`.execute(db);
  assert.equal((await visitor.get('/mes-donnees.json')).status, 200);
  const refused = await visitor.get('/mes-donnees.csv');
  assert.equal(refused.status, 429);
  assert.match(refused.html, /Rien n’est perdu/);
  assert.equal((await visitor.get('/mes-donnees')).status, 200, 'a page is no document');
  const other = await somebody();
  assert.equal((await other.visitor.get('/mes-donnees.csv')).status, 200);
});
