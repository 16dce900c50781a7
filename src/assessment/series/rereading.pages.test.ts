import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from '../../../psychometrics/index.ts';
import { answerAtRandom } from '../../../test/answer-form.ts';
import { testSite, type Visitor } from '../../../test/site.ts';
import { loadContent } from '../../content/index.ts';
import { testDatabase } from '../../database/testing.ts';
import { CHARACTERS, gate, identityRoutes, seedDemonstration } from '../../identity/index.ts';
import { recordQuestions } from '../bank/question-version.store.ts';
import { evaluationRoutes } from './evaluation.pages.tsx';
import { findBrokenPromises } from './oracle.store.ts';
import { questionRoutes } from './question.pages.tsx';

const db = await testDatabase();
const now = new Date('2026-11-23T08:20:00Z');
const content = await recordQuestions(db, loadContent(), now, () => undefined);
const site = testSite(db, [...identityRoutes, ...evaluationRoutes, ...questionRoutes], gate, {
  demonstration: true,
  content,
  now,
});
await seedDemonstration(db, content, now);

const random = createRandom('rereading');

async function enter(name: string): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.post('/demo/connexion', { personne: CHARACTERS.find((one) => one.name === name)!.id });
  return visitor;
}

/** Begins a stage with what was chosen; returns its address. */
async function begin(visitor: Visitor, fields: Record<string, string>): Promise<string> {
  const { status, location } = await visitor.post('/evaluations', fields);
  assert.equal(status, 303);
  return location!.replace(/\/questions\/\d+$/, '');
}

/** Some answer to the question on the page, as its form would send it. */
async function someAnswer(visitor: Visitor, series: string, position: number) {
  const { html } = await visitor.get(`${series}/questions/${position}`);
  const form = answerAtRandom(html, random);
  assert.ok(form, `question ${position} asks something`);
  return Object.fromEntries(form.fields);
}

async function recorded(series: string) {
  return db
    .selectFrom('answer')
    .select(['position', 'response', 'reread'])
    .where('evaluation_id', '=', series.split('/').at(-1)!)
    .orderBy('position')
    .execute();
}

/** What the page sent back would send again, besides its buttons. */
function hiddenFields(html: string): Record<string, string> {
  const [, form = ''] = /action="[^"]+\/reponses"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? [];
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
}

test('an answer read again is stored once it is confirmed, as it was given, and never before', async () => {
  const visitor = await enter('Étienne Rakoto');
  const series = await begin(visitor, { relecture: 'oui' });
  for (let position = 1; position <= 8; position += 1) {
    const fields = await someAnswer(visitor, series, position);
    const shown = await visitor.post(`${series}/reponses`, fields);
    assert.equal(shown.status, 200);
    assert.match(shown.html, /<h1[^>]*>Relire votre réponse<\/h1>/);
    assert.equal((await recorded(series)).length, position - 1, 'nothing is stored by a first sending');
    assert.deepEqual(hiddenFields(shown.html), fields, 'what comes again is what was sent');

    const changing = await visitor.post(`${series}/reponses`, { ...fields, relecture: 'changer' });
    assert.equal(changing.status, 200);
    assert.match(changing.html, /class="question"/);
    assert.equal((await recorded(series)).length, position - 1, 'nothing is stored by changing one’s mind');

    const confirmed = await visitor.post(`${series}/reponses`, { ...fields, relecture: 'enregistrer' });
    assert.equal(confirmed.status, 303);
  }
  const answers = await recorded(series);
  assert.deepEqual(
    answers.map(({ position, reread }) => [position, reread]),
    Array.from({ length: 8 }, (_, index) => [index + 1, true]),
  );
  assert.deepEqual(await findBrokenPromises(db, content), []);
});

test('« la changer » gives the form back as it was filled in', async () => {
  const visitor = await enter('Samuel Ortega');
  const series = await begin(visitor, { relecture: 'oui' });
  const fields = await someAnswer(visitor, series, 1);
  const { html } = await visitor.post(`${series}/reponses`, {
    ...fields,
    action: 'je-ne-sais-pas',
    relecture: 'changer',
  });
  const filledIn =
    (html.match(/ checked| selected/g) ?? []).length + (/name="value" [^>]*value="/.test(html) ? 1 : 0);
  assert.ok(filledIn > 0, 'what was chosen is still chosen, even after « je ne sais pas »');
});

test('« je ne sais pas » is read again too, and an incomplete answer comes back as ever', async () => {
  const visitor = await enter('Samuel Ortega');
  const series = await begin(visitor, {});
  const incomplete = await visitor.post(`${series}/reponses`, { position: '1' });
  assert.equal(incomplete.status, 422);
  const unknown = { position: '1', action: 'je-ne-sais-pas' };
  const shown = await visitor.post(`${series}/reponses`, unknown);
  assert.match(shown.html, /<p>Je ne sais pas<\/p>/);
  const confirmed = await visitor.post(`${series}/reponses`, { ...unknown, relecture: 'enregistrer' });
  assert.equal(confirmed.location, `${series}/questions/2`);
  const nothing = await visitor.post(`${series}/reponses`, { position: '2', relecture: 'enregistrer' });
  assert.equal(nothing.status, 422, 'confirming nothing records nothing');
  assert.equal((await recorded(series)).length, 1);
});

test('sent twenty times, from two tabs or later, the first answer confirmed counts', async () => {
  const visitor = await enter('Judith Amsellem');
  const series = await begin(visitor, { relecture: 'oui' });
  const [first, second] = [await someAnswer(visitor, series, 1), { position: '1', action: 'je-ne-sais-pas' }];
  for (const fields of [first, second])
    assert.equal((await visitor.post(`${series}/reponses`, fields)).status, 200, 'both tabs are at the page');
  const sent = await Promise.all(
    Array.from({ length: 20 }, () =>
      visitor.post(`${series}/reponses`, { ...first, relecture: 'enregistrer' }),
    ),
  );
  assert.equal(sent.filter(({ status }) => status === 303).length, 1);
  const [stored] = await recorded(series);
  for (const relecture of ['enregistrer', 'changer', '']) {
    const late = await visitor.post(`${series}/reponses`, { ...second, relecture });
    assert.match(late.html, /Cette réponse est déjà enregistrée/);
  }
  assert.deepEqual(await recorded(series), [stored]);
  assert.deepEqual(await findBrokenPromises(db, content), []);
});

test('the choice is the account’s: kept from one series and one session to the next, changed in « Mon compte »', async () => {
  const visitor = await enter('Mei-Lin Garnier');
  const series = await begin(visitor, { relecture: 'oui' });
  const elsewhere = await enter('Mei-Lin Garnier');
  assert.match((await elsewhere.get(`${series}/questions/1`)).html, /Valider et relire/);
  await begin(elsewhere, {});
  assert.match((await elsewhere.get('/mon-compte')).html, /Ne plus relire avant d’enregistrer/);
  assert.equal((await elsewhere.post('/mon-compte/relecture', { relecture: 'non' })).status, 303);
  assert.match((await visitor.get(`${series}/questions/1`)).html, /Valider et continuer/);
  assert.equal((await elsewhere.post('/mon-compte/relecture', { relecture: 'peut-être' })).status, 404);
  const unknown = { position: '1', action: 'je-ne-sais-pas' };
  assert.equal((await visitor.post(`${series}/reponses`, unknown)).status, 303);
  assert.deepEqual(
    (await recorded(series)).map(({ reread }) => reread),
    [false],
  );
});

test('an unticked box takes the choice back where a series begins', async () => {
  const visitor = await enter('Aurélie Kowalski');
  const chosen = async () =>
    (
      await db
        .selectFrom('person')
        .select('rereads_answers')
        .where('display_name', '=', 'Aurélie Kowalski')
        .executeTakeFirstOrThrow()
    ).rereads_answers;
  await visitor.post('/mon-compte/relecture', { relecture: 'oui' });
  assert.equal(await chosen(), true);
  await begin(visitor, { 'relecture-proposee': 'oui' });
  assert.equal(await chosen(), false);
});

test('nobody else’s series shows anything, read again or not', async () => {
  const owner = await enter('Mei-Lin Garnier');
  const series = await begin(owner, {});
  const stranger = await enter('Judith Amsellem');
  for (const relecture of ['', 'changer', 'enregistrer'])
    assert.equal(
      (await stranger.post(`${series}/reponses`, { position: '2', action: 'je-ne-sais-pas', relecture }))
        .status,
      404,
    );
});
