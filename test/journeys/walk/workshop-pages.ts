import { follows, main, textOf } from '../visit/answering.ts';
import { entersAs } from '../visit/person.ts';
import type { Walk } from './every-page.ts';

/** Every page of a workshop, for whoever leads it and for a phone, at each of its moments. */
export async function walksThroughWorkshops(walk: Walk, phone: Walk): Promise<void> {
  const { page } = walk;
  await entersAs(page, 'Mei-Lin Garnier');
  await walk.goes('/ateliers', 'workshops');
  const past = await main(page).locator('a[href$="/fiche"]').first().getAttribute('href');
  await walk.goes(past!, 'record of a workshop');
  await walk.goes('/ateliers', 'workshops, again');
  await follows(page, main(page).locator('a[href^="/ateliers/dialogues/"]').first());
  await walk.looks('workshop to open, a dialogue');
  await walk.goes(`${new URL(page.url()).pathname}/papier`, 'dialogue on paper');
  await walk.goes('/ateliers', 'workshops, once more');
  await follows(page, main(page).locator('a[href^="/ateliers/cas/"]').first());
  await walk.looks('workshop to open');
  const about = new URL(page.url()).pathname;
  await walk.goes(`${about}/guide`, 'workshop guide');
  await walk.goes(`${about}/papier`, 'workshop on paper');
  await walk.goes(about, 'workshop to open, again');
  await page.getByLabel('Un repère pour vous').fill('né le 12 mars 2013');
  await walk.clicks('Obtenir un code', 'workshop to open, refused', 422);
  await page.getByLabel('Un repère pour vous').fill('équipe de 4e');
  await walk.clicks('Obtenir un code', 'workshop desk, ready');
  const desk = new URL(page.url()).pathname;
  const code = await textOf(main(page).locator('.leading__code strong'));
  await walk.goes(`${desk}/ecran`, 'workshop screen, welcome');
  await joins(phone, code);
  await walk.clicks('Présenter le cas', 'workshop screen, reading');
  await phone.goes(`/atelier/${code}`, 'workshop phone, reading');
  await walk.clicks('Ouvrir le premier vote', 'workshop screen, voting');
  await phone.goes(`/atelier/${code}`, 'workshop phone, voting');
  await phone.clicks('Voter', 'workshop phone, vote refused', 422);
  await main(phone.page).locator('[name=choix]').first().check();
  await phone.clicks('Voter', 'workshop phone, voted');
  await walk.goes(desk, 'workshop desk, voting');
  await walk.clicks('Fermer le vote', 'workshop desk, closed');
  await walk.goes(`${desk}/ecran`, 'workshop screen, closed');
  await walk.clicks('Montrer les retours', 'workshop screen, revealed');
  await phone.goes(`/atelier/${code}`, 'workshop phone, revealed');
  await walk.clicks('Passer à « Ce que nous ferons »', 'workshop screen, commitments');
  await phone.goes(`/atelier/${code}`, 'workshop phone, commitments');
  await phone.clicks('Proposer', 'workshop phone, commitment refused', 422);
  await phone.page.getByLabel(/Un acte/).fill('Appeler Mme Durand vendredi');
  await phone.clicks('Proposer', 'workshop phone, commitment proposed');
  await walk.goes(desk, 'workshop desk, a proposal');
  await walk.clicks('Ajouter', 'workshop desk, refused', 422);
  await walk.clicks('Afficher', 'workshop desk, a proposal shown');
  await walk.goes(`${about}/guide?atelier=${desk.split('/').at(-1)}`, 'workshop guide, with its clock');
  await walk.goes(`${desk}/ecran`, 'workshop screen, a commitment');
  await walk.clicks('Terminer l’atelier', 'workshop screen, over');
  await phone.goes(`/atelier/${code}`, 'workshop phone, over');
}

async function joins(phone: Walk, code: string): Promise<void> {
  const { page } = phone;
  await phone.goes('/atelier', 'workshop code');
  await page.getByLabel('Code de l’atelier').fill('AAAA-AAAA');
  await phone.clicks('Entrer', 'workshop code, refused', 422);
  await page.getByLabel('Code de l’atelier').fill(code);
  await phone.clicks('Entrer', 'workshop métier');
  await phone.clicks('Entrer dans l’atelier', 'workshop métier, refused', 422);
  await page.getByRole('radio', { name: 'CPE' }).check();
  await phone.clicks('Entrer dans l’atelier', 'workshop phone, welcome');
}
