import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Page } from 'playwright-core';
import { assertSays, button, follows, headingOf, main, textOf } from './visit/answering.ts';
import { journey, type Visits } from './visit/browser.ts';
import { entersAs, introducesThemselves, signsInByEmail } from './visit/person.ts';

const COLLEGE = 'Collège des Quatre-Vents';

describe('Who works where, and who says so', { concurrency: true }, () => {
  journey('A head invites, a colleague joins by the link, and leaves at the next request', invitesAndEnds);
  journey('Somebody asks, shows an address of the académie, and the head confirms', asksAndIsConfirmed);
  journey('An académie confirms the head of a school', confirmsAHead);
  journey('The ministry runs a job again, and reads what answers say of the questions', runsAgain);
});

const plain = async (visits: Visits): Promise<Page> =>
  (await visits.open({ javaScriptEnabled: false })).newPage();

async function invitesAndEnds(visits: Visits): Promise<void> {
  const head = await plain(visits);
  await entersAs(head, 'Claire Okafor');
  await head.goto('/suivi');
  await follows(head, main(head).getByRole('link', { name: /Les personnes de l’établissement/ }));
  await head.getByLabel(/Son adresse électronique/).fill('pas une adresse');
  await follows(head, button(head, 'Faire l’invitation'));
  await assertSays(head, /Écrivez une adresse complète/);
  await head.getByLabel(/Son adresse électronique/).fill('nour.invitee@example.fr');
  await follows(head, button(head, 'Faire l’invitation'));
  await assertSays(head, /L’invitation est prête/);
  const link = (await textOf(main(head).locator('.affiliation__link'))).trim();

  const colleague = await plain(visits);
  await colleague.goto('/demo/courriels');
  assert.match(await textOf(main(colleague)), /nour\.invitee@example\.fr/);
  await signsInByEmail(colleague, 'nour.invitee@example.fr');
  await colleague.goto(link);
  assert.match(await headingOf(colleague), new RegExp(`Rejoindre ${COLLEGE}`));
  await follows(colleague, button(colleague, 'Rejoindre cet établissement'));
  assert.equal(await headingOf(colleague), 'Qui êtes-vous ?', 'the first visit goes on');
  await colleague.getByRole('textbox', { name: /Comment souhaitez-vous/ }).fill('Nour Invitée');
  await colleague.getByRole('radio', { name: 'AESH', exact: true }).check({ force: true });
  await follows(colleague, button(colleague, 'Continuer'));
  await follows(colleague, button(colleague, 'Garder cet établissement'));
  await follows(colleague, button(colleague, 'J’ai lu, continuer'));
  await colleague.goto('/suivi/alertes/nouvelle');
  await assertSays(colleague, /Ce que j’ai vu/);
  await colleague.goto(link);
  assert.equal(await headingOf(colleague), 'Page introuvable', 'the link is used');

  await head.goto('/administration/etablissement');
  const line = main(head).getByRole('row').filter({ hasText: 'Nour Invitée' });
  await follows(head, line.getByRole('link', { name: /Ne travaille plus ici/ }));
  await assertSays(head, /se ferme dès sa prochaine page/);
  await follows(head, button(head, 'Mettre fin'));
  assert.doesNotMatch(await textOf(main(head)), /Nour Invitée/);
  await colleague.goto('/suivi/alertes/nouvelle');
  assert.doesNotMatch(await textOf(main(colleague)), /Ce que j’ai vu/);
}

async function asksAndIsConfirmed(visits: Visits): Promise<void> {
  const person = await plain(visits);
  await signsInByEmail(person, 'sacha.demande@example.fr');
  await introducesThemselves(person, { name: 'Sacha Demande', profession: 'CPE', school: COLLEGE });
  await person.goto('/suivi/alertes/nouvelle');
  await assertSays(person, /Personne n’a encore confirmé/);
  await follows(person, main(person).getByRole('link', { name: 'demander la confirmation' }));
  await person.locator('summary', { hasText: 'Montrer une adresse académique' }).click();
  await person.getByLabel(/Adresse académique/).fill('sacha.demande@example.org');
  await follows(person, button(person, 'Recevoir un code'));
  await assertSays(person, /Écrivez une adresse de l’académie/);
  await person.getByLabel(/Adresse académique/).fill('sacha.demande@ac-lille.fr');
  await follows(person, button(person, 'Recevoir un code'));
  const mails = await plain(visits);
  await mails.goto('/demo/courriels');
  const mail = mails.getByRole('article').filter({ hasText: 'sacha.demande@ac-lille.fr' }).first();
  const [code] = /\b\d{6}\b/.exec(await textOf(mail)) ?? [];
  await person.getByLabel(/Code à six chiffres/).fill(code!);
  await follows(person, button(person, 'Vérifier'));
  await assertSays(person, /adresse académique est vérifiée/);
  await follows(person, button(person, 'Demander la confirmation'));
  await assertSays(person, /Votre demande est partie/);

  const head = await plain(visits);
  await entersAs(head, 'Claire Okafor');
  await head.goto('/administration/demandes');
  const asked = main(head).locator('.affiliation__requests li').filter({ hasText: 'Sacha Demande' });
  assert.match(await textOf(asked), /adresse académique vérifiée \(sacha\.demande@ac-lille\.fr\)/);
  await follows(head, asked.getByRole('button', { name: /Confirmer/ }));
  await assertSays(head, /C’est confirmé/);
  await person.goto('/suivi/alertes/nouvelle');
  await assertSays(person, /Ce que j’ai vu/);

  const referent = await plain(visits);
  await entersAs(referent, 'Thomas Nguyen');
  await referent.goto('/suivi/passation');
  assert.match(
    await main(referent)
      .getByLabel(/Qui prend la suite/)
      .innerText(),
    /Sacha Demande/,
  );
}

async function confirmsAHead(visits: Visits): Promise<void> {
  const head = await plain(visits);
  await signsInByEmail(head, 'dominique.proviseure@example.fr');
  await introducesThemselves(head, {
    name: 'Dominique Proviseure',
    profession: 'Personnel de direction',
    school: 'Lycée professionnel du Vieux-Chantier',
  });
  await head.goto('/mon-compte/rattachement');
  await head.locator('summary', { hasText: 'Mon rôle dans l’établissement' }).click();
  await follows(head, button(head, 'Je dirige cet établissement'));
  await head.goto('/administration/etablissement');
  assert.equal(await headingOf(head), 'Page introuvable', 'asked is not given');

  const other = await plain(visits);
  await entersAs(other, 'Étienne Rakoto');
  await other.goto('/administration/etablissement');
  const listed = main(other)
    .locator('.affiliation__requests')
    .filter({ hasText: 'demande le rôle : Direction' });
  assert.equal(await listed.count(), 0, 'no head confirms another');

  const academie = await plain(visits);
  await entersAs(academie, 'Samuel Ortega');
  await follows(academie, academie.getByRole('banner').getByRole('link', { name: 'Administration' }));
  await follows(academie, main(academie).getByRole('link', { name: 'Demandes de rattachement' }));
  const asked = main(academie)
    .locator('.affiliation__requests li')
    .filter({ hasText: 'Dominique Proviseure demande le rôle' });
  await follows(academie, asked.getByRole('button', { name: /Confirmer/ }));
  await assertSays(academie, /rien n’en figure ici/);
  await head.goto('/administration/etablissement');
  assert.equal(await headingOf(head), 'Les personnes de l’établissement');
  await academie.goto('/administration/journal');
  await assertSays(academie, /Rattachement confirmé\s+Samuel Ortega/);
  await academie.goto('/administration/questions');
  assert.equal(await headingOf(academie), 'Page introuvable');
}

async function runsAgain(visits: Visits): Promise<void> {
  const page = await plain(visits);
  await entersAs(page, 'Judith Amsellem');
  await page.goto('/administration');
  await follows(page, main(page).getByRole('link', { name: 'Tâches de fond' }));
  const queues = () => main(page).getByRole('link', { name: 'Calcule les statistiques des questions' });
  // The queues are made a moment after the pages answer.
  for (let tries = 0; tries < 60 && (await queues().count()) === 0; tries += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await follows(page, queues());
  await follows(page, button(page, 'Relancer maintenant'));
  await assertSays(page, /relancée|attend déjà/);
  await page.goto('/administration/questions');
  for (
    let tries = 0;
    tries < 120 && !/Ce que disent les réponses/.test(await textOf(main(page)));
    tries += 1
  ) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await follows(page, main(page).getByRole('link', { name: 'Réponses', exact: true }));
  assert.equal(await main(page).locator('th[aria-sort=ascending]').innerText(), 'Réponses');
  await page.goto('/administration/journal');
  await assertSays(page, /Tâche relancée\s+Judith Amsellem/);
}
