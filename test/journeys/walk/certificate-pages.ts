import { button, follows, main } from '../visit/answering.ts';
import { entersAs } from '../visit/person.ts';
import type { Walk } from './every-page.ts';

const STUDIES = '/certificat/etudes-de-cas';

/** Every page of a case study and of the calendar, in every state it has. */
export async function walksThroughCaseStudies(candidate: Walk, reader: Walk, trainer: Walk): Promise<void> {
  const { page } = candidate;
  await entersAs(page, 'Inès Delattre');
  await candidate.goes('/certificat', 'certificate');
  await candidate.goes(STUDIES, 'case studies');
  const finished = await main(page).locator('a[href*="/essais/"]').first().getAttribute('href');
  await walksAfterTheHour(candidate, finished!);
  await candidate.goes(`${STUDIES}/ec-lazare-dix-mois-dehors`, 'case study, before');
  await candidate.goes(`${STUDIES}/ec-lazare-dix-mois-dehors/documents`, 'case study, documents');
  await candidate.goes(`${STUDIES}/ec-lazare-dix-mois-dehors`, 'case study, before');
  await candidate.clicks('Recopier un texte écrit sur papier', 'case study, on paper');
  await candidate.clicks('J’ai fini', 'case study, on paper, refused', 422);
  await candidate.goes(`${STUDIES}/ec-lazare-dix-mois-dehors`, 'case study, before, one going on');
  await candidate.goes('/certificat/calendrier', 'registration dates');
  await candidate.goes('/certificat/calendrier?academie=17', 'registration dates, none');

  await entersAs(reader.page, 'Thomas Nguyen');
  await reader.goes('/certificat/relectures', 'case studies to read');
  await follows(reader.page, main(reader.page).getByRole('link', { name: /^Inès/ }));
  await reader.looks('case study to read');
  await reader.page.getByLabel(/Un mot/).evaluate((area) => area.removeAttribute('maxlength'));
  await reader.page.getByLabel(/Un mot/).fill('a'.repeat(601));
  await reader.clicks('Enregistrer ma lecture', 'case study to read, refused', 422);
  await walksThroughTheHour(reader);

  await entersAs(trainer.page, 'Mei-Lin Garnier');
  await trainer.goes('/certificat/calendrier', 'registration dates, by a trainer');
  await trainer.goes('/certificat/calendrier/09/nouvelle', 'registration dates, new');
  await trainer.clicks('Enregistrer', 'registration dates, refused', 422);
  await trainer.goes('/certificat/calendrier', 'registration dates, by a trainer');
  await follows(
    trainer.page,
    main(trainer.page)
      .getByRole('link', { name: /^Corriger/ })
      .first(),
  );
  await trainer.looks('registration dates, to change');
  await trainer.goes(
    '/certificat/calendrier/17/nouvelle',
    'absent, registration dates of another académie',
    404,
  );
}

async function walksAfterTheHour(walk: Walk, address: string): Promise<void> {
  await walk.goes(address, 'case study, finished');
  await walk.goes(`${address}/grille`, 'case study, grid');
  await walk.goes(`${address}/reponse`, 'case study, a possible answer');
  await walk.goes(`${address}/presentation`, 'case study, ten minutes');
  await walk.goes(`${address}/jury/1`, 'case study, jury, answered');
  await walk.goes(`${address}/jury/8`, 'case study, jury, the last');
  await walk.page.getByLabel(/Ma réponse/).evaluate((area) => area.removeAttribute('maxlength'));
  await walk.page.getByLabel(/Ma réponse/).fill('a'.repeat(2_001));
  await walk.clicks('Enregistrer, et voir', 'case study, jury, refused', 422);
  await walk.goes(`${address}/lectures`, 'case study, readers');
  await walk.clicks('Montrer cette étude', 'case study, readers, refused', 422);
}

async function walksThroughTheHour(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.goes(`${STUDIES}/ec-deux-rives-huit-jeunes`, 'case study, before');
  await walk.clicks('Ouvrir le dossier', 'case study, the hour');
  const address = page.url();
  const open = page.locator('.folded__document:not([open]) > summary');
  while ((await open.count()) > 0) await open.first().click();
  await walk.looks('case study, the hour, every document open');
  const twin = await page.context().newPage();
  await twin.goto(address);
  await twin.getByLabel('Mon diagnostic').fill('D’une autre fenêtre.');
  await follows(twin, button(twin, 'Enregistrer'));
  await twin.close();
  await page.getByLabel('Mon diagnostic').fill('De celle-ci.');
  await walk.clicks('Enregistrer', 'case study, the hour, two windows', 409);
  await walk.clicks('Mettre en pause', 'case study, paused');
  await walk.clicks('Reprendre', 'case study, the hour');
  await walk.clicks('J’ai fini', 'case study, just finished');
  await follows(page, main(page).getByRole('link', { name: 'Relire mon texte avec la grille' }));
  await walk.looks('case study, grid');
  await walk.clicks('Enregistrer ma grille', 'case study, grid, refused', 422);
}
