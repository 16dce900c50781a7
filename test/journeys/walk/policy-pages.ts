import assert from 'node:assert/strict';
import { dayOf, daysAfter } from '../../../src/calendar/index.ts';
import { follows, main, textOf } from '../visit/answering.ts';
import { entersAs, signsOut } from '../visit/person.ts';
import type { Walk } from './every-page.ts';

const follow = (walk: Walk, name: string | RegExp) =>
  follows(walk.page, main(walk.page).getByRole('link', { name }).first());

/** A head answers for their school, page after page; the head of another reads results and decides. */
export async function walksThroughADiagnosis(walk: Walk): Promise<void> {
  const { page } = walk;
  await entersAs(page, 'Étienne Rakoto');
  await walk.goes('/auto-diagnostic', 'self-diagnosis, open');
  await follow(walk, 'Répondre');
  for (let axis = 1; axis <= 5; axis += 1) {
    await walk.looks(`axis ${axis}`);
    for (const line of await page.locator('.diagnosis-line').all())
      await line
        .getByRole('radio')
        .nth(axis % 5)
        .check();
    if (axis === 3) {
      await page.getByRole('button', { name: 'finir plus tard' }).click();
      await page.waitForURL('**/auto-diagnostic');
      await walk.looks('self-diagnosis, a draft');
      await follow(walk, 'Reprendre mes réponses');
      continue;
    }
    await follows(page, main(page).getByRole('button', { name: /Garder et (continuer|relire)/ }));
  }
  await walk.looks('answers read again');
  await walk.clicks('Envoyer mes réponses', 'self-diagnosis, sent');
  assert.match(await textOf(main(page)), /Vos réponses sont envoyées/);
  await follow(walk, 'Clore les réponses');
  await walk.looks('closing');
  await signsOut(page);

  await entersAs(page, 'Claire Okafor');
  await walk.goes('/auto-diagnostic', 'self-diagnosis, closed');
  await follow(walk, /Voir les résultats/);
  for (const details of await page.locator('main details').all()) await details.locator('summary').click();
  await walk.looks('results of a diagnosis');
  await follow(walk, 'Choisir une priorité');
  await walk.looks('priority to choose');
  await page
    .getByRole('radio', { name: /absence/ })
    .first()
    .check();
  await walk.clicks('Continuer', 'priority');
  await walk.clicks('Garder cette priorité', 'priority, refused', 422);
  await page.getByRole('checkbox').first().check();
  await page.getByLabel('Ce que nous ferons').fill('Préparer chaque retour la veille');
  await page.getByLabel('Qui s’en occupe').fill('Voir avec Mme Durand');
  await page.getByLabel('Pour le').fill(daysAfter(dayOf(new Date()), 60));
  await page.getByLabel('À quoi nous le verrons').fill('Nombre de retours préparés');
  await walk.clicks('Garder cette priorité', 'priority, names to confirm', 422);
  await page.getByLabel('Qui s’en occupe').fill('Une CPE et une AED');
  await walk.clicks('Garder cette priorité', 'results of a diagnosis, three priorities');
  assert.match(await textOf(main(page)), /Préparer chaque retour la veille/);
  await signsOut(page);
}

/** An author proposes and adapts; a trainer sends back, then publishes. */
export async function walksThroughIdeas(walk: Walk): Promise<void> {
  const { page } = walk;
  await entersAs(page, 'Karim Vasseur');
  await walk.goes('/actions?q=theatre', 'ideas found');
  await follows(page, main(page).locator('.listing a').first());
  await follow(walk, 'Adapter à mon établissement');
  await walk.looks('idea to adapt');
  await walk.clicks('Garder', 'idea to adapt, refused', 422);
  await page.getByLabel('Le premier pas').fill('En parler à la documentaliste');
  await walk.clicks('Garder', 'adaptation');
  await walk.goes('/actions/adaptations', 'adaptations');
  await walk.goes('/actions/propositions', 'proposals');
  await follow(walk, 'Écrire une proposition');
  await walk.looks('proposal to write');
  await page.getByLabel('Titre').fill('Le carnet des retours');
  await walk.clicks('Garder le brouillon', 'proposal of mine, a draft');
  await walk.clicks('Envoyer à la relecture', 'proposal of mine, refused', 422);
  await page.getByLabel('Ce que vous faites').fill('Chaque retour est préparé la veille par deux adultes.');
  await page.getByRole('checkbox', { name: 'Collège' }).check();
  await page.getByRole('radio', { name: /Intervention/ }).check();
  await page.getByRole('checkbox', { name: /Transitions/ }).check();
  await walk.clicks('Envoyer à la relecture', 'proposal of mine, waiting');
  await signsOut(page);

  await entersAs(page, 'Mei-Lin Garnier');
  await walk.goes('/actions/relectures', 'proposals to review');
  await follow(walk, 'Le carnet des retours');
  await walk.looks('proposal to review');
  await walk.clicks('Enregistrer ma décision', 'proposal to review, refused', 422);
  await page.getByLabel('Titre').fill('Préparer chaque retour la veille');
  await page.getByRole('radio', { name: /Publier/ }).check();
  await walk.clicks('Enregistrer ma décision', 'proposals to review, one left');
  await walk.goes('/actions?q=retour', 'ideas found, one of a school');
  assert.match(await textOf(main(page)), /proposée par un établissement de l’académie de Lille/);
  await follow(walk, 'Préparer chaque retour la veille');
  await walk.looks('idea of a school');
  await signsOut(page);
}
