import { follows, main } from '../visit/answering.ts';
import { entersAs, signsOut } from '../visit/person.ts';
import type { Walk } from './every-page.ts';

/** Who works where, as they say it, as a head and as those in charge see it. */
export async function walksThroughAffiliations(walk: Walk): Promise<void> {
  const { page } = walk;
  await entersAs(page, 'Hélène Marchetti');
  await walk.goes('/mon-compte/rattachement', 'affiliation');
  await page.locator('summary').click();
  await walk.clicks('J’anime le GPDS ici', 'affiliation, a role asked');
  await page.locator('summary', { hasText: 'Montrer une adresse' }).click();
  await walk.clicks('Recevoir un code', 'affiliation, refused', 422);
  await page.getByLabel(/Adresse académique/).fill('helene.marchetti@ac-lille.fr');
  await walk.clicks('Recevoir un code', 'work address');
  await walk.clicks('Vérifier', 'work address, refused', 422);
  await walk.goes('/mon-compte/rattachement/quitter?etablissement=0000101K', 'leaving a school');
  await signsOut(page);

  await entersAs(page, 'Claire Okafor');
  await walk.goes('/administration/etablissement', 'people of a school');
  await walk.clicks('Faire l’invitation', 'people of a school, refused', 422);
  await page.getByLabel(/Son adresse électronique/).fill('invitation@example.fr');
  await walk.clicks('Faire l’invitation', 'people of a school, an invitation made');
  const link = await main(page).locator('.affiliation__link').innerText();
  await follows(
    page,
    main(page)
      .getByRole('link', { name: /^Refuser/ })
      .first(),
  );
  await walk.looks('request to decline');
  await walk.goes('/administration/etablissement', 'people of a school, one waiting');
  await follows(
    page,
    main(page)
      .getByRole('link', { name: /^Ne travaille plus ici/ })
      .first(),
  );
  await walk.looks('membership to end');
  await signsOut(page);

  await entersAs(page, 'Camille Roussel');
  await walk.goes(new URL(link.trim()).pathname, 'invitation');
  await signsOut(page);
}

export async function walksThroughAdministration(walk: Walk): Promise<void> {
  const { page } = walk;
  await entersAs(page, 'Judith Amsellem');
  await walk.goes('/administration', 'administration');
  await walk.goes('/administration/personnes', 'people');
  await walk.goes('/administration/personnes?recherche=nguyen', 'people, found');
  await walk.goes('/administration/personnes?etat=attente', 'requests');
  await walk.goes('/administration/personnes?recherche=personne', 'people, none');
  await walk.goes('/administration/personnes?recherche=nguyen', 'people, found again');
  await follows(page, main(page).getByRole('link', { name: 'Thomas Nguyen' }));
  await walk.looks('person');
  await walk.clicks('Donner ce rôle', 'person, refused', 422);
  await walk.goes('/administration/etablissements', 'schools');
  await walk.goes('/administration/etablissements?etat=fermes', 'schools, none');
  await walk.goes('/administration/etablissements/0000101K', 'school of the directory');
  await page.locator('summary').click();
  await page.getByLabel('Nom').fill('');
  await walk.clicks('Enregistrer', 'school of the directory, refused', 422);
  await page.getByLabel('Nom').fill('Collège des Quatre-Vents');
  await walk.clicks('Enregistrer', 'school of the directory, corrected');
  await walk.goes('/administration/questions', 'question statistics');
  await walk.goes('/administration/taches', 'jobs');
  const job = main(page).locator('tbody th a').first();
  for (let tries = 0; tries < 60 && (await job.count()) === 0; tries += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await follows(page, job);
  await walk.looks('job');
  await walk.goes('/administration/journal', 'log');
  await walk.goes('/administration/journal?sorte=job-run-again&jour=2020-01-01', 'log, nothing found');
}
