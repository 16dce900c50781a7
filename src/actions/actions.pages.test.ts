import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite, type Visitor } from '../../test/site.ts';
import { toldTo } from '../../test/told.ts';
import { loadContent } from '../content/index.ts';
import { testDatabase } from '../database/testing.ts';
import { CHARACTERS, gate, identityRoutes, seedDemonstration } from '../identity/index.ts';
import { erasePerson } from '../privacy/index.ts';
import type { Viewer } from '../web/index.ts';
import { actionRoutes, findIdeas, indexActions, seedIdeas, suggestActions } from './index.ts';
import { personalData } from './personal-data.store.ts';

const db = await testDatabase();
const content = loadContent();
const place = testSite(db, [...identityRoutes, ...actionRoutes], gate, { demonstration: true, content });
await seedDemonstration(db, content, place.app.now());
await indexActions(db, content.actions);

async function as(name: string): Promise<Visitor> {
  const visitor = place.visitor();
  const personne = CHARACTERS.find((character) => character.name === name)!.id;
  assert.equal((await visitor.post('/demo/connexion', { personne })).status, 303);
  return visitor;
}
const viewerOf = (name: string) => {
  const { id, auditActor, email } = CHARACTERS.find((character) => character.name === name)!;
  return { personId: id, auditActor, email } as Viewer;
};

const proposal = {
  title: 'Le carnet des retours',
  summary: 'Chaque retour d’absence est préparé la veille par deux adultes, avec une fiche.',
  details: 'La veille, une fiche\nLe matin, dix minutes',
  level: 'college',
  field: 'intervention',
  theme: 'transitions-accueil',
};

test('the search finds with or without accents, marks what it found, filters by need, says when nothing is found', async () => {
  const visitor = place.visitor();
  const { html } = await visitor.get('/actions?q=theatre');
  assert.match(html, /<mark class="action__found">[Tt]h[ée][âa]tr/);
  assert.equal((await visitor.get('/actions')).html.match(/listing__title/g)?.length, 97);
  const families = await visitor.get('/actions?besoin=appeler-famille&niveau=college');
  assert.match(families.html, /<option value="appeler-famille" selected/);
  assert.ok(families.html.match(/listing__title/g)!.length < 30);
  assert.match((await visitor.get('/actions?q=zigouigoui')).html, /Aucune action ne répond/);
  assert.match((await visitor.get('/actions?q=%3Cscript%3E')).html, /&lt;script&gt;/);
  assert.match((await visitor.get('/actions/A001')).html, /lien de 2016, peut ne plus répondre/);
  assert.equal((await visitor.get('/actions/A999')).status, 404);
});

test('a proposal is drafted, sent, sent back with a message, published with corrections, found, withdrawn', async () => {
  const author = await as('Karim Vasseur');
  const trainer = await as('Mei-Lin Garnier');
  const kept = await author.post('/actions/propositions/nouvelle', {
    title: proposal.title,
    suite: 'garder',
  });
  assert.equal(kept.status, 303);
  const address = kept.location!;
  const id = address.split('/').at(-1)!;
  const early = await author.post(address, { title: proposal.title, suite: 'envoyer' });
  assert.equal(early.status, 422);
  assert.match(early.html, /Choisissez un niveau au moins/);
  const named = await author.post(address, {
    ...proposal,
    summary: 'Avec Kevin et Mme Durand',
    suite: 'envoyer',
  });
  assert.match(named.html, /semblent nommer quelqu’un/);
  const phone = await author.post(address, {
    ...proposal,
    summary: 'Appeler le 06 12 34 56 78',
    suite: 'garder',
  });
  assert.match(phone.html, /Retirez ce qui désigne une personne/);
  assert.equal((await trainer.get(`/actions/relectures/${id}`)).status, 404, 'a draft is its author’s');
  assert.equal((await author.post(address, { ...proposal, suite: 'envoyer' })).status, 303);

  const review = `/actions/relectures/${id}`;
  for (const name of ['Karim Vasseur', 'Claire Okafor', 'Samuel Ortega', 'Judith Amsellem'])
    assert.equal((await (await as(name)).get(review)).status, 404, name);
  assert.match((await trainer.get('/actions/relectures')).html, /Le carnet des retours/);
  assert.match(
    (await trainer.post(review, { ...proposal, decision: 'changes' })).html,
    /Écrivez ce qu’il faut reprendre/,
  );
  await trainer.post(review, { ...proposal, decision: 'changes', message: 'Dites combien de retours.' });
  assert.match((await author.get(address)).html, /Dites combien de retours/);
  assert.equal(
    (await author.post(address, { ...proposal, observed: 'Huit retours.', suite: 'envoyer' })).status,
    303,
  );
  assert.equal(
    (await trainer.post(review, { ...proposal, title: 'Préparer chaque retour', decision: 'published' }))
      .status,
    303,
  );
  assert.equal(
    (await trainer.post(review, { ...proposal, decision: 'declined', message: 'Non' })).status,
    404,
  );

  const found = (await place.visitor().get('/actions?q=preparer+retour')).html;
  assert.match(found, new RegExp(`/actions/${id}`));
  assert.match(found, /proposée par un établissement de l’académie de Lille, relue le 23 novembre 2026/);
  assert.doesNotMatch(found, /Quatre-Vents|Vasseur/);
  const wanted = { domains: ['assiduité'], decision: 'accueil-retour', level: 'college' } as const;
  const [first] = suggestActions(await findIdeas(db, content.actions), wanted);
  assert.equal(first?.id, id, 'a meeting is told of it, before those of 2016 that fit no better');
  assert.match((await author.get(address)).html, /Préparer chaque retour/);
  await author.post(`${address}/retirer`);
  assert.equal((await place.visitor().get(`/actions/${id}`)).status, 404);
  assert.doesNotMatch((await place.visitor().get('/actions?q=preparer+retour')).html, new RegExp(id));
});

test('an adaptation is its author’s; shown, who leads the school reads it, nobody else', async () => {
  const teacher = await as('Hélène Marchetti');
  const refused = await teacher.post('/actions/A002/adapter', { kept: 'Fabriquer ensemble' });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Fabriquer ensemble/);
  const kept = await teacher.post('/actions/A002/adapter', {
    kept: 'Fabriquer ensemble',
    firstStep: 'Voir le lycée',
  });
  const address = kept.location!;
  assert.match((await teacher.get(address)).html, /Fabriquer ensemble/);
  const head = await as('Claire Okafor');
  assert.equal((await head.get(address)).status, 404);
  await teacher.post(`${address}/modifier`, {
    kept: 'Fabriquer ensemble',
    firstStep: 'Voir le lycée',
    shown: 'oui',
  });
  assert.match((await head.get(address)).html, /Hélène Marchetti vous montre/);
  assert.match((await head.get('/actions/adaptations')).html, /Ce que des collègues vous montrent/);
  for (const name of ['Karim Vasseur', 'Étienne Rakoto', 'Mei-Lin Garnier'])
    assert.equal((await (await as(name)).get(address)).status, 404, name);
  assert.equal((await head.post(`${address}/supprimer`)).status, 404);
  assert.equal((await head.post(`${address}/modifier`, { firstStep: 'x' })).status, 404);
  await teacher.post(`${address}/supprimer`);
  assert.equal((await teacher.get(address)).status, 404);
});

test('what is written is downloaded; erased, what is published stays without its author and the rest leaves', async () => {
  await seedIdeas(db, place.app.now());
  await seedIdeas(db, place.app.now());
  const published = await db
    .selectFrom('action_proposal')
    .select('id')
    .where('status', '=', 'published')
    .execute();
  assert.equal(published.length, 1);
  const data = await toldTo(db, viewerOf('Hélène Marchetti'), personalData);
  assert.deepEqual(
    data.idées_d_actions.propositions.map(({ titre, état }: Record<string, string>) => [titre, état]),
    [['Deux lignes pour revenir', 'envoyée']],
  );
  const reviewer = await toldTo(db, viewerOf('Mei-Lin Garnier'), personalData);
  assert.ok(reviewer.idées_d_actions.relectures.length >= 1);
  for (const name of ['Hélène Marchetti', 'Inès Delattre', 'Thomas Nguyen', 'Mei-Lin Garnier'])
    await erasePerson(db, viewerOf(name), [personalData], place.app.now());
  const left = await db
    .selectFrom('action_proposal')
    .select(['id', 'author', 'reviewer'])
    .where('status', 'in', ['published', 'waiting'])
    .execute();
  assert.deepEqual(left, [{ id: published[0]!.id, author: null, reviewer: null }]);
  assert.deepEqual(await db.selectFrom('action_adaptation').select('id').execute(), []);
  assert.equal((await place.visitor().get(`/actions/${published[0]!.id}`)).status, 200);
});
